package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

// campaigned is a campaign as show --json has it.
type campaigned struct {
	No      string `json:"campaign_no"`
	State   string
	Goods   []struct{ SKU string }
	Figures []struct {
		SKU   string
		List  string `json:"list_price"`
		Price string `json:"campaign_price"`
	}
}

func TestACampaignIsSavedListedShownAndPutAwayByCommands(t *testing.T) {
	b := lantern(t, len(documented(t)))
	c := decoded[campaigned](b, b.done("show", "campaign", "C-2026-0001", "--json"))
	if len(c.Goods) != 2 || c.Figures[1].Price != "17.9" || c.Figures[0].List == "" {
		t.Errorf("C-2026-0001: %+v", c)
	}
	if text := b.done("show", "campaign", "C-2026-0001").out; !strings.Contains(text, "17.90 USD") {
		t.Errorf("the page reads %s", text)
	}
	save := b.file("campaign.json", `{"actions": [{"do": "save-campaign", "campaign": {"campaign_no": "C-X", "name": "Lamps",
		"goods": [{"sku": "LAMP-2", "discount_percent": "90"}]}}]}`)
	for _, want := range []string{"new", "unchanged"} {
		if got := decoded[applied](b, b.done("apply", save, "--json")); got.Actions[0].Number != "C-X" || got.Actions[0].Result != want {
			t.Errorf("saved as %+v, want %s", got, want)
		}
	}
	list := decoded[[]campaigned](b, b.done("list", "campaigns", "--search", "lamp-2", "--json"))
	if len(list) != 2 || list[1].No != "C-X" || list[1].State != "running" {
		t.Errorf("listed %+v", list)
	}
	b.done("apply", b.file("archive.json", `{"actions": [{"do": "archive", "record": "campaign", "number": "C-X"}]}`))
	if list := decoded[[]campaigned](b, b.done("list", "campaigns", "--json")); len(list) != 1 {
		t.Errorf("after C-X was put away: %+v", list)
	}
	for words, text := range map[string]string{
		"before the first":     `{"name": "A", "first_day": "2026-12-02", "last_day": "2026-12-01"}`,
		"There is no article":  `{"name": "A", "goods": [{"sku": "NONE", "discount_percent": "5"}]}`,
		"already in row 1":     `{"name": "A", "goods": [{"sku": "LAMP-2", "discount_percent": "5"}, {"sku": "LAMP-2", "discount_percent": "6"}]}`,
		"can't be above 100":   `{"name": "A", "goods": [{"sku": "LAMP-2", "discount_percent": "100.5"}]}`,
		"either a discount or": `{"name": "A", "goods": [{"sku": "LAMP-2", "discount_percent": "5", "campaign_price": "1", "currency": "USD"}]}`,
		"a campaign price":     `{"name": "A", "goods": [{"sku": "LAMP-2"}]}`,
	} {
		b.refused(command.WrongInput, words, "apply", b.file("wrong.json", `{"actions": [{"do": "save-campaign", "campaign": `+text+`}]}`))
	}
}

func TestACampaignBelowCostOrBesideAnotherWarns(t *testing.T) {
	b := lantern(t, len(documented(t)))
	got := b.done("apply", b.file("low.json", `{"actions": [{"do": "save-campaign", "campaign": {"name": "Lamps", "first_day": "2027-01-15", "last_day": "2027-01-20",
		"goods": [{"sku": "LAMP-2", "discount_percent": "99"}]}}]}`))
	for _, want := range []string{"below cost", "another campaign on some of these days: C-2026-0001"} {
		if !strings.Contains(got.err, want) {
			t.Errorf("%q isn't warned of in %s", want, got.err)
		}
	}
}
