package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// toReorder writes what should be bought on 2026-11-22, page by page.
func toReorder(t *testing.T, st *store.Store, words string) string {
	t.Helper()
	var got []string
	q := store.Query{Words: words, Limit: 1}
	for {
		page, err := st.Stock.ToReorder(t.Context(), "2026-11-22", q)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range page {
			got = append(got, one.Proposal.SKU+" "+one.Proposal.Quantity.String())
			q.After = one.Proposal.SKU
		}
		if len(page) < q.Limit {
			return strings.Join(got, ", ")
		}
	}
}

func TestWhatShouldBeBoughtIsFoundInTheOrderOfTheList(t *testing.T) {
	now := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	st := openWhile(t, &now)
	for _, s := range must[[]data.Season](t)(st.Seasons.All(t.Context())) {
		if err := st.Seasons.Archive(t.Context(), s.ID, true); err != nil {
			t.Fatal(err)
		}
	}
	watched(t, st, "A", 0, 0, data.Level{Quantity: data.Pieces(100)})                    // sells 1 a day: lasts 70 days
	watched(t, st, "B", 0, 0, data.Level{Quantity: data.Pieces(100)})                    // sells 1 a day: 10 are left
	watched(t, st, "C", data.Pieces(40), 0, data.Level{Quantity: data.Pieces(40)})       // at its safety stock
	watched(t, st, "D", data.Pieces(40), 0, data.Level{Quantity: data.Pieces(41)})       // above it
	watched(t, st, "E", 0, 0)                                                            // never came: sent to order
	watched(t, st, "F", 0, 0, data.Level{Quantity: data.Pieces(0)})                      // nothing sells
	gone := watched(t, st, "G", data.Pieces(5), 0, data.Level{Quantity: data.Pieces(1)}) // put away
	big := watched(t, st, "H", data.Pieces(5), 0, data.Level{Quantity: data.Pieces(1)})  // in cartons
	if err := st.Products.Archive(t.Context(), gone.ID, true); err != nil {
		t.Fatal(err)
	}
	big.Packing.PcsPerCarton = data.Pieces(24)
	if _, err := st.Products.Save(t.Context(), big); err != nil {
		t.Fatal(err)
	}
	sold(t, st, "B", "", 90)
	sold(t, st, "A", "", 30)
	sold(t, st, "E", "", 30)
	if got := toReorder(t, st, ""); got != "B 50, C 1, H 24" { // 60 for 60 days less 10; one more than the line; a carton
		t.Errorf("to buy: %s", got)
	}
	if got := toReorder(t, st, "cup h"); got != "H 24" {
		t.Errorf("of the words: %s", got)
	}
	if _, err := st.Thresholds.Save(t.Context(), data.Threshold{SafetyDays: 40}); err != nil {
		t.Fatal(err)
	}
	if got := toReorder(t, st, ""); got != "B 90, C 1, H 24" { // B: 40 for 40 days more
		t.Errorf("with a default: %s", got)
	}
}

func TestASeasonAndASupplierChangeWhatIsBought(t *testing.T) {
	now := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	st := openWhile(t, &now)
	maker := data.Partner{Code: "MAKER", Roles: []data.Role{data.Supplier}}
	maker.Name = "Maker"
	maker = must[data.Partner](t)(st.Partners.Save(t.Context(), maker))
	p := watched(t, st, "A", 0, 0, data.Level{Quantity: data.Pieces(100)})
	sold(t, st, "A", "", 90)
	one := func() data.Proposal {
		t.Helper()
		page, err := st.Stock.ToReorder(t.Context(), "2026-11-22", store.Query{})
		if err != nil || len(page) != 1 {
			t.Fatalf("%+v, %v", page, err)
		}
		return page[0].Proposal
	}
	steps := func(p data.Proposal) string {
		var all []string
		for _, s := range p.Steps {
			all = append(all, fmt.Sprintf("%s%s %s", s.Term, s.Code, s.Quantity))
		}
		return strings.Join(all, ", ")
	}
	// 60 days from 11-23: Black Friday to 11-30 is 8 days, Christmas from 12-01 to 12-25 is 25, New Year from 01-07 to 01-21 is 15.
	want := "sold 90, daily 1, demand 60, seasonblack-friday 4, seasonchinese-new-year 7.5, seasonchristmas 12.5, safety_stock 0, wanted 84, " +
		"on_hand 10, on_order 0, reserved 0, available 10, reorder_line 45, need 74, proposed 74"
	if got := steps(one()); got != want {
		t.Errorf("with the seasons: %s", got)
	}
	p.SetOffers([]data.Offer{{PartnerID: maker.ID, Partner: "MAKER", LeadDays: 60, MOQ: data.Pieces(100), Multiple: data.Pieces(30)}})
	if _, err := st.Products.Save(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if got := steps(one()); !strings.HasSuffix(got, ", reorder_line 84, need 115, carton_multiple 120, proposed 120") {
		t.Errorf("with a supplier: %s", got)
	}
}

func TestVariantsShareTheSafetyStockByWhatTheySell(t *testing.T) {
	now := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	st := openWhile(t, &now)
	p := product("A", "Cup", "")
	p.SafetyStock = data.Pieces(30)
	p.Variants = []data.Variant{{SKU: "A"}, {SKU: "A-RED"}, {SKU: "A-OLD", Archived: true}}
	must[data.Product](t)(st.Products.Save(t.Context(), p))
	if err := st.Stock.Count(t.Context(), []data.Level{{SKU: "A", Quantity: data.Pieces(5)}, {SKU: "A-RED", Quantity: data.Pieces(300)}}, ""); err != nil {
		t.Fatal(err)
	}
	if got := toReorder(t, st, ""); got != "A 10" {
		t.Errorf("to buy: %s", got)
	}
}
