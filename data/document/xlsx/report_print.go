package xlsx

import (
	"fmt"
	"strings"

	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
)

// broad is the width, in letters, from which a report prints on sheets turned sideways.
const broad = 105

// setUp says how the sheet prints.
func (t *reportSheet) setUp() error {
	wide := 0
	for _, c := range t.report.Columns {
		wide += c.Width + 2
	}
	a4, turned, across, down, fit := 9, "portrait", 1, 0, true
	if wide > broad {
		turned = "landscape"
	}
	inch := func(mm float64) *float64 { v := mm / 25.4; return &v }
	r := t.report
	for _, step := range []func() error{
		func() error {
			return t.file.SetPageLayout(t.title, &excelize.PageLayoutOptions{Size: &a4, Orientation: &turned, FitToWidth: &across, FitToHeight: &down})
		},
		func() error { return t.file.SetSheetProps(t.title, &excelize.SheetPropsOptions{FitToPage: &fit}) },
		func() error {
			return t.file.SetPageMargins(t.title, &excelize.PageLayoutMarginsOptions{
				Left: inch(12), Right: inch(10), Top: inch(10), Bottom: inch(14), Header: inch(5), Footer: inch(6),
			})
		},
		func() error {
			foot := strings.TrimSpace(r.Title + "  " + string(r.Date))
			return t.file.SetHeaderFooter(t.title, &excelize.HeaderFooterOptions{OddFooter: "&L&8" + escape(foot) + "&R&8&P / &N"})
		},
		func() error {
			return t.file.SetDocProps(&excelize.DocProperties{Title: r.Title, Creator: r.Company, LastModifiedBy: issuedBy, Language: r.Words.Lang, Created: epoch, Modified: epoch})
		},
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// offer lets the program that shows the sheet offer what may be filled in. Anything else can be written all the same.
func (t *reportSheet) offer() error {
	for i, c := range t.report.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		list := excelize.NewDataValidation(true)
		list.SetSqref(fmt.Sprintf("%s:%s", at(t.headRow(), i), at(excelize.TotalRows-1, i)))
		if err := list.SetDropList(c.Choices); err != nil {
			return err
		}
		list.ShowErrorMessage = false
		if err := t.file.AddDataValidation(t.title, list); err != nil {
			return err
		}
	}
	return nil
}

// finish writes the notes, closes the stream, and names what prints and what is repeated on each page.
func (t *reportSheet) finish() error {
	for _, n := range t.report.Notes {
		if err := t.text(n, style{grey: true, flat: true}); err != nil {
			return err
		}
	}
	if err := t.out.Flush(); err != nil {
		return err
	}
	quoted := "'" + strings.ReplaceAll(t.title, "'", "''") + "'"
	for _, n := range []excelize.DefinedName{
		{Name: "_xlnm.Print_Area", Scope: t.title, RefersTo: fmt.Sprintf("%s!$A$1:%s", quoted, absolute(at(t.row-1, len(t.report.Columns)-1)))},
		{Name: "_xlnm.Print_Titles", Scope: t.title, RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted, t.headRow(), t.headRow())},
	} {
		if err := t.file.SetDefinedName(&n); err != nil {
			return err
		}
	}
	return nil
}

// sheetTitle is what the worksheet is called: the record's number, else the report's title.
func sheetTitle(r document.Report) document.Page {
	if r.Number != "" {
		return document.Page{Number: r.Number}
	}
	return document.Page{Number: r.Title}
}
