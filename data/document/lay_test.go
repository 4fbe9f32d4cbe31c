package document_test

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

func TestTheColumnsFillTheWidth(t *testing.T) {
	plain := sample()
	plain.Order.Lines[1].Discount = 0
	for _, src := range []data.Source{sample(), plain} {
		for _, kind := range document.Kinds() {
			for _, b := range document.Lay(build(t, src, kind), nil, words(t, "en")...).Blocks {
				g, ok := b.(document.Grid)
				if !ok {
					continue
				}
				sum := 0
				for _, c := range g.Columns {
					sum += c.Share
				}
				if sum != 100 {
					t.Errorf("%s: the shares sum to %d", kind, sum)
				}
				widths(t, g)
			}
		}
	}
}

// widths checks that every row has a cell, or the span of one, below each column.
func widths(t *testing.T, g document.Grid) {
	t.Helper()
	for _, row := range append(append([]document.Row{}, g.Rows...), g.Totals...) {
		n := 0
		for _, c := range row.Cells {
			n += max(c.Span, 1)
		}
		if n != len(g.Columns) {
			t.Errorf("a row of %d cells below %d columns", n, len(g.Columns))
		}
	}
}

func TestOnlyADiscountBringsItsColumn(t *testing.T) {
	src := sample()
	if !heads(t, src, "Disc. %") {
		t.Error("a line has a discount, but there is no column for it")
	}
	src.Order.Lines[1].Discount = 0
	if heads(t, src, "Disc. %") {
		t.Error("no line has a discount, but there is a column for it")
	}
}

func heads(t *testing.T, src data.Source, title string) bool {
	t.Helper()
	for _, b := range document.Lay(build(t, src, data.CommercialInvoice), nil, words(t, "en")...).Blocks {
		if g, ok := b.(document.Grid); ok {
			for _, c := range g.Columns {
				if c.Title == title {
					return true
				}
			}
		}
	}
	return false
}

func TestAQuotationShowsThePictureOfTheArticle(t *testing.T) {
	src := sample()
	product := src.Products[1]
	product.Pictures = []data.Picture{{Hash: "detail", Role: "detail"}, {Hash: "front", Role: "main"}}
	src.Products[1] = product
	page := document.Lay(build(t, src, data.Quotation), map[data.Hash][]byte{"front": []byte("png")}, words(t, "en")...)
	for _, b := range page.Blocks {
		if g, ok := b.(document.Grid); ok && string(g.Rows[0].Cells[1].Picture) != "png" {
			t.Errorf("the row has %+v", g.Rows[0].Cells[1])
		}
	}
}

func TestAChineseReaderReadsChinese(t *testing.T) {
	texts := strings.Join(document.Lay(build(t, sent(), data.CommercialInvoice), nil, words(t, "zh")...).Texts(), "\n")
	for _, want := range []string{"商业发票", "宁波海风家居用品有限公司", "浙江省宁波市中山东路88号1203室", "白色炻瓷马克杯", "美元肆仟壹佰贰拾柒元整", "78 纸箱", "唛头", "毛重"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q isn't on the page", want)
		}
	}
	for _, not := range []string{"Seller", "Stoneware mug", "SAY US"} {
		if strings.Contains(texts, not) {
			t.Errorf("%q is on a Chinese page", not)
		}
	}
}

func TestEveryPartyHasItsBox(t *testing.T) {
	src := sent()
	src.Order.Consignee = data.Party{Name: "TO ORDER OF DEUTSCHE BANK"}
	src.Order.Notify = data.Party{Name: "Hansa Spedition", Phone: "+49 40 1"}
	src.Order.Manufacturer = data.Party{Name: "Longquan Ceramics Factory"}
	src.Order.Credit = data.Credit{No: "LC-5521", Date: "2026-10-30", Bank: "Deutsche Bank"}
	src.Order.References = []data.Fact{{Name: "ACID", Text: "123456789"}}
	page := document.Lay(build(t, src, data.CommercialInvoice), nil, words(t, "en")...)
	texts := strings.Join(page.Texts(), "\n")
	for _, want := range []string{
		"Consignee", "TO ORDER OF DEUTSCHE BANK", "Buyer", "Nordlicht Haushaltswaren GmbH", "Notify party", "Hansa Spedition",
		"Manufacturer", "Longquan Ceramics Factory", "LC-5521, 30 Oct 2026", "Deutsche Bank", "ACID", "123456789", "CSQU3054383 20GP / seal CN1234567",
	} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q isn't on the page", want)
		}
	}
	if page.Subtitle != "ORIGINAL" {
		t.Errorf("a paper under a letter of credit is titled %q", page.Subtitle)
	}
	for _, row := range page.Blocks[0].(document.Boxes).Rows {
		if len(row) != 2 {
			t.Errorf("a row of %d boxes", len(row))
		}
	}
}

func TestAVoidPaperIsMarkedWithItsReason(t *testing.T) {
	p, english := build(t, sample(), data.CommercialInvoice), words(t, "en")
	if page := document.Lay(p, nil, english...); page.Mark != "" {
		t.Errorf("a valid paper is marked %q", page.Mark)
	}
	p.Voided = "wrong buyer"
	page := document.Lay(p, nil, english...)
	if page.Mark == "" || !strings.Contains(page.Subtitle, "wrong buyer") {
		t.Errorf("mark %q, subtitle %q", page.Mark, page.Subtitle)
	}
}
