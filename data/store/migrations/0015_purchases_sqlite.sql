-- What only SQLite has: what came and what was on order is never edited.
CREATE TRIGGER purchase_receipt_never_changed BEFORE UPDATE ON purchase_receipt BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER purchase_receipt_never_deleted BEFORE DELETE ON purchase_receipt BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER on_order_never_changed BEFORE UPDATE ON on_order BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER on_order_never_deleted BEFORE DELETE ON on_order BEGIN SELECT raise(ABORT, 'posted'); END;
