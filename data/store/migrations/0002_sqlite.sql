-- What only SQLite has.

-- The fragments of the searched texts, made by grams.go: rowid is record * 8 + kind.
CREATE VIRTUAL TABLE gram USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- Posted facts are never edited.
CREATE TRIGGER movement_never_changed BEFORE UPDATE ON movement BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER movement_never_deleted BEFORE DELETE ON movement BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER issued_never_changed BEFORE UPDATE ON issued BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER issued_never_deleted BEFORE DELETE ON issued BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER issued_void_never_changed BEFORE UPDATE ON issued_void BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER issued_void_never_deleted BEFORE DELETE ON issued_void BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER journal_never_deleted BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'posted'); END;
CREATE TRIGGER attachment_never_changed BEFORE UPDATE ON attachment BEGIN SELECT raise(ABORT, 'posted'); END;
