-- What a line's price was worked out from: for the merchant's eyes, on no paper.
ALTER TABLE order_line ADD COLUMN pricing TEXT NOT NULL DEFAULT '';

-- The same as it was when a paper was issued, beside its frozen copy.
CREATE TABLE issued_pricing (
    issued_id  INTEGER NOT NULL REFERENCES issued (id),
    line_uuid  TEXT NOT NULL,
    position   INTEGER NOT NULL,
    sku        TEXT NOT NULL,
    price      INTEGER NOT NULL, -- millionths
    currency   TEXT NOT NULL,
    term       TEXT NOT NULL,
    pricing    TEXT NOT NULL,
    PRIMARY KEY (issued_id, line_uuid)
) STRICT, WITHOUT ROWID;
