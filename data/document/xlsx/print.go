package xlsx

import (
	"fmt"
	"strings"

	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
)

// setUp says how the sheet prints: A4 portrait, one page wide, column heads on every page, "page n of m" in the foot.
// It comes before the rows are streamed, because a streamed sheet can't be touched afterwards.
func (s *sheet) setUp(f *excelize.File, title string, p document.Page) error {
	a4, portrait, wide, tall, fit := 9, "portrait", 1, 0, true
	margin := func(mm float64) *float64 { inch := mm / 25.4; return &inch }
	quoted := "'" + strings.ReplaceAll(title, "'", "''") + "'"
	names := []excelize.DefinedName{{
		Name: "_xlnm.Print_Area", Scope: title,
		RefersTo: fmt.Sprintf("%s!$A$1:%s", quoted, absolute(at(len(s.rows)-1, len(s.shares)-1))),
	}}
	if s.repeat > 0 {
		names = append(names, excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: title, RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted, s.repeat, s.repeat)})
	}
	steps := []func() error{
		func() error {
			return f.SetPageLayout(title, &excelize.PageLayoutOptions{Size: &a4, Orientation: &portrait, FitToWidth: &wide, FitToHeight: &tall})
		},
		func() error { return f.SetSheetProps(title, &excelize.SheetPropsOptions{FitToPage: &fit}) },
		func() error {
			return f.SetPageMargins(title, &excelize.PageLayoutMarginsOptions{
				Left: margin(15), Right: margin(7), Top: margin(10), Bottom: margin(14), Header: margin(5), Footer: margin(6),
			})
		},
		func() error {
			return f.SetHeaderFooter(title, &excelize.HeaderFooterOptions{OddFooter: "&L&8" + escape(p.Number) + "&R&8&P / &N"})
		},
		func() error { return f.SetSheetDimension(title, "A1:"+at(len(s.rows)-1, len(s.shares)-1)) },
		func() error {
			return f.SetDocProps(&excelize.DocProperties{Title: p.Title, Creator: p.Author, LastModifiedBy: issuedBy, Language: p.Language, Created: epoch, Modified: epoch})
		},
		func() error { return s.draw(f, title) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	for _, n := range names {
		if err := f.SetDefinedName(&n); err != nil {
			return err
		}
	}
	return nil
}

// absolute turns "F12" into "$F$12".
func absolute(ref string) string {
	digits := strings.IndexAny(ref, "0123456789")
	return "$" + ref[:digits] + "$" + ref[digits:]
}

// escape doubles the sign that starts a code in a page foot.
func escape(s string) string { return strings.ReplaceAll(s, "&", "&&") }
