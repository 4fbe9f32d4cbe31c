// Package picture takes pictures in: it looks at their size before it unpacks them, turns them upright, takes away what
// the camera noted (place, owner, time), and makes large files small enough for the marketplaces.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // a format of pictures
	_ "image/jpeg" // a format of pictures
	_ "image/png"  // a format of pictures
	"io/fs"
	"os"
	"path/filepath"

	"tradewind/data"

	_ "golang.org/x/image/webp" // a format of pictures
)

// What is taken at most: bytes of the file, and pixels once it is unpacked, of which a small file can have far too many.
const (
	MaxBytes  = 32 << 20
	MaxPixels = 64_000_000
)

// How large a kept picture may be, in bytes.
const (
	Limit = 500_000 // of a product: the marketplaces' 500 KB (DUTIES D2)
	Sharp = 2 << 20 // of what papers print: a letterhead, a stamp, a signature
)

// Taken is a picture as it is kept.
type Taken struct {
	Bytes         []byte
	Format        string // "jpeg", "png", "gif" or "webp"
	Width, Height int    // pixels
	Original      int    // bytes of the file it came from
}

// ReadFile reads a picture file whole. What isn't a picture, or is too large, gives [data.Problems]; no pixel is
// unpacked for that.
func ReadFile(path string) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err == nil && info.Size() > MaxBytes {
		return nil, tooLarge("32 MB")
	}
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, data.Problems{{Key: "problem.file_missing", Args: map[string]any{"Value": name}}}
	case err != nil:
		return nil, data.Problems{{Key: "problem.file_unreadable", Args: map[string]any{"Value": name}}}
	}
	_, _, err = Check(raw)
	return raw, err
}

// Check looks at the head of a picture and returns its format and size, or [data.Problems].
func Check(raw []byte) (format string, size image.Point, err error) {
	if len(raw) > MaxBytes {
		return "", size, tooLarge("32 MB")
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return "", size, data.Problems{{Key: "problem.attachment.unreadable"}}
	}
	if config.Width > MaxPixels/config.Height {
		return "", size, data.Problems{{Key: "problem.attachment.too_many_pixels"}}
	}
	return format, image.Pt(config.Width, config.Height), nil
}

func tooLarge(limit string) error {
	return data.Problems{{Key: "problem.attachment.too_large", Args: map[string]any{"Limit": limit}}}
}

// Take makes of a picture file what is kept of it: upright, without what the camera noted, and of at most limit bytes.
// A file that is upright and small enough keeps its pixels to the last bit; the first frame stands for a film that is too
// large. The same file gives the same bytes every time.
func Take(raw []byte, limit int) (Taken, error) {
	format, size, err := Check(raw)
	if err != nil {
		return Taken{}, err
	}
	lies := uprightTurn(format, raw)
	if plain, ok := stripped(format, raw); ok && lies == upright && len(plain) <= limit {
		return Taken{Bytes: plain, Format: format, Width: size.X, Height: size.Y, Original: len(raw)}, nil
	}
	full, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return Taken{}, data.Problems{{Key: "problem.attachment.unreadable"}}
	}
	t, err := fit(full, lies, limit)
	if err != nil {
		return Taken{}, fmt.Errorf("shrink picture: %w", err)
	}
	t.Original = len(raw)
	return t, nil
}
