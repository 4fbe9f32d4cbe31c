-- What listings are held against, where the merchant changed what the program ships, and the words buyers look for.
CREATE TABLE market (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    code        TEXT NOT NULL UNIQUE,
    body        TEXT NOT NULL
) STRICT;

CREATE TABLE word_list (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    topic       TEXT NOT NULL,
    language    TEXT NOT NULL,
    words       TEXT NOT NULL,
    source      TEXT NOT NULL,
    date        TEXT NOT NULL,
    UNIQUE (topic, language)
) STRICT;

CREATE TABLE keyword (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    language    TEXT NOT NULL,
    word        TEXT NOT NULL,
    note        TEXT NOT NULL,
    reviewed    TEXT NOT NULL,
    UNIQUE (language, word)
) STRICT;
