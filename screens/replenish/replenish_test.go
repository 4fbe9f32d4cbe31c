package replenish

import (
	"context"
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

// shown collects what the screen asked of its window.
type asked struct{ product, act, purchase string }

// open returns the screen over a file with something in every list, with slow work done in place.
func open(t *testing.T) (*Screen, *asked) {
	t.Helper()
	test.NewTempApp(t)
	now := time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: clock, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	fill(t, st)
	now = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = clock
	var got asked
	s := New(host, st, Program{
		File: func(_ context.Context, kind, format string) (string, []byte, error) {
			return kind + "." + format, []byte("x"), nil
		},
		Act:      func(sku string, n int) { got.act = sku + string(rune('0'+n)) },
		Product:  func(sku string) { got.product = sku },
		Purchase: func(no string) { got.purchase = no },
	})
	w.SetContent(s.Object())
	return s, &got
}

// fill books a cup and a mug below their safety stock, and a plate that nobody buys, too much of it, in a lot that expires.
func fill(t *testing.T, st *store.Store) {
	t.Helper()
	maker := data.Partner{Code: "MAKER", Roles: []data.Role{data.Supplier}}
	maker.Name = "Maker"
	maker, err := st.Partners.Save(t.Context(), maker)
	if err != nil {
		t.Fatal(err)
	}
	cost, price := data.UnitPrice(2_500_000), data.UnitPrice(4_990_000)
	for _, p := range []data.Product{
		{SKU: "CUP-01", SafetyStock: data.Pieces(100), SupplierID: maker.ID, Cost: &cost, CostCurrency: "CNY"},
		{SKU: "MUG-01", SafetyStock: data.Pieces(50)},
		{SKU: "PLATE-01", MaxStock: data.Pieces(10), Price: &price, Currency: "USD"},
	} {
		p.Name, p.Unit = data.Texts{"en": "Goods " + p.SKU}, "PCS"
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	err = st.Stock.Move(t.Context(), []data.Movement{
		{SKU: "CUP-01", Quantity: data.Pieces(40), Reason: data.Received},
		{SKU: "PLATE-01", Quantity: data.Pieces(30), Lot: "L1", Expiry: "2026-12-01", Reason: data.Received, Cost: &cost},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// keys are the rows listed.
func keys(s *Screen) string {
	var all []string
	for _, r := range s.Finder.Found {
		l := s.line(r)
		all = append(all, strings.Join(strings.Fields(l.Code+" "+l.Right+" "+l.State), " "))
	}
	return strings.Join(all, ", ")
}

func TestEachTabListsWhatItIsAbout(t *testing.T) {
	s, _ := open(t)
	for tab, want := range []string{"CUP-01 60, MUG-01 50", "PLATE-01 30", "PLATE-01 1 Dec 2026 9 days", "CUP-01 40 Dead, PLATE-01 30 Dead"} {
		s.Tab(tab)
		if got := keys(s); got != want {
			t.Errorf("tab %d lists %q, want %q", tab, got, want)
		}
		s.Pick(0)
		if s.Chosen() == "" {
			t.Errorf("tab %d shows nothing", tab)
		}
	}
}

func TestWhatIsTakenBecomesPurchaseOrdersByTheKeyboardAlone(t *testing.T) {
	s, got := open(t)
	s.Find()
	press := func(name fyne.KeyName) { s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyReturn) // opens the first row, with the quantity in the field
	s.form.Set("quantity", "72")
	press(fyne.KeyReturn) // takes it and goes on
	if s.Chosen() != "MUG-01" || keys(s) != "CUP-01 Taken: 72, MUG-01 50" {
		t.Fatalf("shows %s of %s", s.Chosen(), keys(s))
	}
	press(fyne.KeyReturn)
	s.New()
	q := s.host.Question()
	if q == nil || !strings.Contains(q.Text, "MUG-01") || !strings.Contains(q.Text, "no supplier") {
		t.Fatalf("asks %+v", q)
	}
	q.Tap("Make purchase orders")
	orders, err := s.store.Purchases.Find(t.Context(), store.Query{})
	if err != nil || len(orders) != 1 || orders[0].Currency != "CNY" || len(orders[0].Lines) != 1 || orders[0].Status != data.PurchaseDraft {
		t.Fatalf("made %+v, %v", orders, err)
	}
	if l := orders[0].Lines[0]; l.SKU != "CUP-01" || l.Quantity != data.Pieces(72) || l.Price != 2_500_000 {
		t.Errorf("orders %+v", l)
	}
	if got.purchase != orders[0].No || len(s.basket) != 0 {
		t.Errorf("shows %q, still taken %v", got.purchase, s.taken)
	}
	s.New()
	if q := s.host.Question(); !strings.Contains(keys(s), "72 in drafts") || q == nil || !strings.Contains(q.Text, "already: CUP-01") {
		t.Errorf("lists %s, asks %+v: what is drafted could be drafted twice", keys(s), q)
	}
	s.host.Question().Close()
	s.host.Bar.Undo()
	if orders, err := s.store.Purchases.Find(t.Context(), store.Query{}); err != nil || len(orders) != 0 {
		t.Errorf("after taking it back: %+v, %v", orders, err)
	}
}

func TestAQuantityMustBeMoreThanNothing(t *testing.T) {
	s, _ := open(t)
	s.Pick(0)
	for _, text := range []string{"0", "-3", "many", ""} {
		s.form.Set("quantity", text)
		s.take()
		if s.form.Complaint("quantity") == "" || len(s.taken) > 0 {
			t.Errorf("%q is taken", text)
		}
	}
	s.form.Set("quantity", "5")
	s.take()
	s.Pick(0)
	s.leave()
	if len(s.basket) != 0 || keys(s) != "CUP-01 60, MUG-01 50" {
		t.Errorf("still taken: %s", keys(s))
	}
}

func TestGoodsAreClearedByALowerPriceThatCanBeTakenBack(t *testing.T) {
	s, got := open(t)
	s.Tab(idleTab)
	s.Pick(1)
	s.askPrice()
	if text := s.asked.form.Text("price"); text != "3.99" {
		t.Errorf("20 %% off is %s", text)
	}
	s.asked.until.Set("") // for good
	s.asked.form.Set("percent", "50")
	s.asked.q.Tap("Save")
	price := func() string {
		p, err := s.store.Products.BySKU(t.Context(), "PLATE-01")
		if err != nil {
			t.Fatal(err)
		}
		return p.Price.String()
	}
	if price() != "2.5" {
		t.Errorf("the price is %s", price())
	}
	s.host.Bar.Undo()
	if price() != "4.99" {
		t.Errorf("taken back it is %s", price())
	}
	s.Pick(0)
	s.askPrice() // has no price
	s.host.Question().Tap("Show product")
	if got.product != "CUP-01" {
		t.Errorf("shows %q", got.product)
	}
}

func TestAClearancePriceEndsOnAProposedDay(t *testing.T) {
	s, _ := open(t)
	s.Tab(idleTab)
	for _, one := range []struct {
		price string
		want  data.CampaignGood
	}{{"", data.CampaignGood{SKU: "PLATE-01", Off: 20_000_000}}, {"3.5", data.CampaignGood{SKU: "PLATE-01", Price: 3_500_000, Currency: "USD"}}} {
		s.Pick(1)
		s.askPrice()
		if one.price != "" {
			s.asked.form.Set("price", one.price)
		}
		s.asked.q.Tap("Save")
		list, err := s.store.Campaigns.Find(t.Context(), store.Query{})
		if err != nil || len(list) != 1 {
			t.Fatalf("%d campaigns, %v; says %q", len(list), err, s.host.Bar.Text())
		}
		c := list[0]
		today := s.host.Today()
		if c.From != today || c.Until != data.NewCampaign(today).Until || len(c.Goods) != 1 {
			t.Fatalf("the campaign is %+v", c)
		}
		c.Goods[0].VariantID = 0
		if c.Goods[0] != one.want {
			t.Errorf("the goods are %+v; want %+v", c.Goods[0], one.want)
		}
		if said := s.host.Bar.Text(); !strings.Contains(said, c.No) || !strings.Contains(said, s.host.Date(string(c.Until))) {
			t.Errorf("says %q", said)
		}
		p, err := s.store.Products.BySKU(t.Context(), "PLATE-01")
		if err != nil || p.Price.String() != "4.99" {
			t.Errorf("the list price is %s, %v", p.Price, err)
		}
		s.host.Bar.Undo()
	}
}

func TestFiguresSeasonsAndLinesAreChanged(t *testing.T) {
	s, _ := open(t)
	s.Settings(0)
	s.asked.form.Set("dead_days", "400")
	s.asked.form.Set("lead_days", "x")
	s.asked.q.Tap("Save")
	if s.asked.form.Complaint("lead_days") == "" {
		t.Error("x is a number of days")
	}
	s.asked.form.Set("lead_days", "")
	s.asked.q.Tap("Save")
	c, err := s.store.Company.Get(t.Context())
	if err != nil || c.Reorder.DeadDays != 400 || c.Reorder.LeadDays != 0 {
		t.Errorf("figures %+v, %v", c.Reorder, err)
	}
	s.Settings(1) // the first is Black Friday
	s.asked.form.Set("percent", "80")
	s.asked.form.Set("dates", "13-45")
	s.asked.q.Tap("Save")
	if s.asked.form.Complaint("dates") == "" {
		t.Error("13-45 is a day")
	}
	s.asked.form.Set("dates", "2026-11-27, 2027-11-26")
	s.asked.q.Tap("Save")
	season, err := s.store.Seasons.ByCode(t.Context(), "black-friday")
	if err != nil || season.Percent != 80_000_000 || len(season.Dates) != 2 {
		t.Errorf("season %+v, %v", season, err)
	}
	s.Pick(1)
	s.Settings(2)
	if s.asked.form.Text("sku") != "MUG-01" {
		t.Errorf("a line of %q", s.asked.form.Text("sku"))
	}
	s.asked.form.Set("sku", "")
	s.asked.form.Set("max_stock", "20")
	s.asked.q.Tap("Save")
	if list := lines(t, s); list != "All · All warehouses · Overstocked above 20" {
		t.Errorf("lines: %s", list)
	}
	s.Settings(2)
	s.asked.form.Set("sku", "")
	s.asked.q.Tap("Save") // nothing is said of all: the line is put away
	if list := lines(t, s); list != "" {
		t.Errorf("lines after it was put away: %s", list)
	}
}

// lines are the thresholds in words.
func lines(t *testing.T, s *Screen) string {
	t.Helper()
	list, err := s.store.Thresholds.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, one := range list {
		all = append(all, s.saysLine(one))
	}
	return strings.Join(all, ", ")
}

func TestGoodsAreClearedByACampaignOneTapAway(t *testing.T) {
	s, _ := open(t)
	for tab := overTab; tab <= idleTab; tab++ {
		s.Tab(tab)
		s.Pick(len(s.Finder.Found) - 1) // the plate
		s.Campaign()
		if got := s.asked.form.Text("goods"); got != "PLATE-01" {
			t.Errorf("tab %d offers %q", tab, got)
		}
		s.asked.q.Escape()
	}
	s.Campaign()
	s.asked.form.Set("percent", "101")
	s.asked.form.Set("last_day", "2026-11-21")
	s.asked.q.Tap("Save")
	if s.asked.form.Complaint("percent") == "" || s.asked.form.Complaint("last_day") == "" {
		t.Error("101 % off until yesterday is taken")
	}
	s.asked.form.Set("percent", "20")
	s.asked.form.Set("last_day", "2026-11-30")
	s.asked.form.Set("goods", "PLATE-01\nSAUCER")
	s.asked.q.Tap("Save")
	if got := s.asked.form.Complaint("goods"); !strings.Contains(got, "SAUCER") {
		t.Errorf("an article that there isn't: %q", got)
	}
	s.asked.form.Set("goods", strings.Join(s.listed(), "\n"))
	s.asked.form.Entry("name").OnSubmitted("") // Enter saves
	list, err := s.store.Campaigns.Find(t.Context(), store.Query{})
	if err != nil || len(list) != 1 || list[0].Until != "2026-11-30" || len(list[0].Goods) != 2 || list[0].Goods[1].Off != 20_000_000 {
		t.Fatalf("saved %+v, %v", list, err)
	}
	if got := s.host.Bar.Text(); !strings.Contains(got, list[0].No) {
		t.Errorf("it says %q", got)
	}
	s.host.Bar.Undo()
	if list, err = s.store.Campaigns.Find(t.Context(), store.Query{}); err != nil || len(list) != 0 {
		t.Errorf("after taking it back: %+v, %v", list, err)
	}
}
