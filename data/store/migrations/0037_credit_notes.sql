-- What is taken off an invoice. The paper of a credit note is an issued document; its part is the note's UUID, since an invoice may
-- have several.
CREATE TABLE credit_note (
    id            INTEGER PRIMARY KEY,
    uuid          TEXT NOT NULL UNIQUE,
    version       INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    changed_by    TEXT NOT NULL,
    archived      INTEGER NOT NULL,
    order_id      INTEGER NOT NULL REFERENCES sales_order (id),
    shipment_id   INTEGER REFERENCES shipment (id),
    invoice_no    TEXT NOT NULL,
    invoice_date  TEXT NOT NULL,
    date          TEXT NOT NULL,
    currency      TEXT NOT NULL,
    lines         TEXT NOT NULL,
    amount        INTEGER NOT NULL,
    reason        TEXT NOT NULL
) STRICT;
CREATE INDEX credit_note_invoice ON credit_note (invoice_no);

CREATE TABLE credit_share (
    credit_id  INTEGER NOT NULL REFERENCES credit_note (id),
    position   INTEGER NOT NULL,
    order_id   INTEGER NOT NULL REFERENCES sales_order (id),
    amount     INTEGER NOT NULL,
    PRIMARY KEY (credit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_share_order ON credit_share (order_id);

ALTER TABLE issued ADD COLUMN part TEXT NOT NULL DEFAULT '';
