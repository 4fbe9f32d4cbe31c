package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// reading opens the data file for a command that changes nothing. The user's own file reads as an empty one before the
// first write, and isn't made; one that was named must be there.
func (s *session) reading(use func(*store.Store) error) error {
	path, err := s.dataFile()
	if err != nil {
		return err
	}
	found, err := there(path)
	switch {
	case err != nil:
		return in(path, unreadable(err))
	case found:
		return s.withStore(path, use)
	case s.named():
		return in(path, refuse("command.input.missing"))
	}
	return s.onEmpty(use)
}

// trying opens the data file for a dry run: the existing one, of which nothing is changed, or an empty one in its place.
func (s *session) trying(use func(*store.Store) error) error {
	path, err := s.dataFile()
	if err != nil {
		return err
	}
	if found, err := there(path); err != nil || found {
		return s.reading(use)
	}
	return s.onEmpty(use)
}

// onEmpty opens a data file without records that is gone afterwards.
func (s *session) onEmpty(use func(*store.Store) error) error {
	folder, err := os.MkdirTemp("", "tradewind-empty-")
	if err != nil {
		return fmt.Errorf("make a place for an empty file: %w", err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // only what this run put there
	return s.withStore(filepath.Join(folder, "empty.db"), use)
}

// writing opens the data file for a command that changes it, making file and folder where there are none.
func (s *session) writing(use func(*store.Store) error) error {
	path, err := s.dataFile()
	if err != nil {
		return err
	}
	if err := s.makeFolder(path); err != nil {
		return err
	}
	return s.withStore(path, use)
}

// withStore opens the file at path while use runs.
func (s *session) withStore(path string, use func(*store.Store) error) error {
	st, err := store.Open(s.ctx, path, store.Options{Now: s.Now})
	if err != nil {
		return in(path, err)
	}
	err = use(st)
	if closing := st.Close(); err == nil && closing != nil {
		err = fmt.Errorf("close %s: %w", path, closing)
	}
	return err
}

// spokenErrors are the errors of the parts that have a sentence of their own.
var spokenErrors = []struct {
	err error
	key string
}{
	{data.ErrNotFound, "command.failed.not_found"},
	{data.ErrConflict, "command.failed.conflict"},
	{data.ErrPosted, "command.failed.posted"},
	{data.ErrInUse, "command.failed.in_use"},
	{data.ErrTooLarge, "command.failed.too_large"},
	{context.Canceled, "command.failed.cancelled"},
	{document.ErrNewerCopy, "command.failed.newer_copy"},
	{store.ErrBusy, "command.failed.busy"},
	{store.ErrOpenElsewhere, "command.failed.open_elsewhere"},
	{store.ErrExists, "command.failed.exists"},
	{store.ErrReadOnly, "command.failed.read_only"},
	{store.ErrNotOurs, "command.failed.not_ours"},
	{data.ErrDamaged, "command.failed.damaged"},
}

// keyOf returns the catalog key of err's sentence, or "" when it has none.
func keyOf(err error) string {
	if newer := (store.NewerFileError{}); errors.As(err, &newer) {
		return "command.failed.newer"
	}
	for _, known := range spokenErrors {
		if errors.Is(err, known.err) {
			return known.key
		}
	}
	return ""
}
