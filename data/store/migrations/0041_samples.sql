-- What an order of samples says of them, and which order of samples has its fee taken off an order.
ALTER TABLE sales_order ADD COLUMN samples TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_order ADD COLUMN credits_sample TEXT NOT NULL DEFAULT '';
