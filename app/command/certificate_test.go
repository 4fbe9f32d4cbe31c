package command_test

import (
	"os"
	"strings"
	"testing"
)

func TestAScanIsAttachedToTheCertificateThatIsMeantAndTheCalendarHasWhatEnds(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/certificates.db"
	b.file("scan.pdf", "%PDF-1.7\nthe certificate\n%%EOF")
	b.file("scan.txt", "no scan at all")
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "LAMP-1", "name": "Lamp", "certificates": [
			{"kind": "CE", "number": "1", "markets": ["EU"], "expires": "2020-01-01"},
			{"kind": "RoHS", "number": "7", "expires": "2099-01-01"}, {"kind": "FCC", "number": "8"},
			{"kind": "CE", "number": "2", "markets": ["GB"], "expires": "2099-01-02"}]}},
		{"do": "attach", "to": "certificate", "number": "LAMP-1", "certificate": "rohs", "file": "scan.pdf"},
		{"do": "attach", "to": "certificate", "number": "LAMP-1", "certificate": "CE", "certificate_no": "2", "file": "scan.pdf"}]}`))
	type row struct{ Kind, Number, State, Scan string }
	all := decoded[[]row](b, b.done("list", "certificates", "--json"))
	var said []string
	for _, r := range all {
		said = append(said, strings.TrimSpace(r.Kind+" "+r.Number+" "+r.State+" "+r.Scan[:min(1, len(r.Scan))]))
	}
	scanned := all[1].Scan[:1]
	if got, want := strings.Join(said, ", "), "CE 1 ended, RoHS 7 valid "+scanned+", CE 2 valid "+scanned+", FCC 8 valid"; got != want {
		t.Errorf("%s", got)
	}
	if due := decoded[[]row](b, b.done("list", "certificates", "--due", "--json")); len(due) != 1 || due[0].Number != "1" {
		t.Errorf("due: %+v", due)
	}
	if found := decoded[[]row](b, b.done("list", "certificates", "--search", "lamp rohs", "--json")); len(found) != 1 {
		t.Errorf("found: %+v", found)
	}
	for text, file := range map[string]string{
		`"certificate": "CE", "file": "scan.pdf"`:    "2 certificates",
		`"certificate": "FSC", "file": "scan.pdf"`:   "0 certificates",
		`"certificate": "FCC", "file": "scan.txt"`:   "none of them",
		`"certificate": "FCC", "file": "absent.pdf"`: "no file",
		`"file": "scan.pdf"`:                         "certificate",
	} {
		b.refused(1, file, "apply", b.file("b.json", `{"actions": [{"do": "attach", "to": "certificate", "number": "LAMP-1", `+text+`}]}`))
	}
	if err := os.WriteFile(b.folder+"/large.pdf", append([]byte("%PDF-1.7"), make([]byte, 10<<20)...), 0o600); err != nil {
		t.Fatal(err)
	}
	b.refused(1, "10 MB", "apply", b.file("c.json", `{"actions": [{"do": "attach", "to": "certificate", "number": "LAMP-1", "certificate": "FCC", "file": "large.pdf"}]}`))
	b.refused(2, "--due", "list", "products", "--due")
}
