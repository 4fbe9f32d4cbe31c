-- Goods that are offered at a lower price for some days.
CREATE TABLE campaign (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    campaign_no  TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    market       TEXT NOT NULL,
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    note         TEXT NOT NULL
) STRICT;

CREATE TABLE campaign_good (
    campaign_id  INTEGER NOT NULL REFERENCES campaign (id),
    position     INTEGER NOT NULL,
    variant_id   INTEGER NOT NULL REFERENCES variant (id),
    discount     INTEGER NOT NULL, -- millionths of a percent off the list price; 0: it has a price
    price        INTEGER NOT NULL, -- millionths; 0: it has a discount
    currency     TEXT NOT NULL,
    PRIMARY KEY (campaign_id, variant_id)
) STRICT;
CREATE INDEX campaign_good_variant ON campaign_good (variant_id);

-- The number of the campaign whose price a line started with.
ALTER TABLE order_line ADD COLUMN campaign TEXT NOT NULL DEFAULT '';
