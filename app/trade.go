package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tradewind/app/command"
	"tradewind/app/preview"
	"tradewind/app/printing"
	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/document/pdf"
	"tradewind/data/mail"
	"tradewind/data/sheet"
	"tradewind/screens/contract"
	"tradewind/screens/counts"
	"tradewind/screens/documents"
	"tradewind/screens/folder"
	"tradewind/screens/milestones"
	"tradewind/screens/orders"
	"tradewind/screens/payments"
	"tradewind/screens/pricing"
	"tradewind/screens/progress"
	"tradewind/screens/purchases"
	"tradewind/screens/quotes"
	"tradewind/screens/replenish"
	"tradewind/screens/reports"
	"tradewind/screens/stock"
)

// stock makes the screen of what lies where, with the ways to other screens.
func (w *Window) stock() Screen {
	return stock.New(w.host, w.store, stock.Program{
		Import: func() { w.Import(sheet.Stock) },
		Product: func() {
			w.Go(0)
			w.current().New()
		},
		Order: func(no string) { w.Open("orders", no) },
		Buy:   w.Buy,
	})
}

// replenish makes the screen of what stock asks the merchant to do, with the ways to other screens.
func (w *Window) replenish() Screen {
	press := command.NewPress()
	return replenish.New(w.host, w.store, replenish.Program{
		File: func(ctx context.Context, kind, format string) (string, []byte, error) {
			return w.report(ctx, press, command.ReportQuestion{Kind: kind, On: w.host.Today(), Zone: time.Local}, format)
		},
		Act: func(sku string, n int) {
			w.Open("stock", sku)
			if s, ok := w.current().(*stock.Screen); ok && s.Chosen() != "" {
				s.Act(n)
			}
		},
		Product:  func(sku string) { w.Open("products", sku) },
		Purchase: func(no string) { w.Open("purchases", no) },
	})
}

// counts makes the screen of stock-takes, with what makes their sheets.
func (w *Window) counts() Screen {
	press := command.NewPress()
	return counts.New(w.host, w.store, counts.Program{
		Sheet: func(ctx context.Context, take data.StockTake, blind bool, format string) (string, []byte, error) {
			q := command.ReportQuestion{Kind: command.StockTakeReport, Number: take.No, Blind: blind, Zone: time.Local}
			if take.State == data.TakeOpen {
				q.Kind = command.CountSheetReport
			}
			return w.report(ctx, press, q, format)
		},
		Print:   printPaper,
		Reasons: command.CountReasonWords,
	})
}

// stockReports makes the screen of reports of stock.
func (w *Window) stockReports() Screen {
	return reports.New(w.host, w.reporting(reports.Program{Title: "stockreport.title", Places: w.store.Stock.Places, Offers: []reports.Offer{
		{Kind: command.StockValueReport, Word: "report.stock_value", Day: true, Place: true},
		{Kind: command.MovementsReport, Word: "report.movements", Period: true, Place: true},
		{Kind: command.StockListReport, Word: "report.stock_list", Day: true, Place: true},
	}}))
}

// reporting adds what makes, writes and prints reports.
func (w *Window) reporting(p reports.Program) reports.Program {
	press := command.NewPress()
	asked := func(q reports.Question) command.ReportQuestion {
		return command.ReportQuestion{Kind: q.Kind, On: q.On, From: q.From, To: q.To, Warehouse: q.Warehouse, Number: q.Customer, Zone: time.Local}
	}
	p.Report = func(ctx context.Context, q reports.Question) (document.Report, error) {
		words, err := command.Words(w.host.Lang())
		if err != nil {
			return document.Report{}, err
		}
		return command.StockReport(ctx, w.store, asked(q), words)
	}
	p.File = func(ctx context.Context, q reports.Question, format string) (string, []byte, error) {
		return w.report(ctx, press, asked(q), format)
	}
	p.Print = printPaper
	return p
}

// report makes the file of a report in the window's language, and says what it is called.
func (w *Window) report(ctx context.Context, press *command.Press, q command.ReportQuestion, format string) (string, []byte, error) {
	words, err := command.Words(w.host.Lang())
	if err != nil {
		return "", nil, err
	}
	r, err := command.StockReport(ctx, w.store, q, words)
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	err = press.WriteReport(&b, format, r)
	return command.ReportFile(r, "") + "." + format, b.Bytes(), err
}

// orders makes the screen of orders, with the ways to other screens.
func (w *Window) orders() Screen {
	return orders.New(w.host, w.store, orders.Program{
		Import: func() { w.Import(sheet.Orders) },
		Papers: func(no string) { w.Open("documents", no) },
		Desks:  w.desks(),
		Price:  func(no string, line int) { w.Open("pricing", pricing.Key(no, line)) },
	})
}

// desks are the views of an order beside its form.
func (w *Window) desks() []orders.Desk {
	goods := progress.New(w.host, w.store, progress.Program{
		Shipment: func(no string) { w.Open("documents", no) },
		Ship: func(no string) {
			w.Open("documents", no)
			if s, ok := w.current().(*documents.Screen); ok {
				s.Ship(no)
			}
		},
	})
	money := payments.NewDesk(w.host, w.store)
	clauses := contract.New(w.host, w.store, contract.Program{Papers: func(no string) { w.Open("documents", no) }})
	return []orders.Desk{
		{Word: "progress.desk", Object: goods.Object(), Show: goods.Show, First: goods.First},
		{Word: "pay.desk", Object: money.Object(), Show: money.Show, First: money.First},
		w.quotes(),
		w.folder(),
		w.milestones(),
		{Word: "contract.desk", Object: clauses.Object(), Show: clauses.Show, First: clauses.First},
	}
}

// folder is the desk of an order's files and mails.
func (w *Window) folder() orders.Desk {
	press := command.NewPress()
	w.files = folder.New(w.host, w.store, folder.Program{
		Compose: func(ctx context.Context, q mail.Question) (mail.Composed, error) {
			return command.ComposeMail(ctx, w.store, press, q)
		},
		Open:   w.openOutside,
		Issued: w.openIssued,
	})
	return orders.Desk{Word: "folder.desk", Object: w.files.Object(), Show: w.files.Show, First: w.files.First}
}

// milestones is the desk of an order's steps to its arrival, with the way to a mail about a delay.
func (w *Window) milestones() orders.Desk {
	desk := milestones.New(w.host, w.store, milestones.Program{Write: func(o data.Order, d data.Delay) {
		w.files.Write(o, data.MailDelay, map[string]string{"new_date": string(d.Expected)})
	}})
	return orders.Desk{Word: "milestone.desk", Object: desk.Object(), Show: desk.Show, First: desk.First}
}

// openOutside shows a file in the system's program for it. It lies in a folder of its own that is never cleared while the program runs: the other
// program may read it late.
func (w *Window) openOutside(name string, content []byte) error {
	dir, err := os.MkdirTemp("", "tradewind-open-")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return err
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	return w.app.OpenURL(&url.URL{Scheme: "file", Path: path})
}

// openIssued shows an issued paper of an order as it was given away.
func (w *Window) openIssued(no string, d data.Issued) {
	w.Open("documents", "")
	if s, ok := w.current().(*documents.Screen); ok {
		s.OpenIssued(no, d)
	}
}

// quotes is the desk of an order's quotation, with the ways to its papers.
func (w *Window) quotes() orders.Desk {
	desk := quotes.New(w.host, w.store, quotes.Program{
		Papers: func(no string) { w.Open("documents", no) },
		Open:   w.openIssued,
		Say: func(list []data.Difference) []string {
			words, err := command.Words(w.host.Lang())
			if err != nil {
				return nil
			}
			return document.SayDifferences(list, words)
		},
		Draft: func(src data.Source) (document.Paper, error) {
			p, _, err := document.Build(src, data.Quotation, document.BuildOptions{Draft: true})
			return p, err
		},
	})
	return orders.Desk{Word: "quote.desk", Object: desk.Object(), Show: desk.Show, First: desk.First}
}

// documents makes the screen of shipments and papers, with what draws, shows and prints them.
func (w *Window) documents() Screen {
	press := command.NewPress()
	return documents.New(w.host, w.store, documents.Program{
		PDF: draw(press, "pdf"), Excel: draw(press, "xlsx"), Page: w.page, Print: printPaper, Open: w.OpenAt,
	})
}

// draw makes files of one format. Characters that no font has are a problem of the merchant's, not a fault.
func draw(press *command.Press, format string) documents.Draw {
	return func(p document.Paper, pictures map[data.Hash][]byte, lang string) ([]byte, error) {
		var b bytes.Buffer
		err := press.Write(&b, format, p, pictures, lang)
		if missing := (pdf.MissingGlyphs{}); errors.As(err, &missing) {
			err = data.Problems{{Key: "command.document.glyphs", Args: map[string]any{"Characters": named(missing.Runes)}}}
		}
		return b.Bytes(), err
	}
}

// named names characters as people and programs can find them.
func named(characters []rune) string {
	var names string
	for _, r := range characters {
		names += fmt.Sprintf(" %c (U+%04X)", r, r)
	}
	return names
}

// viewer turns PDFs into pictures; all windows of the program share it, because its engine takes seconds to compile.
var viewer = preview.New(cacheFolder())

func cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "tradewind", "preview")
}

func (w *Window) page(pdf []byte, n, dpi int) (image.Image, int, error) {
	return viewer.Page(pdf, n, dpi)
}

// printPaper hands a PDF to the system's printer. The file stays until the next one of that name: some spoolers read it
// late.
func printPaper(ctx context.Context, pdf []byte, title string) error {
	folder := filepath.Join(os.TempDir(), "tradewind-print")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	path := filepath.Join(folder, title)
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		return err
	}
	err := printing.Print(ctx, path, title, "")
	if errors.Is(err, printing.ErrNoPrinter) {
		slog.Info("print", "err", err)
		return data.Problems{{Key: "paper.problem.no_printer"}}
	}
	return err
}

// OpenAt shows the record called key on the screen called name and gives one of its fields the keyboard, where the
// screen can.
func (w *Window) OpenAt(name, key, field string) {
	w.Open(name, key)
	if s, ok := w.current().(interface{ OpenAt(key, field string) }); ok && key != "" {
		s.OpenAt(key, field)
	}
}

// purchases makes the screen of purchase orders, with what draws and prints their paper.
func (w *Window) purchases() Screen {
	press := command.NewPress()
	return purchases.New(w.host, w.store, purchases.Program{
		Paper: func(ctx context.Context, no, format string) (string, []byte, error) {
			src, err := w.store.PurchaseSource(ctx, no)
			if err != nil {
				return "", nil, err
			}
			paper, _, err := document.BuildPurchase(src)
			if err != nil {
				return "", nil, err
			}
			file, err := draw(press, format)(paper, src.Pictures, command.PurchaseLanguage("", src))
			return document.FileName(data.PurchaseKind, no, 0, "") + "." + format, file, err
		},
		Print: printPaper,
	})
}

// Buy shows a new purchase order with a supplier and articles filled in.
func (w *Window) Buy(supplierID int64, lines []data.PurchaseLine) {
	w.Open("purchases", "")
	if s, ok := w.current().(*purchases.Screen); ok {
		s.Begin(supplierID, lines)
	}
}
