package sheet

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"path/filepath"
	"strconv"
	"strings"

	"tradewind/data"
)

// Catalogue is a workbook with all there is of products, open for reading.
type Catalogue struct {
	book     *workbook
	name     string               // of the file
	sheets   map[string]*bookRows // by title, those that are there
	pictures map[int]bookPicture  // by row of their sheet
	files    map[data.Hash][]byte
	problems data.Problems // of the sheet of files
}

// bookRows are the rows of one sheet.
type bookRows struct {
	title   string
	columns map[string]int // by heading
	rows    []bookRow
	bySKU   map[string][]int // places in rows
}

// bookRow is a row below the heading.
type bookRow struct {
	row   int
	cells []cell
}

// IsCatalogue reports whether the file at path is a workbook that [WriteCatalogue] wrote, as its sheets tell. A file that
// can't be opened isn't one.
func IsCatalogue(path string) bool {
	if kind, err := kindOf(path); err != nil || kind != "xlsx" {
		return false
	}
	parts, _, err := sheetParts(path)
	titles := make([]string, 0, len(parts))
	for title := range parts {
		titles = append(titles, title)
	}
	return err == nil && isCatalogue(titles)
}

// OpenCatalogue reads the rows of a catalogue; pictures stay in the file until they are asked for. What can't be read
// comes as [data.Problems].
func OpenCatalogue(path string) (*Catalogue, error) {
	if kind, err := kindOf(path); err != nil || kind != "xlsx" {
		if err == nil {
			err = problem("", "problem.not_a_workbook", nil)
		}
		return nil, err
	}
	book, err := openBook(path)
	if err != nil {
		return nil, err
	}
	c := &Catalogue{book: book, name: filepath.Base(path), sheets: map[string]*bookRows{}, files: map[data.Hash][]byte{}}
	if err := c.read(); err != nil {
		_ = c.Close() // why it can't be used says more
		return nil, err
	}
	return c, nil
}

// Close lets go of the file.
func (c *Catalogue) Close() error { return c.book.close() }

// read reads all sheets.
func (c *Catalogue) read() error {
	parts, texts, err := sheetParts(c.book.path)
	if err != nil {
		return errBroken
	}
	c.book.textPart = texts
	titles := []string{productsTitle, filesTitle}
	for _, p := range catalogueParts {
		titles = append(titles, p.title())
	}
	for _, title := range titles {
		for name, part := range parts {
			if !strings.EqualFold(name, title) {
				continue
			}
			c.book.sheet, c.book.part = name, part
			if c.sheets[title], err = c.book.table(title); err != nil {
				return err
			}
		}
	}
	if c.sheets[productsTitle] == nil || len(c.sheets[productsTitle].rows) == 0 {
		return problem("", "problem.no_rows", nil)
	}
	if part := partOf(parts, picturesPart.name); part != "" {
		if c.pictures, err = picturesOver(c.book.path, part); err != nil {
			return errBroken
		}
	}
	c.readFiles()
	return nil
}

// partOf returns the part of the sheet with a title.
func partOf(parts map[string]string, title string) string {
	for name, part := range parts {
		if strings.EqualFold(name, title) {
			return part
		}
	}
	return ""
}

// table reads the rows of the chosen sheet; the first one is the heading.
func (w *workbook) table(title string) (*bookRows, error) {
	t := &bookRows{title: title, columns: map[string]int{}, bySKU: map[string][]int{}}
	err := w.each(func(row int, cells []cell) bool {
		if row == 1 {
			for i, c := range cells {
				if name := strings.ToLower(c.trimmed()); name != "" {
					t.columns[name] = i
				}
			}
			return true
		}
		if !blank(cells) {
			t.rows = append(t.rows, bookRow{row, append([]cell(nil), cells...)})
			sku := t.cell(len(t.rows)-1, "sku").written()
			t.bySKU[sku] = append(t.bySKU[sku], len(t.rows)-1)
		}
		return true
	})
	return t, err
}

// cell returns a cell by its row's place and its column; an empty one where there is none.
func (t *bookRows) cell(i int, column string) cell {
	at, ok := t.columns[column]
	if cells := t.rows[i].cells; ok && at < len(cells) {
		return cells[at]
	}
	return cell{}
}

// takenRows are the rows of one list of one product while it is read, and what is found wrong in them.
type takenRows struct {
	c        *Catalogue
	sheet    *bookRows
	rows     []int // places in sheet.rows
	partners map[string]string
	buyers   map[string]string
	problems *data.Problems
}

// into reads a column of a row into its field, where the sheet has the column.
func (t *takenRows) into(i int, f named) {
	if _, ok := t.sheet.columns[f.name]; !ok {
		return
	}
	c := t.sheet.cell(t.rows[i], f.name)
	if err := t.c.book.readCell(f.at, c); err != nil {
		t.fail(i, f.name, err.Error(), "Value", shorten(c.text), "Decimals", decimalsOf(f.at))
	}
}

// decimalsOf is how many decimals a field holds.
func decimalsOf(field any) int32 {
	switch f := field.(type) {
	case **data.UnitPrice:
		return data.DecimalsOf(data.UnitPrice(0), 0)
	case *data.Quantity:
		return data.DecimalsOf(*f, 0)
	case *data.Length:
		return data.DecimalsOf(*f, 0)
	}
	return data.DecimalsOf(data.Weight(0), 0)
}

// fail notes what is wrong with a column of a row.
func (t *takenRows) fail(i int, field, key string, args ...any) {
	t.c.fail(t.problems, t.sheet.title, t.sheet.rows[t.rows[i]].row, field, key, args...)
}

// fail notes what is wrong with a column of a row of a sheet.
func (c *Catalogue) fail(problems *data.Problems, title string, row int, field, key string, args ...any) {
	p := data.Problem{File: c.name + "!" + title, Row: row, Field: field, Key: key, Args: map[string]any{}}
	for j := 0; j+1 < len(args); j += 2 {
		name, _ := args[j].(string)
		p.Args[name] = args[j+1]
	}
	*problems = append(*problems, p)
}

// needed notes a column that must say something.
func (t *takenRows) needed(i int, field, text string) {
	if strings.TrimSpace(text) == "" {
		t.fail(i, field, "problem.required")
	}
}

// once notes what an earlier row of the product said already.
func (t *takenRows) once(i int, field, text string, seen map[string]int) {
	if other := seen[text]; other > 0 {
		t.fail(i, field, "problem.duplicate", "Other", other)
	}
	seen[text] = t.sheet.rows[t.rows[i]].row
}

// CatalogueEntry is one product of a catalogue. Partners and Buyers name, by their codes, the suppliers and customers it
// refers to.
type CatalogueEntry struct {
	Product  data.Product
	Row      int
	Partners map[string]string
	Buyers   map[string]string

	c *Catalogue
}

// Entries hands out the products: old with what the sheets say put in. Old is the product with an SKU as it stands, or the
// zero one. It returns what is wrong with rows; such a product isn't handed out. An error of old or use ends it.
func (c *Catalogue) Entries(old func(sku string) (data.Product, error), use func(CatalogueEntry) error) (data.Problems, error) {
	problems := append(data.Problems(nil), c.problems...)
	t := c.sheets[productsTitle]
	seen := map[string]bool{}
	for i, row := range t.rows {
		sku := t.cell(i, "sku").written()
		switch {
		case strings.TrimSpace(sku) == "":
			c.fail(&problems, productsTitle, row.row, "sku", "problem.required")
			continue
		case seen[sku]:
			c.fail(&problems, productsTitle, row.row, "sku", "problem.duplicate", "Other", t.rows[t.bySKU[sku][0]].row)
			continue
		}
		seen[sku] = true
		before, err := old(sku)
		if err != nil {
			return problems, err
		}
		wrong := len(problems)
		entry := c.entry(i, before, &problems)
		if len(problems) > wrong {
			continue
		}
		if err := use(entry); err != nil {
			return problems, err
		}
	}
	c.strays(seen, &problems)
	return problems, nil
}

// strays notes rows of lists whose product isn't in the catalogue.
func (c *Catalogue) strays(seen map[string]bool, problems *data.Problems) {
	for _, part := range catalogueParts {
		t := c.sheets[part.title()]
		if t == nil {
			continue
		}
		for i, row := range t.rows {
			if sku := t.cell(i, "sku").written(); !seen[sku] {
				c.fail(problems, part.title(), row.row, "sku", "problem.unknown_product", "Value", shorten(sku))
			}
		}
	}
}

// entry reads the product of a row of the sheet of products.
func (c *Catalogue) entry(i int, p data.Product, problems *data.Problems) CatalogueEntry {
	t := c.sheets[productsTitle]
	e := CatalogueEntry{Product: p, Row: t.rows[i].row, Partners: map[string]string{}, Buyers: map[string]string{}, c: c}
	taken := &takenRows{c: c, sheet: t, rows: []int{i}, partners: e.Partners, buyers: e.Buyers, problems: problems}
	row := catalogueProduct{Product: &e.Product}
	for _, f := range row.fields() {
		taken.into(0, f)
	}
	e.Product.Archived = false // what a catalogue brings is sold
	_, byCode := t.columns["supplier_code"]
	_, byName := t.columns["supplier"]
	if byCode || byName {
		e.Product.SupplierID, e.Product.Supplier = 0, row.supplierCode
		if row.supplierCode == "" {
			e.Product.Supplier = row.supplierName
		}
		if e.Product.Supplier != "" {
			e.Partners[e.Product.Supplier] = row.supplierName
		}
	}
	for _, part := range catalogueParts {
		if s := c.sheets[part.title()]; s != nil {
			taken.sheet, taken.rows = s, s.bySKU[e.Product.SKU]
			part.read(&e.Product, taken)
		}
	}
	if e.Product.Unit == "" {
		e.Product.Unit = "PCS"
	}
	return e
}

// Place turns problems of the entry's product into problems of the sheets' rows; one that knows its row keeps it.
func (e CatalogueEntry) Place(problems data.Problems) data.Problems {
	placed := make(data.Problems, len(problems))
	for i, p := range problems {
		placed[i] = e.placed(p)
	}
	return placed
}

func (e CatalogueEntry) placed(p data.Problem) data.Problem {
	if p.File != "" { // it knows its row
		return p
	}
	list, rest, _ := strings.Cut(p.Field, ".")
	for _, part := range catalogueParts {
		t := e.c.sheets[part.title()]
		if part.path() != list || t == nil {
			continue
		}
		number, field, _ := strings.Cut(rest, ".")
		n, err := strconv.Atoi(number)
		if rows := t.bySKU[e.Product.SKU]; err == nil && n >= 1 && n <= len(rows) && part.title() != listingsPart.name {
			p.File, p.Row, p.Field = e.c.name+"!"+part.title(), t.rows[rows[n-1]].row, field
			return p
		}
	}
	p.File, p.Row = e.c.name+"!"+productsTitle, e.Row
	return p
}

// PictureRow returns the row of the sheet of pictures that the entry's n-th picture stands in, from 0.
func (e CatalogueEntry) PictureRow(n int) int {
	t := e.c.sheets[picturesPart.name]
	if t == nil || n >= len(t.bySKU[e.Product.SKU]) {
		return 0
	}
	return t.rows[t.bySKU[e.Product.SKU][n]].row
}

// Picture returns the bytes of the picture that lies in a row of the sheet of pictures, nil when none does.
func (c *Catalogue) Picture(row int) ([]byte, error) {
	at, ok := c.pictures[row]
	if !ok {
		return nil, nil
	}
	return readMedia(c.book.path, at.part)
}

// File returns a file of the catalogue, nil when it has none with this hash.
func (c *Catalogue) File(h data.Hash) []byte { return c.files[h] }

// PictureProblem is a problem with a row of the sheet of pictures.
func (c *Catalogue) PictureProblem(row int, key string, args map[string]any) data.Problem {
	return data.Problem{File: c.name + "!" + picturesPart.name, Row: row, Field: "picture", Key: key, Args: args}
}

// readFiles puts the files together.
func (c *Catalogue) readFiles() {
	t := c.sheets[filesTitle]
	if t == nil {
		return
	}
	last := map[data.Hash]int{}
	for i, row := range t.rows {
		h := data.Hash(t.cell(i, "hash").trimmed())
		raw, err := base64.StdEncoding.DecodeString(t.cell(i, "base64").trimmed())
		if err != nil || h == "" {
			c.fail(&c.problems, filesTitle, row.row, "base64", "problem.file_damaged")
			continue
		}
		c.files[h], last[h] = append(c.files[h], raw...), row.row
	}
	for h, row := range last {
		if sum := sha256.Sum256(c.files[h]); hex.EncodeToString(sum[:]) != string(h) {
			c.fail(&c.problems, filesTitle, row, "base64", "problem.file_damaged")
		}
	}
}
