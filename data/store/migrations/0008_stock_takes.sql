-- Stock-takes: what the books said when they were opened, what was counted, and why the two differ.

CREATE TABLE stock_take (
    id             INTEGER PRIMARY KEY,
    uuid           TEXT NOT NULL UNIQUE,
    version        INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    changed_at     INTEGER NOT NULL,
    changed_by     TEXT NOT NULL,
    archived       INTEGER NOT NULL,
    stock_take_no  TEXT NOT NULL UNIQUE,
    warehouse      TEXT NOT NULL,
    date           TEXT NOT NULL,
    scope          TEXT NOT NULL,
    state          TEXT NOT NULL,
    tolerance      INTEGER NOT NULL,
    note           TEXT NOT NULL
) STRICT;

CREATE TABLE stock_take_line (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    take_id     INTEGER NOT NULL REFERENCES stock_take (id),
    variant_id  INTEGER NOT NULL REFERENCES variant (id),
    lot         TEXT NOT NULL,
    expiry      TEXT NOT NULL,
    book        INTEGER NOT NULL,
    counted     INTEGER,           -- NULL: nobody counted it yet
    reason      TEXT NOT NULL,
    words       TEXT NOT NULL,
    after       INTEGER NOT NULL   -- the last movement that book contains
) STRICT;
CREATE UNIQUE INDEX stock_take_line_lot ON stock_take_line (take_id, variant_id, lot, expiry);
CREATE INDEX stock_take_line_take ON stock_take_line (take_id);
CREATE INDEX stock_take_line_variant ON stock_take_line (variant_id);
