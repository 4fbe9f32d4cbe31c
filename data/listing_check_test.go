package data_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

// checked returns the findings of a product that has all but what a test takes away, as "grade field key".
func checked(change func(*data.Product, *data.Listing)) (found []string) {
	l := data.Listing{
		Market: "amazon", Language: "en", Title: "Stoneware mug, 350 ml, sea blue, set of 4", Points: []string{"Dishwasher safe", "Holds 350 ml"},
		Modules: []data.Module{{Kind: "material", Text: "Stoneware, glazed inside and outside, tested to EN 1388-1:1995, 20x30x40 cm carton"}},
	}
	p := data.Product{
		SKU: "MUG-1", Name: data.Texts{"en": "Mug"}, Category: "Drinkware", Customs: data.Texts{"en": "Mugs of stoneware for drinking"},
		Pictures: []data.Picture{{Role: data.MainPicture}},
	}
	if change != nil {
		change(&p, &l)
	}
	if l.Market != "" {
		p.Listings = append(p.Listings, l)
	}
	rules := data.ListingRules{Markets: data.DefaultMarkets(), Lists: data.DefaultWordLists()}
	for _, f := range rules.Check(p) {
		found = append(found, string(f.Grade)+" "+f.Field+" "+f.Key)
	}
	return found
}

func TestAListingWithoutFaultsHasNoFindings(t *testing.T) {
	if found := checked(nil); len(found) > 0 {
		t.Error(found)
	}
}

func TestEachFaultOfAListingIsFoundAtItsField(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*data.Product, *data.Listing)
		want   string
	}{
		"no main picture":            {func(p *data.Product, _ *data.Listing) { p.Pictures[0].Role = data.ScenePicture }, "red pictures listing.no_main_picture"},
		"no category":                {func(p *data.Product, _ *data.Listing) { p.Category = " " }, "amber category listing.no_category"},
		"no customs description":     {func(p *data.Product, _ *data.Listing) { p.Customs = nil }, "amber customs listing.no_customs"},
		"a vague one":                {func(p *data.Product, _ *data.Listing) { p.Customs["en"] = "Spare Parts, accessories" }, "red customs listing.vague"},
		"a vague one in Chinese":     {func(p *data.Product, _ *data.Listing) { p.Customs["zh"] = "塑料制品 配件" }, "red customs listing.vague"},
		"no title":                   {func(_ *data.Product, l *data.Listing) { l.Title = "" }, "red listings.title listing.no_title"},
		"a sign":                     {func(_ *data.Product, l *data.Listing) { l.Title += "!" }, "red listings.title listing.title_sign"},
		"a word three times":         {func(_ *data.Product, l *data.Listing) { l.Title += " mug-like mugs blue Blue" }, "red listings.title listing.title_repeats"},
		"a superlative":              {func(_ *data.Product, l *data.Listing) { l.Title = "The Best mug" }, "red listings.title listing.absolute"},
		"one in wide letters":        {func(_ *data.Product, l *data.Listing) { l.Points[1] = "Ｂｅｓｔ of all" }, "red listings.points.2 listing.absolute"},
		"a superlative in Chinese":   {func(_ *data.Product, l *data.Listing) { l.Language, l.Title = "zh", "全球最佳马克杯" }, "red listings.title listing.absolute"},
		"a promise":                  {func(_ *data.Product, l *data.Listing) { l.Modules[0].Text += ". Money back!" }, "red listings.modules.1.text listing.promise"},
		"a mail address":             {func(_ *data.Product, l *data.Listing) { l.Points[0] = "Ask li@ningbo-cups.cn" }, "red listings.points.1 listing.contact"},
		"a telephone number":         {func(_ *data.Product, l *data.Listing) { l.Points[0] = "Call +86 574 8765 4321" }, "red listings.points.1 listing.contact"},
		"a mobile number":            {func(_ *data.Product, l *data.Listing) { l.Points[0] = "咨询13812345678" }, "red listings.points.1 listing.contact"},
		"a point too many":           {func(_ *data.Product, l *data.Listing) { l.Points = []string{"a", "b", "c", "d", "e", "f"} }, "red listings.points listing.points_many"},
		"a point too long":           {func(_ *data.Product, l *data.Listing) { l.Points[1] = strings.Repeat("长", 501) }, "red listings.points.2 listing.point_long"},
		"keywords of too many bytes": {func(_ *data.Product, l *data.Listing) { l.Keywords = []string{strings.Repeat("杯", 84)} }, "red listings.keywords listing.keywords_long"},
	} {
		found := checked(c.change)
		if !slices.Contains(found, c.want) {
			t.Errorf("%s: %v, want %s", what, found, c.want)
		}
	}
}

func TestATitleIsCountedInCharactersAndMayReachTheLimit(t *testing.T) {
	long := func(n int) []string {
		return checked(func(_ *data.Product, l *data.Listing) {
			l.Market, l.Language, l.Title = "alibaba", "zh", strings.Repeat("杯", n)
		})
	}
	if found := long(128); len(found) > 0 {
		t.Errorf("128 characters: %v", found)
	}
	if found := long(129); !slices.Equal(found, []string{"red listings.title listing.title_long"}) {
		t.Errorf("129 characters: %v", found)
	}
}

func TestWordsAreFoundAsWords(t *testing.T) {
	for title, want := range map[string]bool{
		"Bestow cup": false, "the best cup": true, "Best-seller cup": true, "interest cups": false, "Cup #1 of all": true, "cup no. 10": false,
		"spare parts box, best": true, "tel: 1": true, "hotel:": false, "Cup (BEST)": true,
	} {
		found := checked(func(_ *data.Product, l *data.Listing) { l.Market, l.Title = "ebay", title })
		if got := len(found) > 0; got != want {
			t.Errorf("%q: %v", title, found)
		}
	}
}

func TestATextThatShouldBeThereIsMissed(t *testing.T) {
	own := data.DefaultMarkets()[3]
	own.Languages = []string{"de", "en"}
	rules := data.ListingRules{Markets: data.MarketsWith([]data.Market{own}), Lists: data.DefaultWordLists()}
	p := data.Product{
		Category: "Cups", Customs: data.Texts{"en": "Cups of glass"}, Pictures: []data.Picture{{Role: data.MainPicture}},
		Listings: []data.Listing{{Market: "own", Language: "en", Title: "Glass cup"}},
	}
	found := rules.Check(p)
	if len(found) != 1 || found[0].Key != "listing.no_text" || found[0].Language != "de" || data.WorstGrade(found) != data.Amber {
		t.Errorf("%+v", found)
	}
}

func TestASavedMarketOrListTakesThePlaceOfTheShippedOne(t *testing.T) {
	mine := data.Market{Code: "alibaba", TitleLimit: 20}
	gone := data.Market{Code: "ebay", Record: data.Record{Archived: true}}
	list := data.MarketsWith([]data.Market{mine, gone, {Code: "etsy"}})
	var codes []string
	for _, m := range list {
		codes = append(codes, m.Code)
	}
	if !slices.Equal(codes, []string{"alibaba", "amazon", "own", "etsy"}) || list[0].TitleLimit != 20 {
		t.Error(codes, list[0].TitleLimit)
	}
	words := data.WordListsWith([]data.WordList{{Topic: data.PromiseWords, Language: "en"}, {Topic: data.AbsoluteWords, Language: "de", Words: []string{"beste"}}})
	if n := len(data.DefaultWordLists()); len(words) != n+1 || words[n].Language != "de" {
		t.Errorf("%d lists", len(words))
	}
}

func FuzzListingWords(f *testing.F) {
	f.Add("The best cup of 2026, li@cups.cn, +86 574 8765 4321")
	f.Add("全球最佳\xff")
	rules := data.ListingRules{Markets: data.DefaultMarkets(), Lists: data.DefaultWordLists()}
	f.Fuzz(func(t *testing.T, text string) {
		p := data.Product{Customs: data.Texts{"en": text, "zh": text}, Listings: []data.Listing{{Market: "amazon", Language: "zh", Title: text, Points: []string{text}, Keywords: []string{text}}}}
		for _, found := range rules.Check(p) {
			if found.Key == "" || found.Field == "" || found.Grade == "" {
				t.Errorf("%+v", found)
			}
		}
	})
}
