package data

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// row returns a patch of row 2 with the fields and values given in turn.
func row(pairs ...string) Patch {
	p := Patch{Row: 2, Values: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		p.Values[pairs[i]] = pairs[i+1]
	}
	return p
}

// keys returns the problems as "field: key".
func keys(p Problems) string {
	var list []string
	for _, one := range p {
		list = append(list, one.Field+": "+strings.TrimPrefix(one.Key, "problem."))
	}
	return strings.Join(list, ", ")
}

func TestANewProductTakesTheDefaults(t *testing.T) {
	p, wrong := row("sku", "A-1", "price", "").Product(Product{}, "")
	if len(wrong) > 0 || p.Name["en"] != "A-1" || p.Price != nil || p.Currency != "USD" || p.Unit != "PCS" {
		t.Errorf("%+v %v", p, wrong)
	}
	p, _ = row("sku", "A-1", "price", "3.250000", "name_zh", "杯子", "cost", "12").Product(Product{}, "EUR")
	if p.Price.String() != "3.25" || p.Currency != "EUR" || p.CostCurrency != "EUR" || p.Name["en"] != "" || p.Name["zh"] != "杯子" {
		t.Errorf("%+v", p)
	}
}

func TestEmptyCellsAndAbsentColumnsChangeNothing(t *testing.T) {
	old, wrong := row("sku", "A-1", "name", "Mug", "price", "3.25", "currency", "CNY", "carton_length_cm", "48.5", "stock", "7").Product(Product{}, "")
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	old.ID = 7
	same, wrong := row("sku", "A-1", "name", "", "price", "", "hs_code", "").Product(old, "EUR")
	if len(wrong) > 0 || !reflect.DeepEqual(same, old) {
		t.Errorf("%+v became %+v", old, same)
	}
	changed, _ := row("sku", "A-1", "name", "Cup").Product(old, "")
	if old.Name["en"] != "Mug" || changed.Name["en"] != "Cup" {
		t.Error("the old record was touched")
	}
}

func TestFiguresFinerThanTheFieldAreRefused(t *testing.T) {
	p := row("sku", "A", "price", "0.1234567", "carton_width_cm", "1.234", "moq", "1.2345", "carton_net_kg", "1.2345678", "safety_stock", "x")
	_, wrong := p.Product(Product{}, "")
	if got := keys(wrong); got != "price: too_fine, carton_width_cm: too_fine, carton_net_kg: too_fine, moq: too_fine, safety_stock: not_a_number" {
		t.Error(got)
	}
	if wrong[1].Args["Decimals"] != int32(2) || wrong[0].Row != 2 {
		t.Errorf("%+v", wrong[1])
	}
}

func TestZeroPricesAndNegativeQuantitiesImport(t *testing.T) {
	p, wrong := row("sku", "A", "price", "0").Product(Product{}, "")
	if len(wrong) > 0 || p.Price == nil || *p.Price != 0 {
		t.Errorf("%+v %v", p.Price, wrong)
	}
	l, wrong := row("sku", "A", "quantity", "-3.5", "expiry", "2027-01-31").Level()
	if len(wrong) > 0 || l.Quantity != -3500 || l.Expiry != "2027-01-31" {
		t.Errorf("%+v %v", l, wrong)
	}
}

func TestPartnersGetACodeAndARole(t *testing.T) {
	for name, want := range map[string]string{
		"Alfreds Futterkiste": "ALFREDS-FUTTERKISTE", "Blauer See Delikatessen": "BLAUER-SEE-DELIKATESSEN", "Café & Co.": "CAFE-CO",
	} {
		if got := PartnerCode(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	long, chinese := PartnerCode("Great Lakes Food Market International Holdings"), PartnerCode("宁波信风进出口有限公司")
	if long == PartnerCode("Great Lakes Food Market International Trading") || len(long) > 30 || chinese == PartnerCode("宁波顺风进出口有限公司") || len(chinese) != 5 {
		t.Error(long, chinese)
	}
	p, wrong, _ := row("name", "ACME", "country", "DE", "address", "Street 1").Partner(Partner{})
	if len(wrong) > 0 || p.Code != "ACME" || len(p.Roles) != 1 || p.Roles[0] != Customer || p.Address.Country != "DE" {
		t.Errorf("%+v %v", p, wrong)
	}
	p, _, _ = row("code", "ACME", "role", "supplier, customer").Partner(p)
	if fmt.Sprint(p.Roles) != "[customer supplier]" {
		t.Error(p.Roles)
	}
	if _, wrong, _ = row("role", "friend").Partner(Partner{}); keys(wrong) != "role: unknown_role, name: required" {
		t.Error(keys(wrong))
	}
}

func TestARateNeedsAllItsFields(t *testing.T) {
	r, wrong := row("date", "2026-11-22", "base", "USD", "quote", "CNY", "rate", "7.1034").Rate()
	if len(wrong) > 0 || r.Rate.String() != "7.1034" {
		t.Errorf("%+v %v", r, wrong)
	}
	if _, wrong = row("date", "2026-13-22", "base", "USD").Rate(); keys(wrong) != "date: not_a_date, quote: required, rate: required" {
		t.Error(keys(wrong))
	}
}

// catalogue finds articles A and B, and the customer ACME.
func catalogue() (func(string) (Product, Variant, bool), func(string) (Partner, bool)) {
	price := UnitPrice(2_500_000)
	articles := map[string]Product{"A": {SKU: "A", Unit: "PCS", Price: &price, Currency: "USD"}, "B": {SKU: "B", Unit: "SETS"}}
	return func(sku string) (Product, Variant, bool) {
			p, ok := articles[sku]
			return p, Variant{ID: int64(len(sku)), SKU: sku}, ok
		}, func(code string) (Partner, bool) {
			return Partner{Record: Record{ID: 5}, Code: "ACME", PaymentTerms: "T/T", Language: "de"}, code == "ACME"
		}
}

func TestTheRowsOfAnOrderBecomeItsLines(t *testing.T) {
	articles, customers := catalogue()
	head := []string{"order_no", "SO-1", "customer", "ACME", "date", "2026-11-22", "freight", "12.30", "incoterm", "FOB", "place", "Ningbo"}
	rows := []Patch{
		row(append(head, "sku", "A", "quantity", "2", "discount_percent", "15")...),
		row("order_no", "SO-1", "sku", "B", "quantity", "-1", "unit_price", "0"),
		row("order_no", "SO-1", "sku", "A", "quantity", "3", "unit_price", "3.255", "description", "Blue mug"),
	}
	o, wrong, _ := MergeOrder(Order{}, rows, OrderFinds{Product: articles, Customer: customers})
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if o.CustomerID != 5 || o.Currency != "USD" || o.Freight != 1230 || o.PaymentTerms != "T/T" || o.Language != "de" || o.Status != Draft || o.Incoterm.Rule != "FOB" {
		t.Errorf("%+v", o)
	}
	if len(o.Lines) != 3 || o.Lines[0].Price.String() != "2.5" || o.Lines[0].Discount != 15_000_000 || o.Lines[1].Unit != "SETS" || o.Lines[2].Description["en"] != "Blue mug" {
		t.Errorf("%+v", o.Lines)
	}
	o.ID = 3
	for i := range o.Lines {
		o.Lines[i].ID, o.Lines[i].UUID = int64(i+1), fmt.Sprint("line", i)
	}
	again, wrong, _ := MergeOrder(o, rows, OrderFinds{Product: articles, Customer: customers})
	if len(wrong) > 0 || !reflect.DeepEqual(again, o) {
		t.Errorf("the same rows again change\n%+v to\n%+v", o, again)
	}
	shorter, _, _ := MergeOrder(o, rows[:1], OrderFinds{Product: articles, Customer: customers})
	if len(shorter.Lines) != 1 || shorter.Lines[0].UUID != "line0" {
		t.Errorf("lines aren't replaced: %+v", shorter.Lines)
	}
	kept, wrong, _ := MergeOrder(o, []Patch{row("order_no", "SO-1", "freight", "1")}, OrderFinds{Product: articles, Customer: customers})
	if len(wrong) > 0 || len(kept.Lines) != 3 || kept.Freight != 100 {
		t.Errorf("a row without a line: %+v %v", kept, wrong)
	}
}

func TestOrdersThatContradictThemselvesAreRefused(t *testing.T) {
	articles, customers := catalogue()
	rows := []Patch{
		row("order_no", "SO-1", "customer", "ACME", "freight", "12", "currency", "JPY", "sku", "A", "quantity", "1", "unit_price", "3"),
		{Row: 3, Values: row("order_no", "SO-1", "freight", "13", "sku", "Z", "quantity", "1.2345").Values},
		{Row: 4, Values: row("order_no", "SO-1", "customer", "ACME", "sku", "B", "quantity", "1").Values},
	}
	_, wrong, _ := MergeOrder(Order{}, rows, OrderFinds{Product: articles, Customer: customers})
	if got := keys(wrong); got != "freight: differs_in_order, quantity: too_fine, sku: unknown_product, unit_price: required" {
		t.Error(got)
	}
	_, wrong, _ = MergeOrder(Order{}, []Patch{row("order_no", "SO-1", "customer", "Nobody", "freight", "1.5", "currency", "JPY", "sku", "", "quantity", "1")}, OrderFinds{Product: articles, Customer: customers})
	if got := keys(wrong); got != "customer: unknown_customer, freight: too_fine, sku: required" {
		t.Error(got)
	}
}
