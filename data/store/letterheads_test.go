package store_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"tradewind/data"
)

func TestALogoOfBeforeIsTheFirstLetterhead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.db")
	st := openAt(t, path)
	logo := must[data.Hash](t)(st.Attachments.Put(t.Context(), "logo.png", []byte("png")))
	must[data.Company](t)(st.Company.Save(t.Context(), data.Company{Party: data.Party{Name: "We"}}))
	run(t, path, `UPDATE company SET body = json_set(body, '$.logo', '`+string(logo)+`')`)
	c := must[data.Company](t)(st.Company.Get(t.Context()))
	if !reflect.DeepEqual(c.Letterheads, []data.Head{{Picture: logo}}) {
		t.Errorf("%+v", c.Letterheads)
	}
}

func TestALetterheadThatPartnersPickedStays(t *testing.T) {
	st := open(t)
	c := data.Company{Party: data.Party{Name: "We"}, Letterheads: []data.Head{{Text: "We"}, {Name: "Lotus", Text: "Lotus Home"}}}
	c = must[data.Company](t)(st.Company.Save(t.Context(), c))
	p := data.Partner{Code: "HANSE", Roles: []data.Role{data.Customer}, Letterhead: "Rose"}
	p.Name = "Hanse"
	var wrong data.Problems
	if _, err := st.Partners.Save(t.Context(), p); !errors.As(err, &wrong) || wrong[0].Field != "letterhead" {
		t.Errorf("a letterhead there isn't: %v", err)
	}
	p.Letterhead = "LOTUS"
	p = must[data.Partner](t)(st.Partners.Save(t.Context(), p))
	if p.Letterhead != "Lotus" {
		t.Errorf("kept as %q", p.Letterhead)
	}
	c.Letterheads = c.Letterheads[:1]
	if _, err := st.Company.Save(t.Context(), c); !errors.As(err, &wrong) || wrong[0].Key != "problem.letterhead_used" {
		t.Errorf("a letterhead in use went: %v", err)
	}
	p.Letterhead = data.NoLetterhead
	must[data.Partner](t)(st.Partners.Save(t.Context(), p))
	must[data.Company](t)(st.Company.Save(t.Context(), c))
}
