package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestAContractKeepsItsClausesAndOtherPapersNameIt(t *testing.T) {
	b := lantern(t, 2)
	out := filepath.Join(b.folder, "out")
	order := `{"do": "save-order", "order": {"order_no": "SO-9", "customer": "LUX", "incoterm": "CIF", "place": "Rotterdam", "status": "confirmed", "lines": [{"sku": "LAMP-1", "quantity": "24"}]}}`
	b.done("apply", b.file("a.json", `{"actions": [`+order+`]}`))
	b.refused(command.WrongInput, "last_shipment", "apply", b.file("i.json", `{"actions": [{"do": "issue", "kind": "contract", "number": "SO-9"}]}`))
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "SO-9", "last_shipment": "2027-01-31"}}, {"do": "issue", "kind": "contract", "number": "SO-9"},
		{"do": "save-clause", "clause": {"code": "quality", "texts": {"en": "Changed later."}}}]}`))
	type told struct {
		Contract string `json:"contract_no"`
		Clauses  []struct {
			No         int
			Code, Text string
		}
	}
	of := func(kind, number string) told {
		b.done("document", kind, number, "--format", "json", "--out", out)
		found, _ := filepath.Glob(filepath.Join(out, kind+"-*.json"))
		return decoded[told](b, answer{out: b.read(found[0])})
	}
	issued := of("contract", "SC-2026-0001")
	if len(issued.Clauses) < 10 || issued.Clauses[0].Code != "quality" || strings.Contains(issued.Clauses[0].Text, "Changed") || issued.Contract != "" {
		t.Errorf("issued: %+v", issued)
	}
	if got := of("proforma", "SO-9").Contract; got != "SC-2026-0001" {
		t.Errorf("the proforma names contract %q", got)
	}
	revised := decoded[struct {
		Actions []struct {
			Revision int
			Changes  []struct{ Sentence string }
		}
	}](b, b.done("apply", b.file("r.json", `{"actions": [{"do": "issue", "kind": "contract", "number": "SO-9"}]}`), "--json"))
	if a := revised.Actions[0]; a.Revision != 1 || len(a.Changes) == 0 || !strings.Contains(a.Changes[0].Sentence, "Clause") {
		t.Errorf("revised: %+v", a)
	}
	b.done("apply", b.file("v.json", `{"actions": [{"do": "void", "number": "SC-2026-0001", "reason": "buyer withdrew"}]}`))
	if got := of("proforma", "SO-9").Contract; got != "" {
		t.Errorf("the proforma names contract %q that is void", got)
	}
	b.refused(command.WrongInput, "colour", "apply", b.file("c.json", `{"actions": [{"do": "save-clause", "clause": {"code": "x", "texts": {"en": "{{colour}}"}}}]}`))
}
