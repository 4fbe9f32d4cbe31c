-- Words are found without their accents. What is searched is folded and cut anew, by the functions of fold_sqlite.go;
-- folding what was folded before gives the same as folding the records.
UPDATE search SET key = folded(key), text = folded(text) WHERE folded(key) <> key OR folded(text) <> text;
INSERT INTO gram (gram) VALUES ('delete-all');
INSERT INTO gram (rowid, text) SELECT record * 8 + kind, fragments(text) FROM search;

-- Lists of papers have the newest first.
CREATE INDEX issued_newest ON issued (date, number, revision);

-- Files name suppliers and customers by any of their names.
CREATE INDEX partner_name_local ON partner (name_local);
