-- What carriers offered to carry goods for.
CREATE TABLE rate_card (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    code        TEXT NOT NULL UNIQUE,
    carrier     TEXT NOT NULL,
    service     TEXT NOT NULL,
    mode        TEXT NOT NULL,
    departure   TEXT NOT NULL,
    arrival     TEXT NOT NULL,
    currency    TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    days        INTEGER NOT NULL,
    basis       TEXT NOT NULL,
    terms       TEXT NOT NULL,
    note        TEXT NOT NULL
) STRICT;
