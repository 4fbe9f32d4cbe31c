package command

import (
	"errors"
	"fmt"

	"tradewind/data/store"
)

// backup writes a verified copy of the data file, while others may work on it.
func (s *session) backup() error {
	to := s.call.args[0]
	err := s.existing(func(st *store.Store) error { return in(to, st.Backup(s.ctx, to)) })
	if err != nil {
		return err
	}
	return s.tellFile("command.backup.done", to)
}

// restore puts a backup in place of the data file. It refuses while a window has the file open, and keeps the
// replaced file beside it.
func (s *session) restore() (err error) {
	from := s.call.args[0]
	if found, err := there(from); err != nil || !found {
		return in(from, refuse("command.input.missing"))
	}
	path, err := s.dataFile()
	if err != nil {
		return err
	}
	if err := s.makeFolder(path); err != nil {
		return err
	}
	release, err := store.Lock(path)
	if err != nil {
		return in(path, err)
	}
	defer func() { err = errors.Join(err, release()) }()
	kept, err := store.Restore(s.ctx, from, path, s.Now())
	if err != nil {
		return in(from, err)
	}
	if s.call.on("json") {
		return s.json(map[string]string{"file": path, "restored": from, "kept": kept})
	}
	s.say("command.restore.done", "File", path, "From", from)
	if kept != "" {
		s.say("command.restore.kept", "File", kept)
	}
	return nil
}

// verify checks that the data file is whole: the database itself, and that its records agree with each other.
func (s *session) verify() error {
	return s.existing(func(st *store.Store) error {
		report, err := st.Backups.Verify(s.ctx)
		if err != nil {
			return in(st.Path(), err)
		}
		var found []spoken
		for _, f := range report.Faults {
			sentence := s.t(f.Key, "What", f.What)
			found = append(found, spoken{File: st.Path(), Field: f.What, Key: f.Key, Sentence: sentence, Detail: f.Detail})
		}
		s.tell(found)
		if s.call.on("json") {
			err = s.json(map[string]any{"file": st.Path(), "whole": len(found) == 0, "records": report.Records, "problems": found})
		}
		if err != nil || len(found) > 0 {
			return errors.Join(err, told(len(found)))
		}
		s.say("command.verify.done", "File", st.Path())
		return nil
	})
}

// told ends a command that has named count faults itself.
func told(count int) error {
	if count == 0 {
		return nil
	}
	return errTold
}

// existing opens the data file for a command that makes no sense without one.
func (s *session) existing(use func(*store.Store) error) error {
	path, err := s.dataFile()
	if err != nil {
		return err
	}
	if found, err := there(path); err != nil || !found {
		return in(path, refuse("command.input.missing"))
	}
	return s.withStore(path, use)
}

// tellFile says what was written.
func (s *session) tellFile(key, path string) error {
	if s.call.on("json") {
		if err := s.json(map[string]string{"file": path}); err != nil {
			return fmt.Errorf("answer: %w", err)
		}
		return nil
	}
	s.say(key, "File", path)
	return nil
}
