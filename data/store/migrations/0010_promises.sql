-- Lines that are sold before the goods are there, and the day by which a line ships.
ALTER TABLE order_line ADD COLUMN pre_sale INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN promise_date TEXT NOT NULL DEFAULT '';
