package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// shown saves products with a main picture, by their SKUs.
func shown(t *testing.T, st *store.Store, skus ...string) {
	t.Helper()
	h := must[data.Hash](t)(st.Attachments.Put(t.Context(), "p.png", []byte("a picture")))
	for _, sku := range skus {
		must[data.Product](t)(st.Products.Save(t.Context(), data.Product{
			SKU: sku, Name: data.Texts{"en": "Goods " + sku}, Unit: "PCS", Pictures: []data.Picture{{Hash: h, Role: data.MainPicture}},
		}))
	}
}

// week imports figures of one week, each line "SKU orders inquiries clicks".
func week(t *testing.T, st *store.Store, of data.Week, lines ...string) data.ImportReport {
	t.Helper()
	var list [][]string
	for _, l := range lines {
		f := strings.Fields(l)
		list = append(list, []string{"sku", f[0], "market", "Alibaba.com", "week", string(of), "orders", f[1], "inquiries", f[2], "clicks", f[3], "exposures", f[3] + "00"})
	}
	return imported(t)(st.ListingFigures.Import(t.Context(), rows(list...), store.ImportOptions{Source: "report.csv"}))
}

// view is the showcase on the day of the tests.
func view(t *testing.T, st *store.Store) data.Showcase {
	t.Helper()
	return must[data.Showcase](t)(st.Showcases.View(t.Context(), "alibaba", "2026-11-22", 0))
}

// advice writes the proposals as "A>B".
func advice(v data.Showcase) (list []string) {
	for _, s := range v.Swaps {
		out, in := "", ""
		if s.Out != nil {
			out = s.Out.SKU
		}
		if s.In != nil {
			in = s.In.SKU
		}
		list = append(list, out+">"+in)
	}
	return list
}

func set(t *testing.T, st *store.Store, day data.Date, in, out []string) store.ShowcaseDone {
	t.Helper()
	return must[store.ShowcaseDone](t)(st.Showcases.Set(t.Context(), store.ShowcaseChange{Market: "alibaba", Day: day, In: in, Out: out}))
}

func TestASecondImportOfAWeekReplacesItSaysSoAndIsTakenBack(t *testing.T) {
	st := open(t)
	shown(t, st, "A", "B")
	if r := week(t, st, "2026-W46", "A 1 10 100", "B 0 3 50"); r.New != 2 || r.Warned != 0 {
		t.Fatalf("%+v", r)
	}
	if r := week(t, st, "2026-W46", "A 1 10 100", "B 0 3 50"); r.Unchanged != 2 || r.Batch != "" || r.Warned != 0 {
		t.Errorf("the same file again: %+v", r)
	}
	r := week(t, st, "2026-W46", "A 1 10 100", "B 2 4 60")
	if r.Changed != 1 || r.Unchanged != 1 || len(r.Warnings) != 1 || r.Warnings[0].Key != "showcase.problem.replaced" || r.Warnings[0].Args["Count"] != 1 {
		t.Errorf("other figures: %+v", r)
	}
	of := func() data.Counts {
		return must[data.ListingFigures](t)(st.ListingFigures.Of(t.Context(), "B", "alibaba", "2026-W46")).Counts
	}
	if of() != (data.Counts{Exposures: 6000, Clicks: 60, Inquiries: 4, Orders: 2}) {
		t.Error(of())
	}
	if err := st.Journal.Undo(t.Context(), r.Batch); err != nil || of().Orders != 0 || of().Clicks != 50 {
		t.Error(err, of())
	}
	if list := must[[]data.ListingFigures](t)(st.ListingFigures.Find(t.Context(), store.FiguresQuery{SKU: "A"})); len(list) != 1 || list[0].Source != "report.csv" {
		t.Errorf("%+v", list)
	}
}

func TestFiguresOfNobodyAreRefusedWithTheirRows(t *testing.T) {
	st := open(t)
	shown(t, st, "A")
	r, err := st.ListingFigures.Import(t.Context(), rows(
		[]string{"sku", "A", "market", "alibaba", "week", "2026-W46"},
		[]string{"sku", "NONE", "market", "alibaba", "week", "2026-W46"},
		[]string{"sku", "A", "market", "bazaar", "week", "2026-W46"},
		[]string{"sku", "A", "market", "阿里巴巴国际站", "week", "2026-W46", "orders", "5"},
	), store.ImportOptions{})
	var got []string
	for _, p := range r.Problems {
		got = append(got, fmt.Sprint(p.Row, p.Field, " ", p.Key))
	}
	if err != nil || !slices.Equal(got, []string{"3sku problem.unknown_sku", "4market showcase.problem.market", "5sku problem.differs_from_row"}) {
		t.Error(err, got)
	}
	if list := must[[]data.ListingFigures](t)(st.ListingFigures.Find(t.Context(), store.FiguresQuery{})); len(list) != 0 {
		t.Errorf("kept %+v", list)
	}
}

func TestTheShowcaseIsRankedOverTheWeeksAndProposesWhatDoesBetter(t *testing.T) {
	st := open(t)
	shown(t, st, "A", "B", "C", "LUCKY", "OLD", "NONE")
	week(t, st, "2026-W40", "OLD 90 100 1000")
	week(t, st, "2026-W45", "A 1 10 100", "B 0 4 40", "C 2 3 30")
	week(t, st, "2026-W46", "A 1 10 100", "B 1 4 40", "C 1 3 30", "LUCKY 1 1 1", "NONE 0 0 900")
	week(t, st, "2026-W49", "A 99 99 99") // a slip: that week is still to come
	set(t, st, "2026-11-01", []string{"A", "NONE"}, nil)
	v := view(t, st)
	if v.From != "2026-W43" || v.To != "2026-W46" || v.Ranked != 3 || v.Places[0].SKU != "A" || v.Places[0].Rank != 3 || v.Places[0].Orders != 2 || v.Places[1].Ranked {
		t.Errorf("%s to %s, %d ranked, %+v", v.From, v.To, v.Ranked, v.Places)
	}
	if got := advice(v); !slices.Equal(got, []string{">C", ">B"}) {
		t.Error(got)
	}
	m := must[data.Market](t)(st.Markets.Save(t.Context(), data.Market{Code: "alibaba", Showcase: data.ShowcaseRules{Places: 2}}))
	if got := advice(view(t, st)); !slices.Equal(got, []string{"A>C"}) {
		t.Errorf("two places: %v; NONE had its weeks not yet", got)
	}
	m.Showcase.Weeks = 2
	must[data.Market](t)(st.Markets.Save(t.Context(), m))
	if got := advice(view(t, st)); !slices.Equal(got, []string{"NONE>C", "A>B"}) {
		t.Error(got)
	}
}

func TestWhatTheMarketRefusesIsNotProposedAndTheReasonIsKept(t *testing.T) {
	st := open(t)
	shown(t, st, "A", "RED")
	week(t, st, "2026-W46", "A 1 10 100", "RED 9 10 100")
	p := must[data.Product](t)(st.Products.BySKU(t.Context(), "RED"))
	p.Listings = []data.Listing{{Market: "alibaba", Language: "en", Title: "Best goods, call +86 21 5555 0123"}}
	p = must[data.Product](t)(st.Products.Save(t.Context(), p))
	v := view(t, st)
	if got := advice(v); !slices.Equal(got, []string{">A"}) || len(v.Refused) != 1 || v.Refused[0].SKU != "RED" || v.Refused[0].Red == nil {
		t.Errorf("%v %+v", got, v.Refused)
	}
	p.Listings[0].Title = "Goods of stoneware"
	must[data.Product](t)(st.Products.Save(t.Context(), p))
	if got := advice(view(t, st)); !slices.Equal(got, []string{">RED", ">A"}) {
		t.Errorf("after mending: %v", got)
	}
}

func TestARotationKeepsThePastIsNotedAndTakenBackAsOne(t *testing.T) {
	st := open(t)
	shown(t, st, "A", "B", "C")
	set(t, st, "2026-11-01", []string{"A", "B", "A"}, nil)
	done := set(t, st, "2026-11-20", []string{"C", "B"}, []string{"A"})
	if !slices.Equal(done.In, []string{"C"}) || !slices.Equal(done.Out, []string{"A"}) || !done.Turned {
		t.Errorf("%+v", done)
	}
	places := func(past bool) (list []string) {
		for _, p := range must[[]data.ShowcasePlace](t)(st.Showcases.Places(t.Context(), "alibaba", past)) {
			list = append(list, fmt.Sprintf("%s %s %s", p.SKU, p.Since, p.Until))
		}
		return list
	}
	if now, past := places(false), places(true); !slices.Equal(now, []string{"B 2026-11-01 ", "C 2026-11-20 "}) || !slices.Equal(past, []string{"A 2026-11-01 2026-11-20"}) {
		t.Error(now, past)
	}
	if v := view(t, st); v.Rotated != "2026-11-20" || v.DueTurn {
		t.Errorf("%+v", v)
	}
	last := must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))[0]
	set(t, st, "2026-11-21", []string{"A"}, nil)
	if err := st.Journal.Undo(t.Context(), last.Batch); err == nil {
		t.Error("A is given its old place back while it has a new one")
	}
	again := must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))[0]
	for _, batch := range []string{again.Batch, last.Batch} {
		if err := st.Journal.Undo(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
	}
	if now := places(false); !slices.Equal(now, []string{"A 2026-11-01 ", "B 2026-11-01 "}) || view(t, st).Rotated != "2026-11-01" {
		t.Error(now, view(t, st).Rotated)
	}
}

func TestAFullShowcaseTakesNoMoreAndNothingOfTheRotationIsDone(t *testing.T) {
	st := open(t)
	var skus []string
	for i := range 12 {
		skus = append(skus, "P"+strconv.Itoa(i))
	}
	shown(t, st, skus...)
	change := store.ShowcaseChange{Market: "alibaba", Day: "2026-11-22", Whole: skus}
	key := func() string {
		_, err := st.Showcases.Set(t.Context(), change)
		var problems data.Problems
		if !errors.As(err, &problems) {
			return fmt.Sprint(err)
		}
		return problems[0].Field + " " + problems[0].Key
	}
	if got := key(); got != "put_in showcase.problem.full" {
		t.Error(got)
	}
	if v := view(t, st); len(v.Places) != 0 || v.Rotated != "" {
		t.Errorf("%+v", v)
	}
	for want, c := range map[string]store.ShowcaseChange{
		"put_in problem.unknown_sku":          {Market: "alibaba", Day: "2026-11-22", In: []string{"X"}},
		"take_out showcase.problem.not_there": {Market: "alibaba", Day: "2026-11-22", Out: []string{"P1"}},
		"market showcase.problem.market":      {Market: "bazaar", Day: "2026-11-22"},
	} {
		if change = c; key() != want {
			t.Errorf("%s; want %s", key(), want)
		}
	}
}

func TestAProductWithFiguresStaysWhenItsImportIsTakenBack(t *testing.T) {
	st := open(t)
	r := imported(t)(st.Products.Import(t.Context(), rows([]string{"sku", "A", "name", "Cup"}), store.ImportOptions{}))
	week(t, st, "2026-W46", "A 1 10 100")
	if err := st.Journal.Undo(t.Context(), r.Batch); err != nil {
		t.Fatal(err)
	}
	if p := must[data.Product](t)(st.Products.BySKU(t.Context(), "A")); !p.Archived {
		t.Error("it isn't archived")
	}
	if report := must[store.Report](t)(st.Backups.Verify(t.Context())); len(report.Faults) > 0 {
		t.Error(report.Faults)
	}
}
