package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

func TestEveryPageFollowsTheOneBefore(t *testing.T) {
	st := open(t)
	imported(t)(st.Products.Import(t.Context(), productRows(1500, nil), store.ImportOptions{}))
	for _, words := range []string{"", "kb", "steel", "不锈钢", "杯", "s", "kb-000 steel", "73"} {
		want := must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Words: words, Limit: 2000}))
		if n := must[int](t)(st.Products.Count(t.Context(), store.Query{Words: words})); n != len(want) || n == 0 {
			t.Errorf("%q: counted %d, found %d", words, n, len(want))
		}
		var got []string
		for after := ""; ; {
			page := must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Words: words, Limit: 37, After: after}))
			if len(page) == 0 {
				break
			}
			for _, p := range page {
				got = append(got, p.SKU)
			}
			after = got[len(got)-1]
		}
		var skus []string
		for _, p := range want {
			skus = append(skus, p.SKU)
		}
		if !slices.Equal(skus, got) {
			t.Errorf("%q: %d at once, %d in pages", words, len(skus), len(got))
		}
	}
}

func TestTheCodeItselfComesFirst(t *testing.T) {
	st := open(t)
	for _, sku := range []string{"AB", "AB-1", "X-AB", "A"} {
		must[data.Product](t)(st.Products.Save(t.Context(), product(sku, "Cup", "杯")))
	}
	var got []string
	for _, p := range must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Words: "ab"})) {
		got = append(got, p.SKU)
	}
	if fmt.Sprint(got) != "[AB AB-1 X-AB]" {
		t.Error(got)
	}
}

func TestWhateverIsTypedIsNeverAnErrorAndFindsWhatContainsIt(t *testing.T) {
	st := open(t)
	imported(t)(st.Products.Import(t.Context(), productRows(200, nil), store.ImportOptions{}))
	all := must[[]data.Product](t)(st.Products.Find(t.Context(), store.Query{Limit: 500}))
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(
			rapid.String(), rapid.SampledFrom([]string{`"`, `AND`, `NEAR(`, `*`, `a*`, `^kb`, `-steel`, `text:x`, `'`, `%`, `_`, `杯"`, `OR OR`, "\x00", "ＫＢ"}),
			rapid.Custom(func(t *rapid.T) string {
				p := all[rapid.IntRange(0, len(all)-1).Draw(t, "product")]
				text := []rune(p.SKU + " " + p.Name["zh"])
				from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
				return string(text[from:rapid.IntRange(from+1, len(text)).Draw(t, "to")])
			})).Draw(t, "words")
		found, err := st.Products.Find(t.Context(), store.Query{Words: words, Limit: 500})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			text := strings.ToLower(p.SKU + "\n" + p.Name["zh"])
			if w := strings.Fields(strings.ToLower(words)); len(w) == 1 && strings.Contains(text, w[0]) &&
				!slices.ContainsFunc(found, func(f data.Product) bool { return f.ID == p.ID }) {
				t.Fatalf("%q didn't find %s", words, p.SKU)
			}
		}
	})
}

func TestArchivedRecordsAreFoundOnlyWhenAskedFor(t *testing.T) {
	st := open(t)
	p := must[data.Product](t)(st.Products.Save(t.Context(), product("A", "Cup", "杯")))
	if err := st.Products.Archive(t.Context(), p.ID, true); err != nil {
		t.Fatal(err)
	}
	for archived, want := range map[bool]int{false: 0, true: 1} {
		if n := must[int](t)(st.Products.Count(t.Context(), store.Query{Words: "杯", Archived: archived})); n != want {
			t.Errorf("archived %v: %d", archived, n)
		}
	}
}

func TestOrdersAndPartnersAreFoundByWhatPeopleRemember(t *testing.T) {
	st := open(t)
	o := ordered(t, st)
	for _, words := range []string{"so-2026", "0001", "alfreds", "ALFKI", "A so"} {
		found := must[[]data.Order](t)(st.Orders.Find(t.Context(), store.Query{Words: words}))
		if len(found) != 1 || found[0].ID != o.ID {
			t.Errorf("%q found %d orders", words, len(found))
		}
	}
	later := o
	later.ID, later.UUID, later.No, later.Date = 0, "", "", "2026-12-01"
	must[data.Order](t)(st.Orders.Save(t.Context(), later))
	page := must[[]data.Order](t)(st.Orders.Find(t.Context(), store.Query{Limit: 1}))
	next := must[[]data.Order](t)(st.Orders.Find(t.Context(), store.Query{Limit: 5, After: page[0].No}))
	if page[0].Date != "2026-12-01" || len(next) != 1 || next[0].ID != o.ID {
		t.Errorf("%v then %v", page, next)
	}
	if found := must[[]data.Partner](t)(st.Partners.Find(t.Context(), store.Query{Words: "alf"})); len(found) != 1 {
		t.Errorf("%d partners", len(found))
	}
}
