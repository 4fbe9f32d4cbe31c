-- What a line of a quotation is beside goods that are sold: '', 'alternative', 'optional', 'sample' or 'tooling'.
ALTER TABLE order_line ADD COLUMN role TEXT NOT NULL DEFAULT '';
-- The discount of a whole order as a share, what the rules proposed and why it differs; when the inquiry came (microseconds
-- UTC, 0: not noted) and why a quotation was lost.
ALTER TABLE sales_order ADD COLUMN discount_percent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_order ADD COLUMN discount_rule TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_order ADD COLUMN discount_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_order ADD COLUMN asked_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_order ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
-- What its quotations leave out, and whether they list what changed.
ALTER TABLE sales_order ADD COLUMN prints TEXT NOT NULL DEFAULT '';
-- Inquiries nobody answered yet are few among the orders.
CREATE INDEX sales_order_asked ON sales_order (asked_at) WHERE asked_at <> 0;
-- How far a customer has come: new, active, silver, gold or a word of the merchant's own.
ALTER TABLE partner ADD COLUMN tier TEXT NOT NULL DEFAULT '';
