package store_test

import (
	"fmt"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// priced is a file of a company in US dollars with article A, bought for 14.00 CNY.
func priced(t *testing.T) (st *store.Store, variant int64) {
	t.Helper()
	st = open(t)
	p := product("A", "Cup A", "杯A")
	cost := data.UnitPrice(14_000_000)
	p.Cost, p.CostCurrency = &cost, "CNY"
	saved := must[data.Product](t)(st.Products.Save(t.Context(), p))
	return st, saved.Variants[0].ID
}

// sevenYuan notes that a dollar costs 7 CNY.
func sevenYuan(t *testing.T, st *store.Store) {
	t.Helper()
	seven := must[data.ExchangeRate](t)(data.ParseExchangeRate("7"))
	must[data.Rate](t)(st.Rates.Save(t.Context(), data.Rate{Date: "2026-01-05", Base: "USD", Quote: "CNY", Rate: seven}))
}

func moved(t *testing.T, st *store.Store, m data.Movement) {
	t.Helper()
	if err := st.Stock.Move(t.Context(), []data.Movement{m}); err != nil {
		t.Fatal(err)
	}
}

func TestGoodsThatCameWithoutACostAreWorthWhatTheirProductCostsToBuy(t *testing.T) {
	st, id := priced(t)
	moved(t, st, data.Movement{SKU: "A", Quantity: data.Pieces(5), Reason: data.Counted})
	if h := holding(t, st, id); h.Value != 0 {
		t.Errorf("without a rate 5 are worth %s; want nothing", h.Value)
	}
	sevenYuan(t, st)
	moved(t, st, data.Movement{SKU: "A", Quantity: data.Pieces(5), Reason: data.Counted})
	if h := holding(t, st, id); h.Value.String() != "20.00" {
		t.Errorf("10 at 14.00 CNY and 7 CNY a dollar are worth %s; want 20.00, those counted before as well", h.Value)
	}
	cost := data.UnitPrice(5_000_000)
	moved(t, st, data.Movement{SKU: "A", Quantity: data.Pieces(10), Reason: data.Received, Cost: &cost})
	moved(t, st, data.Movement{SKU: "A", Quantity: data.Pieces(2), Reason: data.Counted})
	if h := holding(t, st, id); h.Value.String() != "77.00" {
		t.Errorf("22 at the average of 3.50 are worth %s; want 77.00: once there is an average the purchase price doesn't count", h.Value)
	}
}

func TestAStockTakeSaysBeforehandWhatGoodsWithoutACostWillBeWorth(t *testing.T) {
	st, id := priced(t)
	sevenYuan(t, st)
	take := must[data.StockTake](t)(st.StockTakes.Open(t.Context(), data.StockTake{Scope: data.StockTakeScope{Kind: data.ScopeAll, Empty: true}}))
	counted(t, st, take.No, "A", 3, data.Miscounted)
	before := must[data.StockTakeSum](t)(st.StockTakes.Sum(t.Context(), take.No, false))
	did := must[data.StockTakeSum](t)(st.StockTakes.Post(t.Context(), take.No, false))
	if h := holding(t, st, id); before.Value.String() != "6.00" || did.Value != before.Value || h.Value != before.Value {
		t.Errorf("the sum said %s, posting %s, the goods are worth %s; want 6.00 each", before.Value, did.Value, h.Value)
	}
}

func TestAnImportedListTakesItsPurchasePricesAsCostOfTheFirstCount(t *testing.T) {
	st := open(t)
	sevenYuan(t, st)
	list := func(stock, cost string) {
		t.Helper()
		imported(t)(st.Products.Import(t.Context(), rows([]string{"sku", "A", "name", "Cup", "cost", cost, "cost_currency", "CNY", "stock", stock}),
			store.ImportOptions{Source: "list.csv"}))
	}
	list("10", "14")
	list("12", "21")
	found := must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Limit: 1}))
	if h := holding(t, st, found[0].Variants[0].ID); h.Value.String() != "24.00" {
		t.Errorf("12 are worth %s; want 24.00: a dearer offer doesn't revalue what lies there", h.Value)
	}
}

func TestAnUnknownBuyerIsNamedByItsRow(t *testing.T) {
	st := open(t)
	p := product("A", "Cup", "杯")
	p.BuyerItemNames = []data.BuyerItemNo{{Partner: "Nobody", ItemNo: "N-1"}}
	_, err := st.Products.Save(t.Context(), p)
	if got := fmt.Sprint(err); !strings.Contains(got, "buyer_items.1.partner") {
		t.Errorf("the first row is called %s", got)
	}
}
