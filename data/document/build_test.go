package document_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

func TestAnOrderWithoutAShipmentCountsAsOne(t *testing.T) {
	p := build(t, sample(), data.CommercialInvoice)
	if len(p.Lines) != 3 || p.Lines[2].Quantity != data.Pieces(240) || p.Totals.Total.String() != "4327.00" {
		t.Errorf("%d lines, the last %s, total %s", len(p.Lines), p.Lines[2].Quantity, p.Totals.Total)
	}
	if p.Totals.Cartons != 42+30+8 || p.Totals.Net != weight("957.2") || p.Totals.Volume.StringFixed(3) != "4.368" {
		t.Errorf("cartons %d, net %s, volume %s", p.Totals.Cartons, p.Totals.Net, p.Totals.Volume)
	}
}

func TestAShipmentsPapersShowJustItsPart(t *testing.T) {
	src := sent()
	src.Shipment.Lines = src.Shipment.Lines[1:]
	src.Shipment.Cartons = src.Shipment.Cartons[1:3]
	src.Shipment.Freight, src.Order.Freight = 700, 90000
	p := build(t, src, data.CommercialInvoice)
	if len(p.Lines) != 2 || p.Lines[0].SKU != "BRD-A4" || p.Lines[0].No != 1 {
		t.Fatalf("lines %+v", p.Lines)
	}
	if p.Totals.Freight.Minor != 700 || p.Totals.Discount.Minor != 4000 {
		t.Errorf("freight %s, discount %s", p.Totals.Freight, p.Totals.Discount)
	}
	if p.Totals.Cartons != 36 || p.Packages[0].Contents[0].Line != 1 || p.Packages[1].Contents[0].Line != 2 {
		t.Errorf("%d cartons, contents %+v", p.Totals.Cartons, p.Packages)
	}
	if p.Transport.Vessel != "COSCO HARMONY" || p.Transport.TransportDocNo != "COSU6301234567" {
		t.Errorf("transport %+v", p.Transport)
	}
}

func TestACartonWithTwoArticlesIsCountedOnce(t *testing.T) {
	p := build(t, sent(), data.PackingList)
	if p.Totals.Cartons != 78 || p.Lines[0].Cartons != 42 || p.Lines[2].Cartons != 6 {
		t.Errorf("total %d, lines %d and %d", p.Totals.Cartons, p.Lines[0].Cartons, p.Lines[2].Cartons)
	}
}

func TestAPackingListHasNoPriceAnywhere(t *testing.T) {
	src := sent()
	src.Order.Incoterm = data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}
	for i := range src.Order.Lines {
		src.Order.Lines[i].Price = price("7654.321")
	}
	src.Shipment.Charges = []data.Charge{{Name: "Mould cost", Minor: 765432100}}
	src.Shipment.Freight, src.Shipment.Insurance = 76543210, 765432
	p := build(t, src, data.PackingList)
	frozen, err := document.Freeze(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, langs := range [][]string{{"en"}, {"zh"}, {"en", "zh"}} {
		w := words(t, langs...)
		b, err := p.JSON(w...)
		if err != nil {
			t.Fatal(err)
		}
		var plain any
		if err := json.Unmarshal(b, &plain); err != nil {
			t.Fatal(err)
		}
		for _, field := range fields(plain) {
			for _, word := range []string{"price", "amount", "currency", "freight", "insurance", "charges", "discount", "goods", "payment", "bank", "incoterm"} {
				if strings.Contains(field, word) {
					t.Errorf("the JSON has a field %q", field)
				}
			}
		}
		texts := strings.Join(document.Lay(p, nil, w...).Texts(), "\n") + string(b) + string(frozen)
		for _, trace := range []string{"7654", "7,654", "USD", "Mould", "CIF", "30% deposit", "BKCHCNBJ92A"} {
			if strings.Contains(texts, trace) {
				t.Errorf("%v: %q shows on a packing list", langs, trace)
			}
		}
	}
}

// fields returns the names of all fields of plain JSON, however deep.
func fields(v any) []string {
	var names []string
	switch v := v.(type) {
	case map[string]any:
		for name, inner := range v {
			names = append(append(names, name), fields(inner)...)
		}
	case []any:
		for _, inner := range v {
			names = append(names, fields(inner)...)
		}
	}
	return names
}

func TestADraftLeavesEmptyWhatIsMissingAndNamesIt(t *testing.T) {
	src := sample()
	src.Company = data.Company{}
	src.Order.Incoterm = data.Incoterm{}
	src.Order.Lines = src.Order.Lines[:1]
	product := src.Products[1]
	product.HSCode, product.Origin, product.Packing = "", "", data.Packing{}
	src.Products[1] = product
	p, warnings, err := document.Build(src, data.CommercialInvoice, document.BuildOptions{Draft: true})
	if err != nil {
		t.Fatal(err)
	}
	missing := named(p.Missing())
	for _, want := range []string{"company.name", "company.address", "incoterm", "place", "lines.1.hs_code", "lines.1.origin"} {
		if !slices.Contains(missing, want) {
			t.Errorf("%s isn't among the missing %v", want, missing)
		}
	}
	if !slices.Contains(named(warnings), "lines.1.packing") || slices.Contains(missing, "lines.1.packing") {
		t.Errorf("unknown packing must warn and not refuse: %v", named(warnings))
	}
	b, err := p.JSON(words(t, "en")...)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), `"cartons": null`) || strings.Contains(string(b), `"0.000"`) {
		t.Errorf("unknown packing must be null:\n%s", b)
	}
	for _, label := range []string{"HS code", "Terms of delivery"} {
		if !strings.Contains(strings.Join(document.Lay(p, nil, words(t, "en")...).Texts(), "\n"), label) {
			t.Errorf("the empty field %q left the paper", label)
		}
	}
}

func named(problems data.Problems) []string {
	names := make([]string, len(problems))
	for i, p := range problems {
		names[i] = p.Field
	}
	return names
}

func TestACompletePaperMayBeIssued(t *testing.T) {
	for _, kind := range []data.Kind{data.Quotation, data.Proforma, data.CommercialInvoice, data.PackingList} {
		if missing := build(t, sent(), kind).Missing(); len(missing) > 0 {
			t.Errorf("%s: %v", kind, missing)
		}
	}
}

func TestTotalsThatLeaveSomethingOutSaySo(t *testing.T) {
	src := sample()
	product := src.Products[2]
	product.Packing = data.Packing{UnitNet: weight("0.82"), PcsPerCarton: data.Pieces(20)}
	src.Products[2] = product
	p := build(t, src, data.PackingList)
	if got := strings.Join(p.Totals.Incomplete, " "); got != "gross_weight_kg volume_m3" {
		t.Errorf("incomplete: %q", got)
	}
	if p.Lines[1].Cartons != 30 || p.Lines[1].Net != weight("492") || p.Lines[1].Gross != 0 {
		t.Errorf("line: %+v", p.Lines[1])
	}
	texts := strings.Join(document.Lay(p, nil, words(t, "en")...).Texts(), "\n")
	if strings.Count(texts, "(incomplete)") != 2 {
		t.Errorf("the page must mark two totals:\n%s", texts)
	}
}

func TestAPriceThatIncludesFreightShowsItsFOBValue(t *testing.T) {
	src := sample()
	src.Order.Incoterm = data.Incoterm{Rule: "CIF", Place: "Hamburg, Germany"}
	src.Order.Freight, src.Order.Insurance = 30000, 1500
	p := build(t, src, data.CommercialInvoice)
	if p.Totals.Total.String() != "4642.00" || p.Totals.FOB.String() != "4327.00" {
		t.Errorf("total %s, FOB %s", p.Totals.Total, p.Totals.FOB)
	}
	texts := strings.Join(document.Lay(p, nil, words(t, "en")...).Texts(), "\n")
	for _, want := range []string{"CIF HAMBURG, GERMANY INCOTERMS 2020", "USD 4,327.00", "FOB value"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q isn't on the page", want)
		}
	}
}

func TestTheBankAccountIsThatOfTheCurrency(t *testing.T) {
	src := sample()
	if p := build(t, src, data.Proforma); p.Bank.SWIFT != "BKCHCNBJ92A" {
		t.Errorf("USD: %+v", p.Bank)
	}
	src.Order.Currency = "CNY"
	if p := build(t, src, data.Proforma); p.Bank.Account != "1111" {
		t.Errorf("CNY: %+v", p.Bank)
	}
}

func TestAKindItDoesNotKnowIsRefused(t *testing.T) {
	if _, _, err := document.Build(sample(), "letter", document.BuildOptions{}); !errors.Is(err, document.ErrUnknownKind) {
		t.Errorf("got %v", err)
	}
}

func TestTheProformaCannotBeTakenForAnInvoice(t *testing.T) {
	page := document.Lay(build(t, sample(), data.Proforma), nil, words(t, "en", "zh")...)
	if !strings.Contains(page.Title, "PROFORMA") || !strings.Contains(page.Subtitle, "NOT A COMMERCIAL INVOICE") || !strings.Contains(page.Subtitle, "非商业发票") {
		t.Errorf("%q, %q", page.Title, page.Subtitle)
	}
}

func TestWhatOtherPapersWillContradictIsNamed(t *testing.T) {
	src := sent()
	src.Order.Transport.Mode, src.Order.ContractDate = data.Air, "2026-12-01"
	src.Shipment.Containers[0].No = "CSQU3054384"
	src.Shipment.Cartons[1].Gross = weight("16")
	src.Shipment.Cartons[2].To = 76
	_, warnings, err := document.Build(src, data.CommercialInvoice, document.BuildOptions{Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"incoterm", "contract_date", "containers.1.no", "lines.2.gross_weight_kg", "lines.3.packing"} {
		if !slices.Contains(named(warnings), want) {
			t.Errorf("%s isn't among %v", want, named(warnings))
		}
	}
}

func TestInstalmentsAddUpToTheTotal(t *testing.T) {
	src := sample()
	src.Order.Lines[0].Price = price("1.24567")
	p := build(t, src, data.Proforma)
	if len(p.Instalments) != 2 || p.Instalments[0].Amount.Minor+p.Instalments[1].Amount.Minor != p.Totals.Total.Minor {
		t.Errorf("%+v of %s", p.Instalments, p.Totals.Total)
	}
	src.Order.PaymentTerms = "as agreed by phone"
	if p := build(t, src, data.Proforma); len(p.Instalments) != 0 || p.PaymentTerms != "as agreed by phone" {
		t.Errorf("%+v", p.Instalments)
	}
}

func TestTheDueDateFollowsFromTheTerms(t *testing.T) {
	src := sent()
	for terms, want := range map[string]data.Date{"O/A 30 days after B/L date": "2026-12-21", "O/A 30 days after invoice date": "2026-12-22", "L/C at sight": ""} {
		src.Order.PaymentTerms = terms
		if p := build(t, src, data.CommercialInvoice); p.DueDate != want {
			t.Errorf("%s: due %q, not %q", terms, p.DueDate, want)
		}
	}
	src.Order.DueDate = "2027-01-15"
	if p := build(t, src, data.CommercialInvoice); p.DueDate != "2027-01-15" {
		t.Errorf("the order's own date gave way to %s", p.DueDate)
	}
}
