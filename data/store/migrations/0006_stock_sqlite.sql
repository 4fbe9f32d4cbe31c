-- What only SQLite has: posted facts of the stock are never edited.
CREATE TRIGGER reservation_never_changed BEFORE UPDATE ON reservation BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER reservation_never_deleted BEFORE DELETE ON reservation BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER transfer_never_changed BEFORE UPDATE ON transfer BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER transfer_never_deleted BEFORE DELETE ON transfer BEGIN SELECT raise(ABORT, 'posted'); END;
