package sheet

import (
	"encoding/base64"
	"errors"
	"fmt"
	_ "image/gif"  // the workbook needs the size of the pictures it shows
	_ "image/jpeg" // likewise
	_ "image/png"  // likewise
	"io"
	"net/http"
	"slices"

	"tradewind/data"

	"github.com/xuri/excelize/v2"
)

// CatalogueSource is where [WriteCatalogue] finds what it writes.
type CatalogueSource struct {
	Each    func(func(data.Product) error) error
	Partner func(id int64) (code, name string, err error)
	File    func(data.Hash) ([]byte, error) // an attachment's bytes
}

// maxFiles bounds the bytes of the pictures and files of a catalogue, so that it can be read again.
const maxFiles = 200 << 20

// WriteCatalogue writes all there is of products as a workbook with a sheet for each of their lists, with their pictures'
// own bytes. [OpenCatalogue] reads it. What doesn't fit into a workbook comes as [data.Problems].
func WriteCatalogue(w io.Writer, from CatalogueSource) error {
	c := &catalogueWriter{from: from, file: excelize.NewFile(), sheets: map[string]*xlsxTable{}, kept: map[data.Hash]bool{}}
	err := c.begin()
	if err == nil {
		err = from.Each(c.product)
	}
	for _, s := range c.order {
		if err == nil && s.stream != nil {
			err = s.stream.Flush()
		}
	}
	if err == nil {
		_, err = c.file.WriteTo(w)
	}
	return errors.Join(err, c.file.Close())
}

// catalogueWriter writes a catalogue, product by product.
type catalogueWriter struct {
	from   CatalogueSource
	file   *excelize.File
	sheets map[string]*xlsxTable // by title
	order  []*xlsxTable
	kept   map[data.Hash]bool // files that are in the workbook
	bytes  int                // of pictures and files
}

// begin makes the sheets with their headings.
func (c *catalogueWriter) begin() error {
	c.file.SetZipWriter(fastZip)
	row := catalogueProduct{Product: &data.Product{}}
	var names []string
	for _, f := range row.fields() {
		names = append(names, f.name)
	}
	if err := c.sheet(productsTitle, names); err != nil {
		return err
	}
	for _, p := range catalogueParts {
		if err := c.sheet(p.title(), append([]string{"sku"}, p.headers()...)); err != nil {
			return err
		}
	}
	return c.sheet(filesTitle, []string{"hash", "part", "base64"})
}

// sheet adds a sheet. That of pictures isn't streamed: pictures can only be laid over cells that are there.
func (c *catalogueWriter) sheet(title string, headers []string) error {
	t := &xlsxTable{file: c.file, sheet: title}
	c.sheets[title], c.order = t, append(c.order, t)
	if len(c.order) == 1 {
		if err := c.file.SetSheetName("Sheet1", title); err != nil {
			return err
		}
	} else if _, err := c.file.NewSheet(title); err != nil {
		return err
	}
	if title == picturesPart.name {
		return c.pictureSheet(t, headers)
	}
	return t.head(headers)
}

// pictureSheet writes the heading of the sheet of pictures.
func (c *catalogueWriter) pictureSheet(t *xlsxTable, headers []string) error {
	for i, h := range headers {
		ref, err := excelize.CoordinatesToCellName(i+1, 1)
		if err != nil {
			return err
		}
		if err := c.file.SetCellStr(t.sheet, ref, h); err != nil {
			return err
		}
	}
	t.rows = 1
	return errors.Join(c.file.SetColWidth(t.sheet, "A", "H", 16), c.file.SetColWidth(t.sheet, "H", "H", 66))
}

// product writes all rows of p.
func (c *catalogueWriter) product(p data.Product) error {
	row := catalogueProduct{Product: &p}
	if p.SupplierID != 0 {
		var err error
		if row.supplierCode, row.supplierName, err = c.from.Partner(p.SupplierID); err != nil {
			return err
		}
	}
	if err := c.row(productsTitle, row.fields()); err != nil {
		return err
	}
	for _, part := range catalogueParts {
		for i, cells := range part.rows(&p) {
			if err := c.partnerName(&p, part, i, cells); err != nil {
				return err
			}
			cells = append([]named{{"sku", &p.SKU}}, cells...)
			if part.title() == picturesPart.name {
				if err := c.picture(cells, p.Pictures[i]); err != nil {
					return err
				}
			} else if err := c.row(part.title(), cells); err != nil {
				return err
			}
		}
	}
	return c.files(p)
}

// partnerName fills in the name of the partner that a row of suppliers or buyers is about. The cost at the preferred
// supplier stands with the product alone.
func (c *catalogueWriter) partnerName(p *data.Product, part cataloguePart, i int, cells []named) error {
	var id int64
	switch part.title() {
	case suppliersPart.name:
		id = p.Offers[i].PartnerID
	case buyersPart.name:
		id = p.BuyerItemNames[i].PartnerID
	}
	if id == 0 {
		return nil
	}
	_, name, err := c.from.Partner(id)
	for j, f := range cells {
		at := &cells[j]
		switch {
		case f.name == "partner_name":
			at.at = &name
		case id == p.SupplierID && part.title() == suppliersPart.name && (f.name == "cost" || f.name == "currency"):
			at.at = nil
		}
	}
	return err
}

// row writes one row of a streamed sheet.
func (c *catalogueWriter) row(title string, cells []named) error {
	values := make([]value, len(cells))
	for i, f := range cells {
		values[i] = cellOf(f.at)
	}
	return c.located(title, c.sheets[title].row(values))
}

// located names the sheet in problems.
func (c *catalogueWriter) located(title string, err error) error {
	if wrong := (data.Problems{}); errors.As(err, &wrong) {
		for i := range wrong {
			wrong[i].Field = title
		}
	}
	return err
}

// picture writes a row of the sheet of pictures and lays the picture over its cell; what a workbook can't show goes to
// the sheet of files.
func (c *catalogueWriter) picture(cells []named, one data.Picture) error {
	t := c.sheets[picturesPart.name]
	t.rows++
	for i, f := range cells {
		ref, err := excelize.CoordinatesToCellName(i+1, t.rows)
		if err != nil {
			return err
		}
		v := cellOf(f.at)
		made, err := t.cell(v)
		if err != nil {
			return c.located(t.sheet, err)
		}
		switch {
		case v.kind == dateValue || v.kind == textValue:
			err = c.file.SetCellStr(t.sheet, ref, escape(v.text))
		case made != nil:
			err = c.file.SetCellValue(t.sheet, ref, made)
		}
		if err != nil {
			return err
		}
	}
	raw, err := c.load(one.Hash)
	if err != nil {
		return err
	}
	endings := map[string]string{"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif"}
	ending := endings[http.DetectContentType(raw)]
	if ending == "" {
		return c.keep(one.Hash, raw)
	}
	if err := c.file.SetRowHeight(t.sheet, t.rows, 60); err != nil {
		return err
	}
	shown := &excelize.Picture{Extension: ending, File: raw, Format: &excelize.GraphicOptions{AutoFit: true, LockAspectRatio: true, Positioning: "oneCell"}}
	if err := c.file.AddPictureFromBytes(t.sheet, fmt.Sprintf("B%d", t.rows), shown); err != nil {
		return c.keep(one.Hash, raw) // not one it can measure
	}
	return nil
}

// load reads an attachment, as long as there is room.
func (c *catalogueWriter) load(h data.Hash) ([]byte, error) {
	raw, err := c.from.File(h)
	if c.bytes += len(raw); err == nil && c.bytes > maxFiles {
		return nil, problem("", "problem.catalogue_too_large", nil)
	}
	return raw, err
}

// files writes the files of p that aren't pictures.
func (c *catalogueWriter) files(p data.Product) error {
	hashes := []data.Hash{p.Battery.MSDS}
	for _, one := range p.Certificates {
		hashes = append(hashes, one.Scan)
	}
	for _, h := range hashes {
		if h == "" || c.kept[h] {
			continue
		}
		raw, err := c.load(h)
		if errors.Is(err, data.ErrNotFound) {
			continue // a hash without a file: it is as good here as there
		}
		if err == nil {
			err = c.keep(h, raw)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// filePart is how many bytes one row of the sheet of files holds: as base64 they fit into a cell.
const filePart = 24_000

// keep writes a file to its sheet, once.
func (c *catalogueWriter) keep(h data.Hash, raw []byte) error {
	if c.kept[h] {
		return nil
	}
	c.kept[h] = true
	part := int64(0)
	for chunk := range slices.Chunk(raw, filePart) {
		part++
		coded := base64.StdEncoding.EncodeToString(chunk)
		if err := c.row(filesTitle, []named{{"hash", &h}, {"part", &part}, {"base64", &coded}}); err != nil {
			return err
		}
	}
	return nil
}
