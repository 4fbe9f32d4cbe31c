package app

import (
	"context"
	"path/filepath"

	"tradewind/app/command"
	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/screens/kit"
	"tradewind/screens/payments"
	"tradewind/screens/reports"

	"fyne.io/fyne/v2/theme"
)

// money makes the screen of customers' money: what is due, how long, statements, rates and the quotations that they moved under.
func (w *Window) money() Screen {
	return reports.New(w.host, w.reporting(reports.Program{
		Title: "money.title", Offers: []reports.Offer{
			{Kind: command.ReceivablesReport, Word: "money.receivables"},
			{Kind: command.AgingReport, Word: "money.aging"},
			{Kind: command.StatementReport, Word: "money.statement", Period: true, Customer: true},
			{Kind: command.RatesReport, Word: "money.rates"},
			{Kind: command.RateMovesReport, Word: "money.moves"},
		},
		Customers: func(ctx context.Context, words string) ([]data.Partner, error) {
			return w.store.Partners.Find(ctx, store.Query{Words: words, Limit: 50})
		},
		Extras: []reports.Extra{
			{Word: "money.rate.new", Icon: theme.ContentAddIcon(), Do: func(done func()) { payments.AskRate(w.host, w.store, done) }},
			{Word: "money.import", Icon: theme.FolderOpenIcon(), Do: w.importRates},
		},
	}))
}

// importRates takes in a file of rates: one of the European Central Bank at once, any other by way of the import screen.
func (w *Window) importRates(done func()) {
	w.host.OpenFile(kit.Rates, func(path string) {
		if !sheet.IsECB(path) { // reads the first row only
			w.leave(func() { w.importOver(sheet.Rates).Load(path) })
			return
		}
		name := filepath.Base(path)
		kit.Run(w.host, nil, func(ctx context.Context) (data.ImportReport, error) {
			return intake.ImportECB(ctx, w.store, path, "", store.ImportOptions{Source: name})
		}, func(report data.ImportReport, err error) {
			if err == nil {
				err = report.Problems.Err()
			}
			if err != nil {
				w.host.ShowError(err)
				return
			}
			w.host.Notice(w.host.T("money.imported", "Name", name, "New", report.New, "Changed", report.Changed), nil)
			done()
		})
	})
}
