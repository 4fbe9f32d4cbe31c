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
	part     string // of the archive, with the sheet
	from1904 bool
	formats  map[int]*numberFormat
}

// errBroken says that a workbook's parts can't be made sense of.
var errBroken = problem("", "problem.workbook_broken", nil)

// spill is the size from which worksheets are unpacked to a file instead of the memory.
const spill = 8 << 20

// openWorkbook opens an Excel file and chooses the worksheet.
func (f *File) openWorkbook(path string) error {
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
		return err
	case errors.Is(err, excelize.ErrWorkbookFileFormat):
		return problem("", "problem.not_a_workbook", nil)
	case err != nil:
		return errBroken
	}
	f.source = w
	if err := f.chooseSheet(w); err != nil {
		_ = w.close() // why it can't be used says more
		return err
	}
	f.format = Format{Kind: "xlsx", Sheet: w.sheet}
	return nil
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

// each implements [source].
func (w *workbook) each(yield func(int, []cell) bool) error {
	kinds, err := openKinds(w.path, w.part)
	if err != nil {
		return errBroken
	}
	defer kinds.close()
	var rows *excelize.Rows
	err = guarded(func() (err error) { rows, err = w.file.Rows(w.sheet); return err })
	if err != nil {
		return errBroken
	}
	defer func() { _ = rows.Close() }()
	return w.walk(rows, kinds, yield)
}

// walk hands out the rows. The library passes over XML it can't read as if the sheet ended there, so what it hands out
// is compared with what the part holds: a row that is lost on the way makes the workbook a broken one.
func (w *workbook) walk(rows *excelize.Rows, kinds *kindReader, yield func(int, []cell) bool) error {
	var cells []cell
	for row := 1; ; row++ {
		var texts []string
		more := false
		err := guarded(func() (err error) {
			if more = rows.Next(); more {
				texts, err = rows.Columns(excelize.Options{RawCellValue: true})
			}
			return err
		})
		if err != nil || rows.Error() != nil {
			return errBroken
		}
		if !more {
			break
		}
		infos, ok := kinds.of(row)
		if !ok || cutOff(infos, len(texts)) {
			return errBroken
		}
		cells = cells[:0]
		for i, text := range texts {
			cells = append(cells, w.cell(text, infos, i))
		}
		if !yield(row, cells) {
			return nil
		}
	}
	if kinds.left() {
		return errBroken
	}
	return nil
}

// cutOff reports whether a row has numbers beyond the cells that were read.
func cutOff(infos []cellInfo, cells int) bool {
	for i := cells; i < len(infos); i++ {
		if infos[i].kind == 'n' && infos[i].valued {
			return true
		}
	}
	return false
}

// cell joins a cell's text with what its XML says of it.
func (w *workbook) cell(text string, infos []cellInfo, column int) cell {
	c := cell{text: unescape(text)}
	if column >= len(infos) || text == "" {
		return c
	}
	switch infos[column].kind {
	case 'n':
		c.kind, c.format, c.text = numberCell, w.format(infos[column].style), text
	case 'b':
		c.kind = boolCell
		switch text {
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
	return guarded(w.file.Close)
}
