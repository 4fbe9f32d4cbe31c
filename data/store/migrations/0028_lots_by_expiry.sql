-- Lots by the day on which they expire, with all that a calendar of them adds up.
DROP INDEX stock_level_expiry;
CREATE INDEX stock_level_expiry ON stock_level (expiry, variant_id, quantity) WHERE expiry <> '' AND quantity > 0;
