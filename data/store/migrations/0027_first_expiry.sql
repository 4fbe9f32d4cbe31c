-- Of the lots of a product that are there, the day on which the first expires: lists of what needs the merchant find it there, and
-- look through no lots. Kept as the other marks are, see stock_marks.go.
ALTER TABLE search ADD COLUMN expires TEXT NOT NULL DEFAULT '';
DROP INDEX search_due;
CREATE INDEX search_due ON search (kind, key, code, archived, due, expires, record) WHERE due > 0 OR expires <> '';
UPDATE search SET expires = f.expiry FROM (
	SELECT v.product_id, min(l.expiry) AS expiry FROM stock_level l JOIN variant v ON v.id = l.variant_id
	JOIN product p ON p.id = v.product_id AND p.archived = 0
	WHERE l.expiry <> '' AND l.quantity > 0 GROUP BY v.product_id
) f WHERE search.kind = 1 AND search.record = f.product_id;
