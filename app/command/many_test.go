package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestManyProductsAreChangedByASearchOrNone(t *testing.T) {
	b := lantern(t, 3)
	type edited struct {
		Actions []struct {
			Number, Result string
			Products       struct{ Found, Changed, Unchanged int }
		}
	}
	file := b.file("many.json", `{"actions": [{"do": "change-products", "search": "lamp", "set": {"selling_prices": "+5%", "brand": "Bright", "archived": false}}]}`)
	dry := decoded[edited](b, b.done("apply", file, "--dry-run", "--json"))
	got := decoded[edited](b, b.done("apply", file, "--json"))
	if len(got.Actions) != 1 || got.Actions[0].Result != "changed" || got.Actions[0].Products.Changed == 0 || got.Actions[0] != dry.Actions[0] {
		t.Fatalf("%+v, dry %+v", got, dry)
	}
	if said := b.done("show", "product", "LAMP-1", "--json").out; !strings.Contains(said, `"Bright"`) || !strings.Contains(said, `"6.72"`) {
		t.Errorf("not changed:\n%s", said)
	}
	for file, want := range map[string]string{
		`{"actions": [{"do": "change-products", "skus": ["LAMP-1", "NONE"], "set": {"brand": "X"}}]}`:           "actions.1.skus",
		`{"actions": [{"do": "change-products", "skus": ["LAMP-1"], "search": "lamp", "set": {"brand": "X"}}]}`: "either skus, search or all",
		`{"actions": [{"do": "change-products", "set": {"brand": "X"}}]}`:                                       "either skus, search or all",
		`{"actions": [{"do": "change-products", "all": true, "set": {"colour": "red"}}]}`:                       "actions.1.set.colour",
		`{"actions": [{"do": "change-products", "all": true, "set": {"hs_code": "12"}}]}`:                       "LAMP-1.hs_code",
		`{"actions": [{"do": "change-products", "all": true, "set": {"brand": ["X"]}}]}`:                        "actions.1.set.brand",
		`{"actions": [{"do": "change-products", "skus": "LAMP-1", "set": {"brand": "X"}}]}`:                     "actions.1.skus",
	} {
		b.refused(command.WrongInput, want, "apply", b.file("bad.json", file))
	}
	if said := b.done("show", "product", "LAMP-1", "--json").out; !strings.Contains(said, `"Bright"`) {
		t.Error("a refused edit changed something")
	}
}

func TestPartsOfAProductAreCopiedIntoAnother(t *testing.T) {
	b := lantern(t, 3)
	type copied struct {
		Actions []struct {
			Number, Result string
			Taken          []struct{ Part, Field, Before, After string }
		}
	}
	file := b.file("copy.json", `{"actions": [{"do": "copy-product-parts", "from": "LAMP-1", "to": "BULB-1", "parts": ["packing", "prices"]}]}`)
	got := decoded[copied](b, b.done("apply", file, "--json")).Actions[0]
	if got.Number != "BULB-1" || got.Result != "changed" || len(got.Taken) < 3 || got.Taken[0].Before != "100" || got.Taken[0].After != "12" {
		t.Errorf("%+v", got)
	}
	if again := decoded[copied](b, b.done("apply", file, "--json")).Actions[0]; again.Result != "unchanged" || len(again.Taken) != 0 {
		t.Errorf("again: %+v", again)
	}
	for file, want := range map[string]string{
		`{"actions": [{"do": "copy-product-parts", "from": "NONE", "to": "BULB-1", "parts": ["packing"]}]}`:  "actions.1.from",
		`{"actions": [{"do": "copy-product-parts", "from": "LAMP-1", "to": "BULB-1", "parts": ["colour"]}]}`: "texts, prices",
		`{"actions": [{"do": "copy-product-parts", "from": "LAMP-1", "to": "BULB-1"}]}`:                      "actions.1.parts",
	} {
		b.refused(command.WrongInput, want, "apply", b.file("bad.json", file))
	}
}
