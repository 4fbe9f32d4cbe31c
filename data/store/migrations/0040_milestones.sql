-- When an order was confirmed, and when the factory last said how far it is: clocks run from there.
ALTER TABLE sales_order ADD COLUMN confirmed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_order ADD COLUMN produced_at INTEGER NOT NULL DEFAULT 0;

-- What the merchant says of a milestone; what records say themselves isn't kept twice.
CREATE TABLE milestone (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    order_id     INTEGER NOT NULL REFERENCES sales_order (id),
    shipment_id  INTEGER REFERENCES shipment (id),
    kind         TEXT NOT NULL,
    owner        TEXT NOT NULL,
    due          TEXT NOT NULL,
    reason       TEXT NOT NULL,
    done_at      INTEGER NOT NULL,
    note         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX milestone_of ON milestone (order_id, coalesce(shipment_id, 0), kind);
