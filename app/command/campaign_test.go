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
	if len(c.Goods) != 2 || c.Figures[1].Price != "15.9" || c.Figures[0].List == "" {
		t.Errorf("C-2026-0001: %+v", c)
	}
	if text := b.done("show", "campaign", "C-2026-0001").out; !strings.Contains(text, "15.90 USD") {
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

// sold is an order as list --json has it.
type sold struct {
	No    string `json:"order_no"`
	Lines []struct {
		SKU      string
		Price    string `json:"unit_price"`
		Campaign string
	}
}

func TestANewLineTakesTheCampaignsPriceAndALineThatIsThereKeepsIts(t *testing.T) {
	b := lantern(t, len(documented(t)))
	save := func(text string) {
		b.done("apply", b.file("order.json", `{"actions": [`+text+`]}`))
	}
	line := func(no string) (price, campaign string) {
		for _, o := range decoded[[]sold](b, b.done("list", "orders", "--json")) {
			if o.No == no {
				return o.Lines[0].Price, o.Lines[0].Campaign
			}
		}
		t.Fatalf("no order %s", no)
		return "", ""
	}
	expect := func(when, no, price, campaign string) {
		t.Helper()
		if p, c := line(no); p != price || c != campaign {
			t.Errorf("%s: %s of %q, want %s of %q", when, p, c, price, campaign)
		}
	}
	customer := decoded[[]struct{ Customer string }](b, b.done("list", "orders", "--json"))[0].Customer
	order := func(no, day, rest string) string {
		return `{"do": "save-order", "order": {"order_no": "` + no + `", "customer": "` + customer + `", "currency": "USD", "date": "` + day + `", "lines": [{"sku": "LAMP-2-BK", "quantity": "1"` + rest + `}]}}`
	}
	save(`{"do": "save-product", "product": {"sku": "LAMP-2", "price": "20", "currency": "USD"}}`)
	save(order("SO-BEFORE", "2026-12-14", ""))
	save(order("SO-IN", "2026-12-15", ""))
	save(order("SO-LAST", "2027-01-15", ""))
	save(order("SO-AFTER", "2027-01-16", ""))
	save(order("SO-TYPED", "2026-12-15", `, "unit_price": "19.5"`))
	before, _ := line("SO-BEFORE")
	expect("in its days", "SO-IN", "15.90", "C-2026-0001")
	expect("on its last day", "SO-LAST", "15.90", "C-2026-0001")
	expect("after them", "SO-AFTER", before, "")
	expect("a price that was typed", "SO-TYPED", "19.50", "")
	if text := b.done("show", "order", "SO-IN").out; !strings.Contains(text, "Campaign C-2026-0001") {
		t.Errorf("the page doesn't say where the price comes from: %s", text)
	}
	if text := b.done("show", "order", "SO-IN", "--json").out; !strings.Contains(text, `"campaign": "C-2026-0001"`) {
		t.Errorf("neither does JSON: %s", text)
	}
	if text := b.done("document", "proforma", "SO-IN", "--format", "json", "--out", b.folder).out; strings.Contains(text, "campaign") {
		t.Errorf("the proforma tells the buyer: %s", text)
	}

	save(`{"do": "save-campaign", "campaign": {"campaign_no": "C-2026-0001", "last_day": "2026-12-14", "first_day": "2026-12-01"}}`)
	save(order("SO-IN", "2026-12-15", `, "note": "blue"`))
	expect("saved again after the campaign moved", "SO-IN", "15.90", "C-2026-0001")
	save(order("SO-IN", "2026-12-15", `, "unit_price": "15"`))
	expect("with a typed price", "SO-IN", "15.00", "")
	save(order("SO-BEFORE", "2026-12-14", ""))
	expect("a line from before the campaign", "SO-BEFORE", before, "")

	rows := "order_no,date,customer,currency,sku,quantity,unit_price\nSO-FILE,2026-12-10," + customer + ",USD,LAMP-2-BK,3,\nSO-FILE2,2026-12-20," + customer + ",USD,LAMP-2-BK,3,\n"
	for range 2 {
		b.done("import", "orders", b.file("orders.csv", rows))
		expect("imported without a price", "SO-FILE", "15.90", "C-2026-0001")
		expect("imported after its days", "SO-FILE2", before, "")
	}
	b.done("import", "orders", b.file("orders.csv", strings.ReplaceAll(rows, ",3,\n", ",3,16.5\n")))
	expect("imported with a price", "SO-FILE", "16.50", "")
	b.done("verify")
}
