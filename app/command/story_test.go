package command_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"tradewind/app/command"

	"github.com/shopspring/decimal"
)

// tale is one customer's trade from the inquiry to the money in the bank, told by apply alone.
type tale struct {
	*bench
	currency          string
	lamp, lower, bulb string // unit prices
	freight           string
	stock             map[string]decimal.Decimal // as counted
}

// TestATradeFromInquiryToMoneyAgreesAtEveryStep tells the whole story in currencies of two, none and three decimals: inquiry, quotation
// R0 and R1, proforma, deposit, goods of two orders in two shipments, their papers, a credit note, the balance, closed. After every step
// quantities, cartons, weights, money and stock of all records and papers are held against each other.
func TestATradeFromInquiryToMoneyAgreesAtEveryStep(t *testing.T) {
	for _, one := range []tale{
		{currency: "USD", lamp: "6.455", lower: "6.385", bulb: "0.8533", freight: "210.55"},
		{currency: "EUR", lamp: "5.985", lower: "5.9", bulb: "0.7899", freight: "195.99"},
		{currency: "JPY", lamp: "983.5", lower: "975", bulb: "131.25", freight: "32101"},
		{currency: "KWD", lamp: "1.98455", lower: "1.9655", bulb: "0.26189", freight: "64.777"},
	} {
		t.Run(one.currency, func(t *testing.T) {
			one.bench = newBench(t)
			one.env["TRADEWIND_DB"] = one.folder + "/story.db"
			one.opens()
			one.quotes()
			one.confirms()
			one.ships()
			one.isPaid()
		})
	}
}

// do applies actions, and holds everything against everything afterwards.
func (s *tale) do(actions string, args ...any) applied {
	s.Helper()
	got := decoded[applied](s.bench, s.done("apply", s.file("story.json", fmt.Sprintf(`{"actions": [`+actions+`]}`, args...)), "--json"))
	s.agrees()
	return got
}

// wont expects actions to be refused with a sentence, and nothing to have changed.
func (s *tale) wont(words, actions string) {
	s.Helper()
	s.refused(command.WrongInput, words, "apply", s.file("story.json", `{"actions": [`+actions+`]}`))
	s.agrees()
}

// opens begins with a firm, two articles in stock and a customer.
func (s *tale) opens() {
	s.Helper()
	s.stock = map[string]decimal.Decimal{"LAMP": decimal.NewFromInt(1000), "BULB": decimal.NewFromInt(5000)}
	s.do(`{"do": "save-company", "company": {"name": "Lantern", "address": "88 Harbour Road", "city": "Ningbo", "country": "CN", "currency": "CNY", "place_of_issue": "Ningbo", "signatory_name": "Chen",
			"bank_accounts": [{"currency": %[1]q, "beneficiary": "Lantern", "bank": "Harbour", "account": "12", "swift": "BKCHCNBJ"}]}},
		{"do": "save-product", "product": {"sku": "LAMP", "name": "Desk lamp", "unit": "PCS", "price": %[2]q, "currency": %[1]q, "hs_code": "94052100", "origin": "CN", "pcs_per_carton": "12",
			"unit_net_kg": "0.9", "carton_length_cm": "60", "carton_width_cm": "40", "carton_height_cm": "35", "carton_gross_kg": "12.4"}},
		{"do": "save-product", "product": {"sku": "BULB", "name": "LED bulb", "unit": "PCS", "price": %[3]q, "currency": %[1]q, "hs_code": "85395200", "origin": "CN", "pcs_per_carton": "100",
			"unit_net_kg": "0.05", "carton_length_cm": "50", "carton_width_cm": "30", "carton_height_cm": "30", "carton_gross_kg": "6"}},
		{"do": "save-partner", "partner": {"code": "LUX", "name": "Lux Import", "address": "Kade 5", "city": "Rotterdam", "country": "NL", "currency": %[1]q, "incoterm": "CIF", "place": "Rotterdam",
			"payment_terms": "30%% T/T deposit, 30%% T/T before shipment, 40%% T/T against copy of B/L"}},
		{"do": "count-stock", "levels": [{"sku": "LAMP", "quantity": "1000"}, {"sku": "BULB", "quantity": "5000"}]}`, s.currency, s.lamp, s.bulb)
}

// quotes answers the inquiry, and once more at a better price.
func (s *tale) quotes() {
	s.Helper()
	s.do(`{"do": "save-order", "order": {"order_no": "SO-1", "customer": "LUX", "date": "2026-11-22", "asked_at": "2026-11-22T07:30:00Z", "valid_until": "2026-12-22", "lead_time": "35 days", "freight": %q, "insurance": "12",
		"discount": "7", "charges": [{"name": "Export packing", "amount": "31"}], "lines": [{"sku": "LAMP", "quantity": "240"}, {"sku": "BULB", "quantity": "1000", "discount_percent": "3.3"}]}}`, s.freight)
	s.waits(1)
	first := s.do(`{"do": "issue", "kind": "quotation", "number": "SO-1"}`).Actions[0]
	s.waits(0)
	was := s.paper("quotation", first.Number)
	second := s.do(`{"do": "save-order", "order": {"order_no": "SO-1", "lines": [{"sku": "LAMP", "quantity": "252", "unit_price": %q}, {"sku": "BULB", "quantity": "1000", "discount_percent": "3.3"}]}},
		{"do": "issue", "kind": "quotation", "number": "SO-1"}`, s.lower).Actions[1]
	if second.Number != first.Number || second.Revision != 1 {
		s.Errorf("the second quotation is %s R%d", second.Number, second.Revision)
	}
	if old := s.paper("quotation", first.Number, "--revision", "0"); old.Totals != was.Totals || old.Totals == s.paper("quotation", first.Number).Totals {
		s.Errorf("R0 reads %+v now, not %+v", old.Totals, was.Totals)
	}
}

// waits counts the alerts that an inquiry waits for its answer.
func (s *tale) waits(want int) {
	s.Helper()
	n := 0
	for _, a := range decoded[[]struct{ Alert string }](s.bench, s.done("list", "alerts", "--json")) {
		if a.Alert == "late-reply" {
			n++
		}
	}
	if n != want {
		s.Errorf("%d inquiries wait, not %d", n, want)
	}
}

// confirms wins the order, and a second one; the deposits come.
func (s *tale) confirms() {
	s.Helper()
	s.do(`{"do": "save-order", "order": {"order_no": "SO-1", "status": "confirmed", "buyer_order_no": "PO-7"}}, {"do": "issue", "kind": "proforma", "number": "SO-1"},
		{"do": "save-order", "order": {"order_no": "SO-2", "customer": "LUX", "status": "confirmed", "freight": "40", "lines": [{"sku": "BULB", "quantity": "500"}, {"sku": "LAMP", "quantity": "60"}]}}`)
	for _, no := range []string{"SO-1", "SO-2"} {
		s.do(`{"do": "pay", "order_no": %q, "amount": %q, "date": "2026-11-22"}`, no, s.order(no).Account.Parts[0].Amount)
		if got := s.order(no).Account.Parts; got[0].State != "paid" || got[1].State == "paid" {
			s.Errorf("%s: after its deposit the account reads %+v", no, got)
		}
	}
}

// ships sends a part of the first order, then all that is left of both together, each after what is due before.
func (s *tale) ships() {
	s.Helper()
	s.do(`{"do": "save-shipment", "shipment": {"shipment_no": "SH-1", "order_no": "SO-1", "lines": [{"line": 1, "quantity": "120"}, {"line": 2, "quantity": "400"}]}}`)
	s.do(`{"do": "save-shipment", "shipment": {"shipment_no": "SH-2", "orders": ["SO-1", "SO-2"]}}`)
	for _, no := range []string{"SH-1", "SH-2"} {
		s.do(`{"do": "save-shipment", "shipment": {"shipment_no": %q, "transport": {"port_of_loading": "Ningbo", "port_of_discharge": "Rotterdam", "vessel": "Ever Given"}}},
			{"do": "issue", "kind": "commercial-invoice", "number": %[1]q}, {"do": "issue", "kind": "packing-list", "number": %[1]q}`, no)
	}
	s.wont("is missing", `{"do": "post-shipment", "number": "SH-1"}`)
	for _, no := range []string{"SH-1", "SH-2"} {
		for _, order := range []string{"SO-1", "SO-2"} {
			for _, part := range s.order(order).Account.Parts {
				if part.Trigger == "before shipment" && part.Shipment == no {
					s.do(`{"do": "pay", "order_no": %q, "amount": %q, "date": "2026-11-22"}`, order, part.Open)
				}
			}
		}
		s.do(`{"do": "post-shipment", "number": %q}`, no)
	}
	if a, b := s.order("SO-1"), s.order("SO-2"); a.Status != "shipped" || b.Status != "shipped" {
		s.Errorf("all has left, and the orders are %s and %s", a.Status, b.Status)
	}
}

// isPaid credits two broken lamps, takes the balances and closes.
func (s *tale) isPaid() {
	s.Helper()
	s.wont("aren't paid yet", `{"do": "save-order", "order": {"order_no": "SO-1", "status": "closed"}}`)
	invoice := s.issuedOf("commercial-invoice", "SH-1").Number
	s.do(`{"do": "credit", "number": %q, "lines": [{"line": 1, "quantity": "2"}], "reason": "2 lamps broken"}`, invoice)
	for _, no := range []string{"SO-1", "SO-2"} {
		s.do(`{"do": "pay", "order_no": %q, "amount": %q, "date": "2026-12-20"}`, no, s.order(no).Account.Balance)
		s.do(`{"do": "save-order", "order": {"order_no": %q, "status": "closed"}}`, no)
		for _, part := range s.order(no).Account.Parts {
			if part.State != "paid" {
				s.Errorf("%s is closed, and %+v", no, part)
			}
		}
	}
	for _, no := range []string{"SH-1", "SH-2"} {
		for _, kind := range []string{"commercial-invoice", "packing-list"} {
			s.done("document", kind, no, "--format", "pdf,xlsx", "--lang", "en+zh", "--out", s.T.TempDir())
		}
	}
	s.done("verify")
	out := filepath.Join(s.folder, "statement")
	s.done("report", "statement", "--number", "LUX", "--to", "2026-12-31", "--out", out, "--format", "pdf,xlsx,json")
}
