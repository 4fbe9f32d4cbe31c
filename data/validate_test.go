package data_test

import (
	"testing"

	"tradewind/data"
)

// price returns a list price.
func price(s string) *data.UnitPrice { p := must(data.ParseUnitPrice(s)); return &p }

// says returns what an error names: "" for none.
func says(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestRecordsThatCanBeSavedAreLetPass(t *testing.T) {
	for name, err := range map[string]error{
		"a bare product":   data.Product{SKU: "A"}.Validate(),
		"free of charge":   data.Product{SKU: "A", Price: price("0"), HSCode: "7615109000", Origin: "CN", Currency: "USD"}.Validate(),
		"odd text":         data.Product{SKU: "A\x00=\u202e", Unit: "boxes of 24", Category: "'; DROP TABLE"}.Validate(),
		"a bare partner":   data.Partner{Code: "A", Party: data.Party{Name: "甲"}}.Validate(),
		"a new company":    data.Company{}.Validate(),
		"a bare order":     data.Order{No: "1", Customer: "A", Currency: "USD"}.Validate(),
		"a credit":         data.Order{No: "1", CustomerID: 1, Currency: "JPY", Lines: []data.OrderLine{{SKU: "A", Quantity: -1000}, {SKU: "A"}}}.Validate(),
		"a deduction":      data.Order{No: "1", Customer: "A", Currency: "USD", Charges: []data.Charge{{Name: "tooling", Minor: -5}}}.Validate(),
		"a bare shipment":  data.Shipment{No: "S", OrderNo: "1"}.Validate(),
		"a rate":           data.Rate{Date: "2026-11-22", Base: "USD", Quote: "CNY", Rate: 71_000_000_000}.Validate(),
		"wrong GTIN":       data.Product{SKU: "A", GTIN: "123"}.Validate(),
		"wrong IBAN":       data.Company{BankAccounts: []data.BankAccount{{Account: "GB82WEST12345698765433"}}}.Validate(),
		"wrong container":  data.Shipment{No: "S", OrderID: 1, Containers: []data.Container{{No: "CSQU3054384"}}}.Validate(),
		"a term sans port": data.Order{No: "1", Customer: "A", Currency: "USD", Incoterm: data.Incoterm{Rule: "FOB"}}.Validate(),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatBreaksARuleIsNamedWithItsField(t *testing.T) {
	order := func(l data.OrderLine) data.Order {
		return data.Order{No: "1", Customer: "A", Currency: "USD", Lines: []data.OrderLine{{SKU: "A"}, l}}
	}
	for want, err := range map[string]error{
		"0:sku: problem.required":                                      data.Product{SKU: " "}.Validate(),
		"0:price: problem.negative":                                    data.Product{SKU: "A", Price: price("-1")}.Validate(),
		"0:cost: problem.negative":                                     data.Product{SKU: "A", Cost: price("-0.000001")}.Validate(),
		"0:currency: problem.unknown_currency":                         data.Product{SKU: "A", Currency: "RMB"}.Validate(),
		"0:hs_code: problem.bad_hs_code":                               data.Product{SKU: "A", HSCode: "7615.10"}.Validate(),
		"0:origin: problem.unknown_country":                            data.Product{SKU: "A", Origin: "UK"}.Validate(),
		"0:carton_length_cm: problem.negative":                         data.Product{SKU: "A", Packing: data.Packing{Carton: data.Box{Length: -1}}}.Validate(),
		"0:package_kind: problem.unknown_package":                      data.Product{SKU: "A", Packing: data.Packing{Kind: "??"}}.Validate(),
		"0:price_ladder.2.from: problem.not_rising":                    data.Product{SKU: "A", PriceLadder: []data.PriceStep{{From: 2}, {From: 2}}}.Validate(),
		"0:variants.2.sku: problem.duplicate":                          data.Product{SKU: "A", Variants: []data.Variant{{SKU: "A"}, {SKU: "A"}}}.Validate(),
		"0:code: problem.required":                                     data.Partner{Party: data.Party{Name: "A"}}.Validate(),
		"0:name: problem.required":                                     data.Partner{Code: "A"}.Validate(),
		"0:country: problem.unknown_country":                           data.Partner{Code: "A", Party: data.Party{Name: "A", Address: data.Address{Country: "XX"}}}.Validate(),
		"0:roles: problem.unknown_role":                                data.Partner{Code: "A", Party: data.Party{Name: "A"}, Roles: []data.Role{"friend"}}.Validate(),
		"0:incoterm: problem.unknown_term":                             data.Partner{Code: "A", Party: data.Party{Name: "A"}, Incoterm: data.Incoterm{Rule: "FOO"}}.Validate(),
		"0:words_style: problem.unknown_style":                         data.Company{WordsStyle: "D"}.Validate(),
		"0:bank_accounts.2.currency: problem.duplicate":                data.Company{BankAccounts: []data.BankAccount{{Currency: "USD"}, {Currency: "USD"}}}.Validate(),
		"0:series.1.digits: problem.too_large":                         data.Company{Series: []data.NumberSeries{{Kind: data.Quotation, Digits: 99}}}.Validate(),
		"0:order_no: problem.required":                                 data.Order{Customer: "A", Currency: "USD"}.Validate(),
		"0:customer: problem.required":                                 data.Order{No: "1", Currency: "USD"}.Validate(),
		"0:currency: problem.required":                                 data.Order{No: "1", Customer: "A"}.Validate(),
		"0:date: problem.not_a_date":                                   data.Order{No: "1", Customer: "A", Currency: "USD", Date: "2026-02-30"}.Validate(),
		"0:status: problem.unknown_status":                             data.Order{No: "1", Customer: "A", Currency: "USD", Status: "gone"}.Validate(),
		"0:mode: problem.unknown_mode":                                 data.Order{No: "1", Customer: "A", Currency: "USD", Transport: data.Transport{Mode: "mule"}}.Validate(),
		"0:freight: problem.negative":                                  data.Order{No: "1", Customer: "A", Currency: "USD", Freight: -1}.Validate(),
		"0:charges.1.name: problem.required":                           data.Order{No: "1", Customer: "A", Currency: "USD", Charges: []data.Charge{{Minor: 1}}}.Validate(),
		"0:lines.2.sku: problem.required":                              order(data.OrderLine{}).Validate(),
		"0:lines.2.unit_price: problem.negative":                       order(data.OrderLine{SKU: "A", Price: -1}).Validate(),
		"0:lines.2.discount_percent: problem.over_hundred":             order(data.OrderLine{SKU: "A", Discount: data.Hundred + 1}).Validate(),
		"0:lines.2.discount_percent: problem.negative":                 order(data.OrderLine{SKU: "A", Discount: -1}).Validate(),
		"0:lines.2.hs_code: problem.bad_hs_code":                       order(data.OrderLine{SKU: "A", HSCode: "12"}).Validate(),
		"0:lines.2.unit_price: problem.amount_too_large":               order(data.OrderLine{SKU: "A", Price: 1 << 60, Quantity: 1 << 60}).Validate(),
		"0:shipment_no: problem.required":                              data.Shipment{OrderID: 1}.Validate(),
		"0:order_no: problem.required, 0:pallets: problem.negative":    data.Shipment{No: "S", Pallets: -1}.Validate(),
		"0:cartons.2.from: problem.carton_twice":                       data.Shipment{No: "S", OrderID: 1, Cartons: []data.CartonRange{{From: 1, To: 5}, {From: 5, To: 6}}}.Validate(),
		"0:cartons.1.to: problem.not_rising":                           data.Shipment{No: "S", OrderID: 1, Cartons: []data.CartonRange{{From: 5, To: 4}}}.Validate(),
		"0:quote: problem.same_currency, 0:rate: problem.not_positive": data.Rate{Date: "2026-11-22", Base: "USD", Quote: "USD"}.Validate(),
		"0:date: problem.required, 0:base: problem.unknown_currency":   data.Rate{Base: "CNH", Quote: "USD", Rate: 1}.Validate(),
	} {
		if got := says(err); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

func TestWhatOnlyLooksWrongIsWarnedAbout(t *testing.T) {
	heavy := data.Packing{PcsPerCarton: data.Pieces(10), UnitNet: kilos("1"), CartonGross: kilos("9"), PcsPerInner: data.Pieces(3)}
	for want, got := range map[string]data.Problems{
		"": data.Product{SKU: "A", GTIN: "6901234567892", HSCode: "7615109000"}.Warnings(),
		"0:gtin: problem.gtin_digit, 0:variants.1.gtin: problem.bad_gtin":                   data.Product{GTIN: "6901234567893", Variants: []data.Variant{{GTIN: "1"}}}.Warnings(),
		"0:hs_code: problem.odd_chapter":                                                    data.Product{HSCode: "770000"}.Warnings(),
		"0:carton_gross_kg: problem.gross_below_net, 0:pcs_per_inner: problem.inner_carton": data.Product{Packing: heavy}.Warnings(),
		"0:hs_code: problem.odd_hs_digits, 0:unit: problem.unknown_unit, 0:moq: problem.odd_quantity": data.Product{
			HSCode: "761510909", Unit: "gaggle", MOQ: data.Pieces(10_000_001),
		}.Warnings(),
		"0:pcs_per_carton: problem.part_of_piece": data.Product{Unit: "PCS", Packing: data.Packing{PcsPerCarton: 12500}}.Warnings(),
		"0:gtin: problem.bad_gtin":                data.Product{GTIN: "1", Unit: "KG", Variants: []data.Variant{{GTIN: "1"}}, HSCode: "7615109000123", Packing: data.Packing{PcsPerCarton: 12500, Carton: data.Box{Length: 59_000}}}.Warnings(),
		"0:carton_gross_kg: problem.gross_below_net, 0:carton_length_cm: problem.odd_size": data.Product{
			Packing: data.Packing{CartonNet: 2, CartonGross: 1, Carton: data.Box{Length: 59_001}},
		}.Warnings(),
		"0:language: problem.unknown_language": data.Partner{Language: "en+xx"}.Warnings(),
		"0:lines.1.quantity: problem.part_of_piece, 0:lines.2.quantity: problem.negative_quantity, 0:lines.2.unit: problem.unknown_unit, 0:date: problem.odd_year, 0:discount: problem.discount_over_goods, 0:total: problem.negative_total": data.Order{
			Currency: "USD", Date: "1900-01-01", Language: "zh+en", Discount: 1,
			Lines: []data.OrderLine{{Quantity: 500, Unit: "PCS", Price: 1e6}, {Quantity: -1000, Unit: "gaggle", Price: 1e6}, {Quantity: 2500, Unit: "M", Price: 1}},
		}.Warnings(),
		"0:required_date: problem.before_order":                          data.Order{Date: "2026-11-22", RequiredDate: "2026-11-21"}.Warnings(),
		"0:quantity: problem.negative_stock, 0:expiry: problem.odd_year": data.Level{Quantity: -1, Expiry: "2190-01-01"}.Warnings(),
		"0:email: problem.bad_email, 0:tax_id: problem.bad_uscc": data.Company{Party: data.Party{
			Email: "nobody", TaxID: "91330200MA2H4T7R07", Address: data.Address{Country: "CN"},
		}}.Warnings(),
		"0:tax_id: problem.odd_tax_number": data.Partner{Party: data.Party{
			Email: "a@b.example; c@d.example", TaxID: "12345", Address: data.Address{Country: "DE"},
		}}.Warnings(),
		"0:bank_accounts.1.account: problem.bad_iban, 0:bank_accounts.2.swift: problem.bad_bic": data.Company{BankAccounts: []data.BankAccount{
			{Account: "GB82 WEST 1234 5698 7654 33"}, {Account: "1234567890", SWIFT: "X"},
		}}.Warnings(),
		"0:incoterm: problem.term_sea, 0:transport_doc_no: problem.bad_air_waybill, 0:lines.1.quantity: problem.zero_quantity, 0:lines.1.unit_price: problem.zero_price, 0:payment_terms: problem.shares": data.Order{
			Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo"}, Lines: []data.OrderLine{{}}, PaymentTerms: "T/T 30%, L/C 60%",
			Transport: data.Transport{Mode: data.Air, TransportDocNo: "999-12345674"},
		}.Warnings(),
		"0:place: problem.term_place, 0:valid_until: problem.before_order": data.Order{
			Incoterm: data.Incoterm{Rule: "FCA"}, Date: "2026-11-22", ValidUntil: "2026-11-21",
		}.Warnings(),
		"0:containers.1.no: problem.bad_container, 0:cartons.1.gross_kg: problem.gross_below_net": data.Shipment{
			Containers: []data.Container{{No: "CSQU3054384"}}, Cartons: []data.CartonRange{{Net: 2, Gross: 1}},
		}.Warnings(),
	} {
		if keys(got) != want {
			t.Errorf("got %q; want %q", keys(got), want)
		}
	}
}

func TestHSCodesLoseWhatStandsBetweenTheirDigits(t *testing.T) {
	for text, want := range map[string]string{"7615.10.90 00": "7615109000", "0102-29": "010229"} {
		if code, ok := data.ParseHSCode(text); !ok || code != want {
			t.Errorf("%q: %q", text, code)
		}
	}
	if _, ok := data.ParseHSCode("76O5.10"); ok {
		t.Error("a letter is taken")
	}
}
