-- Who checked what buyers see of a product, and in which version.
ALTER TABLE product ADD COLUMN listing_ticks TEXT NOT NULL DEFAULT '';
