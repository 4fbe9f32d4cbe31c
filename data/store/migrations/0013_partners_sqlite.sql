-- What a partner's record says beside name, address and terms. Lists that are only read with their partner are JSON.
ALTER TABLE partner ADD COLUMN persons TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN addresses TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN numbers TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN instalments TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN bank_account TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN letterhead TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN consents TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN tags TEXT NOT NULL DEFAULT '';

-- What finds partners that may be the same, and tags in use: mail addresses, tax numbers, names without
-- their legal form, telephone numbers, each in the form in which it is compared. No rule asks for them to be unique: a
-- second use is only warned of.
CREATE TABLE partner_key (
    kind        TEXT NOT NULL,
    key         TEXT NOT NULL,
    partner_id  INTEGER NOT NULL REFERENCES partner (id),
    PRIMARY KEY (kind, key, partner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_key_partner ON partner_key (partner_id);
INSERT OR IGNORE INTO partner_key (kind, key, partner_id)
    SELECT k.value ->> 0, k.value ->> 1, p.id
    FROM partner p, json_each(partner_keys(p.name, p.name_local, p.email, p.phone, p.tax_id, p.import_no)) k;

-- Lists find partners by their second number and by "#supplier" and the like, too.
UPDATE search SET text = text
    || coalesce((SELECT char(10) || folded(p.import_no) FROM partner p WHERE p.id = record AND p.import_no <> '' AND p.import_no <> p.tax_id), '')
    || coalesce((SELECT group_concat(char(10) || '#' || r.value, '') FROM partner p, json_each(p.roles) r WHERE p.id = record AND p.roles <> ''), '')
    WHERE kind = 2;
DELETE FROM gram WHERE rowid IN (SELECT record * 8 + 2 FROM search WHERE kind = 2);
INSERT INTO gram (rowid, text) SELECT record * 8 + kind, fragments(text) FROM search WHERE kind = 2;
