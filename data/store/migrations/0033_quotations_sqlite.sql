-- Lists find orders by their state: "#draft", "#lost" and the like.
UPDATE search SET text = text || char(10) || '#' || (SELECT o.status FROM sales_order o WHERE o.id = record) WHERE kind = 3;
DELETE FROM gram WHERE rowid IN (SELECT record * 8 + 3 FROM search WHERE kind = 3);
INSERT INTO gram (rowid, text) SELECT record * 8 + kind, fragments(text) FROM search WHERE kind = 3;
