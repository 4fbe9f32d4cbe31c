package kit

import (
	"testing"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestTabTakesWhatWasLookedForAndGoesOn(t *testing.T) {
	h := newHost(t)
	options := []Option[data.Currency]{{Value: "USD", Code: "USD"}, {Value: "EUR", Code: "EUR"}, {Value: "CNY", Code: "CNY"}}
	for _, one := range []struct {
		name   string
		before data.Currency
		keys   []fyne.KeyName
		typed  string
		want   data.Currency
	}{
		{name: "opened only", keys: []fyne.KeyName{fyne.KeyDown}},
		{name: "opened over a choice", before: "EUR", keys: []fyne.KeyName{fyne.KeyDown}, want: "EUR"},
		{name: "moved", keys: []fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, want: "EUR"},
		{name: "typed", before: "EUR", keys: []fyne.KeyName{fyne.KeyDown}, typed: "cn", want: "CNY"},
		{name: "typed what isn't there", before: "EUR", keys: []fyne.KeyName{fyne.KeyDown}, typed: "zz", want: "EUR"},
	} {
		p, next := NewPicker(h, options), NewEntry()
		SetIn(p, options, one.before)
		h.Window.SetContent(container.NewVBox(p, next))
		h.Focus(p)
		for _, key := range one.keys {
			press(h, key)
		}
		test.Type(h.Window.Canvas().Focused(), one.typed)
		if none := p.open.none; none.Visible() != (one.typed == "zz") {
			t.Errorf("%s: %q is said to be all there is: %v", one.name, none.Text, none.Visible())
		}
		press(h, fyne.KeyTab)
		if p.Value() != one.want || len(h.Window.Canvas().Overlays().List()) > 0 || h.Window.Canvas().Focused() != fyne.Focusable(next) {
			t.Errorf("%s: %q is chosen, %d lists are open, %T has the keyboard", one.name, p.Value(), len(h.Window.Canvas().Overlays().List()), h.Window.Canvas().Focused())
		}
	}
}

func TestAnotherWordThatFitsExactlyStandsFirst(t *testing.T) {
	options := []Option[string]{{Value: "sa", Name: "VAT (Saudi Arabia)", Also: []string{"ksa-vat"}}, {Value: "eu", Name: "European VAT", Also: []string{"vat"}}}
	if got := Rank(options, "VAT"); len(got) != 2 || got[0].Value != "eu" {
		t.Errorf("VAT gives %+v", got)
	}
}

func TestEnterMeansWhatMostPeopleWantUnlessAnAnswerIsDangerous(t *testing.T) {
	h := newHost(t)
	answered := ""
	answer := func(word string, main, danger bool) Choice {
		return Choice{Word: word, Main: main, Danger: danger, Then: func() { answered = word }}
	}
	for want, choices := range map[string][]Choice{
		"print":  {answer("blind", false, false), answer("print", true, false), answer("cancel", false, false)},
		"keep":   {answer("delete", false, true), answer("save", true, false), answer("keep", false, false)},
		"cancel": {answer("one", false, false), answer("other", false, false), answer("cancel", false, false)},
	} {
		h.Ask("", "?", choices...)
		press(h, fyne.KeyReturn)
		if answered != want {
			t.Errorf("Enter means %q; want %q", answered, want)
		}
	}
}

func TestTheButtonWithTheKeyboardIsSeen(t *testing.T) {
	h := newHost(t)
	plain, blue := NewButton("Plain", nil, nil), NewButton("Blue", nil, nil).Main()
	h.Window.SetContent(container.NewVBox(plain, blue))
	for _, b := range []*Button{plain, blue} {
		h.Focus(b)
		if b.ring.Hidden || b == blue && b.ring.StrokeColor == theme.Color(theme.ColorNamePrimary) {
			t.Errorf("%s: no line is seen around it", b.Text)
		}
		h.Window.Canvas().Unfocus()
		if !b.ring.Hidden {
			t.Errorf("%s: the line stays", b.Text)
		}
	}
}

func TestASentenceThatNamesItsLineIsNotGivenItTwice(t *testing.T) {
	h := newHost(t)
	f := NewForm(h)
	f.Add(Field{ID: "lines", Label: "screen.pick", Control: NewEntry()})
	named := data.Problem{Field: "lines.1.quantity", Key: "problem.reserved_more_than_open", Args: map[string]any{"Line": 1, "SKU": "A", "Open": "3"}}
	if got := f.sentence(named); got != h.Sentence(named) {
		t.Errorf("says %q", got)
	}
	plain := data.Problem{Field: "lines.1.quantity", Key: "problem.required"}
	if got := f.sentence(plain); got == h.Sentence(plain) {
		t.Errorf("doesn't say which row: %q", got)
	}
}
