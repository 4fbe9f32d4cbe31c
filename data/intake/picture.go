package intake

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"tradewind/data"
	"tradewind/data/picture"
	"tradewind/data/store"
)

// ReadPicture reads a picture file as it is kept (see [picture.Take]), in at most limit bytes, refusing what can't be
// printed before it is unpacked.
func ReadPicture(path string, limit int) (picture.Taken, error) {
	raw, err := picture.ReadFile(path)
	if err != nil {
		return picture.Taken{}, err
	}
	return picture.Take(raw, limit)
}

// addPictures puts the pictures that an import of products names into the store; a dry run only reads them. They are
// found beside the file. What can't be found or read, a web address for instance, is a warning: nothing is fetched from
// the network.
func addPictures(ctx context.Context, st *store.Store, folder string, noted []pictured, dryRun bool, report *data.ImportReport) error {
	for _, one := range noted {
		taken, err := ReadPicture(Beside(folder, one.path), picture.Limit)
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
		hash, err := st.Attachments.Put(ctx, name, taken.Bytes)
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
func Attach(ctx context.Context, st *store.Store, sku string, one data.Picture) error {
	p, err := st.Products.BySKU(ctx, sku)
	if err != nil {
		return fmt.Errorf("attach to %s: %w", sku, err)
	}
	if slices.ContainsFunc(p.Pictures, func(old data.Picture) bool { return old.Hash == one.Hash && old.Role == one.Role }) {
		return nil
	}
	pictures := slices.DeleteFunc(slices.Clone(p.Pictures), func(old data.Picture) bool {
		return old.Hash == one.Hash || old.Role == "main" && one.Role == "main"
	})
	if p.Pictures = append(pictures, one); one.Role == "main" {
		p.Pictures = append([]data.Picture{one}, pictures...)
	}
	_, err = st.Products.Save(ctx, p)
	return err
}
