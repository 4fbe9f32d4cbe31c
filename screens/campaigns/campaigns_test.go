package campaigns

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// open returns the screen over a file with a plate and a cup, with slow work done in place.
func open(t *testing.T) *Screen {
	t.Helper()
	test.NewTempApp(t)
	clock := func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: clock, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	price, cost := data.UnitPrice(10_000_000), data.UnitPrice(7_000_000)
	for _, sku := range []string{"PLATE-01", "CUP-01"} {
		p := data.Product{SKU: sku, Name: data.Texts{"en": "Goods " + sku}, Unit: "PCS", Price: &price, Currency: "USD", Cost: &cost, CostCurrency: "USD"}
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = clock
	s := New(host, st)
	w.SetContent(s.Object())
	return s
}

// types types into whatever has the keyboard.
func (s *Screen) types(text string) { test.Type(s.host.Window.Canvas().Focused(), text) }

// press presses a key there.
func (s *Screen) press(name fyne.KeyName) {
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// says are the texts of the arithmetic.
func (s *Screen) says() string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch one := o.(type) {
		case *fyne.Container:
			for _, inner := range one.Objects {
				walk(inner)
			}
		case *kit.Text:
			all = append(all, one.Text)
		case *kit.Paragraph:
			all = append(all, one.Text)
		}
	}
	walk(s.figures.content)
	return strings.Join(all, " | ")
}

func TestACampaignIsMadeByTheKeyboardAloneAndShowsWhatItEarns(t *testing.T) {
	s := open(t)
	s.New()
	s.types("Winter plates")
	s.host.Focus(s.goods.adder.Search)
	s.types("plate")
	s.press(fyne.KeyReturn)
	if got := s.says(); !strings.Contains(got, "PLATE-01 | List price | USD 10.00 | Campaign price | USD 8.00 | Unit cost | USD 7.00 | Margin | 30 % → 12.5 % | Break-even | 3.00 × as many | On hand | 0") {
		t.Errorf("20 %% off: %s", got)
	}
	s.goods.grid.Entry(0, offColumn).SetText("35")
	if got := s.says(); !strings.Contains(got, "USD 6.50") || !strings.Contains(got, "below cost") {
		t.Errorf("35 %% off: %s", got)
	}
	s.host.Focus(s.goods.adder.Search)
	s.types("cup")
	s.press(fyne.KeyReturn)
	s.Keep(func() {})
	c, err := s.store.Campaigns.ByNo(t.Context(), "C-2026-0001")
	if err != nil || c.Name != "Winter plates" || c.From != "2026-11-22" || c.Until != "2026-12-05" || len(c.Goods) != 2 || c.Goods[1].Off != 35_000_000 {
		t.Fatalf("saved %+v, %v", c, err)
	}
	if l := s.line(c); l.State != "Running" || s.title.Text != c.No || s.Dirty() {
		t.Errorf("listed as %+v, titled %q, unsaved %v", l, s.title.Text, s.Dirty())
	}
	s.goods.grid.Entry(1, offColumn).SetText("")
	s.goods.grid.Entry(1, priceColumn).SetText("9.50")
	s.goods.grid.Entry(1, currencyColumn).SetText("usd")
	s.Keep(func() {})
	if c, err = s.store.Campaigns.Get(t.Context(), c.ID); err != nil || c.Goods[1].Price != 9_500_000 || c.Goods[1].Currency != "USD" || c.Goods[1].Off != 0 {
		t.Errorf("with a price: %+v, %v", c.Goods, err)
	}
	s.host.Bar.Undo()
	if got := s.goods.grid.Entry(1, offColumn).Text; got != "35" {
		t.Errorf("taken back the discount is %q", got)
	}
}

func TestWhatIsWrongWithACampaignStandsAtItsField(t *testing.T) {
	s := open(t)
	for _, one := range []struct {
		field, want string
		act         func()
	}{
		{"name", "needed", func() { s.form.Set("name", "") }},
		{"last_day", "before the first", func() { s.until.SetText("2026-11-21") }},
		{"first_day", "no day", func() { s.from.SetText("soon") }},
		{"goods", "no article SAUCER", func() { s.goods.grid.Entry(0, skuColumn).SetText("SAUCER") }},
		{"goods", "above 100", func() { s.goods.grid.Entry(0, offColumn).SetText("120") }},
		{"goods", "not both", func() { s.goods.grid.Entry(0, priceColumn).SetText("5") }},
		{"goods", "stands twice", func() {
			s.goods.grid.Entry(1, skuColumn).SetText("CUP-01")
			s.goods.grid.Entry(1, offColumn).SetText("5")
		}},
		{"goods", "many", func() { s.goods.grid.Entry(0, offColumn).SetText("many") }},
	} {
		s.Show(data.NewCampaign("2026-11-22"))
		s.form.Set("name", "A")
		s.goods.grid.Set([][]string{{"CUP-01", "10", "", ""}})
		one.act()
		s.Keep(func() {})
		if got := s.form.Complaint(one.field); !strings.Contains(got, one.want) {
			t.Errorf("%s: says %q, want %q", one.field, got, one.want)
		}
	}
}

func TestACopyRunsFromTodayWithTheSameGoods(t *testing.T) {
	s := open(t)
	c, err := s.store.Campaigns.Save(t.Context(), data.Campaign{Name: "Old", From: "2025-11-01", Until: "2025-11-14", Goods: []data.CampaignGood{{SKU: "CUP-01", Off: 5_000_000}}})
	if err != nil {
		t.Fatal(err)
	}
	s.Open(c.No)
	if s.state.Word() != "Past" {
		t.Errorf("it is %q", s.state.Word())
	}
	s.Twin()
	s.Keep(func() {})
	twin, err := s.store.Campaigns.ByNo(t.Context(), "C-2026-0001")
	if err != nil || twin.From != "2026-11-22" || len(twin.Goods) != 1 || twin.ID == c.ID {
		t.Errorf("the copy: %+v, %v", twin, err)
	}
	if c, err = s.store.Campaigns.Get(t.Context(), c.ID); err != nil || len(c.Goods) != 1 || c.No != "C-2025-0001" {
		t.Errorf("the first: %+v, %v", c, err)
	}
}
