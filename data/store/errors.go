package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tradewind/data"
)

// ErrBusy reports that another program held the file for longer than [Options] says.
var ErrBusy = errors.New("file is busy")

// ErrOpenElsewhere reports that another window has the file open.
var ErrOpenElsewhere = errors.New("file is open in another window")

// ErrExists reports that a file would have been overwritten.
var ErrExists = errors.New("file exists already")

// ErrNotOurs reports a file that isn't one of Tradewind's.
var ErrNotOurs = errors.New("not a Tradewind file")

// ErrReadOnly reports that something was to be written to a file that can't be written to, or was opened for reading.
var ErrReadOnly = errors.New("data file can't be written to")

// NewerFileError reports a file that a newer program has written.
type NewerFileError struct{ File, Program int }

// Error names both versions.
func (e NewerFileError) Error() string {
	return fmt.Sprintf("file is of version %d, this program knows %d", e.File, e.Program)
}

// explain turns what the database says into the errors of this program.
func explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("%w: %w", data.ErrNotFound, err)
	case errors.Is(err, context.Canceled), errors.Is(err, ErrBusy), errors.Is(err, ErrReadOnly):
		return err
	}
	return explainCode(err)
}
