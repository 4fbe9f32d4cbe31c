package document_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

// withRoles gives the sample order an alternative to its first line, an option, a free sample and tooling.
func withRoles(src *data.Source) {
	first := src.Order.Lines[0]
	of := func(role data.LineRole) data.OrderLine { l := first; l.Role = role; return l }
	src.Order.Lines = slices.Concat(src.Order.Lines[:1], []data.OrderLine{of(data.Alternative)}, src.Order.Lines[1:],
		[]data.OrderLine{of(data.Optional), of(data.FreeSample), of(data.Tooling)})
}

func TestAlternativesAndOptionsStandApartAndCountInNoTotal(t *testing.T) {
	src := sample()
	plain := build(t, src, data.Quotation)
	withRoles(&src)
	p := build(t, src, data.Quotation)
	more := plain.Totals.Goods.Minor + plain.Lines[0].Amount.Minor // tooling; the sample is free
	if p.Totals.Goods.Minor != more || p.Totals.Cartons <= plain.Totals.Cartons {
		t.Errorf("goods %s in %d cartons", p.Totals.Goods, p.Totals.Cartons)
	}
	page := document.Lay(p, nil, words(t, "en", "zh")...)
	var grids []document.Grid
	for _, b := range page.Blocks {
		if g, ok := b.(document.Grid); ok {
			grids = append(grids, g)
		}
	}
	if len(grids) != 2 || len(grids[0].Rows) != len(plain.Lines)+2 || len(grids[1].Rows) != 3 || len(grids[1].Totals) != 0 {
		t.Fatalf("%d tables", len(grids))
	}
	texts := strings.Join(page.Texts(), "\n")
	for _, want := range []string{"Alternatives and options 替代项与可选项", "Alternative to item 1 第 1 项的替代品", "Optional 可选", "Free of charge 免费样品", "Tooling, one-off charge 模具等一次性费用"} {
		if !strings.Contains(texts, want) {
			t.Errorf("the quotation lacks %q", want)
		}
	}
}

func TestAnInvoiceHasNoOpenLinesAndASampleItsValueForCustoms(t *testing.T) {
	src := sample()
	withRoles(&src)
	p := build(t, src, data.CommercialInvoice)
	texts := strings.Join(document.Lay(p, nil, words(t, "en")...).Texts(), "\n")
	if strings.Contains(texts, "Optional") || strings.Contains(texts, "Alternative") {
		t.Error("an invoice offers something")
	}
	sampled := p.Lines[slices.IndexFunc(p.Lines, func(l document.Line) bool { return l.Role == data.FreeSample })]
	if sampled.Price != 0 || sampled.Amount.Minor != 0 || sampled.CustomsValue.Minor == 0 || !strings.Contains(texts, "Value for customs purposes only: "+string(p.Currency)) {
		t.Errorf("%+v", sampled)
	}
	for _, wrong := range p.Missing() {
		if strings.HasPrefix(wrong.Field, "lines.") {
			t.Errorf("the invoice lacks %s", wrong.Field)
		}
	}
	list := build(t, src, data.PackingList)
	if slices.ContainsFunc(list.Lines, func(l document.Line) bool { return !l.Role.Travels() }) {
		t.Error("a charge is packed")
	}
}

func TestPriceStepsAndPicturesAreLeftOutWhenAskedFor(t *testing.T) {
	src := sample()
	for id, one := range src.Products {
		one.Pictures = []data.Picture{{Hash: "aa", Role: "main"}}
		src.Products[id] = one
	}
	with := build(t, src, data.Quotation)
	src.Order.Prints = data.Prints{NoLadder: true, NoPictures: true}
	p := build(t, src, data.Quotation)
	shown := func(p document.Paper) (ladders, pictures int) {
		for _, l := range p.Lines {
			ladders += len(l.Ladder)
			pictures += len(l.Picture)
		}
		return ladders, pictures
	}
	if ladders, pictures := shown(with); ladders == 0 || pictures == 0 {
		t.Fatalf("the sample shows %d, %d", ladders, pictures)
	}
	if ladders, pictures := shown(p); ladders != 0 || pictures != 0 {
		t.Errorf("still there: %d, %d", ladders, pictures)
	}
}

func TestARevisionPrintsWhatChangedWhereThatIsWished(t *testing.T) {
	src := sample()
	src.Order.Prints.Changes = true
	issue := func(revision int) document.Paper {
		p, _, err := document.Build(src, data.Quotation, document.BuildOptions{Number: "QT-1", Revision: revision, Date: "2026-11-24"})
		if err != nil {
			t.Fatal(err)
		}
		src.Issued = append(src.Issued, data.Issued{Kind: data.Quotation, Number: "QT-1", Revision: revision, Frozen: must(document.Freeze(p))})
		return p
	}
	if first := issue(0); len(first.Changes) != 0 {
		t.Errorf("R0 changed %v", first.Changes)
	}
	src.Order.LeadTime = "45 days"
	issue(1)
	src.Order.Lines = slices.Clone(src.Order.Lines)
	src.Order.Lines[0].Quantity += 1000
	p := issue(2)
	texts := strings.Join(document.Lay(p, nil, words(t, "en")...).Texts(), "\n")
	if !strings.Contains(texts, "Changes to the revision before") || !strings.Contains(texts, "Line 1 · Quantity: ") || strings.Contains(texts, "Lead time: ") {
		t.Errorf("R2 tells\n%v", p.Changes)
	}
}

func TestADiscountOfTheWholePaperIsPrintedWithItsShare(t *testing.T) {
	src := sample()
	src.Shipment, src.Order.Discount, src.Order.Reduction.Percent = nil, 0, 12_500_000
	texts := strings.Join(document.Lay(build(t, src, data.Quotation), nil, words(t, "en")...).Texts(), "\n")
	if !strings.Contains(texts, "discount 12.5 %") {
		t.Errorf("the share isn't named: %s", texts)
	}
}
