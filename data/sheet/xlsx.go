package sheet

import (
	"errors"
	"os"

	"tradewind/data"

	"github.com/xuri/excelize/v2"
)

// workbook is one worksheet of an Excel file.
type workbook struct {
	path     string
	file     *excelize.File
	sheet    string
	part     string       // of the archive, with the sheet
	textPart string       // of the archive, with the shared texts; "" when there are none
	texts    *sharedTexts // nil until a row was asked for
	from1904 bool
	formats  map[int]*numberFormat
}

// errBroken says that a workbook's parts can't be made sense of.
var errBroken = problem("", "problem.workbook_broken", nil)

// spill is the size from which worksheets are unpacked to a file instead of the memory.
const spill = 8 << 20

// openWorkbook opens an Excel file and chooses the worksheet.
func (f *File) openWorkbook(path string) error {
	w, err := openBook(path)
	if err != nil {
		return err
	}
	f.source = w
	if err := f.chooseSheet(w); err != nil {
		_ = w.close() // why it can't be used says more
		return err
	}
	f.format = Format{Kind: "xlsx", Sheet: w.sheet}
	return nil
}

// openBook opens an Excel file.
func openBook(path string) (*workbook, error) {
	w := &workbook{path: path, formats: map[int]*numberFormat{}}
	err := guarded(func() (err error) {
		w.file, err = excelize.OpenFile(path, excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: spill})
		if err != nil {
			return err
		}
		props, err := w.file.GetWorkbookProps()
		w.from1904 = err == nil && props.Date1904 != nil && *props.Date1904
		return nil
	})
	switch {
	case errors.Is(err, os.ErrNotExist), errors.Is(err, os.ErrPermission):
		return nil, err
	case errors.Is(err, excelize.ErrWorkbookFileFormat):
		return nil, problem("", "problem.not_a_workbook", nil)
	case err != nil:
		return nil, errBroken
	}
	return w, nil
}

// chooseSheet takes the worksheet the user named, else the first visible one that has the key columns, else the one
// by whose heading most fields are known.
func (f *File) chooseSheet(w *workbook) error {
	sheets, err := w.sheets(f.options.Sheet)
	if err != nil {
		return err
	}
	var failed error
	best, chosen := heading{fields: -1}, sheetPart{}
	for _, s := range sheets {
		w.sheet, w.part = s.name, s.part
		rows, err := top(w, headRows)
		if err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		h := findHeading(f.target, rows, f.options)
		if h.fields > best.fields || h.fields == best.fields && best.last == 0 {
			best, chosen = h, s
		}
		if f.complete(h) {
			best, chosen = h, s
			break
		}
	}
	if chosen.name == "" {
		if failed != nil {
			return firstProblem(failed)
		}
		return problem("", "problem.no_rows", nil)
	}
	f.heading, w.sheet, w.part = best, chosen.name, chosen.part
	return nil
}

// complete reports whether a heading has every key column.
func (f *File) complete(h heading) bool {
	probe := File{target: f.target, options: f.options, heading: h}
	fields := targets[f.target]
	return len(probe.assign(fields)) == 0 && h.fields > 0 && probe.missingKeys(fields) == nil && len(probe.absent) == 0
}

// firstProblem returns the problems in err, or err itself.
func firstProblem(err error) error {
	var wrong data.Problems
	if errors.As(err, &wrong) {
		return wrong
	}
	return err
}

// guarded runs a step of the library, whose panics over malformed files become an error.
func guarded(step func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = errBroken
		}
	}()
	return step()
}

// each implements [source]. What a program wouldn't write, as a row that stands above the one before it or a text that
// isn't there, makes the workbook a broken one: nothing is passed over.
func (w *workbook) each(yield func(int, []cell) bool) error {
	if w.texts == nil {
		texts, err := readShared(w.path, w.textPart)
		if err != nil {
			return errBroken
		}
		w.texts = texts
	}
	rows, err := openCells(w.path, w.part, w.texts)
	if err != nil {
		return errBroken
	}
	defer rows.close()
	var cells []cell
	for {
		row, raw, ok := rows.next()
		switch {
		case !ok:
			return errBroken
		case row == 0:
			return nil
		}
		cells = cells[:0]
		for _, c := range raw {
			cells = append(cells, w.cell(c))
		}
		if !yield(row, cells) {
			return nil
		}
	}
}

// cell tells what kind of value a cell has, and writes it as a person reads it.
func (w *workbook) cell(raw rawCell) cell {
	c := cell{text: bookText(raw.text)}
	if raw.text == "" {
		return c
	}
	switch raw.kind {
	case 'n':
		c.kind, c.format, c.text = numberCell, w.format(raw.style), raw.text
	case 'b':
		c.kind = boolCell
		switch raw.text {
		case "1":
			c.text = "TRUE"
		case "0":
			c.text = "FALSE"
		}
	case 'e':
		c.kind = errorCell
	case 'd':
		c.kind = dateCell
	}
	return c
}

// close lets go of the file and of what was unpacked.
func (w *workbook) close() error {
	return errors.Join(w.texts.close(), guarded(w.file.Close))
}
