package data_test

import (
	"errors"
	"reflect"
	"testing"

	"tradewind/data"
)

func TestAPartnersPapersHaveTheLetterheadItPicked(t *testing.T) {
	first, lotus := data.Head{Picture: "aa"}, data.Head{Name: "Lotus Home", Picture: "bb", Text: "Lotus Home\n\n  lotus.example \n"}
	c := data.Company{Letterheads: []data.Head{first, lotus}}
	for picked, want := range map[data.Letterhead]data.Head{"": first, "lotus home": lotus, "none": {}, "gone": first} {
		if got := c.HeadOf(data.Partner{Letterhead: picked}); got != want {
			t.Errorf("%q: %+v", picked, got)
		}
	}
	if lines := lotus.Lines(); !reflect.DeepEqual(lines, []string{"Lotus Home", "lotus.example"}) {
		t.Errorf("lines %q", lines)
	}
}

func TestTheLogoIsThePictureOfTheFirstLetterhead(t *testing.T) {
	old := data.Company{Logo: "aa"}
	old.Settle()
	if !reflect.DeepEqual(old.Letterheads, []data.Head{{Picture: "aa"}}) {
		t.Errorf("a logo of before: %+v", old.Letterheads)
	}
	heads := []data.Head{{Name: "A", Picture: "aa"}, {Name: "B", Picture: "bb"}}
	c := data.Company{Letterheads: heads}
	if c.Settle(); c.Logo != "aa" {
		t.Errorf("logo %q", c.Logo)
	}
	if c.SetLogo("cc"); c.Letterheads[0].Picture != "cc" || heads[0].Picture != "aa" {
		t.Errorf("%+v, and what was read is %+v", c.Letterheads, heads)
	}
	if old.SetLogo(""); old.Letterheads != nil {
		t.Errorf("an empty letterhead stays: %+v", old.Letterheads)
	}
}

func TestLetterheadsAreFoundByTheirNames(t *testing.T) {
	for want, heads := range map[string][]data.Head{
		"letterheads.2.name: problem.required":        {{}, {Text: "x"}},
		"letterheads.1.name: problem.letterhead_none": {{Name: " None"}},
		"letterheads.2.name: problem.duplicate":       {{Name: "Lotus"}, {Name: "lotus "}},
	} {
		var wrong data.Problems
		if !errors.As(data.Company{Letterheads: heads}.Validate(), &wrong) || keys(wrong) != "0:"+want {
			t.Errorf("%+v: %v", heads, keys(wrong))
		}
	}
	if err := (data.Company{Letterheads: []data.Head{{}, {Name: "Lotus"}}}).Validate(); err != nil {
		t.Error(err)
	}
}
