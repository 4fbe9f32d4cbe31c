package store_test

import (
	"errors"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// bought returns a store with a supplier and two articles, and a placed purchase order of ten A and five B.
func bought(t *testing.T) (*store.Store, data.PurchaseOrder) {
	t.Helper()
	ctx, st := t.Context(), open(t)
	must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "W", Party: data.Party{Name: "Works"}, Roles: []data.Role{data.Supplier}}))
	for _, sku := range []string{"A", "B"} {
		must[data.Product](t)(st.Products.Save(ctx, product(sku, "Article "+sku, "货品")))
	}
	p := must[data.PurchaseOrder](t)(st.Purchases.Save(ctx, data.PurchaseOrder{
		Supplier: "Works", Currency: "USD", Status: data.PurchaseOrdered, Expected: "2026-12-20",
		Lines: []data.PurchaseLine{
			{SKU: "A", Quantity: 10_000, Unit: "PCS", Price: 2_000_000},
			{SKU: "B", Quantity: 5_000, Unit: "PCS", Price: 1_500_000, Expected: "2026-12-01"},
		},
	}))
	return st, p
}

// holding returns what there is of one article.
func holding(t *testing.T, st *store.Store, variant int64) data.Holding {
	t.Helper()
	return must[map[int64]data.Holding](t)(st.Stock.Holdings(t.Context(), []int64{variant}))[variant]
}

// came returns a receipt of one article.
func came(sku string, q data.Quantity) data.Receipt {
	return data.Receipt{Lines: []data.ReceiptLine{{SKU: sku, Quantity: q}}}
}

// wrongKey returns the key of the first problem of err.
func wrongKey(err error) string {
	if wrong := (data.Problems{}); errors.As(err, &wrong) {
		return wrong[0].Key
	}
	return ""
}

func TestAPurchaseOrderIsNumberedAndOnOrderUntilItsGoodsCome(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	if p.No != "PO-2026-0001" || p.Supplier != "W" {
		t.Errorf("saved as %s of %q", p.No, p.Supplier)
	}
	a, b := p.Lines[0].VariantID, p.Lines[1].VariantID
	if h := holding(t, st, a); h.OnOrder != 10_000 || h.OnHand != 0 {
		t.Errorf("ordered: %+v", h)
	}
	p = must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 4_000)))
	if h := holding(t, st, a); h.OnOrder != 6_000 || h.OnHand != 4_000 || h.Value != 8_000_000 {
		t.Errorf("partly received: %+v", h)
	}
	if p.State("2026-11-30") != data.PurchasePartly || p.State("2026-12-02") != data.PurchaseOverdue {
		t.Errorf("states: %s, then %s", p.State("2026-11-30"), p.State("2026-12-02"))
	}
	moves := must[[]data.Movement](t)(st.Stock.Movements(ctx, a, 1))
	if moves[0].Document != p.No || moves[0].Reason != data.Received {
		t.Errorf("the movement says %+v", moves[0])
	}
	incoming := must[map[int64][]data.Coming](t)(st.Stock.Incoming(ctx, []int64{a, b}))
	if len(incoming) != 2 || incoming[a][0] != (data.Coming{VariantID: a, Date: "2026-12-20", Quantity: 6_000, Document: p.No}) || incoming[b][0].Date != "2026-12-01" {
		t.Errorf("incoming: %+v", incoming)
	}
	past := must[map[int64]data.Holding](t)(st.Stock.HoldingsAt(ctx, []int64{a}, p.ChangedAt))
	if past[a].OnOrder != 10_000 {
		t.Errorf("when it was ordered %s were on order", past[a].OnOrder)
	}
	wellKept(t, st)
}

func TestMoreThanWasOrderedIsRefusedUnlessItIsMeantAndIsThenNamed(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	if _, err := st.Purchases.Receive(ctx, p.No, came("A", 11_000)); wrongKey(err) != "problem.more_than_purchased" {
		t.Errorf("eleven of ten: %v", err)
	}
	twice := data.Receipt{Lines: []data.ReceiptLine{{SKU: "A", Quantity: 6_000, Lot: "1"}, {SKU: "A", Quantity: 6_000, Lot: "2"}}}
	if _, err := st.Purchases.Receive(ctx, p.No, twice); wrongKey(err) != "problem.more_than_purchased" {
		t.Errorf("twice six of ten in one receipt: %v", err)
	}
	if h := holding(t, st, p.Lines[0].VariantID); h.OnHand != 0 || h.OnOrder != 10_000 {
		t.Errorf("a refused receipt left %+v", h)
	}
	twice.Over = true
	p = must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, twice))
	if p.Lines[0].Over() != 2_000 || len(p.Warnings()) == 0 {
		t.Errorf("over by %s; warnings %v", p.Lines[0].Over(), p.Warnings())
	}
	list := must[[]data.PostedReceipt](t)(st.Purchases.Receipts(ctx, p))
	if len(list) != 2 || list[0].Over != 0 || list[1].Over != 2_000 || list[1].Lot != "2" || list[1].Line != 1 {
		t.Errorf("receipts: %+v", list)
	}
	wellKept(t, st)
}

func TestWhatWasReceivedCannotBeOrderedOtherwise(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	p = must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 4_000)))
	for name, change := range map[string]func(*data.PurchaseOrder){
		"price":  func(p *data.PurchaseOrder) { p.Lines[0].Price++ },
		"less":   func(p *data.PurchaseOrder) { p.Lines[0].Quantity = 1_000 },
		"gone":   func(p *data.PurchaseOrder) { p.Lines = p.Lines[1:] },
		"draft":  func(p *data.PurchaseOrder) { p.Status = data.PurchaseDraft },
		"number": func(p *data.PurchaseOrder) { p.No = "PO-X" },
	} {
		next := p
		next.Lines = append([]data.PurchaseLine(nil), p.Lines...)
		change(&next)
		if _, err := st.Purchases.Save(ctx, next); !errors.Is(err, data.ErrPosted) {
			t.Errorf("%s: %v", name, err)
		}
	}
	p.Expected, p.Lines[1].Closed, p.Lines[0].Received = "2027-01-05", true, 99_000
	p = must[data.PurchaseOrder](t)(st.Purchases.Save(ctx, p))
	if p.Lines[0].Received != 4_000 {
		t.Errorf("a save says %s came", p.Lines[0].Received)
	}
	if h := holding(t, st, p.Lines[1].VariantID); h.OnOrder != 0 {
		t.Errorf("of a closed line %s are on order", h.OnOrder)
	}
	wellKept(t, st)
}

func TestAReceiptIsTakenBackByACounterEntryOnce(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	p = must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, data.Receipt{Lines: []data.ReceiptLine{{SKU: "B", Quantity: 5_000, Lot: "L1", Done: true}}}))
	if !p.Lines[1].Closed {
		t.Error("nothing more will come, but the line is open")
	}
	list := must[[]data.PostedReceipt](t)(st.Purchases.Receipts(ctx, p))
	if err := st.Purchases.TakeBack(ctx, list[0].UUID); err != nil {
		t.Fatal(err)
	}
	p = must[data.PurchaseOrder](t)(st.Purchases.Get(ctx, p.ID))
	if h := holding(t, st, p.Lines[1].VariantID); p.Lines[1].Received != 0 || h.OnHand != 0 || h.Value != 0 {
		t.Errorf("taken back: %s received, %+v", p.Lines[1].Received, h)
	}
	list = must[[]data.PostedReceipt](t)(st.Purchases.Receipts(ctx, p))
	for _, one := range list {
		if err := st.Purchases.TakeBack(ctx, one.UUID); !errors.Is(err, data.ErrConflict) {
			t.Errorf("taken back again: %v", err)
		}
	}
	if len(list) != 2 || !list[0].Taken || list[1].Reverses != list[0].UUID {
		t.Errorf("receipts: %+v", list)
	}
	wellKept(t, st)
}

func TestUndoTakesBackAReceiptAndRefusesToTakeBackTheOrderUnderIt(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	ordered := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0].Batch
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 10_000)))
	received := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0].Batch
	if err := st.Journal.Undo(ctx, ordered); !errors.Is(err, data.ErrPosted) {
		t.Errorf("an order was taken back from under its receipt: %v", err)
	}
	if err := st.Journal.Undo(ctx, received); err != nil {
		t.Fatal(err)
	}
	if h := holding(t, st, p.Lines[0].VariantID); h.OnHand != 0 || h.OnOrder != 10_000 {
		t.Errorf("undone: %+v", h)
	}
	again := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0].Batch
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 3_000)))
	if err := st.Journal.Undo(ctx, again); wrongKey(err) != "problem.more_than_purchased" {
		t.Errorf("undoing the undo received thirteen of ten: %v", err)
	}
	wellKept(t, st)
}

func TestAnUndoneDraftIsGoneAndComesBackWithItsLines(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	last := func() string { return must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0].Batch }
	if err := st.Journal.Undo(ctx, last()); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Purchases.ByNo(ctx, p.No); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("it is still there: %v", err)
	}
	if h := holding(t, st, p.Lines[0].VariantID); h.OnOrder != 0 {
		t.Errorf("%s of it are on order", h.OnOrder)
	}
	if err := st.Journal.Undo(ctx, last()); err != nil {
		t.Fatal(err)
	}
	back := must[data.PurchaseOrder](t)(st.Purchases.ByNo(ctx, p.No))
	if len(back.Lines) != 2 || back.Lines[1].UUID != p.Lines[1].UUID || holding(t, st, p.Lines[0].VariantID).OnOrder != 10_000 {
		t.Errorf("it came back as %+v", back)
	}
	wellKept(t, st)
}

func TestOnlyAPlacedOrderReceivesAndOnlyItsOwnArticles(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	must[data.Product](t)(st.Products.Save(ctx, product("C", "Article C", "货品")))
	for name, c := range map[string]struct {
		rc  data.Receipt
		key string
	}{
		"another article": {came("C", 1_000), "problem.not_purchased"},
		"nothing":         {data.Receipt{}, "problem.required"},
		"less than none":  {came("A", -1_000), "problem.not_positive"},
		"wrong line":      {data.Receipt{Lines: []data.ReceiptLine{{Line: 3, Quantity: 1_000}}}, "problem.not_purchased"},
	} {
		if _, err := st.Purchases.Receive(ctx, p.No, c.rc); wrongKey(err) != c.key {
			t.Errorf("%s: %v", name, err)
		}
	}
	p.Status = data.PurchaseClosed
	must[data.PurchaseOrder](t)(st.Purchases.Save(ctx, p))
	if _, err := st.Purchases.Receive(ctx, p.No, came("A", 1_000)); wrongKey(err) != "problem.purchase_not_ordered" {
		t.Errorf("a closed order received: %v", err)
	}
	if h := holding(t, st, p.Lines[0].VariantID); h.OnOrder != 0 {
		t.Errorf("of a closed order %s are on order", h.OnOrder)
	}
	wellKept(t, st)
}

func TestGoodsInAnotherCurrencyCostWhatTheDatedRateSays(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	p.Currency = "CNY"
	p = must[data.PurchaseOrder](t)(st.Purchases.Save(ctx, p))
	if _, err := st.Purchases.Receive(ctx, p.No, came("A", 1_000)); wrongKey(err) != "problem.no_rate" {
		t.Errorf("without a rate: %v", err)
	}
	rate := must[data.ExchangeRate](t)(data.ParseExchangeRate("8"))
	must[data.Rate](t)(st.Rates.Save(ctx, data.Rate{Date: "2026-11-01", Base: "USD", Quote: "CNY", Rate: rate}))
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 1_000)))
	if h := holding(t, st, p.Lines[0].VariantID); h.Value != 250_000 {
		t.Errorf("2.00 CNY at 8 CNY a dollar are worth %s", h.Value)
	}
	said := came("A", 1_000)
	said.Rate = data.CostRate{Base: "CNY", Rate: must[data.ExchangeRate](t)(data.ParseExchangeRate("0.5"))}
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, said))
	if h := holding(t, st, p.Lines[0].VariantID); h.Value != 1_250_000 {
		t.Errorf("then one at a rate that was said: %s", h.Value)
	}
	if kept := must[data.Rate](t)(st.Rates.On(ctx, "CNY", "USD", "2026-11-30")); kept.Rate != said.Rate.Rate || kept.Date != "2026-11-22" {
		t.Errorf("the dated table kept %+v", kept)
	}
	wellKept(t, st)
}

func TestGoodsOnTheWayAreIncomingToo(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 10_000)))
	sent := must[data.StockTransfer](t)(st.Stock.Transfer(ctx, data.StockTransfer{
		To: "ROTTERDAM", Expected: "2026-12-10", Lines: []data.StockTransferLine{{SKU: "A", Quantity: 4_000}},
	}))
	if _, err := st.Stock.Arrive(ctx, sent.No, []data.StockTransferLine{{SKU: "A", Quantity: 1_000}}, false); err != nil {
		t.Fatal(err)
	}
	a := p.Lines[0].VariantID
	got := must[map[int64][]data.Coming](t)(st.Stock.Incoming(ctx, []int64{a}))[a]
	if len(got) != 1 || got[0] != (data.Coming{VariantID: a, Date: "2026-12-10", Quantity: 3_000, Document: sent.No}) {
		t.Errorf("incoming: %+v", got)
	}
}

func TestAPurchaseOrderIsFoundByItsSupplierAndItsArticles(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	works := must[data.Partner](t)(st.Partners.ByCode(ctx, "W"))
	works.Name = "Renamed"
	must[data.Partner](t)(st.Partners.Save(ctx, works))
	for _, words := range []string{p.No, "renamed", "A", ""} {
		if found := must[[]data.PurchaseOrder](t)(st.Purchases.Find(ctx, store.Query{Words: words})); len(found) != 1 {
			t.Errorf("%q found %d", words, len(found))
		}
	}
	wellKept(t, st)
}

func TestAReceiptThatWasTakenBackIsNotTakenBackOnceMoreByUndo(t *testing.T) {
	st, p := bought(t)
	ctx := t.Context()
	newest := func() string {
		last, err := st.Journal.Last(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		return last[0].Batch
	}
	p = must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 4_000)))
	receiving := newest()
	receipt := must[[]data.PostedReceipt](t)(st.Purchases.Receipts(ctx, p))[0].UUID
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 6_000))) // so that there is stock to take
	if err := st.Purchases.TakeBack(ctx, receipt); err != nil {
		t.Fatal(err)
	}
	back := newest()
	if err := st.Journal.Undo(ctx, receiving); !errors.Is(err, data.ErrConflict) {
		t.Fatalf("taken back a second time: %v", err)
	}
	received := func() data.Quantity {
		return must[data.PurchaseOrder](t)(st.Purchases.ByNo(ctx, p.No)).Lines[0].Received
	}
	if got := received(); got != 6_000 {
		t.Errorf("received %s; want 6", got)
	}
	if err := st.Journal.Undo(ctx, back); err != nil { // the receipt is in force again
		t.Fatal(err)
	}
	if err := st.Journal.Undo(ctx, receiving); err != nil || received() != 6_000 {
		t.Errorf("undone after all: %v, received %s; want 6", err, received())
	}
	if report := must[store.Report](t)(st.Backups.Verify(ctx)); len(report.Faults) > 0 {
		t.Errorf("faults: %+v", report.Faults)
	}
}

func TestAReceiptIsTakenBackOnceWhateverWayThatGoes(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	must[data.Company](t)(st.Company.Save(ctx, data.Company{Currency: "USD"}))
	must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "K", Party: data.Party{Name: "K"}, Roles: []data.Role{data.Supplier}}))
	must[data.Product](t)(st.Products.Save(ctx, data.Product{SKU: "A", Unit: "PCS"}))
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: data.Pieces(100), Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	po := must[data.PurchaseOrder](t)(st.Purchases.Save(ctx, data.PurchaseOrder{
		Supplier: "K", Currency: "USD", Status: data.PurchaseOrdered, Lines: []data.PurchaseLine{{SKU: "A", Quantity: data.Pieces(6), Unit: "PCS", Price: 700_000}},
	}))
	batch := func(work func() error) string {
		t.Helper()
		return must[string](t)(st.Journal.Made(ctx, work))
	}
	came := batch(func() error {
		_, err := st.Purchases.Receive(ctx, po.No, data.Receipt{Lines: []data.ReceiptLine{{SKU: "A", Quantity: data.Pieces(3)}}})
		return err
	})
	list := must[[]data.PostedReceipt](t)(st.Purchases.Receipts(ctx, po))
	back := batch(func() error { return st.Purchases.TakeBack(ctx, list[0].UUID) })
	again := batch(func() error { return st.Journal.Undo(ctx, back) }) // it did come
	if err := st.Journal.Undo(ctx, came); err != nil {                 // it didn't: the receipt itself is undone
		t.Fatal(err)
	}
	if err := st.Journal.Undo(ctx, again); !errors.Is(err, data.ErrConflict) { // and can't be taken back once more
		t.Errorf("taken back twice: %v", err)
	}
	if po = must[data.PurchaseOrder](t)(st.Purchases.ByNo(ctx, po.No)); po.Lines[0].Received != 0 {
		t.Errorf("%s came", po.Lines[0].Received)
	}
	wellKept(t, st)
}
