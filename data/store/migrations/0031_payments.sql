-- Money of customers: posted facts, never changed. What a payment counts for stands in its allocations; one without an order is the
-- customer's credit.
CREATE TABLE payment (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    payment_no   TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    date         TEXT NOT NULL,
    customer_id  INTEGER NOT NULL REFERENCES partner (id),
    currency     TEXT NOT NULL,
    amount       INTEGER NOT NULL,
    charges      INTEGER NOT NULL,
    written_off  INTEGER NOT NULL,
    rate         INTEGER NOT NULL,
    account      TEXT NOT NULL,
    reference    TEXT NOT NULL,
    note         TEXT NOT NULL,
    reverses     TEXT NOT NULL -- the number of the payment taken back
) STRICT;
CREATE INDEX payment_customer ON payment (customer_id, date);
CREATE UNIQUE INDEX payment_reverses ON payment (reverses) WHERE reverses <> '';

CREATE TABLE payment_allocation (
    payment_id  INTEGER NOT NULL REFERENCES payment (id),
    position    INTEGER NOT NULL,
    order_id    INTEGER REFERENCES sales_order (id),
    amount      INTEGER NOT NULL,
    credited    INTEGER NOT NULL,
    PRIMARY KEY (payment_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_allocation_order ON payment_allocation (order_id) WHERE order_id IS NOT NULL;

-- Why a shipment left before it was paid.
ALTER TABLE shipment ADD COLUMN unpaid_reason TEXT NOT NULL DEFAULT '';
