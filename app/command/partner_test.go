package command_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/app/command"
)

// partnerSaid is what show prints of a partner.
type partnerSaid struct {
	Contact     string           `json:"contact"`
	Email       string           `json:"email"`
	TaxID       string           `json:"tax_id"`
	ImportNo    string           `json:"import_no"`
	Terms       string           `json:"payment_terms"`
	Tags        []string         `json:"tags"`
	Persons     []map[string]any `json:"persons"`
	Numbers     []map[string]any `json:"tax_numbers"`
	Instalments []map[string]any `json:"instalments"`
	Consents    []map[string]any `json:"consents"`
	Addresses   []map[string]any `json:"addresses"`
}

func (b *bench) partner(code string) partnerSaid {
	return decoded[partnerSaid](b, b.run("show", "partner", code, "--json"))
}

// save applies one partner and returns what was said.
func (b *bench) save(partner string) answer {
	return b.run("apply", b.file("one.json", `{"actions":[{"do":"save-partner","partner":`+partner+`}]}`))
}

func TestAPartnerIsSavedWithItsLists(t *testing.T) {
	b := lantern(t, 2)
	p := b.partner("LUX")
	if p.Contact != "Ida Visser" || p.Email != "ida@lux.example" || len(p.Persons) != 2 || p.TaxID != "NL004495445B01" || p.ImportNo != "NL004495445" {
		t.Fatalf("%+v", p)
	}
	if len(p.Instalments) != 2 || len(p.Consents) != 1 || len(p.Addresses) != 1 || !slices.Equal(p.Tags, []string{"fair 2026"}) {
		t.Errorf("%+v", p)
	}
	page := b.run("show", "partner", "LUX").out
	for _, words := range []string{"Piet Bos", "EORI", "Lux warehouse", "newsletter", "fair 2026"} {
		if !strings.Contains(page, words) {
			t.Errorf("the page doesn't say %q:\n%s", words, page)
		}
	}
	for _, words := range []string{"#fair", "piet@lux", "NL004495445B01", "piet bos"} {
		if got := b.run("list", "partners", "--search", words, "--json").out; !strings.Contains(got, `"LUX"`) {
			t.Errorf("%q doesn't find it: %s", words, got)
		}
	}
}

func TestTheShortAndTheLongFormOfAPartnerChangeTogether(t *testing.T) {
	b := lantern(t, 2)
	b.save(`{"code":"LUX","contact":"Jo","payment_terms":"L/C at sight","tax_id":""}`)
	if p := b.partner("LUX"); p.Persons[0]["name"] != "Jo" || p.Persons[0]["title"] != "Buyer" || len(p.Instalments) != 1 || len(p.Numbers) != 1 || p.TaxID != "" {
		t.Errorf("%+v", p)
	}
	b.save(`{"code":"LUX","persons":[{"name":"Piet Bos"}],"instalments":[{"share":"100","method":"O/A","trigger":"invoice date","days":30}]}`)
	if p := b.partner("LUX"); p.Contact != "Piet Bos" || p.Email != "" || p.Terms != "O/A 30 days after invoice date" {
		t.Errorf("%+v", p)
	}
	b.save(`{"code":"LUX","persons":null,"tags":[],"consents":[]}`)
	if p := b.partner("LUX"); p.Contact != "" || len(p.Persons)+len(p.Tags)+len(p.Consents) != 0 {
		t.Errorf("%+v", p)
	}
	file := b.file("bad.json", `{"actions":[{"do":"save-partner","partner":{"code":"LUX","instalments":[{"share":"90","method":"T/T","trigger":"order"}]}}]}`)
	b.refused(command.WrongInput, file+":actions.1.partner.instalments: ", "apply", file)
}

func TestASecondUseOfAMailAddressNamesTheFirst(t *testing.T) {
	b := lantern(t, 2)
	a := b.save(`{"code":"NEW","name":"New BV","persons":[{"name":"X"},{"name":"Y","email":"Piet@lux.example"}],"tax_numbers":[{"kind":"iban","number":"GB82WEST12345698765433"}]}`)
	for _, words := range []string{"actions.1.partner.persons.2.email: Warning: Piet@lux.example is already the address of somebody at Lux Import B.V. (LUX)", "actions.1.partner.tax_numbers.1.number: "} {
		if !strings.Contains(a.err, words) {
			t.Errorf("stderr lacks %q:\n%s", words, a.err)
		}
	}
}
