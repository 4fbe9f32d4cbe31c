package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tradewind/data"
	"tradewind/data/picture"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// ImportCatalogue brings the products of a catalogue in with everything that belongs to them, whole or not at all, in one
// transaction. A picture or file that was changed outside is taken as a new one; suppliers and buyers whose codes aren't
// known are made. What is as it was leaves no trace. Problems and warnings stand in the report.
func ImportCatalogue(ctx context.Context, st *store.Store, from *sheet.Catalogue, o store.ImportOptions) (data.ImportReport, error) {
	in := &catalogueImport{ctx: ctx, from: from, inUse: map[string]bool{}}
	err := st.AtomicallyAs(ctx, o.Source, func(st *store.Store) error {
		in.st = st
		if err := in.all(o.Progress); err != nil {
			return err
		}
		if o.DryRun || len(in.report.Problems) > 0 {
			return errRefused
		}
		return nil
	})
	if errors.Is(err, errRefused) {
		err = nil
	}
	if err == nil && in.report.New+in.report.Changed > 0 && len(in.report.Problems) == 0 && !o.DryRun {
		if last, e := st.Journal.Last(ctx, 1); e == nil && len(last) > 0 {
			in.report.Batch = last[0].Batch
		}
	}
	return in.report, err
}

// catalogueImport is one import under way.
type catalogueImport struct {
	ctx    context.Context //nolint:containedctx // of this one call
	st     *store.Store
	from   *sheet.Catalogue
	report data.ImportReport
	inUse  map[string]bool // SKUs that are another product's variant
}

// all takes every product. Problems of all of them are collected, so that one pass names everything there is to mend.
func (in *catalogueImport) all(progress func(int)) error {
	problems, err := in.from.Entries(in.before, func(e sheet.CatalogueEntry) error {
		in.report.Rows++
		err := in.one(e)
		if wrong := (data.Problems{}); errors.As(err, &wrong) {
			in.report.Problems = append(in.report.Problems, e.Place(wrong)...)
			in.report.Refused++
			err = nil
		}
		if progress != nil && in.report.Rows%100 == 0 {
			progress(in.report.Rows)
		}
		return errors.Join(err, in.ctx.Err())
	})
	in.report.Problems = append(problems, in.report.Problems...)
	return err
}

// before returns the product with an SKU as it stands, or the zero one.
func (in *catalogueImport) before(sku string) (data.Product, error) {
	p, err := in.st.Products.BySKU(in.ctx, sku)
	if errors.Is(err, data.ErrNotFound) {
		return data.Product{}, nil
	}
	if err == nil && p.SKU != sku {
		in.inUse[sku] = true
		return data.Product{}, nil
	}
	return p, err
}

// one saves the product of an entry.
func (in *catalogueImport) one(e sheet.CatalogueEntry) error {
	p := e.Product
	if in.inUse[p.SKU] {
		return data.Problems{{Field: "sku", Key: "problem.in_use"}}
	}
	was := p.Version
	var wrong data.Problems
	for _, err := range []error{in.partners(e.Partners, data.Supplier), in.partners(e.Buyers, data.Customer), in.pictures(e, &p), in.files(p)} {
		if found := (data.Problems{}); errors.As(err, &found) {
			wrong = append(wrong, found...)
		} else if err != nil {
			return err
		}
	}
	if len(wrong) > 0 {
		return wrong
	}
	kept, err := in.st.Products.Save(in.ctx, p)
	switch {
	case errors.Is(err, data.ErrInUse):
		return data.Problems{{Field: "sku", Key: "problem.in_use"}}
	case err != nil:
		return err
	}
	change := data.Unchanged
	switch {
	case p.ID == 0:
		change = data.New
		in.report.New++
	case kept.Version != was:
		change = data.Changed
		in.report.Changed++
	default:
		in.report.Unchanged++
	}
	if change != data.Unchanged {
		warnings := e.Place(kept.Warnings())
		in.report.Warn("", e.Row, warnings...)
	}
	if len(in.report.Sample) < 100 {
		in.report.Sample = append(in.report.Sample, data.ImportedRow{Row: e.Row, Key: p.SKU, Change: change})
	}
	return nil
}

// partners makes those that aren't known by code or name.
func (in *catalogueImport) partners(names map[string]string, role data.Role) error {
	for _, code := range slices.Sorted(maps.Keys(names)) {
		if code == "" {
			continue
		}
		_, err := in.st.Partners.Called(in.ctx, code)
		if !errors.Is(err, data.ErrNotFound) {
			if err != nil {
				return err
			}
			continue
		}
		p := data.Partner{Code: code, Party: data.Party{Name: names[code]}, Roles: []data.Role{role}}
		if p.Name == "" {
			p.Name = code
		}
		if _, err := in.st.Partners.Save(in.ctx, p); err != nil {
			return fmt.Errorf("partner %s: %w", code, err)
		}
		in.report.Created = append(in.report.Created, p.Name)
	}
	return nil
}

// pictures puts the pictures of an entry into the store. Those of our own, as their hash says, keep their bytes; others are
// taken like any picture file.
func (in *catalogueImport) pictures(e sheet.CatalogueEntry, p *data.Product) error {
	var wrong data.Problems
	p.Pictures = slices.Clone(p.Pictures)
	for i := range p.Pictures {
		row := e.PictureRow(i)
		if row == 0 {
			continue // the catalogue has no sheet of pictures
		}
		err := in.picture(&p.Pictures[i], row)
		if found := (data.Problems{}); errors.As(err, &found) {
			for _, one := range found {
				wrong = append(wrong, in.from.PictureProblem(row, one.Key, one.Args))
			}
		} else if err != nil {
			return err
		}
	}
	return wrong.Err()
}

// picture puts one picture into the store.
func (in *catalogueImport) picture(one *data.Picture, row int) error {
	raw, err := in.from.Picture(row)
	if err != nil {
		return err
	}
	if raw == nil {
		raw = in.from.File(one.Hash)
	}
	if raw == nil {
		if _, err := in.st.Attachments.Get(in.ctx, one.Hash); err == nil {
			return nil
		}
		return data.Problems{{Key: "problem.picture_missing"}}
	}
	if _, _, err := picture.Check(raw); err != nil {
		return err
	}
	if hashOf(raw) != one.Hash {
		taken, err := picture.Take(raw, picture.Limit)
		if err != nil {
			return err
		}
		one.Size, one.Original, raw = int64(len(taken.Bytes)), int64(taken.Original), taken.Bytes
	}
	if one.Role == "" {
		one.Role = data.DetailPicture
	}
	one.Hash, err = in.st.Attachments.Put(in.ctx, one.Name, raw)
	return err
}

// files puts the scans and data sheets of a product into the store.
func (in *catalogueImport) files(p data.Product) error {
	var wrong data.Problems
	take := func(h data.Hash, field, name string) error {
		if h == "" {
			return nil
		}
		if raw := in.from.File(h); raw != nil {
			_, err := in.st.Attachments.Put(in.ctx, name, raw)
			return err
		}
		if _, err := in.st.Attachments.Get(in.ctx, h); errors.Is(err, data.ErrNotFound) {
			wrong.Add(field, "problem.scan_missing")
		} else if err != nil {
			return err
		}
		return nil
	}
	if err := take(p.Battery.MSDS, "msds", "MSDS "+p.SKU); err != nil {
		return err
	}
	for i, c := range p.Certificates {
		if err := take(c.Scan, fmt.Sprintf("certificates.%d.scan", i+1), c.Kind+" "+c.Number); err != nil {
			return err
		}
	}
	return wrong.Err()
}

// hashOf is what the store calls bytes by.
func hashOf(raw []byte) data.Hash {
	sum := sha256.Sum256(raw)
	return data.Hash(hex.EncodeToString(sum[:]))
}
