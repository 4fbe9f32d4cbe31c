-- What suppliers were worth, quarter by quarter.
CREATE TABLE scorecard (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    supplier_id  INTEGER NOT NULL REFERENCES partner (id),
    quarter      TEXT NOT NULL,
    points       TEXT NOT NULL,
    note         TEXT NOT NULL,
    UNIQUE (supplier_id, quarter)
) STRICT;
