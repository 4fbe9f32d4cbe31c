-- What the merchant notes of a product, such as where its pictures lie on the web.
ALTER TABLE product ADD COLUMN notes TEXT NOT NULL DEFAULT '';
