package command_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"tradewind/app/command"
)

// papers is the JSON answer of document and documents.
type papers struct {
	Files []struct {
		Path, Kind, Number, Format, Language string
		Revision                             int
		Draft                                bool
	}
	Warnings, Problems []struct{ File, Field, Sentence string }
}

// paper is what the tests read of a document's JSON.
type paper struct {
	Kind, Number, Language string
	Revision               int
	Lines                  []struct{ SKU, Amount string }
	Totals                 struct{ Goods, Freight, Insurance, Charges, Total string }
}

// paperAt reads a document's JSON file.
func (b *bench) paperAt(path string) (p paper) {
	b.Helper()
	if err := json.Unmarshal([]byte(b.read(path)), &p); err != nil {
		b.Fatalf("%s: %v", path, err)
	}
	return p
}

// names lists the files of a folder.
func (b *bench) names(folder string) []string {
	b.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		b.Fatal(err)
	}
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestADocumentComesInEveryFormatUnderItsName(t *testing.T) {
	b := lantern(t, 3)
	out := filepath.Join(b.folder, "a", "b")
	a := b.done("document", "quotation", "SO-LUX-1", "--format", "pdf, xlsx,json", "--lang", "en+zh", "--out", out)
	want := []string{"quotation-SO-LUX-1-en+zh.json", "quotation-SO-LUX-1-en+zh.pdf", "quotation-SO-LUX-1-en+zh.xlsx"}
	if got := b.names(out); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("files: %v; want %v", got, want)
	}
	if got := strings.Fields(a.out); len(got) != 3 || got[0] != filepath.Join(out, want[1]) {
		t.Errorf("paths printed: %q", a.out)
	}
	if !strings.HasPrefix(b.read(filepath.Join(out, want[1])), "%PDF-") || !strings.HasPrefix(b.read(filepath.Join(out, want[2])), "PK") {
		t.Error("the PDF or the workbook isn't one")
	}
}

func TestADraftWithEmptyFieldsWarnsAndIsDone(t *testing.T) {
	b := newBench(t)
	b.done("apply", b.file("bare.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "X", "price": "1"}}, {"do": "save-partner", "partner": {"code": "C", "name": "C"}},
		{"do": "save-order", "order": {"order_no": "SO/1", "customer": "C", "lines": [{"sku": "X", "quantity": "3"}]}}]}`))
	out := filepath.Join(b.folder, "out")
	a := b.done("document", "commercial-invoice", "SO/1", "--format", "pdf,json", "--out", out, "--json")
	got := decoded[papers](b, a)
	if len(got.Files) != 2 || !got.Files[0].Draft || filepath.Base(got.Files[0].Path) != "commercial-invoice-SO_1.pdf" {
		t.Errorf("files: %+v", got.Files)
	}
	for _, field := range []string{"company.name", "incoterm", "lines.1.hs_code", "lines.1.origin"} {
		if !strings.Contains(a.err, "SO/1:"+field+": ") {
			t.Errorf("no warning about %s:\n%s", field, a.err)
		}
	}
	before := b.names(out)
	a = b.refused(command.WrongInput, "SO/1:company.name: ", "document", "commercial-invoice", "SO/1", "--issue", "--out", out+"2")
	if !strings.Contains(a.err, "lines.1.hs_code") || len(b.names(out+"2")) != 0 || len(b.names(out)) != len(before) {
		t.Errorf("issuing what misses fields left %v and said %s", b.names(out+"2"), a.err)
	}
	if docs := strings.TrimSpace(b.done("list", "documents", "--json").out); docs != "[]" {
		t.Errorf("a refused issue took a number: %s", docs)
	}
}

func TestIssuingTwiceGivesTheSameNumberAndAChangeTheNextRevision(t *testing.T) {
	b := lantern(t, 3)
	issue := func() paper {
		a := b.done("document", "commercial-invoice", "SO-LUX-1", "--issue", "--format", "json", "--out", b.folder, "--json")
		return b.paperAt(decoded[papers](b, a).Files[0].Path)
	}
	if p := issue(); p.Number != "LT-2026-00001" || p.Revision != 0 || p.Totals.Total != "2602.00" {
		t.Errorf("first issue: %+v", p)
	}
	if p := issue(); p.Number != "LT-2026-00001" || p.Revision != 0 {
		t.Errorf("second issue: %+v", p)
	}
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "SO-LUX-1", "freight": "200"}}]}`))
	b.done("document", "commercial-invoice", "LT-2026-00001", "--format", "json", "--out", b.folder)
	if p := b.paperAt(b.folder + "/commercial-invoice-LT-2026-00001.json"); p.Totals.Freight != "210.00" || p.Revision != 0 {
		t.Errorf("the issued document changed with its order: %+v", p)
	}
	a := b.done("document", "commercial-invoice", "LT-2026-00001", "--issue", "--date", "2027-03-01", "--format", "json", "--out", b.folder)
	if p := b.paperAt(b.folder + "/commercial-invoice-LT-2026-00001.json"); p.Revision != 0 || !strings.Contains(a.err, "was issued already") || !strings.Contains(a.err, "SO-LUX-1") {
		t.Errorf("issuing an issued number gave R%d and said %q", p.Revision, a.err)
	}
	if p := issue(); p.Number != "LT-2026-00001" || p.Revision != 1 || p.Totals.Freight != "200.00" {
		t.Errorf("issue after a change: %+v", p)
	}
}

func TestTheNumberOfAnInvoiceLeadsToItsPackingList(t *testing.T) {
	b := lantern(t, 5)
	b.done("document", "packing-list", "LT-2026-00001", "--format", "json", "--out", b.folder)
	text := b.read(b.folder + "/packing-list-LT-2026-00001.json")
	if !strings.Contains(text, `"SH-LUX-1"`) || !strings.Contains(text, `"LT-2026-00001"`) {
		t.Errorf("packing list of the invoice's shipment: %s", text)
	}
	for _, word := range []string{"price", "amount", "6.40", "discount"} {
		if strings.Contains(text, word) {
			t.Errorf("the packing list says %q", word)
		}
	}
}

func TestTheLanguageFollowsTheBuyer(t *testing.T) {
	b := lantern(t, 3)
	language := func(args ...string) string {
		b.done(append([]string{"document", "quotation", "SO-LUX-1", "--format", "json", "--out", b.folder + "/l"}, args...)...)
		defer os.RemoveAll(b.folder + "/l")
		return b.paperAt(filepath.Join(b.folder, "l", b.names(b.folder + "/l")[0])).Language
	}
	if got := language(); got != "en" {
		t.Errorf("an English buyer's paper is in %q", got)
	}
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-partner", "partner": {"code": "LUX", "language": "zh-CN"}}]}`))
	if got := language(); got != "zh" {
		t.Errorf("a Chinese buyer's paper is in %q", got)
	}
	if got := language("--lang", "en"); got != "en" {
		t.Errorf("--lang en gives %q", got)
	}
}

func TestOneFailureDoesNotStopABatch(t *testing.T) {
	b := lantern(t, 3)
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-order", "order": {"order_no": "SO-BOX", "date": "2026-11-21", "customer": "LUX", "lines": [{"sku": "LAMP-1", "quantity": "1", "description": "glyph 𠮷"}]}},
		{"do": "save-order", "order": {"order_no": "SO-OLD", "date": "2025-01-02", "customer": "LUX", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}},
		{"do": "save-order", "order": {"order_no": "so-lux:1", "date": "2026-11-22", "customer": "LUX", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}},
		{"do": "save-order", "order": {"order_no": "so-lux*1", "date": "2026-11-22", "customer": "LUX", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}}]}`))
	out := filepath.Join(b.folder, "batch")
	b.file("batch/quotation-SO-LUX-1.pdf/in the way", "")
	a := b.refused(command.WrongInput, "SO-BOX: Warning: No font of the program can print", "documents", "--kind", "quotation",
		"--from", "2026-01-01", "--to", "2026-12-31", "--out", out, "--json")
	got := decoded[papers](b, a)
	if len(got.Files) != 3 || len(got.Problems) != 1 || !strings.HasSuffix(got.Problems[0].File, "quotation-SO-LUX-1.pdf") {
		t.Errorf("%d files, problems %+v", len(got.Files), got.Problems)
	}
	if names := b.names(out); len(names) != 4 || !strings.HasPrefix(b.read(out+"/quotation-SO-BOX.pdf"), "%PDF-") {
		t.Errorf("files: %v", names)
	}
	if a := b.done("documents", "--kind", "quotation", "--from", "2027-01-01", "--out", out, "--json"); !strings.Contains(a.out, `"files": []`) {
		t.Errorf("a batch of nothing: %s", a.out)
	}
}

func TestUnknownNumbersAreWrongInput(t *testing.T) {
	b := lantern(t, 3)
	b.refused(command.WrongInput, "no order, shipment or issued document with the number SO-404", "document", "quotation", "SO-404", "--out", b.folder)
	b.refused(command.WrongInput, "no order, shipment or issued document with the number SO-404", "check", "SO-404")
	for _, kind := range []string{"order", "product", "partner", "shipment"} {
		b.refused(command.WrongInput, "There is no "+kind+" called X-404", "show", kind, "X-404")
	}
}

func TestCheckSaysWhatStopsAShipment(t *testing.T) {
	b := lantern(t, 3)
	type checked struct {
		Ready    bool
		Problems []struct{ Document, Field, Sentence string }
	}
	if got := decoded[checked](b, b.done("check", "SO-LUX-1", "--json")); !got.Ready || len(got.Problems) != 0 {
		t.Errorf("a whole order: %+v", got)
	}
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-product", "product": {"sku": "BULB-1", "hs_code": "", "carton_gross_kg": ""}}]}`))
	got := decoded[checked](b, b.done("check", "SO-LUX-1", "--json"))
	if got.Ready || len(got.Problems) != 2 {
		t.Errorf("without HS code and gross weight: %+v", got)
	}
}

func TestShowOrderSpeaksTheWordsOfItsDocuments(t *testing.T) {
	b := lantern(t, 3)
	got := decoded[struct {
		paper
		OrderNo  string `json:"order_no"`
		Customer string
		Status   string
	}](b, b.done("show", "order", "SO-LUX-1", "--json"))
	if got.OrderNo != "SO-LUX-1" || got.Customer != "LUX" || got.Kind != "order" || got.Totals.Total != "2602.00" || len(got.Lines) != 2 {
		t.Errorf("show order: %+v", got)
	}
}

func TestWhatCannotBeWrittenIsNotIssued(t *testing.T) {
	b := lantern(t, 3)
	b.refused(command.WrongInput, "cannot be written", "document", "proforma", "SO-LUX-1", "--issue", "--out", b.file("in-the-way", ""))
	if docs := strings.TrimSpace(b.done("list", "documents", "--json").out); docs != "[]" {
		t.Errorf("issued without a file: %s", docs)
	}
}

func TestIssuingAtOnceFromSeveralProgramsGivesOneNumber(t *testing.T) {
	b := lantern(t, 3)
	var all sync.WaitGroup
	codes := make([]int, 4)
	for i := range codes {
		all.Go(func() {
			codes[i] = b.run("document", "proforma", "SO-LUX-1", "--issue", "--format", "json", "--out", filepath.Join(b.folder, strconv.Itoa(i))).code
		})
	}
	all.Wait()
	for i, code := range codes {
		if p := b.paperAt(filepath.Join(b.folder, strconv.Itoa(i), "proforma-SO-LUX-1.json")); code != command.Done || p.Number != "PI-2026-0001" || p.Revision != 0 {
			t.Errorf("program %d: exit %d, %+v", i, code, p)
		}
	}
}
