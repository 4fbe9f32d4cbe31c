-- Where the bills of an order go, when not to the buyer.
ALTER TABLE sales_order ADD COLUMN bill_to TEXT NOT NULL DEFAULT '';
