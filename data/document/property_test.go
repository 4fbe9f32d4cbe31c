package document_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"tradewind/data"
	"tradewind/data/document"
)

// anySource draws an order of any currency, lines, packing and extras.
func anySource(t *rapid.T) data.Source {
	src := sample()
	src.Order.Currency = data.Currency(rapid.SampledFrom([]string{"USD", "JPY", "KWD", "EUR"}).Draw(t, "currency"))
	src.Order.Incoterm.Rule = rapid.SampledFrom([]string{"EXW", "FOB", "CIF", "DDP"}).Draw(t, "rule")
	src.Order.Discount = rapid.Int64Range(0, 10_000).Draw(t, "discount")
	src.Order.Freight = rapid.Int64Range(0, 1_000_000).Draw(t, "freight")
	src.Order.Insurance = rapid.Int64Range(0, 10_000).Draw(t, "insurance")
	src.Order.Charges, src.Order.Lines, src.Products = nil, nil, map[int64]data.Product{}
	for range rapid.IntRange(0, 2).Draw(t, "charges") {
		src.Order.Charges = append(src.Order.Charges, data.Charge{Name: "Charge", Minor: rapid.Int64Range(-500, 5000).Draw(t, "charge")})
	}
	for i := range rapid.IntRange(1, 8).Draw(t, "lines") {
		id := int64(i + 1)
		src.Products[id] = anyProduct(t)
		src.Order.Lines = append(src.Order.Lines, data.OrderLine{
			ID: id, VariantID: id, SKU: "A", Unit: "PCS",
			Quantity: data.Quantity(rapid.Int64Range(-2_000, 5_000_000).Draw(t, "quantity")),
			Price:    data.UnitPrice(rapid.Int64Range(0, 9_000_000_000).Draw(t, "price")),
			Discount: data.Percent(rapid.Int64Range(0, int64(data.Hundred)).Draw(t, "percent")),
		})
	}
	return src
}

func anyProduct(t *rapid.T) data.Product {
	p := data.Product{Name: data.Texts{"en": "Article"}, HSCode: "691200", Origin: "CN"}
	if rapid.Bool().Draw(t, "packed") {
		p.Packing = data.Packing{
			UnitNet:      data.Weight(rapid.Int64Range(0, 3_000_000).Draw(t, "net")),
			PcsPerCarton: data.Quantity(rapid.Int64Range(500, 100_000).Draw(t, "pcs")),
			CartonGross:  data.Weight(rapid.Int64Range(0, 30_000_000).Draw(t, "gross")),
			Carton:       data.Box{Length: data.Length(rapid.Int64Range(0, 9000).Draw(t, "length")), Width: 4050, Height: 3333},
		}
	}
	return p
}

func TestSumsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, err := document.Build(anySource(t), data.CommercialInvoice, document.BuildOptions{})
		if err != nil {
			t.Fatal(err)
		}
		goods, sums := int64(0), p.Totals
		for _, l := range p.Lines {
			goods += l.Amount.Minor
		}
		if goods != sums.Goods.Minor {
			t.Fatalf("the lines add up to %d, goods are %d", goods, sums.Goods.Minor)
		}
		if total := goods - sums.Discount.Minor + sums.Freight.Minor + sums.Insurance.Minor + sums.Charges.Minor; total != sums.Total.Minor {
			t.Fatalf("total %d, not %d", sums.Total.Minor, total)
		}
	})
}

func TestPackingTotalsAreTheSumsOfThePackagesAndOfTheLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, err := document.Build(anySource(t), data.PackingList, document.BuildOptions{})
		if err != nil {
			t.Fatal(err)
		}
		next, packages, volume := int64(1), int64(0), decimal.Zero
		for _, r := range p.Packages {
			if r.From != next {
				t.Fatalf("package %d follows %d", r.From, next-1)
			}
			next, packages, volume = r.To+1, packages+r.Count(), volume.Add(r.Volume())
		}
		var cartons int64
		var net, gross data.Weight
		for _, l := range p.Lines {
			cartons, net, gross = cartons+l.Cartons, net+l.Net, gross+l.Gross
		}
		if sums := p.Totals; packages != sums.Cartons || cartons != sums.Cartons || !volume.Equal(sums.Volume) {
			t.Fatalf("%d packages, %d in lines, total %d; volume %s, total %s", packages, cartons, sums.Cartons, volume, sums.Volume)
		}
		if !slices.Contains(p.Totals.Incomplete, "net_weight_kg") && net != p.Totals.Net {
			t.Fatalf("net of the lines %s, total %s", net, p.Totals.Net)
		}
		if !slices.Contains(p.Totals.Incomplete, "gross_weight_kg") && gross != p.Totals.Gross {
			t.Fatalf("gross of the lines %s, total %s", gross, p.Totals.Gross)
		}
	})
}

func TestThePageShowsTheFiguresOfTheJSON(t *testing.T) {
	w := words(t, "en")
	rapid.Check(t, func(t *rapid.T) {
		p, _, err := document.Build(anySource(t), data.CommercialInvoice, document.BuildOptions{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := p.JSON(w...)
		if err != nil {
			t.Fatal(err)
		}
		var plain struct {
			Lines []struct {
				Quantity string `json:"quantity"`
				Price    string `json:"unit_price"`
				Amount   string `json:"amount"`
			} `json:"lines"`
			Totals struct {
				Total string `json:"total"`
			} `json:"totals"`
		}
		if err := json.Unmarshal(b, &plain); err != nil {
			t.Fatal(err)
		}
		g := grid(t, document.Lay(p, nil, w...))
		for i, l := range plain.Lines {
			for role, want := range map[string]string{"quantity": l.Quantity, "price": l.Price, "amount": l.Amount} {
				same(t, cell(g, g.Rows[i], role), want)
			}
		}
		same(t, cell(g, g.Totals[len(g.Totals)-1], "amount"), plain.Totals.Total)
	})
}

func grid(t *rapid.T, p document.Page) document.Grid {
	for _, b := range p.Blocks {
		if g, ok := b.(document.Grid); ok {
			return g
		}
	}
	t.Fatal("the page has no table")
	return document.Grid{}
}

// cell finds the cell below the column of a role.
func cell(g document.Grid, r document.Row, role string) document.Cell {
	at := 0
	for _, c := range r.Cells {
		if at < len(g.Columns) && g.Columns[at].Role == role {
			return c
		}
		at += max(c.Span, 1)
	}
	return document.Cell{}
}

// same compares a cell's number and text with the JSON's.
func same(t *rapid.T, c document.Cell, want string) {
	if c.Number == nil {
		t.Fatalf("no number in %+v, want %s", c, want)
	}
	if got := c.Number.StringFixed(c.Decimals); got != want {
		t.Fatalf("the cell has %s, the JSON %s", got, want)
	}
	plain := make([]rune, 0, len(c.Text))
	for _, r := range c.Text {
		if r != ',' {
			plain = append(plain, r)
		}
	}
	if string(plain) != want {
		t.Fatalf("the page reads %s, the JSON %s", c.Text, want)
	}
}

func TestTheSumsOfAnOrderAreThoseOfItsPaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := anySource(t)
		want, _, err := document.Build(src, data.OrderKind, document.BuildOptions{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := document.Sum(src)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Totals, want.Totals) || !reflect.DeepEqual(got.Charges, want.Charges) || got.Currency != want.Currency {
			t.Fatalf("totals %+v, charges %+v, want %+v, %+v", got.Totals, got.Charges, want.Totals, want.Charges)
		}
		for i, w := range want.Lines {
			l := got.Lines[i]
			if l.Amount != w.Amount || l.Quantity != w.Quantity || l.Unit != w.Unit || l.Packed != w.Packed || l.Cartons != w.Cartons ||
				l.Net != w.Net || l.Gross != w.Gross || !l.Volume.Equal(w.Volume) || l.Price != w.Price || l.Discount != w.Discount || l.Campaign != w.Campaign {
				t.Fatalf("line %d is %+v, want %+v", i+1, l, w)
			}
		}
	})
}
