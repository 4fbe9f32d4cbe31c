package document_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestPapersReadAsTheyDidBefore(t *testing.T) {
	for _, kind := range []data.Kind{data.Quotation, data.Proforma, data.Contract, data.Confirmation, data.CommercialInvoice, data.SampleInvoice, data.CreditNoteKind, data.PackingList} {
		for _, lang := range []string{"en", "zh", "en+zh"} {
			name := string(kind) + "-" + lang
			t.Run(name, func(t *testing.T) {
				p := golden(t, kind)
				w := words(t, strings.Split(lang, "+")...)
				b, err := p.JSON(w...)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, name+".golden.json", string(b))
				compare(t, name+".golden.txt", show(document.Lay(p, nil, w...)))
			})
		}
	}
}

// golden builds the sample: quotation and proforma of the order, the papers of goods that travel of its shipment.
func golden(t *testing.T, kind data.Kind) document.Paper {
	t.Helper()
	src := sample()
	src.Clauses = data.ShippedClauses()
	o := document.BuildOptions{Number: "NO-2026-0001", Date: "2026-11-22"}
	if kind == data.CommercialInvoice || kind == data.PackingList || kind == data.CreditNoteKind {
		src = sent()
	}
	if kind == data.CreditNoteKind {
		src.CreditNote = credited(t, src)
	}
	if kind == data.PackingList {
		o.InvoiceNo, o.InvoiceDate = "CI-2026-0001", "2026-11-22"
	}
	p, warnings, err := document.Build(src, kind, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range warnings {
		if w.Key != "problem.term_container" { // FOB with a container is advised against, and what most merchants sell
			t.Errorf("a complete %s warns of %s: %s", kind, w.Field, w.Key)
		}
	}
	return p
}

// credited takes broken goods and an allowance off the sample's invoice.
func credited(t *testing.T, src data.Source) *data.CreditNote {
	t.Helper()
	n := data.CreditNote{
		InvoiceNo: "CI-2026-0001", Invoiced: "2026-11-20", Date: "2026-11-22", Currency: src.Order.Currency, Amount: 1250,
		Lines: []data.CreditLine{{Line: 1, Quantity: data.Pieces(3)}}, Reason: "3 pieces broken / 3件破损",
	}
	if err := n.Settle(src.AllOrders(), src.Shipment, nil); err != nil {
		t.Fatal(err)
	}
	return &n
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	was, is := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(was), len(is)) {
		if i >= len(was) || i >= len(is) || was[i] != is[i] {
			t.Fatalf("%s, line %d (run with -update when it is meant):\nwas %q\nis  %q", name, i+1, was[min(i, len(was)-1)], is[min(i, len(is)-1)])
		}
	}
}

// show writes a page for people to compare: one line per box line, fact and table row.
func show(p document.Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %s\n%s\n%s | %s\n", p.Title, p.Subtitle, p.Number, p.PageOf, p.Carried, p.Brought)
	showFacts(&b, p.Running)
	for _, block := range p.Blocks {
		switch block := block.(type) {
		case document.Boxes:
			for _, row := range block.Rows {
				b.WriteString("----\n")
				for _, box := range row {
					fmt.Fprintf(&b, "[%s]\n", box.Caption)
					for _, line := range append(append([]string{}, box.Strong...), box.Lines...) {
						fmt.Fprintf(&b, "  %s\n", line)
					}
					showFacts(&b, box.Facts)
				}
			}
		case document.Grid:
			showGrid(&b, block)
		case document.Facts:
			fmt.Fprintf(&b, "[%s]\n", block.Heading)
			showFacts(&b, block.Facts)
		case document.Text:
			fmt.Fprintf(&b, "[%s]\n%s\n", block.Heading, block.Text)
		case document.Signature:
			fmt.Fprintf(&b, "%s | %s | %s | %s | %v\n", block.For, block.Name, block.Title, block.PlaceDate, block.Labels)
		}
	}
	return b.String()
}

func showFacts(b *strings.Builder, facts []document.Fact) {
	for _, f := range facts {
		fmt.Fprintf(b, "  %s: %s\n", f.Label, f.Text)
	}
}

func showGrid(b *strings.Builder, g document.Grid) {
	b.WriteString("====\n")
	for _, c := range g.Columns {
		fmt.Fprintf(b, "%s (%d %s) | ", c.Title, c.Share, c.Role)
	}
	b.WriteString("\n")
	for _, rows := range [][]document.Row{g.Rows, g.Totals} {
		for _, row := range rows {
			fmt.Fprintf(b, "%s: ", row.Role)
			for _, c := range row.Cells {
				fmt.Fprintf(b, "%s | ", strings.Join(append([]string{c.Text}, c.Sub...), " / "))
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("====\n")
}
