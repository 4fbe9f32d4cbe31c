package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

// A shipment's carriers are compared for the shipment's own goods, and the one that is chosen stays with it.
func TestCarriersAreComparedAndOneIsChosen(t *testing.T) {
	b := lantern(t, 2)
	do := func(actions string) answer { return b.done("apply", b.file("a.json", `{"actions": [`+actions+`]}`)) }
	card := func(code, more string) string {
		return `{"do": "save-rate-card", "card": {"code": "` + code + `", "carrier": "` + code + `", ` + more + `}}`
	}
	do(`{"do": "save-company", "company": {"channels": [{"names": {"en": "Any bulk", "zh": "大宗"}, "from_m3": "0.001", "mode": "sea", "basis": "ton"}]}},` +
		card("LCL", `"mode": "sea", "to": "Rotterdam", "currency": "USD", "days": 30, "basis": "ton", "price": "45"`) + `,` +
		card("BOX", `"mode": "sea", "to": "NL", "currency": "USD", "basis": "container", "price": "10"`) + `,` +
		card("YEN", `"mode": "sea", "currency": "JPY", "basis": "ton", "price": "1"`) + `,` +
		card("HAM", `"mode": "sea", "to": "Hamburg", "currency": "USD", "basis": "ton", "price": "1"`) + `,
		{"do": "save-order", "order": {"order_no": "SO-9", "customer": "LUX", "currency": "USD", "incoterm": "CIF", "place": "Rotterdam", "destination_country": "NL", "status": "confirmed",
			"lines": [{"sku": "LAMP-1", "quantity": "48", "unit_price": "4"}]}},
		{"do": "save-shipment", "shipment": {"shipment_no": "SH-9", "order_no": "SO-9", "lines": [{"line": 1, "quantity": "24"}],
			"transport": {"mode": "air", "vessel": "CA 123", "departure": "2027-01-01", "port_of_discharge": "Rotterdam, NL"}}}`)
	type offer struct {
		Card, Compared, Arrival string
		Proposed                bool
	}
	type shown struct {
		ShipmentNo string `json:"shipment_no"`
		Goods      struct{ Value string }
		Offers     []offer
	}
	got := decoded[shown](b, b.done("show", "carriage", "SH-9", "--json"))
	want := []offer{{"LCL", "45.00", "2027-01-31", true}, {"BOX", "10.00", "", false}, {"YEN", "", "", false}}
	if got.Goods.Value != "96.00" || len(got.Offers) != 3 || got.Offers[0] != want[0] || got.Offers[1] != want[1] || got.Offers[2] != want[2] {
		t.Errorf("SH-9: %+v, want %+v", got, want)
	}
	if got := decoded[shown](b, b.done("show", "carriage", "SO-9", "--json")); got.Goods.Value != "96.00" || got.ShipmentNo != "" {
		t.Errorf("what SO-9 has left: %+v", got)
	}
	if page := b.done("show", "carriage", "SH-9").out; !strings.Contains(page, "Any bulk") || strings.Contains(page, "HAM") {
		t.Errorf("%s", page)
	}
	b.refused(command.WrongInput, "HAM", "apply", b.file("h.json", `{"actions": [{"do": "choose-carrier", "number": "SH-9", "card": "HAM"}]}`))
	do(`{"do": "choose-carrier", "number": "SH-9", "card": "LCL"}`)
	sh := decoded[struct {
		Transport struct{ Mode, Vessel, Arrival string }
		Chosen    struct {
			Carrier string
			Cost    int64 `json:"cost_minor"`
		} `json:"chosen_carrier"`
	}](b, b.done("show", "shipment", "SH-9", "--json"))
	if sh.Chosen.Carrier != "LCL" || sh.Chosen.Cost != 4500 || sh.Transport.Mode != "sea" || sh.Transport.Vessel != "" || sh.Transport.Arrival != "2027-01-31" {
		t.Errorf("chosen: %+v", sh)
	}
	do(`{"do": "save-shipment", "shipment": {"shipment_no": "SH-10", "order_no": "SO-9"}}`)
	b.refused(command.WrongInput, "SO-9", "show", "carriage", "SO-9")
	b.done("verify")
}
