package data_test

import (
	"fmt"
	"strings"
	"testing"

	"tradewind/data"
)

// read says of every row "CODE×QUANTITY" with LAMP-1, "TEA POT 2", 100 and a barcode being articles.
func readPasted(text string) string {
	known := map[string][]data.Article{}
	for _, sku := range []string{"LAMP-1", "lamp-1", "TEA POT 2", "100", "6901234567892"} {
		known[sku] = []data.Article{{Variant: data.Variant{SKU: sku}}}
	}
	var said []string
	for _, r := range data.Recognise(data.ParsePasted(text), known) {
		said = append(said, fmt.Sprintf("%s×%s", r.Code, r.Quantity))
	}
	return strings.Join(said, " ")
}

func TestPastedRowsAreReadInAnyOrderOfColumns(t *testing.T) {
	for _, one := range []struct{ name, text, want string }{
		{"tabs", "LAMP-1\t100\r\nTEA POT 2\t24", "LAMP-1×100 TEA POT 2×24"},
		{"quantity first", "100\tLAMP-1", "LAMP-1×100"},
		{"a number that is an article and one that isn't", "100;250", "100×250"},
		{"semicolons", "LAMP-1;a lamp;1,200;3.50", "LAMP-1×1200"},
		{"commas", "LAMP-1,100", "LAMP-1×100"},
		{"commas and a price", "LAMP-1,100,3.25", "LAMP-1×100"},
		{"thousands in a mail", "LAMP-1 1,200 pcs", "LAMP-1×1200"},
		{"German thousands", "1.200 Stk LAMP-1", "LAMP-1×1200"},
		{"x", "LAMP-1 x 100\n100 x LAMP-1\nLAMP-1 x100\n100x LAMP-1", "LAMP-1×100 LAMP-1×100 LAMP-1×100 LAMP-1×100"},
		{"pcs", "100 pcs LAMP-1\nLAMP-1: 100pcs\n- LAMP-1 100件", "LAMP-1×100 LAMP-1×100 LAMP-1×100"},
		{"spaces inside a SKU", "50 pcs TEA POT 2\nTEA POT 2 50", "TEA POT 2×50 TEA POT 2×50"},
		{"a barcode", "6901234567892\t36", "6901234567892×36"},
		{"a heading names the column", "No\tSKU\tPrice\tQty\n1\tLAMP-1\t3\t500\n2\tTEA POT 2\t4\t60", "LAMP-1×500 TEA POT 2×60"},
		{"Chinese heading", "货号\t单价\t数量\nLAMP-1\t3\t500", "LAMP-1×500"},
		{"other case", "lamp-1 7", "lamp-1×7"},
		{"unknown", "NONE-7 100", "×100"},
		{"no quantity", "LAMP-1", "LAMP-1×0"},
		{"a sentence", "Please quote 300 pieces of LAMP-1 (white), thanks", "LAMP-1×300"},
		{"blank rows", "\n\u00a0\n\t\t\nLAMP-1 5\n", "LAMP-1×5"},
	} {
		if got := readPasted(one.text); got != one.want {
			t.Errorf("%s: %q, want %q", one.name, got, one.want)
		}
	}
}

func TestAGuessIsTheWordThatLooksLikeANumber(t *testing.T) {
	if got := data.ParsePasted("please send 100 pcs of LMP-77 soon")[0].Guess(); got != "LMP-77" {
		t.Errorf("guessed %q", got)
	}
}
