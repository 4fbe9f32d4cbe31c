package store_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// firm is a partner with the little that tells firms apart.
func firm(code, name string, country data.Country, persons ...data.Person) data.Partner {
	return data.Partner{
		Code: code, Roles: []data.Role{data.Customer}, Persons: persons,
		Party: data.Party{Name: name, Address: data.Address{Country: country}},
	}
}

// likes returns what Alike finds, as text.
func likes(t *testing.T, st *store.Store, p data.Partner) string {
	t.Helper()
	var words []string
	for _, one := range must[[]data.Alike](t)(st.Partners.Alike(t.Context(), p)) {
		words = append(words, one.String())
	}
	return strings.Join(words, ", ")
}

func TestPartnersThatMayBeTheSameAreFound(t *testing.T) {
	st := open(t)
	first := firm("HANSE", "Hänse Handel GmbH", "DE", data.Person{Name: "Ute", Email: "ute@hanse.example", Phone: "+49 40 123456"},
		data.Person{Name: "Jan", Email: "Jan@Hanse.example"})
	first.Numbers = []data.PartnerNumber{{Kind: "vat", Number: "DE136695976"}}
	first = must[data.Partner](t)(st.Partners.Save(t.Context(), first))
	for want, p := range map[string]data.Partner{
		"persons.2.email:mail HANSE": firm("A", "Other", "DE", data.Person{Name: "x"}, data.Person{Email: " JAN@hanse.example"}),
		"name:name HANSE":            firm("A", "HANSE HANDEL", "DE"),
		"name:similar HANSE":         firm("A", "Hanse Handel AG", "AT"),
		"phone:phone HANSE":          firm("A", "Other", "DE", data.Person{Phone: "040 / 12 34 56"}),
		"tax_id:number HANSE":        {Code: "A", Party: data.Party{Name: "Other", TaxID: "136 695 976"}},
		"":                           firm("A", "Hanse", "DE", data.Person{Email: "info@hanse.example", Phone: "12"}),
	} {
		if got := likes(t, st, p); got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
	if got := likes(t, st, first); got != "" {
		t.Errorf("like itself: %s", got)
	}
	if err := st.Partners.Archive(t.Context(), first.ID, true); err != nil {
		t.Fatal(err)
	}
	if got := likes(t, st, firm("A", "Hanse Handel", "DE")); got != "" {
		t.Errorf("an archived one is told of: %s", got)
	}
}

func TestAPartnerIsFoundByItsPersonsNumbersTagsAndRoles(t *testing.T) {
	st := open(t)
	p := firm("HANSE", "Hanse", "DE", data.Person{Name: "Ute"}, data.Person{Name: "Jan Björn", Email: "bjorn@hanse.example"})
	p.Tags, p.Numbers = []string{"VIP", "fair 2026"}, []data.PartnerNumber{{Kind: "eori", Number: "DE123456789012345"}}
	p.Roles = append(p.Roles, data.Supplier)
	p = must[data.Partner](t)(st.Partners.Save(t.Context(), p))
	must[data.Partner](t)(st.Partners.Save(t.Context(), firm("LYON", "Lyon", "FR")))
	for _, words := range []string{"jan bjorn", "bjorn@hanse", "#vip", "fair 2026", "123456789012345", "#supplier", "#supplier hans"} {
		found := must[[]data.Partner](t)(st.Partners.Find(t.Context(), store.Query{Words: words}))
		if len(found) != 1 || found[0].Code != "HANSE" {
			t.Errorf("%q finds %d partners", words, len(found))
		}
	}
	if tags := must[[]string](t)(st.Partners.Tags(t.Context())); !slices.Equal(tags, []string{"VIP", "fair 2026"}) {
		t.Errorf("tags %q", tags)
	}
	p.Tags = nil
	must[data.Partner](t)(st.Partners.Save(t.Context(), p))
	history := must[[]store.Entry](t)(st.Journal.History(t.Context(), p.UUID))
	if err := st.Journal.Undo(t.Context(), history[0].Batch); err != nil {
		t.Fatal(err)
	}
	if tags := must[[]string](t)(st.Partners.Tags(t.Context())); len(tags) != 2 {
		t.Errorf("after undo the tags are %q", tags)
	}
	if got := must[data.Partner](t)(st.Partners.ByCode(t.Context(), "HANSE")); !slices.Equal(got.Tags, []string{"VIP", "fair 2026"}) || len(got.Persons) != 2 {
		t.Errorf("after undo: %+v", got)
	}
}

func TestAnImportWarnsOfPartnersThatMayBeTheSame(t *testing.T) {
	st := open(t)
	must[data.Partner](t)(st.Partners.Save(t.Context(), firm("HANSE", "Hanse GmbH", "DE", data.Person{Email: "ute@hanse.example"})))
	rows := []map[string]string{
		{"code": "A", "name": "Lyon SARL", "email": "UTE@hanse.example"},
		{"code": "B", "name": "Hanse", "country": "DE"},
		{"code": "C", "name": "Lyon", "country": "FR"},
		{"code": "D", "name": "Nobody"},
	}
	report, err := st.Partners.Import(t.Context(), func(yield func(data.Patch, error) bool) {
		for i, values := range rows {
			if !yield(data.Patch{Row: i + 2, Values: values}, nil) {
				return
			}
		}
	}, store.ImportOptions{})
	if err != nil || report.New != 4 {
		t.Fatalf("%+v, %v", report, err)
	}
	want := "2:email: partner.alike.mail, 3:name: partner.alike.name, 4:name: partner.alike.similar"
	if got := report.Warnings.Error(); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
