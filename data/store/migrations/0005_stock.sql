-- The stock ledger: warehouses, goods on the way, what is kept for orders, and totals per article.

CREATE TABLE warehouse (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    code        TEXT NOT NULL UNIQUE,
    names       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    country     TEXT NOT NULL,
    lead_days   INTEGER NOT NULL
) STRICT;

-- What is kept for order lines, as a ledger like the movements. A line is named by its UUID, which outlives the line.
CREATE TABLE reservation (
    id         INTEGER PRIMARY KEY,
    uuid       TEXT NOT NULL UNIQUE,
    batch_id   INTEGER NOT NULL REFERENCES journal_batch (id),
    at         INTEGER NOT NULL,
    person     TEXT NOT NULL,
    order_no   TEXT NOT NULL,
    line_uuid  TEXT NOT NULL,
    variant_id INTEGER NOT NULL REFERENCES variant (id),
    warehouse  TEXT NOT NULL,
    quantity   INTEGER NOT NULL,
    reason     TEXT NOT NULL
) STRICT;
CREATE INDEX reservation_variant ON reservation (variant_id);
CREATE INDEX reservation_batch ON reservation (batch_id);

-- Its sums, for the lines that something is kept for.
CREATE TABLE reserved (
    line_uuid   TEXT NOT NULL,
    warehouse   TEXT NOT NULL,
    variant_id  INTEGER NOT NULL REFERENCES variant (id),
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (line_uuid, warehouse)
) STRICT, WITHOUT ROWID;
CREATE INDEX reserved_variant ON reserved (variant_id, warehouse);

-- The sums of an article, so that no screen adds up a ledger. kept: it was received or counted once.
CREATE TABLE stock_total (
    variant_id  INTEGER PRIMARY KEY REFERENCES variant (id) ON DELETE CASCADE,
    on_hand     INTEGER NOT NULL,
    in_transit  INTEGER NOT NULL,
    reserved    INTEGER NOT NULL,
    value       INTEGER NOT NULL, -- of on_hand and in_transit at moving average cost, millionths of the company's currency
    kept        INTEGER NOT NULL
) STRICT;
INSERT INTO stock_total (variant_id, on_hand, in_transit, reserved, value, kept)
SELECT variant_id, sum(quantity), 0, 0, 0, max(reason = 'counted' AND quantity > 0) FROM movement GROUP BY variant_id;

CREATE TABLE transfer (
    id              INTEGER PRIMARY KEY,
    uuid            TEXT NOT NULL UNIQUE,
    batch_id        INTEGER NOT NULL REFERENCES journal_batch (id),
    at              INTEGER NOT NULL,
    person          TEXT NOT NULL,
    transfer_no     TEXT NOT NULL UNIQUE,
    from_warehouse  TEXT NOT NULL,
    to_warehouse    TEXT NOT NULL,
    date            TEXT NOT NULL,
    expected        TEXT NOT NULL,
    note            TEXT NOT NULL
) STRICT;

-- What a movement adds to the value of stock, millionths of the company's currency.
ALTER TABLE movement ADD COLUMN value INTEGER NOT NULL DEFAULT 0;

CREATE INDEX movement_document ON movement (document) WHERE document <> '';

-- The warehouse that a shipment leaves.
ALTER TABLE shipment ADD COLUMN warehouse TEXT NOT NULL DEFAULT '';
