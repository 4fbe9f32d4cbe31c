-- Clauses of sales contracts, where the merchant changed what the program ships or wrote own ones, and what the contract of one order
-- has other than these.
CREATE TABLE clause (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    code        TEXT NOT NULL UNIQUE,
    position    INTEGER NOT NULL,
    when_used   TEXT NOT NULL,
    titles      TEXT NOT NULL,
    texts       TEXT NOT NULL
) STRICT;

ALTER TABLE sales_order ADD COLUMN clauses TEXT NOT NULL DEFAULT '';
