package store

import (
	"context"
	"errors"

	"modernc.org/sqlite"
)

const readers = 4

func writerDSN(path string) string { return path }
func readerDSN(path string) string { return path }

func migrate(ctx context.Context, f *file) error { return nil }

func explainCode(err error) error {
	var broken *sqlite.Error
	if errors.As(err, &broken) {
		return err
	}
	return err
}

type optional struct{ at *string }

// Scan reads NULL as "".
func (o *optional) Scan(v any) error { return nil }
