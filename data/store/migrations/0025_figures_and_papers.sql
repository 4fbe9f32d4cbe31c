-- The figures of a week by product, with all that a ranking adds up and in the order of the list of figures: the ranking reads
-- no row, and what it looked for among the listings that were asked about goes.
DROP INDEX listing_figures_asked;
CREATE INDEX listing_figures_counted ON listing_figures (week, market DESC, product_id, archived, exposures, clicks, inquiries, orders);

-- What a certificate is found by beside its product: kept folded, because a keystroke compares all certificates.
ALTER TABLE product_certificate ADD COLUMN words TEXT NOT NULL DEFAULT '';
UPDATE product_certificate SET words = folded(kind || ' ' || number || ' ' || issuer);
