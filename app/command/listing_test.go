package command_test

import (
	"strings"
	"testing"
)

func TestTheListingCheckNamesWhatAMarketRefusesAndWhy(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/listing.db"
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-market", "market": {"code": "ebay", "title_limit": 20}},
		{"do": "save-word-list", "list": {"topic": "absolute", "language": "de", "words": ["einzigartig"]}},
		{"do": "save-keyword", "keyword": {"language": "en", "word": "mug"}},
		{"do": "save-product", "product": {"sku": "MUG-1", "name": "Mug", "category": "Cups", "customs_descriptions": {"en": "Mugs of stoneware"},
			"listings": [{"market": "ebay", "language": "de", "title": "Einzigartige Becher aus Steinzeug: einzigartig"}]}}]}`))
	type row struct{ SKU, Grade, Market, Language, Field, Key, Reason string }
	rows := decoded[[]row](b, b.done("list", "listing-check", "--json"))
	var keys []string
	for _, r := range rows {
		keys = append(keys, r.Grade+" "+r.Field+" "+r.Key)
	}
	want := "red pictures listing.no_main_picture, red listings.title listing.title_long, red listings.title listing.absolute"
	if got := strings.Join(keys, ", "); got != want {
		t.Errorf("%s", got)
	}
	if r := rows[1]; r.SKU != "MUG-1" || r.Market != "ebay" || r.Language != "de" || r.Reason != "The title has 46 characters, at most 20 are allowed." {
		t.Errorf("%+v", r)
	}
	type word struct {
		Word      string
		Products  int
		ReviewDue bool `json:"review_due"`
	}
	if words := decoded[[]word](b, b.done("list", "keywords", "--json")); len(words) != 1 || words[0].Products != 1 || !words[0].ReviewDue {
		t.Errorf("%+v", words)
	}
	again := decoded[applied](b, b.done("apply", b.file("m.json", `{"actions": [{"do": "save-market", "market": {"code": "ebay", "pictures": 12}}]}`), "--json"))
	if again.Actions[0].Result != "changed" {
		t.Errorf("%+v", again)
	}
	if rows = decoded[[]row](b, b.done("list", "listing-check", "--search", "mug-1", "--json")); len(rows) != 3 {
		t.Errorf("the limit saved before is gone: %+v", rows)
	}
}
