package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // pictures may be GIF,
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	_ "golang.org/x/image/webp" // or WebP

	"tradewind/data"
	"tradewind/data/store"
)

const (
	maxPicture = 32 << 20  // bytes of a picture file
	maxPixels  = 100 << 20 // of a picture once it is unpacked
)

// ReadPicture reads a picture file, refusing what papers can't print before it is unpacked.
func ReadPicture(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > maxPicture {
		return nil, data.Problems{{Key: "problem.attachment.too_large", Args: map[string]any{"Limit": "32 MB"}}}
	}
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, data.Problems{{Key: "problem.file_missing", Args: map[string]any{"Value": filepath.Base(path)}}}
	}
	if err != nil {
		return nil, data.Problems{{Key: "problem.file_unreadable", Args: map[string]any{"Value": filepath.Base(path)}}}
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, data.Problems{{Key: "problem.attachment.unreadable"}}
	}
	if config.Width*config.Height > maxPixels {
		return nil, data.Problems{{Key: "problem.attachment.too_large", Args: map[string]any{"Limit": "100 MP"}}}
	}
	return raw, nil
}

// addPictures puts the pictures that an import of products names into the store; a dry run only reads them. They are
// found beside the file. What can't be found or read, a web address for instance, is a warning: nothing is fetched from
// the network.
func addPictures(ctx context.Context, st *store.Store, folder string, noted []pictured, dryRun bool, report *data.ImportReport) error {
	for _, one := range noted {
		raw, err := ReadPicture(Beside(folder, one.path))
		if problems := (data.Problems{}); errors.As(err, &problems) {
			for _, p := range problems {
				report.Warn("", one.row, data.Problem{Field: "image", Key: p.Key, Args: p.Args})
			}
			continue
		}
		if err != nil {
			return err
		}
		if dryRun {
			continue
		}
		name := filepath.Base(filepath.FromSlash(one.path))
		hash, err := st.Attachments.Put(ctx, name, raw)
		if err != nil {
			return err
		}
		if err := Attach(ctx, st, one.sku, data.Picture{Hash: hash, Role: "main", Name: name}); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Beside returns where a file named in another file of folder lies.
func Beside(folder, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, path)
}

// Attach gives a product a picture; a main one comes first and replaces the main one before.
func Attach(ctx context.Context, st *store.Store, sku string, picture data.Picture) error {
	p, err := st.Products.BySKU(ctx, sku)
	if err != nil {
		return fmt.Errorf("attach to %s: %w", sku, err)
	}
	if slices.ContainsFunc(p.Pictures, func(old data.Picture) bool { return old.Hash == picture.Hash && old.Role == picture.Role }) {
		return nil
	}
	pictures := slices.DeleteFunc(slices.Clone(p.Pictures), func(old data.Picture) bool {
		return old.Hash == picture.Hash || old.Role == "main" && picture.Role == "main"
	})
	if p.Pictures = append(pictures, picture); picture.Role == "main" {
		p.Pictures = append([]data.Picture{picture}, pictures...)
	}
	_, err = st.Products.Save(ctx, p)
	return err
}
