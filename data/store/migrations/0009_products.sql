-- The product in full. What is only read with it is JSON; suppliers and certificates are asked for from elsewhere. The
-- cost at the preferred supplier, product.supplier_id, stands in product alone.
ALTER TABLE product ADD COLUMN customs_parts TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN listings TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN declaration_elements TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN tax_rates TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN duties TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN dangerous_goods TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN battery TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN packing_levels TEXT NOT NULL DEFAULT '';

ALTER TABLE variant ADD COLUMN price INTEGER;
ALTER TABLE variant ADD COLUMN unit_net INTEGER NOT NULL DEFAULT 0;
ALTER TABLE variant ADD COLUMN packing TEXT NOT NULL DEFAULT '';

CREATE TABLE product_offer (
    product_id  INTEGER NOT NULL REFERENCES product (id),
    partner_id  INTEGER NOT NULL REFERENCES partner (id),
    position    INTEGER NOT NULL,
    item_no     TEXT NOT NULL,
    cost        INTEGER,          -- NULL for the preferred one
    currency    TEXT NOT NULL,
    lead_days   INTEGER NOT NULL,
    moq         INTEGER NOT NULL,
    multiple    INTEGER NOT NULL,
    note        TEXT NOT NULL,
    PRIMARY KEY (product_id, partner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_offer_partner ON product_offer (partner_id);

CREATE TABLE product_certificate (
    product_id  INTEGER NOT NULL REFERENCES product (id),
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    number      TEXT NOT NULL,
    issuer      TEXT NOT NULL,
    markets     TEXT NOT NULL,
    issued      TEXT NOT NULL,
    expires     TEXT NOT NULL,
    scan        TEXT NOT NULL,
    note        TEXT NOT NULL,
    PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_certificate_expires ON product_certificate (expires) WHERE expires <> '';

-- Which declaration elements an HS code asks for, and which certificates a market does.
CREATE TABLE element_list (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    code        TEXT NOT NULL UNIQUE,
    elements    TEXT NOT NULL,
    source      TEXT NOT NULL,
    date        TEXT NOT NULL
) STRICT;

CREATE TABLE certificate_rule (
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    archived    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    market      TEXT NOT NULL,
    category    TEXT NOT NULL,
    source      TEXT NOT NULL,
    date        TEXT NOT NULL,
    note        TEXT NOT NULL,
    UNIQUE (kind, market, category)
) STRICT;
