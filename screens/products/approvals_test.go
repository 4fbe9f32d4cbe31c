package products

import (
	"strings"
	"testing"

	"tradewind/data"

	"fyne.io/fyne/v2/test"
)

func TestTwoPersonsTickATextAndAChangeMakesBothStale(t *testing.T) {
	s := open(t)
	save(t, s, data.Product{SKU: "CUP-1", Listings: []data.Listing{{Market: "ebay", Language: "en", Title: "Cup"}}})
	s.Open("CUP-1")
	view := s.editor.listings.approvals
	tick := func(person string) {
		test.Tap(view.button)
		test.Type(s.host.Window.Canvas().Focused(), person)
		s.host.Question().Tap("Tick as checked")
	}
	tick("Li")
	if said := words(view.content); strings.Count(said, "not checked") != 1 || !strings.Contains(said, "Li, ") {
		t.Errorf("%q", said)
	}
	tick("li ")
	if q := s.host.Question(); q == nil {
		t.Fatal("the same person ticks twice")
	}
	s.host.Question().Escape()
	tick("Wang")
	if said := words(view.content); strings.Contains(said, "not checked") || !view.button.Disabled() || s.Dirty() {
		t.Errorf("%q, dirty %v", said, s.Dirty())
	}
	s.host.Bar.Undo()
	if said := words(view.content); strings.Contains(said, "Wang") {
		t.Errorf("not taken back: %q", said)
	}
	tick("Wang")
	s.editor.form.Set("listings.title", "Cup of stoneware")
	if said := words(view.content); strings.Count(said, "changed since") < 2 || view.button.Disabled() {
		t.Errorf("%q", said)
	}
	s.editor.form.Set("listings.title", "Cup")
	if said := words(view.content); strings.Contains(said, "changed since") {
		t.Errorf("%q", said)
	}
	s.editor.form.Set("name", "Cup 1")
	test.Tap(s.Saving)
	p, err := s.store.Products.BySKU(t.Context(), "CUP-1")
	if live, stale := p.LiveTicks(); err != nil || len(live) != 0 || len(stale) != 2 {
		t.Errorf("%v, %v, %v", live, stale, err)
	}
}
