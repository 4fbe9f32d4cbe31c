package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"tradewind/data"
)

// Attachments keeps pictures and other files by the hash of their bytes, each once.
type Attachments struct{ at place }

// hashOf returns the SHA-256 of bytes.
func hashOf(bytes []byte) data.Hash {
	sum := sha256.Sum256(bytes)
	return data.Hash(hex.EncodeToString(sum[:]))
}

// Put keeps bytes under their hash; the same bytes are kept once, with the first name.
func (s Attachments) Put(ctx context.Context, name string, bytes []byte) (data.Hash, error) {
	h := hashOf(bytes)
	err := s.at.write(ctx, "", func(w *writing) error {
		_, err := w.exec(ctx, `INSERT INTO attachment (hash, name, size, added_at, added_by, bytes) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (hash) DO NOTHING`, string(h), name, len(bytes), w.at.UnixMicro(), w.person, notNil(bytes))
		return err
	})
	return h, err
}

// notNil makes sure that no bytes are stored as no bytes, not as NULL.
func notNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// Get returns the bytes, or [data.ErrNotFound].
func (s Attachments) Get(ctx context.Context, h data.Hash) (bytes []byte, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		bytes, err = attachment(ctx, r, h)
		return err
	})
	return bytes, err
}

// attachment returns the bytes.
func attachment(ctx context.Context, r reader, h data.Hash) (bytes []byte, err error) {
	err = r.QueryRowContext(ctx, `SELECT bytes FROM attachment WHERE hash = ?`, string(h)).Scan(&bytes)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("attachment %s: %w", h, data.ErrNotFound)
	}
	return bytes, err
}

// Facts returns name and size of those of hashes that are kept, without their bytes.
func (s Attachments) Facts(ctx context.Context, hashes []data.Hash) (map[data.Hash]data.Attached, error) {
	found := make(map[data.Hash]data.Attached, len(hashes))
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(hashes, maxHoles) {
			holes, args := in(part)
			err := eachRow(ctx, r, `SELECT hash, name, size FROM attachment WHERE hash IN `+holes, args, func(scan func(...any) error) error {
				var h data.Hash
				var one data.Attached
				err := scan(&h, &one.Name, &one.Size)
				found[h] = one
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}
