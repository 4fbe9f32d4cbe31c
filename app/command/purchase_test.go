package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

// bought is a purchase order as show --json has it.
type bought struct {
	No       string `json:"purchase_no"`
	State    string
	Open     string
	Total    string
	Lines    []struct{ SKU, Quantity, Received string }
	Receipts []struct{ UUID, SKU, Quantity, Over, Lot string }
}

func TestAPurchaseOrderIsOrderedReceivedAndPrintedByCommands(t *testing.T) {
	b := lantern(t, len(documented(t)))
	p := decoded[bought](b, b.done("show", "purchase-order", "PO-LAMPS", "--json"))
	if p.State != "received" || p.Open != "0" || p.Lines[0].Received != "312" || len(p.Receipts) != 2 || p.Receipts[1].Over != "12" {
		t.Errorf("PO-LAMPS: %+v", p)
	}
	if text := b.done("show", "purchase-order", "PO-LAMPS").out; !strings.Contains(text, "30240.00 CNY") {
		t.Errorf("the page reads %s", text)
	}
	if list := decoded[[]bought](b, b.done("list", "purchase-orders", "--search", "bright lamp-2", "--json")); len(list) != 1 {
		t.Errorf("found %d", len(list))
	}
	files := b.done("document", "purchase-order", "PO-LAMPS", "--format", "pdf,xlsx,json", "--lang", "zh", "--out", b.folder).out
	if strings.Count(files, "purchase-order-PO-LAMPS-zh.") != 3 {
		t.Errorf("wrote %s", files)
	}
	b.refused(command.WrongUsage, "draft until it is placed", "document", "purchase-order", "PO-LAMPS", "--issue", "--out", b.folder)
	for words, text := range map[string]string{
		"a draft or closed":  `{"do": "receive-purchase-order", "number": "PO-X", "lines": [{"sku": "LAMP-2", "quantity": "1"}]}`,
		"There is no suppli": `{"do": "save-purchase-order", "purchase_order": {"supplier": "NOBODY", "lines": [{"sku": "LAMP-2", "quantity": "1"}]}}`,
		"isn't on purchase":  `{"do": "receive-purchase-order", "number": "PO-LAMPS", "lines": [{"sku": "BULB-1", "quantity": "1"}]}`,
		"are still open of":  `{"do": "receive-purchase-order", "number": "PO-LAMPS", "lines": [{"sku": "LAMP-2", "quantity": "1"}]}`,
	} {
		draft := `{"do": "save-purchase-order", "purchase_order": {"purchase_no": "PO-X", "supplier": "BRIGHT", "lines": [{"sku": "LAMP-2", "quantity": "1"}]}}, `
		b.refused(command.WrongInput, words, "apply", b.file("wrong.json", `{"actions": [`+draft+text+`]}`))
	}
}
