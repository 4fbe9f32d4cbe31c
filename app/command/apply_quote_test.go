package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

// order is what these tests ask of an order.
type quoted struct {
	Status     string `json:"status"`
	ValidUntil string `json:"valid_until"`
	Totals     struct {
		Total   string `json:"total"`
		Percent string `json:"discount_percent"`
	} `json:"totals"`
	Lines []struct {
		SKU      string `json:"sku"`
		Quantity string `json:"quantity"`
		Role     string `json:"role"`
		Price    string `json:"unit_price"`
	} `json:"lines"`
}

func TestApplyPastesTheRowsOfAMailWholeOrNotAtAll(t *testing.T) {
	b := lantern(t, 2)
	before := b.done("list", "orders", "--json").out
	a := b.refused(command.WrongInput, "", "apply", b.file("bad.json", `{"actions": [
		{"do": "save-order", "order": {"customer": "LUX", "paste": "LAMP-1 x 100\nLMP-1 20\nBULB-1 many"}}]}`))
	for _, want := range []string{
		"bad.json:actions.1.order.paste.2: Row 2 of the text (“LMP-1 20”) names no article that is known.",
		"bad.json:actions.1.order.paste.3: Row 3 of the text (“BULB-1 many”) names no quantity.",
	} {
		if !strings.Contains(a.err, want) {
			t.Errorf("stderr lacks %q:\n%s", want, a.err)
		}
	}
	if after := b.done("list", "orders", "--json").out; after != before {
		t.Error("a refused paste changed the orders")
	}
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-order", "order": {"order_no": "Q-1", "customer": "LUX", "paste": "Qty\tSKU\n100\tLAMP-1\n1,200\tbulb-1"}}]}`))
	got := decoded[quoted](b, b.done("show", "order", "Q-1", "--json"))
	if len(got.Lines) != 2 || got.Lines[0].SKU != "LAMP-1" || got.Lines[0].Quantity != "100" || got.Lines[1].SKU != "BULB-1" || got.Lines[1].Quantity != "1200" || got.Lines[0].Price == "" {
		t.Errorf("%+v", got.Lines)
	}
}

func TestApplyConfirmsOnlyWhatWasChosen(t *testing.T) {
	b := lantern(t, 2)
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "Q-1", "customer": "LUX", "discount_percent": "0", "lines": [
		{"sku": "LAMP-1", "quantity": "100", "unit_price": "6"}, {"sku": "BULB-1", "quantity": "100", "unit_price": "5", "role": "alternative"},
		{"sku": "BULB-1", "quantity": "10", "unit_price": "1", "role": "optional"}]}}]}`))
	b.refused(command.WrongInput, "actions.1.order.status: Lines 2, 3 are alternatives or options. Say which of them the buyer chose first.", "apply",
		b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "Q-1", "status": "confirmed"}}]}`))
	b.refused(command.WrongInput, "actions.1.order.choose: Line 1 is neither an alternative nor an option", "apply",
		b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "Q-1", "status": "confirmed", "choose": [1]}}]}`))
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "Q-1", "status": "confirmed", "choose": [2]}}]}`))
	got := decoded[quoted](b, b.done("show", "order", "Q-1", "--json"))
	if got.Status != "confirmed" || len(got.Lines) != 1 || got.Lines[0].SKU != "BULB-1" || got.Lines[0].Role != "" || got.Totals.Total != "500.00" {
		t.Errorf("%+v", got)
	}
}

func TestApplyProposesTheDiscountOfTheRulesAndAsksWhyAnotherOne(t *testing.T) {
	b := lantern(t, 2)
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-company", "company": {"quoting": {"reply_minutes": 30, "valid_days": 20, "discounts": [{"tier": "silver", "percent": "10"}, {"order": 2, "percent": "15", "from": "2026-01-01"}]}}},
		{"do": "save-partner", "partner": {"code": "LUX", "tier": "Silver"}},
		{"do": "save-order", "order": {"order_no": "Q-1", "date": "2026-11-01", "customer": "LUX", "asked_at": "2020-01-01T08:00:00Z", "lines": [{"sku": "LAMP-1", "quantity": "100", "unit_price": "6"}]}}]}`))
	got := decoded[quoted](b, b.done("show", "order", "Q-1", "--json"))
	if got.Totals.Percent != "10" || got.Totals.Total != "540.00" || got.ValidUntil != "2026-11-21" {
		t.Errorf("%+v", got)
	}
	b.refused(command.WrongInput, "actions.1.order.discount_reason: The rules propose 10 %. Say why", "apply",
		b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "Q-1", "discount_percent": "12"}}]}`))
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "Q-1", "discount_percent": "12", "discount_reason": "container filled"}}]}`))
	alerts := b.done("list", "alerts", "--json").out
	if !strings.Contains(alerts, `"late-reply"`) || !strings.Contains(alerts, `"reply_due": "2020-01-01T08:30:00Z"`) {
		t.Errorf("nobody is told of the late answer:\n%s", alerts)
	}
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "Q-1", "status": "lost", "outcome": {"reason": "price"}}}]}`))
	if lost := b.done("list", "orders", "--search", "#lost", "--json").out; !strings.Contains(lost, `"reason": "price"`) || strings.Contains(b.done("list", "alerts", "--json").out, "late-reply") {
		t.Errorf("lost: %s", lost)
	}
}
