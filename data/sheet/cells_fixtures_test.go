package sheet

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestCellsOfRealWorkbooksSayWhatTheLibraryReads holds our reading of cells against the library's, which loads a
// worksheet whole: every cell of every workbook that both can read.
func TestCellsOfRealWorkbooksSayWhatTheLibraryReads(t *testing.T) {
	read := 0
	eachFile(t, filepath.Join(fixtures(t, "workbooks"), "*.xlsx"), func(path string) {
		if _, err := kindOf(path); err != nil {
			return
		}
		w := &workbook{path: path, formats: map[int]*numberFormat{}}
		err := guarded(func() (err error) {
			w.file, err = excelize.OpenFile(path, excelize.Options{RawCellValue: true})
			return err
		})
		if err != nil {
			return
		}
		defer func() { _ = w.close() }()
		sheets, err := w.sheets("")
		if err != nil {
			return
		}
		for _, s := range sheets {
			w.sheet, w.part = s.name, s.part
			read += compareCells(t, filepath.Base(path), w)
		}
	})
	if read < 1000 {
		t.Errorf("only %d cells were compared", read)
	}
}

// compareCells compares the sheet that w has chosen and returns how many cells say something.
func compareCells(t *testing.T, name string, w *workbook) (read int) {
	t.Helper()
	got := map[[2]int]string{}
	err := w.each(func(row int, cells []cell) bool {
		for i, c := range cells {
			if text := strings.TrimSpace(c.text); text != "" {
				got[[2]int{row, i}] = text
			}
		}
		return true
	})
	var rows [][]string
	if guarded(func() (err error) { rows, err = w.file.GetRows(w.sheet); return err }) != nil || err != nil {
		return 0
	}
	for i, row := range rows {
		for j, text := range row {
			at := [2]int{i + 1, j}
			want := strings.TrimSpace(unescape(text))
			switch got[at] {
			case want:
			case "TRUE", "FALSE":
				if want != "1" && want != "0" {
					t.Errorf("%s, %s, row %d, column %d: %q, want %q", name, w.sheet, i+1, j+1, got[at], want)
				}
			default:
				t.Errorf("%s, %s, row %d, column %d: %q, want %q", name, w.sheet, i+1, j+1, got[at], want)
			}
			if want != "" {
				read++
			}
			delete(got, at)
		}
	}
	for at, text := range got {
		t.Errorf("%s, %s, row %d, column %d: %q, which the library doesn't see", name, w.sheet, at[0], at[1]+1, text)
	}
	return read
}
