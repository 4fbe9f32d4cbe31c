package document_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/document"

	"github.com/shopspring/decimal"
)

// differing builds a paper of the sample before and after a change of its records, and says the differences.
func differing(t *testing.T, kind data.Kind, lang string, change func(*data.Source)) []string {
	t.Helper()
	before, after := sample(), sample()
	change(&after)
	return document.SayDifferences(document.Differences(build(t, before, kind), build(t, after, kind)), words(t, lang)[0])
}

func TestAChangedQuantityIsToldWithItsTotalsAndNothingElse(t *testing.T) {
	more := func(src *data.Source) { src.Order.Lines[1].Quantity = data.Pieces(700) }
	want := []string{
		"Line 2 · Quantity: 600 → 700", "Total: USD 4,327.00 → USD 4,639.00", "Packages: 80 → 85",
		"Net weight: 957.200 kg → 1,039.200 kg", "Gross weight: 1,050.200 kg → 1,137.700 kg", "Measurement: 4.368 m³ → 4.576 m³",
	}
	if got := differing(t, data.CommercialInvoice, "en", more); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := differing(t, data.CommercialInvoice, "zh", more); got[0] != "第 2 行 · 数量：600 → 700" {
		t.Errorf("in Chinese: %q", got)
	}
}

func TestALinePutInBetweenIsOneAddition(t *testing.T) {
	first := func(got []string) []string {
		var lines []string
		for _, s := range got {
			if strings.HasPrefix(s, "Line ") {
				lines = append(lines, s)
			}
		}
		return lines
	}
	for name, one := range map[string]struct {
		change func([]data.OrderLine) []data.OrderLine
		want   []string
	}{
		"put in": {func(l []data.OrderLine) []data.OrderLine {
			extra := l[0]
			extra.SKU, extra.Quantity = "EXTRA", data.Pieces(1)
			return slices.Insert(slices.Clone(l), 1, extra)
		}, []string{"Line 2 added: EXTRA"}},
		"taken out": {func(l []data.OrderLine) []data.OrderLine { return slices.Delete(slices.Clone(l), 0, 1) }, []string{"Line 1 removed: " + sample().Order.Lines[0].SKU}},
		"the last replaced and one raised": {func(l []data.OrderLine) []data.OrderLine {
			l = slices.Clone(l)
			l[0].Quantity, l[2].SKU = data.Pieces(1), "OTHER"
			return l
		}, []string{"Line 1 · Quantity: 1,000 → 1", "Line 3 removed: " + sample().Order.Lines[2].SKU, "Line 3 added: OTHER"}},
		"moved": {func(l []data.OrderLine) []data.OrderLine { return []data.OrderLine{l[2], l[0], l[1]} }, []string{"Line 1 · Position: 3 → 1"}},
	} {
		got := first(differing(t, data.CommercialInvoice, "en", func(src *data.Source) { src.Order.Lines = one.change(src.Order.Lines) }))
		slices.Sort(got)
		slices.Sort(one.want)
		if !slices.Equal(got, one.want) {
			t.Errorf("%s: %q; want %q", name, got, one.want)
		}
	}
}

func TestChangesOfAPaperAreToldInTheWordsOfThePaper(t *testing.T) {
	for want, change := range map[string]func(*data.Source){
		"Buyer · Address: Speicherstraße 7, 20457 Hamburg, Germany → Am Kai 7, 20457 Hamburg, Germany": func(s *data.Source) { s.Customer.Address.Street = "Am Kai 7" },
		"Valid until: ":                      func(s *data.Source) { s.Order.ValidUntil = "2027-01-31" },
		"Freight: ":                          func(s *data.Source) { s.Order.Freight += 1000 },
		"Line 1 · Unit price: 1.245 → 99.50": func(s *data.Source) { s.Order.Lines[0].Price = price("99.5") },
		"Authorised signature chang":         func(s *data.Source) { s.Company.Signature = "12" },
		"Terms of delivery: ":                func(s *data.Source) { s.Order.Incoterm.Place = "Shanghai" },
		"Mode of transport: ":                func(s *data.Source) { s.Order.Transport.Mode = data.Air },
		"Remarks: ":                          func(s *data.Source) { s.Order.Notes = strings.Repeat("a long remark ", 40) },
	} {
		got := differing(t, data.Proforma, "en", change)
		if len(got) == 0 || !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("%q is missing: %q", want, got)
		}
		for _, s := range got {
			if len(s) > 240 {
				t.Errorf("too long: %s", s)
			}
		}
	}
}

func TestEveryFieldOfAPaperHasAName(t *testing.T) {
	w := words(t, "en")[0]
	for _, path := range fieldPaths("", reflect.TypeFor[document.Paper]()) {
		said := document.SayDifference(data.Difference{Field: path, Before: "1", After: "2"}, w)
		if strings.HasPrefix(said, path) || strings.HasPrefix(said, "Line 1: ") {
			t.Errorf("%s has no name: %s", path, said)
		}
	}
}

// fieldPaths lists the fields of a type as differences name them.
func fieldPaths(path string, of reflect.Type) []string {
	switch {
	case path == "lines":
		return fieldPaths("lines.1", of.Elem())
	case of.Kind() != reflect.Struct || of == reflect.TypeFor[decimal.Decimal]() || of == reflect.TypeFor[time.Time]():
		return []string{path}
	}
	var all []string
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		all = append(all, fieldPaths(strings.TrimPrefix(path+"."+name, "."), of.Field(i).Type)...)
	}
	return all
}

func TestAFieldOfAnOldRegisterIsSaidWithoutValues(t *testing.T) {
	var old []data.Difference
	if err := json.Unmarshal([]byte(`["lines.2.quantity","lines.2.amount.minor","lines.3","seller.postal.city","totals.total.minor","totals.total.currency"]`), &old); err != nil {
		t.Fatal(err)
	}
	want := []string{"Line 2 · Quantity changed", "Line 2 · Amount changed", "Line 3 changed", "Seller / Exporter · Address changed", "Total changed"}
	if got := document.SayDifferences(old, words(t, "en")[0]); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAPaperDoesNotDifferFromItself(t *testing.T) {
	for _, kind := range document.Kinds() {
		a := build(t, sample(), kind)
		b := a
		b.Number, b.Revision = "OTHER", 3
		if d := document.Differences(a, b); len(d) > 0 {
			t.Errorf("%s: %v", kind, d)
		}
	}
}
