-- The three steps of stock warnings: a line for too much beside the safety stock, and what finds articles and lots that
-- are due without reading the whole catalogue.
ALTER TABLE product ADD COLUMN max_stock INTEGER NOT NULL DEFAULT 0;
CREATE INDEX product_watched ON product (id, safety_stock, max_stock) WHERE archived = 0 AND (safety_stock > 0 OR max_stock > 0);
CREATE INDEX stock_level_expiry ON stock_level (expiry, variant_id) WHERE expiry <> '' AND quantity > 0;
