-- Purchase orders, what came of them, and what is on order.

CREATE TABLE purchase_order (
    id                 INTEGER PRIMARY KEY,
    uuid               TEXT NOT NULL UNIQUE,
    version            INTEGER NOT NULL,
    created_at         INTEGER NOT NULL,
    changed_at         INTEGER NOT NULL,
    changed_by         TEXT NOT NULL,
    archived           INTEGER NOT NULL,
    purchase_no        TEXT NOT NULL UNIQUE,
    date               TEXT NOT NULL,
    status             TEXT NOT NULL,
    supplier_id        INTEGER REFERENCES partner (id),
    supplier_order_no  TEXT NOT NULL,
    currency           TEXT NOT NULL,
    expected_date      TEXT NOT NULL,
    incoterm           TEXT NOT NULL,
    delivery_place     TEXT NOT NULL,
    payment_terms      TEXT NOT NULL,
    warehouse          TEXT NOT NULL,
    our_contact        TEXT NOT NULL,
    language           TEXT NOT NULL,
    notes              TEXT NOT NULL
) STRICT;
CREATE INDEX purchase_order_supplier ON purchase_order (supplier_id);
CREATE INDEX purchase_order_status ON purchase_order (status, date);

-- received is the sum of the line's receipts, kept with them.
CREATE TABLE purchase_line (
    id                INTEGER PRIMARY KEY,
    uuid              TEXT NOT NULL UNIQUE,
    purchase_id       INTEGER NOT NULL REFERENCES purchase_order (id),
    position          INTEGER NOT NULL,
    variant_id        INTEGER NOT NULL REFERENCES variant (id),
    supplier_item_no  TEXT NOT NULL,
    descriptions      TEXT NOT NULL,
    quantity          INTEGER NOT NULL,
    unit              TEXT NOT NULL,
    price             INTEGER NOT NULL,
    expected_date     TEXT NOT NULL,
    note              TEXT NOT NULL,
    closed            INTEGER NOT NULL,
    received          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX purchase_line_purchase ON purchase_line (purchase_id, position);
CREATE INDEX purchase_line_variant ON purchase_line (variant_id);
CREATE INDEX purchase_line_open ON purchase_line (variant_id) WHERE closed = 0 AND received < quantity;

-- What came, beside its movement. A line is named by its UUID, which outlives the line.
CREATE TABLE purchase_receipt (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    batch_id     INTEGER NOT NULL REFERENCES journal_batch (id),
    at           INTEGER NOT NULL,
    person       TEXT NOT NULL,
    purchase_uuid  TEXT NOT NULL,
    line_uuid    TEXT NOT NULL,
    movement_id  INTEGER NOT NULL UNIQUE REFERENCES movement (id),
    quantity     INTEGER NOT NULL,
    cost         INTEGER NOT NULL, -- of one unit, millionths of the company's currency
    rate         INTEGER NOT NULL, -- by which the price became the cost; 0: the order is in the company's currency
    rate_base    TEXT NOT NULL,    -- the currency of which the rate prices one unit
    over         INTEGER NOT NULL, -- of the quantity, beyond what was ordered
    reverses     TEXT NOT NULL     -- UUID of the receipt that this one takes back, or ''
) STRICT;
CREATE INDEX purchase_receipt_line ON purchase_receipt (line_uuid);
CREATE INDEX purchase_receipt_purchase ON purchase_receipt (purchase_uuid);
CREATE INDEX purchase_receipt_reverses ON purchase_receipt (reverses) WHERE reverses <> '';

-- What is on order, as a ledger like the movements: entries are differences.
CREATE TABLE on_order (
    id           INTEGER PRIMARY KEY,
    batch_id     INTEGER NOT NULL REFERENCES journal_batch (id),
    at           INTEGER NOT NULL,
    purchase_uuid  TEXT NOT NULL,
    line_uuid    TEXT NOT NULL,
    variant_id   INTEGER NOT NULL REFERENCES variant (id),
    quantity     INTEGER NOT NULL
) STRICT;
CREATE INDEX on_order_variant ON on_order (variant_id);
CREATE INDEX on_order_purchase ON on_order (purchase_uuid);

-- Its sum per article.
ALTER TABLE stock_total ADD COLUMN on_order INTEGER NOT NULL DEFAULT 0;
