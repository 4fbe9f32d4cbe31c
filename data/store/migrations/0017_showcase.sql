-- What marketplaces counted of listings, week by week.
CREATE TABLE listing_figures (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    product_id  INTEGER NOT NULL REFERENCES product (id),
    market      TEXT NOT NULL,
    week        TEXT NOT NULL, -- ISO 8601: 2026-W47
    exposures   INTEGER NOT NULL,
    clicks      INTEGER NOT NULL,
    inquiries   INTEGER NOT NULL,
    orders      INTEGER NOT NULL,
    source      TEXT NOT NULL,
    UNIQUE (market, week, product_id)
) STRICT;
CREATE INDEX listing_figures_product ON listing_figures (product_id);
-- Few listings are asked about: who is ranked is found among these alone.
CREATE INDEX listing_figures_asked ON listing_figures (market, week, product_id, inquiries) WHERE inquiries > 0;

-- Which product stands in the showcase of which market since when, and stood there until when.
CREATE TABLE showcase_place (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    product_id  INTEGER NOT NULL REFERENCES product (id),
    market      TEXT NOT NULL,
    since       TEXT NOT NULL,
    until       TEXT NOT NULL -- '': it stands there now
) STRICT;
CREATE UNIQUE INDEX showcase_place_now ON showcase_place (market, product_id) WHERE until = '';
CREATE INDEX showcase_place_past ON showcase_place (market, since);
CREATE INDEX showcase_place_product ON showcase_place (product_id);

-- When a market's showcase was rotated.
CREATE TABLE showcase_rotation (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    market      TEXT NOT NULL,
    date        TEXT NOT NULL,
    UNIQUE (market, date)
) STRICT;
