-- Lines that stock is held against beside the products' own: of an article in one warehouse, of a category, of all.
CREATE TABLE threshold (
    id            INTEGER PRIMARY KEY,
    uuid          TEXT NOT NULL UNIQUE,
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    changed_by    TEXT NOT NULL,
    archived      INTEGER NOT NULL,
    product_id    INTEGER REFERENCES product (id), -- NULL: not of one article
    category      TEXT NOT NULL,
    warehouse     TEXT, -- NULL: all together
    safety_stock  INTEGER NOT NULL,
    safety_days   INTEGER NOT NULL,
    max_stock     INTEGER NOT NULL,
    max_days      INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX threshold_one ON threshold (coalesce(product_id, 0), category, coalesce(warehouse, 'in-transit'));

-- When more is sold than usual.
CREATE TABLE season (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    code        TEXT NOT NULL UNIQUE,
    names       TEXT NOT NULL,
    market      TEXT NOT NULL,
    yearly      TEXT NOT NULL,
    dates       TEXT NOT NULL,
    days        INTEGER NOT NULL,
    lead_in     INTEGER NOT NULL,
    percent     INTEGER NOT NULL
) STRICT;
INSERT INTO season (uuid, version, created_at, changed_at, changed_by, archived, code, names, market, yearly, dates, days, lead_in, percent) VALUES
('5ea50001-7261-4d65-8f77-696e64000001', 1, 0, 0, '', 0, 'chinese-new-year', '{"en":"Chinese New Year","zh":"春节"}', 'CN', '',
 '["2026-02-17","2027-02-06","2028-01-26","2029-02-13","2030-02-03","2031-01-23","2032-02-11","2033-01-31","2034-02-19","2035-02-08","2036-01-28"]',
 7, 30, 50000000),
('5ea50001-7261-4d65-8f77-696e64000002', 1, 0, 0, '', 0, 'black-friday', '{"en":"Black Friday","zh":"黑色星期五"}', 'US', '',
 '["2026-11-27","2027-11-26","2028-11-24","2029-11-23","2030-11-29","2031-11-28","2032-11-26","2033-11-25","2034-11-24","2035-11-23","2036-11-28"]',
 4, 30, 50000000),
('5ea50001-7261-4d65-8f77-696e64000003', 1, 0, 0, '', 0, 'christmas', '{"en":"Christmas","zh":"圣诞节"}', '', '12-25', '', 1, 30, 50000000);

-- What was sold of an article in the past days, without reading all that ever moved.
CREATE INDEX movement_sold ON movement (variant_id, at, warehouse, quantity, reason, batch_id) WHERE reason IN ('sent', 'returned');
