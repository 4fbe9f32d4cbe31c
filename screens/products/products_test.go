package products

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/assets"
	"tradewind/data"
	"tradewind/data/picture"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// open returns the screen over an empty file, with slow work done in place.
func open(t *testing.T) *Screen {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	s := New(kit.NewTestHost(words, w), st, func() {})
	w.SetContent(s.Object())
	return s
}

func save(t *testing.T, s *Screen, p data.Product) data.Product {
	t.Helper()
	p, err := s.store.Products.Save(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	s.Reload()
	return p
}

func TestWhatIsTypedIsSaved(t *testing.T) {
	tests := []struct {
		name       string
		typed      map[string]string
		complaints map[string]string // part of what stands under the field
	}{
		{"complete", map[string]string{"sku": "CUP-01", "name": "Cup", "name_zh": "茶杯", "price": "1.25"}, nil},
		{"nothing but a SKU", map[string]string{"sku": "CUP-02"}, nil},
		{"nothing", nil, map[string]string{"sku": "needed"}},
		{"a negative price", map[string]string{"sku": "CUP-03", "price": "-1"}, map[string]string{"price": "negative"}},
		{"a price in words", map[string]string{"sku": "CUP-04", "price": "one"}, map[string]string{"price": "no number"}},
		{"a price too fine", map[string]string{"sku": "CUP-05", "price": "1.1234567"}, map[string]string{"price": "decimals"}},
		{"a SKU used before", map[string]string{"sku": "CUP-00"}, map[string]string{"sku": "CUP-00"}},
		{"full-width digits", map[string]string{"sku": "CUP-06", "price": "１.５"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t)
			save(t, s, data.Product{SKU: "CUP-00", Name: data.Texts{"en": "First"}})
			s.New()
			for id, text := range tt.typed {
				test.Type(s.editor.form.Entry(id), text)
			}
			test.Tap(s.Saving)
			if q := s.host.Question(); q != nil {
				t.Errorf("says %q", q.Text)
			}
			for _, id := range []string{"sku", "price"} {
				got, want := s.editor.form.Complaint(id), tt.complaints[id]
				if (got == "") != (want == "") || !strings.Contains(got, want) && want != tt.typed["sku"] {
					t.Errorf("under %s stands %q, want %q", id, got, want)
				}
			}
			if got, want := len(s.Finder.Found) == 2, tt.complaints == nil; got != want {
				t.Errorf("saved: %v, want %v", got, want)
			}
		})
	}
}

// full is a product with something in every field.
func full() data.Product {
	price, cost := data.UnitPrice(3_250_000), data.UnitPrice(21_400_000)
	return data.Product{
		SKU: "BTL-500", Name: data.Texts{"en": "Bottle", "zh": "保温杯", "de": "Flasche"}, Description: data.Texts{"en": "Vacuum\nbottle", "de": "Thermos"},
		Customs: data.Texts{"en": "Vacuum flask", "zh": "真空保温杯"}, Category: "Drinkware", Brand: "Star", Model: "S-1", Composition: "304 steel",
		Unit: "PCS", Price: &price, Currency: "USD", Cost: &cost, CostCurrency: "CNY", HSCode: "9617001900", HSEdition: "2022", Origin: "CN",
		PriceLadder: []data.PriceStep{
			{From: data.Pieces(500), Price: 3_100_000},
			{From: data.Pieces(2000), Price: 2_950_000},
			{From: data.Pieces(500), Price: 3_400_000, Currency: "EUR", Term: data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}},
		}, GTIN: "6901234500011",
		Packing: data.Packing{
			UnitNet: 350_000, PcsPerInner: data.Pieces(6), PcsPerCarton: data.Pieces(24), Carton: data.Box{Length: 4800, Width: 3800, Height: 3200},
			CartonNet: 8_400_000, CartonGross: 9_600_000, CartonMark: data.Measured, Kind: "CT",
			UnitBox: data.Box{Length: 800, Width: 800, Height: 2600}, UnitGross: 400_000, UnitMark: data.Estimated,
			Inner: data.Box{Length: 2500, Width: 1700, Height: 2700}, InnerNet: 2_100_000, InnerGross: 2_450_000,
			Pallet: data.Pallet{PerLayer: 6, Layers: 5, Size: data.Box{Length: 12000, Width: 10000, Height: 17500}, Tare: 18_000_000, Mark: data.Measured},
		},
		CustomsParts: map[string]data.CustomsParts{"en": {What: "Vacuum flask", Material: "steel", Use: "drinking"}, "zh": {What: "保温杯"}},
		Elements:     []data.Element{{Name: "品名", Value: "保温杯"}, {Name: "材质", Value: "304不锈钢"}},
		TaxRates:     []data.TaxRate{{VAT: 13_000_000, Refund: 13_000_000, From: "2026-01-01", Note: "2026"}},
		Duties:       []data.Duty{{Country: "US", Rate: 3_900_000, From: "2026-01-01", To: "2026-12-31"}},
		Danger:       data.Danger{UN: "3481", Class: "9", Name: "LITHIUM ION BATTERIES PACKED WITH EQUIPMENT"},
		Battery:      data.Battery{Kind: data.IonIn, WattHours: 7_400, Count: 1, Tested: "UN383-2026-1"},
		Certificates: []data.Certificate{{Kind: "CE", Number: "CE-1", Issuer: "TÜV", Markets: []string{"EU", "GB"}, Issued: "2025-01-01", Expires: "2030-01-01"}},
		Variants: []data.Variant{
			{SKU: "BTL-500", GTIN: "6901234500011", Attributes: map[string]string{"colour": "black"}},
			{SKU: "BTL-500-R", Attributes: map[string]string{"colour": "red", "size": "L"}, Price: &cost, UnitNet: 355_000},
		},
		MOQ: data.Pieces(500), SafetyStock: data.Pieces(100), LeadTime: "30 days",
	}
}

func TestShowingAndReadingAreInverse(t *testing.T) {
	s := open(t)
	saved := save(t, s, full())
	s.editor.show(saved)
	got, err := s.editor.read(saved)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, saved) {
		t.Errorf("read\n%+v\nwant\n%+v", got, saved)
	}
}

func TestOnlyEditsMakeItDirty(t *testing.T) {
	s := open(t)
	save(t, s, full())
	s.Pick(0)
	if s.Dirty() {
		t.Fatal("dirty as soon as it is shown")
	}
	test.Type(s.editor.form.Entry("name"), "X")
	if !s.Dirty() {
		t.Error("typing doesn't make it dirty")
	}
	s.editor.form.Set("name", "Bottle")
	if s.Dirty() {
		t.Error("dirty after typing back what was there")
	}
}

func TestUnsavedEditsAreAskedAbout(t *testing.T) {
	s := open(t)
	save(t, s, full())
	save(t, s, data.Product{SKU: "CUP-01"})
	s.Pick(0)
	test.Type(s.editor.form.Entry("name"), "X")
	s.Finder.List.Select(1)
	q := s.host.Question()
	if q == nil {
		t.Fatal("not asked")
	}
	q.Tap("Keep editing")
	if s.Chosen() != "BTL-500" || !s.Dirty() {
		t.Errorf("after keeping on: %q, dirty %v", s.Chosen(), s.Dirty())
	}
	s.Finder.List.Select(1)
	s.host.Question().Tap("Save")
	if s.Chosen() != "CUP-01" {
		t.Errorf("after saving: %q", s.Chosen())
	}
	if p, err := s.store.Products.BySKU(t.Context(), "BTL-500"); err != nil || p.Name["en"] != "X" {
		t.Errorf("saved %q, %v", p.Name["en"], err)
	}
}

func TestASaveIsTakenBack(t *testing.T) {
	s := open(t)
	save(t, s, full())
	s.Pick(0)
	s.editor.form.Set("name", "Jug")
	s.Keep(func() {})
	s.host.Bar.Undo()
	if got := s.editor.form.Text("name"); got != "Bottle" {
		t.Errorf("the form says %q", got)
	}
	if p, err := s.store.Products.BySKU(t.Context(), "BTL-500"); err != nil || p.Name["en"] != "Bottle" {
		t.Errorf("the file says %q, %v", p.Name["en"], err)
	}
}

func TestTakingBackANewProductRemovesIt(t *testing.T) {
	s := open(t)
	s.New()
	test.Type(s.editor.form.Entry("sku"), "CUP-01")
	s.Keep(func() {})
	s.host.Bar.Undo()
	if len(s.Finder.Found) != 0 {
		t.Errorf("found %d", len(s.Finder.Found))
	}
}

func TestArchivingAsksAndCanBeTakenBack(t *testing.T) {
	s := open(t)
	save(t, s, full())
	s.Pick(0)
	archive := func() {
		for _, o := range test.LaidOutObjects(s.Object()) {
			if b, ok := o.(*kit.Button); ok && b.Text == "Archive" {
				test.Tap(b)
				return
			}
		}
		t.Fatal("no button to archive with")
	}
	archive()
	s.host.Question().Escape()
	if len(s.Finder.Found) != 1 {
		t.Fatal("Esc archived it")
	}
	archive()
	s.host.Question().Tap("Archive 1 product")
	if len(s.Finder.Found) != 0 {
		t.Fatal("still in the list")
	}
	s.host.Bar.Undo()
	if len(s.Finder.Found) != 1 {
		t.Error("not back in the list")
	}
}

func TestSearchFindsByChineseName(t *testing.T) {
	s := open(t)
	save(t, s, full())
	save(t, s, data.Product{SKU: "CUP-01", Name: data.Texts{"zh": "茶杯"}})
	test.Type(s.Finder.Search, "茶")
	if len(s.Finder.Found) != 1 || s.Finder.Found[0].SKU != "CUP-01" {
		t.Errorf("found %v", s.Finder.Found)
	}
}

func TestPackingIsWorkedOutWhileTyping(t *testing.T) {
	s := open(t)
	s.New()
	for id, text := range map[string]string{"pcs_per_carton": "24", "carton_length_cm": "48", "carton_width_cm": "38", "carton_height_cm": "32"} {
		test.Type(s.editor.form.Entry(id), text)
	}
	if got := s.editor.packing.text.Text; !strings.Contains(got, "0.0584 m³") || !strings.Contains(got, "20GP") {
		t.Errorf("says %q", got)
	}
}

func TestTextsOfOtherLanguagesAreKeptWhenTurning(t *testing.T) {
	s := open(t)
	saved := save(t, s, full())
	s.Show(saved)
	turn := func(lang string) {
		s.editor.texts.picker.Set(kit.Option[string]{Value: lang})
		s.editor.texts.picker.OnChanged()
	}
	if got := s.editor.form.Text("other_name"); got != "Flasche" {
		t.Fatalf("the German name is %q", got)
	}
	turn("fr")
	test.Type(s.editor.form.Entry("other_name"), "Bouteille")
	turn("de")
	p, err := s.editor.read(saved)
	if err != nil || p.Name["fr"] != "Bouteille" || p.Name["de"] != "Flasche" {
		t.Errorf("names %v, %v", p.Name, err)
	}
}

func TestAPictureIsAddedAndRemoved(t *testing.T) {
	s := open(t)
	s.New()
	test.Type(s.editor.form.Entry("sku"), "CUP-01")
	file := filepath.Join(t.TempDir(), "cup.png")
	if err := os.WriteFile(file, assets.Icon, 0o600); err != nil {
		t.Fatal(err)
	}
	s.editor.pictures.take(file)
	s.Keep(func() {})
	p, err := s.store.Products.BySKU(t.Context(), "CUP-01")
	if err != nil || len(p.Pictures) != 1 || p.Pictures[0].Role != "main" {
		t.Fatalf("pictures %v, %v", p.Pictures, err)
	}
	want, err := picture.Take(assets.Icon, picture.Limit)
	if b, err2 := s.store.Attachments.Get(t.Context(), p.Pictures[0].Hash); err != nil || err2 != nil || !bytes.Equal(b, want.Bytes) {
		t.Errorf("%d bytes kept, %v, %v", len(b), err, err2)
	}
	if err := os.WriteFile(file, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.editor.pictures.take(file)
	if s.host.Question() == nil || len(s.editor.pictures.list) != 1 {
		t.Error("a file that is no picture was taken")
	}
}

func TestAPictureIsDraggedToAnotherPlace(t *testing.T) {
	s := open(t)
	s.New()
	test.Type(s.editor.form.Entry("sku"), "CUP-02")
	p := s.editor.pictures
	for _, name := range []string{"a", "b", "c"} {
		p.list = append(p.list, data.Picture{Name: name, Role: data.DetailPicture, Added: "2026-01-01"})
	}
	p.days = 400
	p.draw()
	if strings.Contains(p.about(p.list[0]), "older") {
		t.Error("a picture is old before its time")
	}
	p.days = 30
	if !strings.Contains(p.about(p.list[0]), "older than 30 days") {
		t.Errorf("an old picture says %q", p.about(p.list[0]))
	}
	third := p.content.Objects[2]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(third).AddXY(60, 60)
	var first *kit.Drag
	for _, o := range test.LaidOutObjects(p.content.Objects[0]) {
		if d, ok := o.(*kit.Drag); ok {
			first = d
		}
	}
	first.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	if p.marks[2].Hidden || !p.marks[1].Hidden {
		t.Error("where the picture would go isn't marked")
	}
	first.DragEnd()
	if names := p.list[0].Name + p.list[1].Name + p.list[2].Name; names != "bca" {
		t.Errorf("in the order %s; want bca", names)
	}
}

func TestSomeoneElsesChangeIsNotOverwritten(t *testing.T) {
	s := open(t)
	saved := save(t, s, full())
	s.Show(saved)
	saved.Brand = "Other"
	save(t, s, saved)
	test.Type(s.editor.form.Entry("name"), "X")
	s.Keep(func() {})
	if q := s.host.Question(); q == nil || !strings.Contains(q.Text, "meanwhile") {
		t.Errorf("question %+v", q)
	}
	if p, err := s.store.Products.BySKU(t.Context(), "BTL-500"); err != nil || p.Brand != "Other" {
		t.Errorf("brand %q, %v", p.Brand, err)
	}
}

func TestANewProductBeginsWithWhatTheFirmUses(t *testing.T) {
	s := open(t)
	firm := data.Company{Currency: "EUR"}
	firm.Name, firm.Address.Country = "Star", "VN"
	if _, err := s.store.Company.Save(t.Context(), firm); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	s.New()
	if s.Dirty() {
		t.Error("an untouched new product counts as edited")
	}
	p, err := s.editor.read(data.Product{})
	if err != nil || p.Unit != "PCS" || p.Currency != "EUR" || p.Origin != "VN" {
		t.Errorf("begins with %q %q %q, %v", p.Unit, p.Currency, p.Origin, err)
	}
}

func TestSavingAnUntouchedProductSaysThatThereIsNothingToSave(t *testing.T) {
	s := open(t)
	before := save(t, s, full())
	s.Pick(0)
	went := false
	s.Keep(func() { went = true })
	after, err := s.store.Products.BySKU(t.Context(), "BTL-500")
	if err != nil || after.Version != before.Version || !went {
		t.Errorf("version %d, before %d, %v; went on: %v", after.Version, before.Version, err, went)
	}
	if got := s.host.Bar.Text(); !strings.Contains(got, "Nothing to save") {
		t.Errorf("says %q", got)
	}
}

func TestWhatLooksWrongIsSaidUnderItsFieldAndSaved(t *testing.T) {
	s := open(t)
	s.New()
	f := s.editor.form
	f.Set("sku", "CUP-01")
	f.Set("gtin", "6901234567893")
	f.Set("hs_code", "770010900")
	f.Set("carton_net_kg", "9")
	f.Set("carton_gross_kg", "8")
	test.Tap(s.Saving)
	if p, err := s.store.Products.BySKU(t.Context(), "CUP-01"); err != nil || p.GTIN != "6901234567893" {
		t.Fatalf("saved %+v, %v", p, err)
	}
	for field, part := range map[string]string{"gtin": "check digit", "hs_code": "no such chapter", "carton_gross_kg": "below the net"} {
		if got := f.Complaint(field); !strings.Contains(got, part) {
			t.Errorf("under %s stands %q; want %q", field, got, part)
		}
	}
	if got := f.Complaint("hs_code"); !strings.Contains(got, "9 digits") {
		t.Errorf("of two warnings of one field only one is said: %q", got)
	}
	if got := s.host.Bar.Text(); !strings.Contains(got, "4 things look wrong") {
		t.Errorf("the notice says %q", got)
	}
	f.Set("gtin", "6901234567892")
	f.Edited("gtin")
	if got := f.Complaint("gtin"); got != "" {
		t.Errorf("still %q", got)
	}
}

func TestSuppliersAndBuyersNumbersAreTypedIntoTheirRows(t *testing.T) {
	s := open(t)
	for _, code := range []string{"STAR", "MOON", "BUYER"} {
		if _, err := s.store.Partners.Save(t.Context(), data.Partner{Code: code, Party: data.Party{Name: code + " Ltd"}, Roles: []data.Role{data.Supplier}}); err != nil {
			t.Fatal(err)
		}
	}
	star, err := s.store.Partners.ByCode(t.Context(), "STAR")
	if err != nil {
		t.Fatal(err)
	}
	p := full()
	p.SupplierID = star.ID
	save(t, s, p)
	s.Pick(0)
	grid := func(id string) *kit.Grid {
		for _, one := range s.editor.tables {
			if one.id == id {
				return one.grid
			}
		}
		t.Fatal("no table ", id)
		return nil
	}
	test.Type(s.editor.form.Entry("own_lead_days"), "25")
	for i, text := range []string{"MOON", "M-77", "19.5", "cny", "30", "300", "24"} {
		test.Type(grid("suppliers").Entry(0, i), text)
	}
	test.Type(grid("buyer_items").Entry(0, 0), "BUYER")
	test.Type(grid("buyer_items").Entry(0, 1), "4711")
	s.Keep(func() {})
	got, err := s.store.Products.BySKU(t.Context(), "BTL-500")
	if err != nil || len(got.Offers) != 2 || !got.Offers[0].Preferred || got.Offers[0].LeadDays != 25 || *got.Offers[0].Cost != *p.Cost {
		t.Fatalf("%+v, %v", got.Offers, err)
	}
	if o := got.Offers[1]; o.Partner != "MOON" || o.ItemNo != "M-77" || *o.Cost != 19_500_000 || o.Currency != "CNY" || o.MOQ != data.Pieces(300) || o.Multiple != data.Pieces(24) {
		t.Errorf("%+v", o)
	}
	if len(got.BuyerItemNames) != 1 || got.BuyerItemNames[0].ItemNo != "4711" {
		t.Errorf("%+v", got.BuyerItemNames)
	}
	if s.Dirty() {
		t.Error("dirty after it was saved")
	}
	test.Type(grid("duties").Entry(1, 0), "Atlantis")
	s.Keep(func() {})
	if said := s.editor.form.Complaint("duties"); !strings.Contains(said, "Row 2") || !strings.Contains(said, "Atlantis") {
		t.Errorf("says %q", said)
	}
}

func TestAVariantKeepsWhatItIsWhenItsNumberChanges(t *testing.T) {
	s := open(t)
	saved := save(t, s, full())
	s.Pick(0)
	cell := s.editor.variants.grid.Entry(1, 0)
	cell.SetText("BTL-500-RED")
	s.Keep(func() {})
	got, err := s.store.Products.BySKU(t.Context(), "BTL-500")
	if err != nil || len(got.Variants) != 2 || got.Variants[1].SKU != "BTL-500-RED" || got.Variants[1].UUID != saved.Variants[1].UUID {
		t.Errorf("%+v, %v", got.Variants, err)
	}
}

func TestAWrongBarcodeOfAVariantIsSaidInItsRow(t *testing.T) {
	s := open(t)
	p := full()
	for i := range 30 {
		p.Variants = append(p.Variants, data.Variant{SKU: fmt.Sprint("BTL-", i), Attributes: map[string]string{"size": fmt.Sprint(i)}})
	}
	save(t, s, p)
	s.Pick(0)
	grid := s.editor.variants.grid
	sentence := "should be 1"
	if got := checkVariant(s.host, "4006381333932", 2); !strings.Contains(got, sentence) {
		t.Errorf("a wrong check digit: %q", got)
	}
	for text, column := range map[string]int{"4006381333931": 2, "": 2, "1.50": 3, "0.35": 4} {
		if got := checkVariant(s.host, text, column); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
	grid.Entry(20, 2).SetText("4006381333932")
	s.Keep(func() {})
	if got := s.editor.form.Complaint("variants"); strings.Contains(got, sentence) {
		t.Errorf("is said twice: %q", got)
	}
	got, err := s.store.Products.BySKU(t.Context(), "BTL-18")
	if err != nil || len(got.Variants) != 32 || got.Variants[20].GTIN != "4006381333932" {
		t.Errorf("%d variants, %v", len(got.Variants), err)
	}
}

func TestAttributesMayHoldCommas(t *testing.T) {
	s := open(t)
	p := full()
	p.Variants[1].Attributes = map[string]string{"colour": "red, such as wine，dark", "size": "L"}
	save(t, s, p)
	s.Pick(0)
	if s.Dirty() {
		t.Error("a product that was only looked at is unsaved")
	}
	s.editor.variants.grid.Entry(1, 1).SetText("red")
	s.Keep(func() {})
	if got := s.editor.form.Complaint("variants"); got == "" {
		t.Error("a value without a name is taken")
	}
}

func TestVariantsAreMadeOfAllCombinations(t *testing.T) {
	got := spread(data.Product{SKU: "TEE", Variants: []data.Variant{{SKU: "TEE"}, {SKU: "X", Attributes: map[string]string{"size": "S", "colour": "red"}}}},
		[]string{"size", "colour"}, [][]string{{"S", "M"}, {"red", "navy blue"}})
	var skus []string
	for _, v := range got {
		skus = append(skus, v.SKU)
	}
	if want := []string{"TEE", "X", "TEE-S-NAVYBLUE", "TEE-M-RED", "TEE-M-NAVYBLUE"}; !slices.Equal(skus, want) {
		t.Errorf("%v", skus)
	}
}

func TestTheHistorySaysWhoChangedWhat(t *testing.T) {
	s := open(t)
	p := save(t, s, data.Product{SKU: "CUP-1", Name: data.Texts{"en": "Cup"}})
	p.Brand, p.MOQ = "Star", data.Pieces(100)
	p = save(t, s, p)
	list, err := s.changes(t.Context(), p)
	if err != nil || len(list) != 2 || list[1].Before != nil || !slices.Equal(list[0].fields, []string{"brand", "moq"}) || list[0].Person != "Li" {
		t.Errorf("%+v, %v", list, err)
	}
	s.Pick(0)
	s.askHistory()
	if q := s.host.Question(); q == nil || q.Title != "Changes of CUP-1" {
		t.Error("isn't shown")
	}
}

func TestACopyIsANewProductWithoutWhatNamesTheOldOne(t *testing.T) {
	s := open(t)
	save(t, s, full())
	s.Pick(0)
	s.Twin()
	if got := s.editor.form.Text("sku") + s.editor.form.Text("gtin"); got != "" || s.editor.form.Text("brand") != "Star" {
		t.Errorf("numbers %q", got)
	}
	test.Type(s.editor.form.Entry("sku"), "BTL-501")
	s.Keep(func() {})
	p, err := s.store.Products.BySKU(t.Context(), "BTL-501")
	if err != nil || len(p.Certificates) != 1 || len(p.Variants) != 1 {
		t.Errorf("%+v, %v", p.Variants, err)
	}
}

func TestElementsThatTheCodeAsksForAreLaidOutWithoutAnEdit(t *testing.T) {
	s := open(t)
	list := data.ElementList{Code: "9617", Elements: []data.ElementName{{Chinese: "材质"}, {Chinese: "品名"}, {Chinese: "容量"}}}
	if _, err := s.store.Elements.Save(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	save(t, s, full())
	s.Pick(0)
	var names []string
	for row := range 3 {
		names = append(names, s.editor.elements.grid.Entry(row, 0).Text)
	}
	if !slices.Equal(names, []string{"品名", "材质", "容量"}) {
		t.Errorf("%v", names)
	}
	if s.Dirty() {
		t.Error("unsaved as soon as it is shown")
	}
}

func TestSuppliersAreComparedForAQuantityAsItIsTyped(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	for _, p := range []data.Partner{{Code: "ANJI", Party: data.Party{Name: "Anji"}, Roles: []data.Role{data.Supplier}}, {Code: "ZIBO", Party: data.Party{Name: "Zibo"}, Roles: []data.Role{data.Supplier}}, {Code: "YIWU", Party: data.Party{Name: "Yiwu"}}} {
		if _, err := s.store.Partners.Save(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.store.Rates.Save(ctx, data.Rate{Date: "2026-11-20", Base: "USD", Quote: "CNY", Rate: 80_000_000_000}); err != nil {
		t.Fatal(err)
	}
	cheap, dear, yuan := data.UnitPrice(1_000_000), data.UnitPrice(1_200_000), data.UnitPrice(12_000_000_000)
	p := data.Product{SKU: "CMP-1", Name: data.Texts{"en": "Mug"}, Unit: "PCS"}
	p.SetOffers([]data.Offer{{Partner: "ANJI", Cost: &dear, Currency: "USD", LeadDays: 10, Preferred: true}, {Partner: "ZIBO", Cost: &cheap, Currency: "USD", LeadDays: 30, MOQ: 500_000, Multiple: 36_000}, {Partner: "YIWU", Cost: &yuan, Currency: "CNY", LeadDays: 40}})
	if _, err := s.store.Products.Save(ctx, p); err != nil {
		t.Fatal(err)
	}
	s.Open("CMP-1")
	s.Compare()
	q := s.host.Question()
	if q == nil || !strings.Contains(q.Title, "CMP-1") {
		t.Fatalf("asks %+v", q)
	}
	said := func() string {
		var all []string
		for _, o := range test.LaidOutObjects(s.host.Window.Canvas().Overlays().Top()) {
			switch v := o.(type) {
			case *kit.Text:
				all = append(all, v.Text)
			case *kit.Paragraph:
				all = append(all, v.Text)
			case *kit.Chip:
				all = append(all, v.Word())
			}
		}
		return strings.Join(all, "|")
	}
	if got := said(); !strings.Contains(got, "504") || !strings.Contains(got, "504.00") || !strings.Contains(got, "Cheapest") || !strings.Contains(got, "Fastest") {
		t.Errorf("says %s", got)
	}
	test.Type(s.host.Window.Canvas().Focused(), "1000")
	if got := said(); !strings.Contains(got, "1,008") || !strings.Contains(got, "1,200.00") {
		t.Errorf("for 1000: %s", got)
	}
	if got := said(); !strings.Contains(got, "12,000.00 CNY|1,500.00|") || !strings.Contains(got, "At 1 USD = 8 CNY, the rate of 20 Nov 2026.") {
		t.Errorf("of the cost in another currency and its rate it says %s", got)
	}
	q.Escape()
	if s.host.Question() != nil {
		t.Error("Esc leaves the question open")
	}
}

func TestAnArchivedProductIsListedAndBroughtBack(t *testing.T) {
	s := open(t)
	p := save(t, s, data.Product{SKU: "OLD-1", Unit: "PCS"})
	save(t, s, data.Product{SKU: "NEW-1", Unit: "PCS"})
	if err := s.store.Products.Archive(t.Context(), p.ID, true); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	s.ListArchived(true)
	if len(s.Finder.Found) != 1 || s.Finder.Found[0].SKU != "OLD-1" {
		t.Fatalf("archived: %d found", len(s.Finder.Found))
	}
	s.Pick(0)
	for _, o := range test.LaidOutObjects(s.Object()) {
		if b, ok := o.(*kit.Button); ok && b.Text == "Bring back" {
			test.Tap(b)
		}
	}
	if len(s.Finder.Found) != 0 {
		t.Error("it is still listed as archived")
	}
	s.ListArchived(false)
	if len(s.Finder.Found) != 2 {
		t.Errorf("%d live ones; want 2", len(s.Finder.Found))
	}
	s.host.Bar.Undo()
	if now, err := s.store.Products.BySKU(t.Context(), "OLD-1"); err != nil || !now.Archived {
		t.Errorf("taken back: archived %v, %v", now.Archived, err)
	}
}

// packingGrid is the table of variants' own cartons.
func (s *Screen) packingGrid() *kit.Grid {
	for _, one := range s.editor.tables {
		if one.id == "variant_packing" {
			return one.grid
		}
	}
	return nil
}

func TestVariantsHaveCartonsOfTheirOwn(t *testing.T) {
	s := open(t)
	p := full()
	p.Packing.Pallet.PerLayer = 8
	save(t, s, p)
	s.Pick(0)
	last := p.Variants[len(p.Variants)-1].SKU
	for i, text := range []string{last, "24", "40.5", "30", "25", "8", "9.5"} {
		s.packingGrid().Entry(0, i).SetText(text)
	}
	s.Keep(func() {})
	own := func() *data.Packing {
		t.Helper()
		got, err := s.store.Products.BySKU(t.Context(), p.SKU)
		if err != nil {
			t.Fatal(err)
		}
		return got.Variants[len(got.Variants)-1].Packing
	}
	k := own()
	if k == nil || k.PcsPerCarton != data.Pieces(24) || k.Carton.Length != 4050 || k.CartonGross != 9_500_000 || k.Pallet.PerLayer != 8 {
		t.Fatalf("packed as %+v", k)
	}
	if s.Dirty() {
		t.Error("dirty after it was saved")
	}
	s.editor.variants.grid.Entry(len(p.Variants)-1, 0).SetText("ANOTHER-NO")
	s.Keep(func() {})
	if k := own(); k == nil || k.PcsPerCarton != data.Pieces(24) {
		t.Errorf("under another number it is packed as %+v", k)
	}
	s.packingGrid().Entry(0, 0).SetText("NOBODY")
	s.Keep(func() {})
	if said := s.editor.form.Complaint("variant_packing"); !strings.Contains(said, "no variant with this SKU") {
		t.Errorf("says %q", said)
	}
	for i := range 7 {
		s.packingGrid().Entry(0, i).SetText("")
	}
	s.Keep(func() {})
	if k := own(); k != nil {
		t.Errorf("without a row it is still packed as %+v", k)
	}
}

func TestARefusedSaveIsSaidWhereItIsSeen(t *testing.T) {
	s := open(t)
	save(t, s, full())
	s.Pick(0)
	s.editor.form.Set("sku", "")
	s.Keep(func() {})
	if got := s.host.Bar.Text(); got != "Not saved: 1 thing to put right." {
		t.Errorf("says %q", got)
	}
}

func TestLithiumIsTypedInGrams(t *testing.T) {
	s := open(t)
	p := full()
	p.Battery = data.Battery{Kind: data.MetalIn, Lithium: 300}
	save(t, s, p)
	s.Pick(0)
	if got := s.editor.form.Text("battery.lithium_kg"); got != "0.3" || s.Dirty() {
		t.Fatalf("0.3 g are shown as %q", got)
	}
	s.editor.form.Set("battery.lithium_kg", "1.25")
	s.Keep(func() {})
	if got, err := s.store.Products.BySKU(t.Context(), p.SKU); err != nil || got.Battery.Lithium != 1_250 {
		t.Errorf("1.25 g are kept as %d mg, %v", got.Battery.Lithium, err)
	}
}

func TestAfterArchivingTheFirstRowOfTheOtherListOpens(t *testing.T) {
	s := open(t)
	save(t, s, data.Product{SKU: "A-1"})
	save(t, s, data.Product{SKU: "B-1"})
	s.Pick(0)
	archive := func() {
		t.Helper()
		p, _ := s.Current()
		if err := s.store.Products.Archive(t.Context(), p.ID, true); err != nil {
			t.Fatal(err)
		}
	}
	archive()
	s.ListArchived(true)
	s.Pick(0)
	if p, open := s.Current(); !open || p.SKU != "A-1" {
		t.Errorf("among the archived ones %q is open: %v", p.SKU, open)
	}
	s.ListArchived(false)
	s.Pick(0)
	if p, open := s.Current(); !open || p.SKU != "B-1" {
		t.Errorf("among the live ones %q is open: %v", p.SKU, open)
	}
}
