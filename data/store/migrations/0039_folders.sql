-- Files of orders: what was sent and what came, beside the papers that were issued.
CREATE TABLE order_file (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    order_id     INTEGER NOT NULL REFERENCES sales_order (id),
    shipment_id  INTEGER REFERENCES shipment (id),
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    direction    TEXT NOT NULL,
    date         TEXT NOT NULL,
    note         TEXT NOT NULL,
    hash         TEXT NOT NULL REFERENCES attachment (hash),
    size         INTEGER NOT NULL
) STRICT;
CREATE INDEX order_file_order ON order_file (order_id);
CREATE INDEX order_file_hash ON order_file (hash);

-- Texts of mails, where the merchant changed what the program ships.
CREATE TABLE mail_template (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    purpose      TEXT NOT NULL,
    language     TEXT NOT NULL,
    subject      TEXT NOT NULL,
    body         TEXT NOT NULL,
    UNIQUE (purpose, language)
) STRICT;
