package products

import (
	"reflect"
	"strings"
	"testing"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// sold is a product with texts for two markets, one of them with a module of the merchant's own.
func sold() data.Product {
	p := full()
	p.Listings = []data.Listing{
		{Market: "ebay", Language: "en", Title: "Bottle, steel", Keywords: []string{"bottle"}},
		{
			Market: "amazon", Language: "de", Title: "Flasche", Points: []string{"dicht", "leicht"}, Keywords: []string{"Flasche", "Thermos"},
			Modules: []data.Module{{Kind: "warranty", Text: "2 Jahre"}, {Kind: "material", Text: "Stahl\n304"}},
		},
	}
	return p
}

func TestTextsOfMarketsAreReadAsTheyWereShown(t *testing.T) {
	s := open(t)
	saved := save(t, s, sold())
	s.Pick(0)
	if s.Dirty() {
		t.Fatal("dirty as soon as it is shown")
	}
	s.editor.listings.turnTo("amazon", "de", "listings")
	s.editor.listings.turnTo("amazon", "fr", "listings")
	if s.Dirty() {
		t.Error("looking at other texts makes it dirty")
	}
	if got, err := s.editor.read(saved); err != nil || !reflect.DeepEqual(got.Listings, saved.Listings) {
		t.Errorf("read %+v, %v", got.Listings, err)
	}
}

func TestATextOfAMarketIsTypedAndSavedBesideTheOthers(t *testing.T) {
	s := open(t)
	saved := save(t, s, sold())
	s.Pick(0)
	l := s.editor.listings
	l.turnTo("amazon", "de", "listings")
	f := s.editor.form
	f.Set("listings.title", "")
	test.Type(f.Entry("listings.title"), "Isolierflasche")
	f.Set("listings.points", "dicht\n\n hält 12 Stunden ")
	test.Type(f.Entry("listings.modules.use"), "Wandern")
	f.Set("listings.keywords", "Flasche，Thermos; Kanne")
	test.Tap(s.Saving)
	got, err := s.store.Products.BySKU(t.Context(), saved.SKU)
	want := data.Listing{
		Market: "amazon", Language: "de", Title: "Isolierflasche", Points: []string{"dicht", "hält 12 Stunden"}, Keywords: []string{"Flasche", "Thermos", "Kanne"},
		Modules: []data.Module{{Kind: "warranty", Text: "2 Jahre"}, {Kind: "use", Text: "Wandern"}, {Kind: "material", Text: "Stahl\n304"}},
	}
	if err != nil || !reflect.DeepEqual(got.Listings, []data.Listing{saved.Listings[0], want}) {
		t.Errorf("saved %+v, %v", got.Listings, err)
	}
	if s.Dirty() || l.at.Market != "amazon" || f.Text("listings.title") != "Isolierflasche" {
		t.Errorf("after saving: dirty %v, at %s, title %q", s.Dirty(), l.at.Market, f.Text("listings.title"))
	}
}

func TestATextThatSaysNothingAnyMoreIsGone(t *testing.T) {
	s := open(t)
	saved := save(t, s, sold())
	s.Pick(0)
	s.editor.form.Set("listings.title", "")
	s.editor.form.Set("listings.keywords", "")
	if got, _ := s.editor.read(saved); len(got.Listings) != 1 || got.Listings[0].Market != "amazon" {
		t.Errorf("read %+v", got.Listings)
	}
	s.editor.form.Set("listings.title", "Bottle, steel")
	s.editor.form.Set("listings.keywords", "bottle")
	if s.Dirty() {
		t.Error("dirty after typing back what was there")
	}
}

func TestEmptyFieldsAreFilledFromAnotherText(t *testing.T) {
	s := open(t)
	save(t, s, sold())
	s.Pick(0)
	l := s.editor.listings
	l.turnTo("alibaba", "de", "listings")
	test.Type(s.editor.form.Entry("listings.title"), "Mine")
	s.host.Focus(l.other)
	l.other.TypedRune('a') // opens the list at Amazon
	test.Type(s.host.Window.Canvas().Focused(), "mazon")
	pressEnter(s)
	if f := s.editor.form; f.Text("listings.title") != "Mine" || f.Text("listings.points") != "dicht\nleicht" || f.Text("listings.modules.material") != "Stahl\n304" {
		t.Errorf("title %q, points %q", f.Text("listings.title"), f.Text("listings.points"))
	}
}

func TestTheTitleIsCountedAgainstItsMarket(t *testing.T) {
	s := open(t)
	save(t, s, sold())
	s.Pick(0)
	for _, tt := range []struct {
		size   int
		market string
		want   string
	}{{46, "alibaba", "46 / 128"}, {81, "ebay", "81 / 80"}, {90, "amazon", "90 / 200"}} {
		s.editor.listings.turnTo(tt.market, "en", "listings")
		s.editor.form.Set("listings.title", strings.Repeat("杯", tt.size))
		if got := s.editor.listings.findings.headline.Text; !strings.Contains(got, tt.want) {
			t.Errorf("%s says %q, want %q", tt.market, got, tt.want)
		}
	}
}

func TestAFindingIsSaidWhileTypingAndLeadsToItsField(t *testing.T) {
	s := open(t)
	save(t, s, sold())
	s.Pick(0)
	l := s.editor.listings
	test.Type(s.editor.form.Entry("listings.title"), "best seller ")
	found := -1
	for i, f := range l.findings.shown {
		if f.Field == "listings.title" && f.Key == "listing.absolute" {
			found = i
		}
	}
	if found < 0 {
		t.Fatalf("nothing is said of a superlative: %+v", l.findings.shown)
	}
	l.turnTo("alibaba", "zh", "listings")
	l.goTo(l.findings.shown[found])
	if l.at.Market != "ebay" || s.host.Window.Canvas().Focused() != s.editor.form.Entry("listings.title") {
		t.Errorf("the keyboard is at %T, market %s", s.host.Window.Canvas().Focused(), l.at.Market)
	}
	for i := range l.findings.links { // each leads somewhere
		s.host.Window.Canvas().Unfocus()
		test.Tap(l.findings.links[i])
		if s.host.Window.Canvas().Focused() == nil {
			t.Errorf("link %d leads nowhere", i)
		}
	}
	s.editor.form.Set("listings.title", "Bottle")
	if strings.Contains(findingKeys(l.findings), "listing.absolute") {
		t.Error("still said after mending")
	}
}

func findingKeys(v findingsView) (keys string) {
	for _, f := range v.shown {
		keys += f.Key + " "
	}
	return keys
}

// pressEnter presses Enter where the keyboard is.
func pressEnter(s *Screen) {
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
