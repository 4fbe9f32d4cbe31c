package store_test

import (
	"slices"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestRateCardsComeBackAsTheyWereSavedAndAreFoundByTheirDays(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	card := data.RateCard{Code: " DHL ", Carrier: "DHL", Mode: data.Courier, To: "München", Currency: "cny", Basis: data.ByTable, ValidFrom: "2026-01-01", ValidUntil: "2026-12-31"}
	card.FreightTerms = data.FreightTerms{Price: 72_000_000, Rows: []data.FreightRow{{UpTo: 1_000_000, Price: 205_000_000}, {UpTo: 500_000, Price: 168_000_000}}}
	saved := must[data.RateCard](t)(st.RateCards.Save(ctx, card))
	if saved.Code != "DHL" || saved.Currency != "CNY" || !slices.Equal(saved.Rows, []data.FreightRow{{UpTo: 500_000, Price: 168_000_000}, {UpTo: 1_000_000, Price: 205_000_000}}) {
		t.Errorf("%+v", saved)
	}
	must[data.RateCard](t)(st.RateCards.Save(ctx, data.RateCard{Code: "SEA", Carrier: "COSCO", Mode: data.Sea, Currency: "USD", Basis: data.PerRevenueTon, FreightTerms: data.FreightTerms{Price: 45_000_000}}))
	for _, c := range []struct {
		day  data.Date
		mode data.Mode
		want int
	}{{"2026-06-01", "", 2}, {"2026-06-01", data.Courier, 1}, {"2027-01-01", "", 1}, {"2027-01-01", data.Courier, 0}} {
		if got := must[[]data.RateCard](t)(st.RateCards.ValidOn(ctx, c.day, c.mode)); len(got) != c.want {
			t.Errorf("%s %s: %v", c.day, c.mode, got)
		}
	}
	if found := must[[]data.RateCard](t)(st.RateCards.Find(ctx, store.Query{Words: "MUNCHEN dhl"})); len(found) != 1 {
		t.Errorf("%v", found)
	}
	if report := must[store.Report](t)(st.Backups.Verify(ctx)); len(report.Faults) > 0 {
		t.Error(report.Faults)
	}
	last := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0]
	if err := st.Journal.Undo(ctx, last.Batch); err != nil {
		t.Fatal(err)
	}
	if left := must[[]data.RateCard](t)(st.RateCards.All(ctx)); len(left) != 1 || left[0].Code != "DHL" {
		t.Errorf("%v", left)
	}
}
