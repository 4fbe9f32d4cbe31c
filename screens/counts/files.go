package counts

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/screens/kit"
)

// askSheet asks, while goods are being counted, whether the sheet shall tell what the books say, and goes on to then.
func (s *Screen) askSheet(then func(blind bool)) {
	if s.view.take.State != data.TakeOpen {
		then(false)
		return
	}
	t := s.host.T
	s.host.Ask(t("count.sheet.title"), t("count.sheet.text"),
		kit.Choice{Word: t("count.sheet.blind"), Then: func() { then(true) }},
		kit.Choice{Word: t("count.sheet.book"), Main: true, Then: func() { then(false) }},
		kit.Choice{Word: t("screen.cancel")})
}

// sheet is a sheet ready to be written or printed.
type sheet struct {
	name string
	file []byte
}

// make makes the sheet and hands it on.
func (s *Screen) make(blind bool, format string, trigger *kit.Button, done func(sheet)) {
	take := s.view.take
	kit.Run(s.host, trigger, func(ctx context.Context) (sheet, error) {
		name, file, err := s.program.Sheet(ctx, take, blind, format)
		return sheet{name, file}, err
	}, func(made sheet, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		done(made)
	})
}

// save writes the sheet as a workbook.
func (s *Screen) save(blind bool) { s.saveAs(blind, "xlsx", s.buttons.excel) }

// savePDF writes the sheet as it is printed.
func (s *Screen) savePDF(blind bool) { s.saveAs(blind, "pdf", s.buttons.pdf) }

// saveAs writes the sheet in one format.
func (s *Screen) saveAs(blind bool, format string, trigger *kit.Button) {
	s.make(blind, format, trigger, func(made sheet) {
		s.host.SaveFile(made.name, func(path string) {
			kit.Run(s.host, trigger, func(context.Context) (bool, error) { return true, os.WriteFile(path, made.file, 0o600) }, func(_ bool, err error) {
				if err != nil {
					s.host.ShowError(err)
					return
				}
				s.host.Notice(s.host.T("paper.saved", "Path", path), nil)
			})
		})
	})
}

// print hands the sheet to the printer.
func (s *Screen) print(blind bool) {
	s.make(blind, "pdf", s.buttons.print, func(made sheet) {
		kit.Run(s.host, s.buttons.print, func(ctx context.Context) (bool, error) { return true, s.program.Print(ctx, made.file, made.name) }, func(_ bool, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.host.Notice(s.host.T("paper.printed"), nil)
		})
	})
}

// chooseSheet lets the merchant choose a sheet that was filled in.
func (s *Screen) chooseSheet() { s.host.OpenFile(kit.Tables, s.ReadSheet) }

// largeSheet is the size from which reading a sheet takes long enough to be shown, with a way out.
const largeSheet = 256 << 10

// ReadSheet takes the counts of a sheet that was filled in, all or none.
func (s *Screen) ReadSheet(path string) {
	no := s.view.take.No
	work := func(ctx context.Context) (int, error) {
		words, err := s.program.Reasons()
		if err != nil {
			return 0, err
		}
		return intake.CountSheet(ctx, s.store, no, path, words)
	}
	done := func(n int, err error) { s.taken(no, filepath.Base(path), n, err) }
	if info, err := os.Stat(path); err == nil && info.Size() > largeSheet {
		kit.Progress(s.host, s.host.T("count.read.running", "File", filepath.Base(path)), func(ctx context.Context, _ kit.Tick) (int, error) { return work(ctx) }, done)
		return
	}
	kit.Run(s.host, s.buttons.read, work, done)
}

// taken says what became of a sheet.
func (s *Screen) taken(no, file string, n int, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		s.host.Notice(s.host.T("count.read.refused", "File", file), nil)
	case err != nil:
		s.refuse(file, err)
	default:
		s.host.Notice(s.host.T("count.read.done", "Count", n, "File", file), s.wayBack(no))
		s.after(no)
	}
}

// refuse says what is wrong in a sheet, row by row and field by field.
func (s *Screen) refuse(file string, err error) {
	var bad data.Problems
	if !errors.As(err, &bad) {
		s.host.ShowError(err)
		return
	}
	const most = 12
	var lines []string
	for i, p := range bad {
		if i == most {
			lines = append(lines, s.host.T("screen.problems.more", "Count", len(bad)-most))
			break
		}
		line := s.host.Sentence(p)
		if p.Row > 0 {
			line = s.host.T("count.read.at", "Row", p.Row, "Field", s.fieldWord(p.Field), "Sentence", line)
		}
		lines = append(lines, line)
	}
	s.host.Tell(s.host.T("count.read.refused", "File", file), strings.Join(lines, "\n"))
}

// fieldWord names a column of the sheet.
func (s *Screen) fieldWord(field string) string {
	switch field {
	case "stock_take_no":
		return s.host.T("report.stock_take")
	case "sku":
		return s.host.T("report.sku")
	case "gtin":
		return s.host.T("report.gtin")
	case "lot":
		return s.host.T("report.lot")
	case "expiry":
		return s.host.T("report.expiry")
	case "counted":
		return s.host.T("report.counted")
	case "reason":
		return s.host.T("report.count.reason")
	}
	return field
}
