-- The rate that was fixed for an order: the company's currency for 1 unit, in 10^-10; 0: none.
ALTER TABLE sales_order ADD COLUMN fixed_rate INTEGER NOT NULL DEFAULT 0;
-- When and at which rate the bank changed a payment into the company's currency.
CREATE TABLE settlement (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    payment_id  INTEGER NOT NULL UNIQUE REFERENCES payment (id),
    date        TEXT NOT NULL,
    rate        INTEGER NOT NULL
) STRICT;
