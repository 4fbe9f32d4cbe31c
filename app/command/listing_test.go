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
	want := "red pictures listing.no_main_picture, red listings.title listing.title_long, red listings.title listing.absolute, amber listing_ticks tick.finding"
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
	if rows = decoded[[]row](b, b.done("list", "listing-check", "--search", "mug-1", "--json")); len(rows) != 4 {
		t.Errorf("the limit saved before is gone: %+v", rows)
	}
}

func TestAListingIsTickedByTwoPersonsAndATickHoldsForTheTextsItSaw(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/ticks.db"
	product := func(title, more string) string {
		return `{"do": "save-product", "product": {"sku": "MUG-1", "name": "Mug", "listings": [{"market": "ebay", "language": "de", "title": "` + title + `"}]` + more + `}}`
	}
	tick := func(person string) string { return `{"do": "tick-listing", "sku": "MUG-1"` + person + `}` }
	do := func(actions ...string) string {
		return b.file("a.json", `{"actions": [`+strings.Join(actions, ",")+`]}`)
	}
	type row struct{ Field, Key string }
	said := func() string {
		for _, r := range decoded[[]row](b, b.done("list", "listing-check", "--json")) {
			if r.Field == "listing_ticks" {
				return r.Key
			}
		}
		return ""
	}
	b.done("apply", do(product("Becher", "")))
	if said() != "tick.finding" {
		t.Errorf("nobody has ticked it: %q", said())
	}
	b.refused(1, "Say who", "apply", do(tick("")))
	b.done("apply", do(`{"do": "save-company", "company": {"name": "Us", "person": "Li"}}`))
	b.done("apply", do(tick("")))
	b.refused(1, "Li has ticked", "apply", do(tick("")))
	b.refused(1, "LI has ticked", "apply", do(tick(`, "person": " LI "`)))
	b.done("apply", do(tick(`, "person": "Wang"`)))
	if said() != "" {
		t.Errorf("both have: %q", said())
	}
	b.refused(1, "Li and Wang", "apply", do(tick(`, "person": "Chen"`)))
	b.done("apply", do(product("Becher", `, "notes": "no text of a market"`)))
	if said() != "" {
		t.Errorf("a note made ticks stale: %q", said())
	}
	b.done("apply", do(product("Becher aus Ton", "")))
	if said() != "tick.finding.stale" {
		t.Errorf("the text was changed: %q", said())
	}
	b.done("apply", do(product("Becher", `, "listing_ticks": []`)))
	if said() != "" {
		t.Errorf("as it was when they ticked it: %q", said())
	}
	b.done("apply", do(`{"do": "save-product", "product": {"sku": "MUG-2", "listings": [{"market": "ebay", "language": "de", "title": "x"}],
		"listing_ticks": [{"person": "Forged", "version": "x"}]}}`))
	if s := b.done("show", "product", "MUG-2", "--json"); strings.Contains(s.out, "Forged") {
		t.Error("a tick is saved like a text")
	}
}
