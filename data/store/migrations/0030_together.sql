-- Goods of several orders may travel together: what each order has in a shipment beside its goods. A shipment's first order stands at
-- position 0; the amounts of all add up to the shipment's own.
CREATE TABLE shipment_part (
    shipment_id  INTEGER NOT NULL REFERENCES shipment (id),
    position     INTEGER NOT NULL,
    order_id     INTEGER NOT NULL REFERENCES sales_order (id),
    discount     INTEGER NOT NULL,
    freight      INTEGER NOT NULL,
    insurance    INTEGER NOT NULL,
    charges      TEXT NOT NULL,
    PRIMARY KEY (shipment_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO shipment_part SELECT id, 0, order_id, discount, freight, insurance, charges FROM shipment;
CREATE INDEX shipment_part_order ON shipment_part (order_id, shipment_id);

-- How far the goods of a line are, and what of it was agreed not to be sent any more.
ALTER TABLE order_line ADD COLUMN produced INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN short INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN short_reason TEXT NOT NULL DEFAULT '';
