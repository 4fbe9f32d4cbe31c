package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"tradewind/assets"
	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// demo lays a sample company's files into a folder, imports them as a merchant would, and issues the four papers of
// its first order. Done again in the same folder it makes the same papers anew. It never touches the user's own data
// file: it has one in the folder, unless --db names another.
func (s *session) demo() error {
	if s.call.has("size") {
		return s.demoLarge()
	}
	if lang := s.call.option("lang"); lang != "" {
		if _, err := languagesOf(lang); err != nil {
			return err
		}
	}
	folder := s.call.option("out")
	db := s.call.option("db")
	if db == "" {
		db = filepath.Join(folder, "demo.db")
	}
	for _, dir := range []string{folder, filepath.Dir(db)} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return in(dir, unwritable(err))
		}
	}
	if err := unpackSample(folder); err != nil {
		return err
	}
	var files []made
	err := s.withStore(db, func(st *store.Store) error {
		number, err := s.setUpSample(st, filepath.Join(folder, "sample"))
		if err == nil {
			files, err = s.samplePapers(st, number, folder)
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.papers(files, nil, nil, nil)
}

// unpackSample writes the sample company's files into folder/sample.
func unpackSample(folder string) error {
	return fs.WalkDir(assets.Sample, "sample", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := assets.Sample.ReadFile(name)
		if err != nil {
			return fmt.Errorf("sample file %s: %w", name, err)
		}
		return writeFile(filepath.Join(folder, filepath.FromSlash(name)), func(w io.Writer) error {
			_, err := w.Write(raw)
			return err
		})
	})
}

// sampleFiles are the sample company's records in the order in which they need each other.
var sampleFiles = []sheet.Target{sheet.Rates, sheet.Partners, sheet.Products, sheet.Stock, sheet.Orders, sheet.ListingFigures}

// sampleRecords are what import files have no columns for, in the same order: the first order's ports, marks and validity; suppliers,
// warehouses and one product in full; purchase orders, a transfer on its way and a count begun; what stands in the showcase; a
// campaign that runs for two weeks.
var sampleRecords = []string{"order.json", "library.json", "work.json", "showcase.json", "campaign.json"}

// setUpSample brings the sample company in, in one transaction, and returns the number of its first order. A file that has
// this order keeps what it has: goods that came would come a second time.
func (s *session) setUpSample(st *store.Store, folder string) (string, error) {
	number, err := firstOrder(filepath.Join(folder, string(sheet.Orders)+".csv"))
	if err != nil {
		return "", err
	}
	return number, st.Atomically(s.ctx, func(st *store.Store) error {
		if _, err := st.Orders.ByNo(s.ctx, number); !errors.Is(err, data.ErrNotFound) {
			return err
		}
		if err := s.sampleCompany(st, folder); err != nil {
			return err
		}
		for _, target := range sampleFiles {
			if err := s.importSample(st, filepath.Join(folder, string(target)+".csv"), target); err != nil {
				return err
			}
		}
		for _, name := range sampleRecords {
			if err := s.sampleActions(st, folder, name); err != nil {
				return err
			}
		}
		return nil
	})
}

// sampleCompany saves the sample company with its logo, stamp and signature.
func (s *session) sampleCompany(st *store.Store, folder string) error {
	raw, err := assets.Sample.ReadFile(path.Join("sample", "company.json"))
	if err != nil {
		return fmt.Errorf("sample company: %w", err)
	}
	company, err := json.Marshal(map[string]any{"actions": []any{
		map[string]any{"do": "save-company", "company": json.RawMessage(raw)},
		map[string]any{"do": "attach", "to": "logo", "file": "logo.png"},
		map[string]any{"do": "attach", "to": "stamp", "file": "stamp.png"},
		map[string]any{"do": "attach", "to": "signature", "file": "signature.png"},
	}})
	if err != nil {
		return fmt.Errorf("sample company: %w", err)
	}
	return s.applySample(st, filepath.Join(folder, "company.json"), company)
}

// sampleActions applies one file of the sample company's actions.
func (s *session) sampleActions(st *store.Store, folder, name string) error {
	raw, err := assets.Sample.ReadFile(path.Join("sample", name))
	if err != nil {
		return fmt.Errorf("sample %s: %w", name, err)
	}
	return s.applySample(st, filepath.Join(folder, name), raw)
}

func (s *session) applySample(st *store.Store, name string, raw []byte) error {
	list, err := readActions(raw)
	if err != nil {
		return in(name, err)
	}
	_, err = s.applyAll(st, name, list)
	return in(name, err)
}

// importSample imports one file of the sample company.
func (s *session) importSample(st *store.Store, name string, target sheet.Target) error {
	f, err := openSheet(name, target, sheet.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // only read from
	report, err := s.importRows(st, name, target, f.Rows())
	if err == nil {
		err = report.Problems.Err()
	}
	return in(name, err)
}

// firstOrder returns the number of the first order of a file.
func firstOrder(name string) (string, error) {
	f, err := openSheet(name, sheet.Orders, sheet.Options{})
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // only read from
	for row, err := range f.Rows() {
		return row.Values["order_no"], in(name, err)
	}
	return "", fmt.Errorf("%s: no orders", name)
}

// samplePapers issues the four papers of an order and writes each in every format.
func (s *session) samplePapers(st *store.Store, number, folder string) ([]made, error) {
	var files []made
	press := NewPress()
	for _, kind := range demoKinds {
		lang := s.call.option("lang")
		w := wanted{
			kind: kind, number: number, lang: lang, formats: paperFormats,
			folder: folder, named: number,
		}
		one, err := s.samplePaper(st, press, w)
		if err != nil {
			return files, err
		}
		files = append(files, one...)
	}
	return files, nil
}

func (s *session) samplePaper(st *store.Store, press *Press, w wanted) ([]made, error) {
	var p printed
	var drawn [][]byte
	err := st.Atomically(s.ctx, func(st *store.Store) (err error) {
		if p, err = s.issue(st, w); err != nil {
			return err
		}
		drawn, err = s.press(press, &p, w)
		return err
	})
	if err != nil {
		return nil, err
	}
	return s.write(p, drawn, w)
}
