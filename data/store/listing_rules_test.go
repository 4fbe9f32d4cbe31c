package store_test

import (
	"errors"
	"slices"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestAChangedMarketAndListTakeThePlaceOfTheShippedOnesUntilTheyAreTakenBack(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	limit := func() int64 { return must[data.ListingRules](t)(st.Markets.ListingRules(ctx)).Markets[0].TitleLimit }
	shipped := limit()
	m := data.DefaultMarkets()[0]
	m.TitleLimit = 60
	saved := must[data.Market](t)(st.Markets.Save(ctx, m))
	if limit() != 60 || saved.Code != m.Code || saved.Name["zh"] != m.Name["zh"] {
		t.Errorf("%d, %+v", limit(), saved)
	}
	last := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))[0]
	if err := st.Journal.Undo(ctx, last.Batch); err != nil || limit() != shipped {
		t.Errorf("%d, %v", limit(), err)
	}
	must[data.WordList](t)(st.WordLists.Save(ctx, data.WordList{Topic: data.AbsoluteWords, Language: "en", Words: []string{"posh"}}))
	lists := must[data.ListingRules](t)(st.Markets.ListingRules(ctx)).Lists
	if i := slices.IndexFunc(lists, func(l data.WordList) bool { return l.Topic == data.AbsoluteWords && l.Language == "en" }); !slices.Equal(lists[i].Words, []string{"posh"}) {
		t.Errorf("%v", lists[i].Words)
	}
	_, err := st.WordLists.Save(ctx, data.WordList{Topic: data.AbsoluteWords, Language: "en"})
	var problems data.Problems
	if !errors.As(err, &problems) {
		t.Errorf("a second list of the same topic and language: %v", err)
	}
	if report := must[store.Report](t)(st.Backups.Verify(ctx)); len(report.Faults) > 0 {
		t.Error(report.Faults)
	}
}

func TestAKeywordTellsWhichProductsItFindsAndTitlesSuggestOthers(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	for _, p := range []data.Product{
		{SKU: "A", Name: data.Texts{"en": "Stainless steel bottle", "zh": "不锈钢水壶"}},
		{SKU: "B", Name: data.Texts{"en": "Stainless steel cup"}, Listings: []data.Listing{{Market: "ebay", Language: "en", Title: "Travel tumbler", Keywords: []string{"coffee to go"}}}},
		{SKU: "C", Name: data.Texts{"en": "Travel tumbler of glass"}},
	} {
		p.Unit = "PCS"
		must[data.Product](t)(st.Products.Save(ctx, p))
	}
	word := must[data.Keyword](t)(st.Keywords.Save(ctx, data.Keyword{Language: "en", Word: "coffee to go", Reviewed: "2026-11-01"}))
	n, first, err := st.Keywords.Used(ctx, word.Word, 5)
	if err != nil || n != 1 || first[0].SKU != "B" {
		t.Errorf("%d, %v, %v", n, first, err)
	}
	got := must[[]data.WordCount](t)(st.Keywords.Suggest(ctx, "en", 5))
	if want := []data.WordCount{{Word: "Stainless steel", Titles: 2}, {Word: "Travel tumbler", Titles: 2}}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	found := must[[]data.Keyword](t)(st.Keywords.Find(ctx, store.Query{Words: "COFFEE"}))
	if len(found) != 1 || found[0].ID != word.ID {
		t.Errorf("%v", found)
	}
	if rest := must[[]data.Keyword](t)(st.Keywords.Find(ctx, store.Query{After: "en coffee to go"})); len(rest) > 0 {
		t.Errorf("%v", rest)
	}
}
