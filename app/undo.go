package app

import (
	"context"
	"errors"
	"path/filepath"

	"tradewind/data/store"
	"tradewind/screens/kit"
)

// Undo takes the newest save of the file back, also one of an earlier day. The screens are built anew after it, so
// unsaved edits are asked about first.
func (w *Window) Undo() {
	type step struct {
		batch, when, what string
		records           int
	}
	kit.Run(w.host, nil, func(ctx context.Context) (step, error) {
		last, err := w.store.Journal.Last(ctx, 20)
		for _, e := range last {
			if !e.Undone && e.Undoes == "" {
				return step{e.Batch, e.At.Local().Format("2006-01-02 15:04"), w.named(ctx, e), e.Records}, err
			}
		}
		return step{}, err
	}, func(s step, err error) {
		t := w.host.T
		switch {
		case err != nil:
			w.host.ShowError(err)
		case s.batch == "":
			w.host.Notice(t("screen.undo.nothing"), nil)
		default:
			w.host.Ask(t("screen.undo.title"), t("screen.undo.text", "When", s.when, "What", s.what),
				kit.Choice{Word: t("screen.undo.do"), Danger: true, Then: func() { w.leave(func() { w.takeBack(s.batch, s.records) }) }},
				kit.Choice{Word: t("screen.cancel")})
		}
	})
}

// manyRecords is how many saves take long enough to take back to show how far it has come.
const manyRecords = 500

func (w *Window) takeBack(batch string, records int) {
	work := func(ctx context.Context, tick kit.Tick) (bool, error) {
		return true, w.store.Journal.UndoTelling(ctx, batch, tick)
	}
	if records < manyRecords {
		kit.Run(w.host, nil, func(ctx context.Context) (bool, error) { return work(ctx, func(int, int) {}) }, w.takenBack)
		return
	}
	kit.Progress(w.host, w.host.T("screen.undo.running"), work, w.takenBack)
}

func (w *Window) takenBack(_ bool, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		w.host.Notice(w.host.T("screen.undo.cancelled"), nil)
	case err != nil:
		w.host.ShowError(err)
	default:
		w.Build()
		w.host.Notice(w.host.T("screen.undone"), nil)
	}
}

// undoWords name what has no number of its own that a merchant would know.
var undoWords = map[string]string{
	"stock-take-line": "screen.undo.counting", "warehouse": "screen.undo.warehouse", "rate": "screen.undo.rate", "company": "screen.undo.company",
	"document": "screen.undo.document", "threshold": "screen.undo.threshold", "season": "screen.undo.season", "element_list": "screen.undo.elements",
	"certificate_rule": "screen.undo.certificate_rule", "market": "screen.undo.market", "clause": "contract.undo", "order-file": "folder.undo", "mail-template": "mail.undo", "milestone": "milestone.undo", "word_list": "screen.undo.words", "keyword": "screen.undo.keyword", "rate_card": "freight.undo",
	"scorecard": "screen.undo.scorecard", "listing figures": "screen.undo.figures", "showcase place": "screen.undo.showcase", "showcase rotation": "screen.undo.showcase",
}

// named says what an entry of the journal changed, as the merchant knows it: "product CUP-01", or the file of an import.
func (w *Window) named(ctx context.Context, e store.Entry) string {
	t := w.host.T
	if e.Source != "" && filepath.Ext(e.Source) == "" { // a change of many, which says its own name
		return t("screen.undo.act", "Count", e.Records, "What", e.Source)
	}
	if e.Source != "" {
		return t("screen.undo.import", "Count", e.Records, "File", filepath.Base(e.Source))
	}
	switch e.Kind {
	case "product":
		return t("screen.undo.product", "No", numberOf(w.store.Products.Get(ctx, e.RecordID)).SKU)
	case "partner":
		return t("screen.undo.partner", "No", numberOf(w.store.Partners.Get(ctx, e.RecordID)).Code)
	case "order":
		return t("screen.undo.order", "No", numberOf(w.store.Orders.Get(ctx, e.RecordID)).No)
	case "purchase":
		return t("screen.undo.purchase", "No", numberOf(w.store.Purchases.Get(ctx, e.RecordID)).No)
	case "campaign":
		return t("campaign.undo", "No", numberOf(w.store.Campaigns.Get(ctx, e.RecordID)).No)
	case "shipment":
		return t("screen.undo.shipment", "No", numberOf(w.store.Shipments.Get(ctx, e.RecordID)).No)
	case "stock-take":
		return t("screen.undo.stocktake", "No", numberOf(w.store.StockTakes.Get(ctx, e.RecordID)).No)
	}
	if key, known := undoWords[e.Kind]; known {
		return t(key)
	}
	return w.booked(ctx, e.Batch)
}

// booked names the goods that a change of stock alone moved: "CUP-01: +7", and how often it did.
func (w *Window) booked(ctx context.Context, batch string) string {
	list, all, err := w.store.Stock.MovementsOf(ctx, batch, 1)
	if err != nil || len(list) == 0 {
		return w.host.T("screen.undo.stock")
	}
	sign := ""
	if list[0].Quantity > 0 {
		sign = "+"
	}
	return w.host.T("screen.undo.booked", "Count", all, "SKU", list[0].SKU, "Quantity", sign+kit.Quantity(w.host, list[0].Quantity))
}

// numberOf is the record, or an empty one where it can't be read: then only its kind is named.
func numberOf[T any](record T, _ error) T { return record }
