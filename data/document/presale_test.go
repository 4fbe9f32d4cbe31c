package document_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

// preSold makes the second line of a source a pre-sale.
func preSold(src *data.Source) {
	src.Order.Lines = slices.Clone(src.Order.Lines)
	src.Order.Lines[1].PreSale, src.Order.Lines[1].Promise = true, "2026-12-20"
}

func TestAPreSaleIsPrintedOnOffersWithItsDay(t *testing.T) {
	src := sample()
	preSold(&src)
	for kind, says := range map[data.Kind]bool{data.Quotation: true, data.Proforma: true, data.CommercialInvoice: false, data.PackingList: false} {
		p := build(t, src, kind)
		texts := strings.Join(document.Lay(p, nil, words(t, "en", "zh")...).Texts(), "\n")
		if got := strings.Contains(texts, "Pre-sale: ships by 20 Dec 2026 预售：2026年12月20日前发货"); got != says {
			t.Errorf("%s: says it %v", kind, got)
		}
		raw := string(must(p.JSON(words(t, "en")...)))
		if got := strings.Contains(raw, `"pre_sale": true`) && strings.Contains(raw, `"promise_date": "2026-12-20"`); got != says {
			t.Errorf("%s as JSON: says it %v", kind, got)
		}
		if strings.Count(texts, "Pre-sale") > 1 {
			t.Errorf("%s: said of other lines too", kind)
		}
	}
}

func TestARevisionTellsAChangedPromise(t *testing.T) {
	got := differing(t, data.Quotation, "en", preSold)
	if !slices.Equal(got, []string{"Line 2 · Pre-sale changed", "Line 2 · Ships by: — → 20 Dec 2026"}) {
		t.Errorf("%q", got)
	}
}
