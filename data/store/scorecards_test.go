package store_test

import (
	"errors"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// judged returns the blank card with these points for what the records say nothing of.
func judged(card data.Scorecard, points int64) data.Scorecard {
	for i := range card.Points {
		if p := &card.Points[i]; p.Points == data.NotJudged {
			p.Points = points
		}
	}
	return card
}

func TestACardBeginsWithWhatTheRecordsSayOfDeliveryAndPrice(t *testing.T) {
	st, p := bought(t) // B is due on the first of December, A on the 20th; the store's today is in November
	ctx := t.Context()
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("B", 5_000)))
	must[data.PurchaseOrder](t)(st.Purchases.Receive(ctx, p.No, came("A", 4_000)))
	must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "X", Party: data.Party{Name: "Other works"}, Roles: []data.Role{data.Supplier}}))
	a := must[data.Product](t)(st.Products.BySKU(ctx, "A"))
	mine, other := data.UnitPrice(2_000_000), data.UnitPrice(1_500_000)
	a.SetOffers([]data.Offer{{Partner: "W", Cost: &mine, Currency: "USD", Preferred: true}, {Partner: "X", Cost: &other, Currency: "USD"}})
	must[data.Product](t)(st.Products.Save(ctx, a))
	w := must[data.Partner](t)(st.Partners.ByCode(ctx, "W"))
	facts := must[data.SupplierFacts](t)(st.Scorecards.Facts(ctx, w.ID, "2026-Q4", "2027-01-02"))
	if facts != (data.SupplierFacts{Due: 2, OnTime: 1, Compared: 1, Price: 75}) {
		t.Errorf("facts %+v", facts)
	}
	if early := must[data.SupplierFacts](t)(st.Scorecards.Facts(ctx, w.ID, "2026-Q4", "2026-12-10")); early.Due != 1 || early.OnTime != 1 {
		t.Errorf("before the second line is due: %+v", early)
	}
	card := must[data.Scorecard](t)(st.Scorecards.Blank(ctx, w, "2026-Q4", "2027-01-02"))
	if card.Points[1].Points != 50 || card.Points[2].Points != 75 || card.Points[0].Points != data.NotJudged {
		t.Errorf("begins with %+v", card.Points)
	}
}

func TestACardIsKeptOncePerQuarterWithTheWeightsOfItsBeginning(t *testing.T) {
	st, _ := bought(t)
	ctx := t.Context()
	w := must[data.Partner](t)(st.Partners.ByCode(ctx, "W"))
	blank := must[data.Scorecard](t)(st.Scorecards.Blank(ctx, w, "2026-Q3", "2026-11-22"))
	if _, err := st.Scorecards.Save(ctx, blank); wrongKey(err) != "problem.points" {
		t.Errorf("nobody judged it, and it is saved: %v", err)
	}
	card := must[data.Scorecard](t)(st.Scorecards.Save(ctx, judged(blank, 70)))
	if card.Total() != 700 || card.Supplier != "W" || card.Points[0].Weight != 40 {
		t.Errorf("saved %+v, total %s", card, card.Total())
	}
	if _, err := st.Scorecards.Save(ctx, judged(blank, 90)); err == nil {
		t.Error("a second card of one quarter is saved")
	}
	company := must[data.Company](t)(st.Company.Get(ctx))
	company.Scoring = data.ScoringRules{Criteria: []data.Criterion{{Code: "quality", Weight: 100}}, PhaseOut: 60}
	must[data.Company](t)(st.Company.Save(ctx, company))
	card.Points[0].Points = 100
	card = must[data.Scorecard](t)(st.Scorecards.Save(ctx, card))
	if card.Total() != 820 || len(card.Points) != 4 {
		t.Errorf("after other weights: %+v", card)
	}
	if next := must[data.Scorecard](t)(st.Scorecards.Blank(ctx, w, "2026-Q4", "2026-11-22")); len(next.Points) != 1 {
		t.Errorf("the next card has %+v", next.Points)
	}
	if report := must[store.Report](t)(st.Backups.Verify(ctx)); len(report.Faults) > 0 {
		t.Errorf("faults: %+v", report.Faults)
	}
}

func TestTheListHasEverySupplierWithTheCardOfTheQuarter(t *testing.T) {
	st, _ := bought(t)
	ctx := t.Context()
	must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "X", Party: data.Party{Name: "Other works"}, Roles: []data.Role{data.Supplier}}))
	must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "C", Party: data.Party{Name: "A buyer"}, Roles: []data.Role{data.Customer}}))
	w := must[data.Partner](t)(st.Partners.ByCode(ctx, "W"))
	for quarter, points := range map[data.Quarter]int64{"2026-Q2": 95, "2026-Q3": 60} {
		must[data.Scorecard](t)(st.Scorecards.Save(ctx, judged(must[data.Scorecard](t)(st.Scorecards.Blank(ctx, w, quarter, "2026-11-22")), points)))
	}
	list := must[[]store.ScoredSupplier](t)(st.Scorecards.Find(ctx, "2026-Q3", store.Query{}))
	if len(list) != 2 || list[0].Partner.Code != "W" || list[0].Card.Total() != 600 || list[1].Card.ID != 0 {
		t.Fatalf("lists %+v", list)
	}
	if list = must[[]store.ScoredSupplier](t)(st.Scorecards.Find(ctx, "2026-Q3", store.Query{Words: "other"})); len(list) != 1 || list[0].Partner.Code != "X" {
		t.Errorf("finds %+v", list)
	}
	if latest := must[map[int64]data.Scorecard](t)(st.Scorecards.Latest(ctx, []int64{w.ID})); latest[w.ID].Quarter != "2026-Q3" {
		t.Errorf("latest %+v", latest)
	}
}

func TestUndoTakesACardBack(t *testing.T) {
	st, _ := bought(t)
	ctx := t.Context()
	w := must[data.Partner](t)(st.Partners.ByCode(ctx, "W"))
	undo := func(card data.Scorecard) {
		t.Helper()
		saves, err := st.Journal.History(ctx, card.UUID)
		if err != nil {
			t.Fatal(err)
		}
		if err := st.Journal.Undo(ctx, saves[0].Batch); err != nil {
			t.Fatal(err)
		}
	}
	begun := func(quarter data.Quarter) data.Scorecard {
		return must[data.Scorecard](t)(st.Scorecards.Save(ctx, judged(must[data.Scorecard](t)(st.Scorecards.Blank(ctx, w, quarter, "2026-11-22")), 70)))
	}
	card := begun("2026-Q3")
	card.Note = "one crate was wet"
	undo(must[data.Scorecard](t)(st.Scorecards.Save(ctx, card)))
	if now := must[data.Scorecard](t)(st.Scorecards.Of(ctx, w.ID, "2026-Q3")); now.Note != "" || now.Total() != 700 {
		t.Errorf("a change taken back: %+v", now)
	}
	undo(begun("2026-Q2"))
	if now, err := st.Scorecards.Of(ctx, w.ID, "2026-Q2"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("a new card taken back: %+v, %v", now, err)
	}
}
