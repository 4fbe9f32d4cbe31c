-- Who carries a shipment, by which of the carriers' cards, and what that was to cost.
ALTER TABLE shipment ADD COLUMN carrier TEXT NOT NULL DEFAULT '';
