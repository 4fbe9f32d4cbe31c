package command_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"

	"github.com/xuri/excelize/v2"
)

func TestAVoidPaperSaysSoInEveryFormatAndWarns(t *testing.T) {
	b := lantern(t, 6) // the last block voids the invoice
	out := filepath.Join(b.folder, "out")
	a := b.done("document", "commercial-invoice", "LT-2026-00001", "--format", "pdf,xlsx,json", "--out", out)
	if !strings.Contains(a.err, "void") || !strings.Contains(a.err, "another consignee") {
		t.Errorf("no warning: %q", a.err)
	}
	name := filepath.Join(out, "commercial-invoice-LT-2026-00001")
	if text := b.read(name + ".json"); !strings.Contains(text, `"voided": "buyer asked for another consignee"`) || !strings.Contains(text, `"draft": false`) {
		t.Errorf("JSON without the mark:\n%s", text)
	}
	f, err := excelize.OpenFile(name + ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if mark, err := f.GetCellValue(f.GetSheetName(0), "A1"); err != nil || mark != "VOID 作废" {
		t.Errorf("the workbook begins with %q, %v", mark, err)
	}
	if pdftotext, err := exec.LookPath("pdftotext"); err != nil {
		t.Log("pdftotext isn't installed: the PDF's text isn't read")
	} else if text, err := exec.Command(pdftotext, name+".pdf", "-").Output(); err != nil || !strings.Contains(string(text), "VOID 作废 · buyer") {
		t.Errorf("the PDF lacks the words, %v:\n%s", err, text)
	}
}

func TestASecondVoidSaysThatItIsVoidAlready(t *testing.T) {
	b := lantern(t, 6)
	void := b.file("void.json", `{"actions": [{"do": "void", "number": "LT-2026-00001", "reason": "again"}]}`)
	b.refused(command.WrongInput, "LT-2026-00001 is void: buyer asked for another consignee", "apply", void)
}
