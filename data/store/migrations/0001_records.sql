-- Figures are whole numbers of the small units of package data; times are microseconds of Unix time, UTC.
-- What is only ever read with its record lies in it as JSON; what other records refer to, or SQL must sum, has a table.

CREATE TABLE company (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    body        TEXT NOT NULL
) STRICT;

CREATE TABLE partner (
    id                INTEGER PRIMARY KEY,
    uuid              TEXT NOT NULL UNIQUE,
    version           INTEGER NOT NULL,
    created_at        INTEGER NOT NULL,
    changed_at        INTEGER NOT NULL,
    changed_by        TEXT NOT NULL,
    archived          INTEGER NOT NULL,
    code              TEXT NOT NULL UNIQUE,
    name              TEXT NOT NULL,
    name_local        TEXT NOT NULL,
    postal            TEXT NOT NULL,
    postal_local      TEXT NOT NULL,
    tax_id            TEXT NOT NULL,
    import_no         TEXT NOT NULL,
    contact           TEXT NOT NULL,
    email             TEXT NOT NULL,
    phone             TEXT NOT NULL,
    fax               TEXT NOT NULL,
    roles             TEXT NOT NULL,
    language          TEXT NOT NULL,
    currency          TEXT NOT NULL,
    payment_terms     TEXT NOT NULL,
    incoterm          TEXT NOT NULL,
    marks             TEXT NOT NULL,
    notes             TEXT NOT NULL
) STRICT;
CREATE INDEX partner_name ON partner (name);

CREATE TABLE attachment (
    hash      TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    size      INTEGER NOT NULL,
    added_at  INTEGER NOT NULL,
    added_by  TEXT NOT NULL,
    bytes     BLOB NOT NULL
) STRICT;

CREATE TABLE product (
    id                    INTEGER PRIMARY KEY,
    uuid                  TEXT NOT NULL UNIQUE,
    version               INTEGER NOT NULL,
    created_at            INTEGER NOT NULL,
    changed_at            INTEGER NOT NULL,
    changed_by            TEXT NOT NULL,
    archived              INTEGER NOT NULL,
    sku                   TEXT NOT NULL UNIQUE,
    names                 TEXT NOT NULL,
    descriptions          TEXT NOT NULL,
    customs_descriptions  TEXT NOT NULL,
    category              TEXT NOT NULL,
    brand                 TEXT NOT NULL,
    model                 TEXT NOT NULL,
    composition           TEXT NOT NULL,
    unit                  TEXT NOT NULL,
    price                 INTEGER,
    currency              TEXT NOT NULL,
    price_ladder          TEXT NOT NULL,
    cost                  INTEGER,
    cost_currency         TEXT NOT NULL,
    hs_code               TEXT NOT NULL,
    hs_edition            TEXT NOT NULL,
    origin                TEXT NOT NULL,
    gtin                  TEXT NOT NULL,
    unit_net              INTEGER NOT NULL,
    pcs_per_inner         INTEGER NOT NULL,
    pcs_per_carton        INTEGER NOT NULL,
    carton_length         INTEGER NOT NULL,
    carton_width          INTEGER NOT NULL,
    carton_height         INTEGER NOT NULL,
    carton_net            INTEGER NOT NULL,
    carton_gross          INTEGER NOT NULL,
    package_kind          TEXT NOT NULL,
    moq                   INTEGER NOT NULL,
    safety_stock          INTEGER NOT NULL,
    lead_time             TEXT NOT NULL,
    supplier_id           INTEGER REFERENCES partner (id),
    pictures              TEXT NOT NULL
) STRICT;
CREATE INDEX product_supplier ON product (supplier_id) WHERE supplier_id IS NOT NULL;

CREATE TABLE variant (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    product_id  INTEGER NOT NULL REFERENCES product (id),
    position    INTEGER NOT NULL,
    sku         TEXT NOT NULL UNIQUE,
    gtin        TEXT NOT NULL,
    attributes  TEXT NOT NULL,
    archived    INTEGER NOT NULL
) STRICT;
CREATE INDEX variant_product ON variant (product_id, position);

CREATE TABLE product_buyer_item (
    product_id  INTEGER NOT NULL REFERENCES product (id),
    partner_id  INTEGER NOT NULL REFERENCES partner (id),
    position    INTEGER NOT NULL,
    item_no     TEXT NOT NULL,
    PRIMARY KEY (product_id, partner_id, item_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_buyer_item_partner ON product_buyer_item (partner_id);

CREATE TABLE sales_order (
    id                   INTEGER PRIMARY KEY,
    uuid                 TEXT NOT NULL UNIQUE,
    version              INTEGER NOT NULL,
    created_at           INTEGER NOT NULL,
    changed_at           INTEGER NOT NULL,
    changed_by           TEXT NOT NULL,
    archived             INTEGER NOT NULL,
    order_no             TEXT NOT NULL UNIQUE,
    date                 TEXT NOT NULL,
    status               TEXT NOT NULL,
    customer_id          INTEGER REFERENCES partner (id),
    currency             TEXT NOT NULL,
    consignee            TEXT NOT NULL,
    notify               TEXT NOT NULL,
    manufacturer         TEXT NOT NULL,
    incoterm             TEXT NOT NULL,
    payment_terms        TEXT NOT NULL,
    due_date             TEXT NOT NULL,
    valid_until          TEXT NOT NULL,
    last_shipment        TEXT NOT NULL,
    required_date        TEXT NOT NULL,
    lead_time            TEXT NOT NULL,
    sample_terms         TEXT NOT NULL,
    rate_note            TEXT NOT NULL,
    buyer_order_no       TEXT NOT NULL,
    buyer_order_date     TEXT NOT NULL,
    contract_no          TEXT NOT NULL,
    contract_date        TEXT NOT NULL,
    credit               TEXT NOT NULL,
    "references"         TEXT NOT NULL,
    export_country       TEXT NOT NULL,
    acquisition_country  TEXT NOT NULL,
    destination_country  TEXT NOT NULL,
    transport            TEXT NOT NULL,
    marks                TEXT NOT NULL,
    language             TEXT NOT NULL,
    notes                TEXT NOT NULL,
    declarations         TEXT NOT NULL,
    discount             INTEGER NOT NULL,
    freight              INTEGER NOT NULL,
    insurance            INTEGER NOT NULL,
    charges              TEXT NOT NULL
) STRICT;
CREATE INDEX sales_order_customer ON sales_order (customer_id);

CREATE TABLE order_line (
    id             INTEGER PRIMARY KEY,
    uuid           TEXT NOT NULL UNIQUE,
    order_id       INTEGER NOT NULL REFERENCES sales_order (id),
    position       INTEGER NOT NULL,
    variant_id     INTEGER NOT NULL REFERENCES variant (id),
    buyer_item_no  TEXT NOT NULL,
    descriptions   TEXT NOT NULL,
    hs_code        TEXT NOT NULL,
    origin         TEXT NOT NULL,
    quantity       INTEGER NOT NULL,
    unit           TEXT NOT NULL,
    price          INTEGER NOT NULL,
    discount       INTEGER NOT NULL,
    note           TEXT NOT NULL
) STRICT;
CREATE INDEX order_line_order ON order_line (order_id, position);
CREATE INDEX order_line_variant ON order_line (variant_id);

CREATE TABLE shipment (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    shipment_no  TEXT NOT NULL UNIQUE,
    order_id     INTEGER NOT NULL REFERENCES sales_order (id),
    date         TEXT NOT NULL,
    transport    TEXT NOT NULL,
    marks        TEXT NOT NULL,
    cartons      TEXT NOT NULL,
    containers   TEXT NOT NULL,
    pallets      INTEGER NOT NULL,
    freight      INTEGER NOT NULL,
    insurance    INTEGER NOT NULL,
    discount     INTEGER NOT NULL,
    charges      TEXT NOT NULL,
    posted       INTEGER NOT NULL
) STRICT;
CREATE INDEX shipment_order ON shipment (order_id);

CREATE TABLE shipment_line (
    id             INTEGER PRIMARY KEY,
    shipment_id    INTEGER NOT NULL REFERENCES shipment (id),
    position       INTEGER NOT NULL,
    order_line_id  INTEGER NOT NULL REFERENCES order_line (id),
    quantity       INTEGER NOT NULL
) STRICT;
CREATE INDEX shipment_line_shipment ON shipment_line (shipment_id, position);
CREATE INDEX shipment_line_order_line ON shipment_line (order_line_id);

CREATE TABLE rate (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    date        TEXT NOT NULL,
    base        TEXT NOT NULL,
    quote       TEXT NOT NULL,
    rate        INTEGER NOT NULL,
    UNIQUE (base, quote, date)
) STRICT;

-- The journal: a batch is what was done together; a row holds the record as it was before.
CREATE TABLE journal_batch (
    id      INTEGER PRIMARY KEY,
    uuid    TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    person  TEXT NOT NULL,
    source  TEXT NOT NULL,
    undoes  TEXT UNIQUE REFERENCES journal_batch (uuid)
) STRICT;

CREATE TABLE journal (
    id         INTEGER PRIMARY KEY,
    batch_id   INTEGER NOT NULL REFERENCES journal_batch (id),
    kind       TEXT NOT NULL,
    record_id  INTEGER NOT NULL,
    uuid       TEXT NOT NULL,
    version    INTEGER NOT NULL, -- after the save; 0: the record was taken away
    before     TEXT              -- NULL: it was new
) STRICT;
CREATE INDEX journal_of_batch ON journal (batch_id);
CREATE INDEX journal_of_record ON journal (uuid);

CREATE TABLE movement (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    batch_id    INTEGER NOT NULL REFERENCES journal_batch (id),
    at          INTEGER NOT NULL,
    person      TEXT NOT NULL,
    variant_id  INTEGER NOT NULL REFERENCES variant (id),
    warehouse   TEXT NOT NULL,
    lot         TEXT NOT NULL,
    expiry      TEXT NOT NULL,
    quantity    INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    document    TEXT NOT NULL
) STRICT;
CREATE INDEX movement_variant ON movement (variant_id);
CREATE INDEX movement_batch ON movement (batch_id);

-- The sums of the movements, kept with them so that no screen adds up a million rows.
CREATE TABLE stock_level (
    variant_id  INTEGER NOT NULL REFERENCES variant (id),
    warehouse   TEXT NOT NULL,
    lot         TEXT NOT NULL,
    expiry      TEXT NOT NULL,
    quantity    INTEGER NOT NULL,
    PRIMARY KEY (variant_id, warehouse, lot, expiry)
) STRICT, WITHOUT ROWID;

CREATE TABLE number_series (
    kind  TEXT NOT NULL,
    year  INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE issued (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    year         INTEGER NOT NULL,
    serial       INTEGER NOT NULL,
    number       TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    order_id     INTEGER NOT NULL REFERENCES sales_order (id),
    shipment_id  INTEGER REFERENCES shipment (id),
    date         TEXT NOT NULL,
    language     TEXT NOT NULL,
    issued_at    INTEGER NOT NULL,
    issued_by    TEXT NOT NULL,
    frozen       BLOB NOT NULL,
    hash         TEXT NOT NULL,
    changes      TEXT NOT NULL,
    UNIQUE (number, revision),
    UNIQUE (kind, year, serial, revision)
) STRICT;
CREATE INDEX issued_order ON issued (order_id, kind);
CREATE INDEX issued_shipment ON issued (shipment_id) WHERE shipment_id IS NOT NULL;

CREATE TABLE issued_void (
    number  TEXT PRIMARY KEY,
    reason  TEXT NOT NULL,
    at      INTEGER NOT NULL,
    person  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What lists search: one row per record, in the order of the list.
CREATE TABLE search (
    kind      INTEGER NOT NULL,
    key       TEXT NOT NULL,    -- the folded code, or what else the list is sorted by
    code      TEXT NOT NULL,
    record    INTEGER NOT NULL,
    archived  INTEGER NOT NULL,
    text      TEXT NOT NULL,    -- folded, one part a line
    PRIMARY KEY (kind, key, code)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX search_record ON search (kind, record);
