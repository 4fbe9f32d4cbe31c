package intake_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"

	"github.com/xuri/excelize/v2"
)

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func open(t testing.TB) *store.Store {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC) }
	st := must[*store.Store](t)(store.Open(t.Context(), filepath.Join(t.TempDir(), "t.db"), store.Options{Now: now, Person: "Chen"}))
	t.Cleanup(func() { _ = st.Close() })
	return st
}

// drawn is a picture in one of the formats, of its own colours.
func drawn(t testing.TB, n int) []byte {
	t.Helper()
	img := image.NewPaletted(image.Rect(0, 0, 20+n, 10), color.Palette{color.White, color.RGBA{uint8(n), 90, 200, 255}})
	for i := range img.Pix {
		img.Pix[i] = uint8(i*n%3) & 1
	}
	var b bytes.Buffer
	var err error
	switch n % 3 {
	case 0:
		err = png.Encode(&b, img)
	case 1:
		err = jpeg.Encode(&b, img, nil)
	default:
		err = gif.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// written writes the catalogue of st.
func written(t testing.TB, st *store.Store) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "all.xlsx")
	f := must[*os.File](t)(os.Create(path))
	ctx := t.Context()
	err := sheet.WriteCatalogue(f, sheet.CatalogueSource{
		Each: func(use func(data.Product) error) error { return st.Products.Each(ctx, use) },
		Partner: func(id int64) (string, string, error) {
			p, err := st.Partners.Get(ctx, id)
			return p.Code, p.Name, err
		},
		File: func(h data.Hash) ([]byte, error) { return st.Attachments.Get(ctx, h) },
	})
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// imported brings the catalogue at path into st.
func imported(t testing.TB, st *store.Store, path string) data.ImportReport {
	t.Helper()
	c := must[*sheet.Catalogue](t)(sheet.OpenCatalogue(path))
	defer func() { _ = c.Close() }()
	return must[data.ImportReport](t)(intake.ImportCatalogue(t.Context(), st, c, store.ImportOptions{Source: filepath.Base(path)}))
}

// said is what a product says, without what a file gives it by itself.
func said(t testing.TB, st *store.Store, sku string) string {
	t.Helper()
	p := must[data.Product](t)(st.Products.BySKU(t.Context(), sku))
	p.Record = data.Record{}
	for i := range p.Variants {
		p.Variants[i].UUID = ""
	}
	return string(must[[]byte](t)(json.MarshalIndent(p, "", " ")))
}

func journalled(t testing.TB, st *store.Store) int {
	t.Helper()
	return len(must[[]store.Entry](t)(st.Journal.Last(t.Context(), 10_000)))
}

func number[T any](parse func(string) (T, error), text string) T {
	v, err := parse(text)
	if err != nil {
		panic(err)
	}
	return v
}

// lamp is a product with 5 pictures, 12 variants and 6 languages, and something in everything else.
func lamp(t testing.TB, st *store.Store) data.Product {
	t.Helper()
	ctx := t.Context()
	for _, one := range []struct {
		code string
		role data.Role
	}{{"F-1", data.Supplier}, {"F-2", data.Supplier}, {"B-1", data.Customer}} {
		must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: one.code, Party: data.Party{Name: "Firm " + one.code}, Roles: []data.Role{one.role}}))
	}
	price, cost, other := number(data.ParseUnitPrice, "6.4"), number(data.ParseUnitPrice, "31.123456"), number(data.ParseUnitPrice, "0")
	p := data.Product{
		SKU: "LAMP", Name: data.Texts{}, Description: data.Texts{}, Customs: data.Texts{"en": "Lamps"}, CustomsParts: map[string]data.CustomsParts{},
		Category: "lamps", Brand: "=HF()", Model: "007", Composition: "steel 80%\niron 20%", Unit: "PCS", Price: &price, Currency: "USD",
		Cost: &cost, CostCurrency: "CNY", HSCode: "0405210090", HSEdition: "2022", Origin: "CN", GTIN: "6901234500011",
		MOQ: data.Pieces(500), SafetyStock: number(data.ParseQuantity, "12.5"), MaxStock: data.Pieces(9000), LeadTime: "30 days",
		Danger:  data.Danger{UN: "3481", Class: "9", PackingGroup: "II", Name: "LITHIUM ION BATTERIES"},
		Battery: data.Battery{Kind: data.IonIn, WattHours: number(data.ParseQuantity, "7.4"), Count: 2, Tested: "T-1"},
		PriceLadder: []data.PriceStep{
			{From: data.Pieces(500), Price: number(data.ParseUnitPrice, "6.1")},
			{From: data.Pieces(500), Price: number(data.ParseUnitPrice, "6.9"), Currency: "EUR", Term: data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}},
		},
		Elements:       []data.Element{{Name: "品名", Value: "台灯"}, {Name: "材质", Value: ""}},
		TaxRates:       []data.TaxRate{{VAT: 13_000_000, Refund: 9_000_000, From: "2025-01-01", To: "2025-12-31", Note: "a"}, {VAT: 13_000_000, From: "2026-01-01"}},
		Duties:         []data.Duty{{Country: "US", Rate: 3_900_000, From: "2026-01-01", Note: "301"}, {Country: "DE"}},
		BuyerItemNames: []data.BuyerItemNo{{Partner: "B-1", ItemNo: "00123"}},
	}
	p.SetOffers([]data.Offer{
		{Partner: "F-2", ItemNo: "x", Cost: &other, Currency: "USD", MOQ: data.Pieces(100), Multiple: data.Pieces(12), Note: "slow"},
		{Partner: "F-1", ItemNo: "0099", Cost: &cost, Currency: "CNY", LeadDays: 25, Preferred: true},
	})
	for _, lang := range []string{"en", "zh", "de", "es", "ar", "ru"} {
		p.Name[lang], p.Description[lang] = "name "+lang, "line 1\nline 2 "+lang+" 灯 مصباح _x0041_"
		p.CustomsParts[lang] = data.CustomsParts{What: "lamp " + lang, Material: "steel", Use: " light "}
		for _, market := range []string{"alibaba", "own"} {
			p.Listings = append(p.Listings, data.Listing{
				Market: market, Language: lang, Title: "title " + lang, Points: []string{"one", "two\nlines"},
				Modules: []data.Module{{Kind: "use", Text: "rooms"}, {Kind: "parameters", Text: "5 W"}}, Keywords: []string{"lamp", "lamp"},
			})
		}
	}
	p.Listings = append(p.Listings, data.Listing{Market: "ebay", Language: "en"})
	own := data.Packing{PcsPerCarton: data.Pieces(6), CartonMark: data.Measured, Kind: "CT"}
	for i := range 12 {
		v := data.Variant{SKU: fmt.Sprintf("LAMP-%d", i), Attributes: map[string]string{"colour": fmt.Sprint(i), "plug": ""}}
		switch i {
		case 0:
			v = data.Variant{SKU: "LAMP", GTIN: p.GTIN}
		case 3:
			v.Price, v.UnitNet, v.GTIN = &other, number(data.ParseKilograms, "0.35"), "96385074"
		case 4:
			v.Packing = &own
		case 11:
			v.Archived = true
		}
		p.Variants = append(p.Variants, v)
	}
	box := data.Box{Length: 6000, Width: 4025, Height: 3500}
	p.Packing = data.Packing{
		UnitNet: 900_000, UnitGross: 1_000_001, UnitBox: box, UnitMark: data.Measured, PcsPerInner: data.Pieces(2), Inner: box, InnerNet: 1, InnerGross: 2,
		InnerMark: data.Estimated, PcsPerCarton: data.Pieces(12), Carton: box, CartonNet: 10_800_000, CartonGross: 12_400_000, CartonMark: data.Measured,
		Kind: "CT", Pallet: data.Pallet{PerLayer: 4, Layers: 5, Size: data.Box{Length: 12000, Width: 10000, Height: 18000}, Tare: 18_000_000, Gross: 300_000_000, Mark: data.Estimated},
	}
	for i, role := range []string{"main", "detail", "detail", "scene", "label"} {
		raw := drawn(t, i+1)
		h := must[data.Hash](t)(st.Attachments.Put(ctx, "p", raw))
		p.Pictures = append(p.Pictures, data.Picture{Hash: h, Role: role, Name: fmt.Sprintf("%d.png", i), Size: int64(len(raw)), Original: 9_000_000, Added: "2026-11-01"})
	}
	scan := must[data.Hash](t)(st.Attachments.Put(ctx, "scan.pdf", bytes.Repeat([]byte("%PDF-1.7 scan "), 7000)))
	p.Battery.MSDS = must[data.Hash](t)(st.Attachments.Put(ctx, "msds.pdf", []byte("%PDF msds")))
	p.Certificates = []data.Certificate{
		{Kind: "CE", Number: "0123", Issuer: "TÜV", Markets: []string{"EU", "GB"}, Issued: "2024-02-29", Expires: "2029-02-28", Scan: scan, Note: "n"},
		{Kind: "FSC"},
	}
	return must[data.Product](t)(st.Products.Save(ctx, p))
}

func TestAProductWithPicturesVariantsAndLanguagesComesBackWhole(t *testing.T) {
	st, empty := open(t), open(t)
	p := lamp(t, st)
	path := written(t, st)
	if !sheet.IsCatalogue(path) {
		t.Fatal("not recognised")
	}
	before := journalled(t, st)
	if r := imported(t, st, path); r.Unchanged != 1 || r.New+r.Changed+r.Refused != 0 || r.Batch != "" {
		t.Errorf("the same file: %+v", r)
	}
	if now := journalled(t, st); now != before {
		t.Errorf("%d rows of journal more", now-before)
	}
	if r := imported(t, empty, path); r.New != 1 || len(r.Problems) > 0 || len(r.Created) != 3 || r.Batch == "" {
		t.Fatalf("into an empty file: %+v", r)
	}
	if want, got := said(t, st, "LAMP"), said(t, empty, "LAMP"); want != got {
		t.Errorf("%s", difference(want, got))
	}
	hashes := []data.Hash{p.Battery.MSDS, p.Certificates[0].Scan}
	for _, one := range p.Pictures {
		hashes = append(hashes, one.Hash)
	}
	for _, h := range hashes {
		want, got := must[[]byte](t)(st.Attachments.Get(t.Context(), h)), must[[]byte](t)(empty.Attachments.Get(t.Context(), h))
		if !bytes.Equal(want, got) {
			t.Errorf("%s: %d bytes became %d", h, len(want), len(got))
		}
	}
	if r := imported(t, empty, path); r.Unchanged != 1 || r.Changed != 0 {
		t.Errorf("a second time: %+v", r)
	}
}

// difference names the lines in which two texts differ.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	var out []string
	for i := range max(len(a), len(b)) {
		x, y := "", ""
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y && len(out) < 10 {
			out = append(out, fmt.Sprintf("%d: %s became %s", i, x, y))
		}
	}
	return strings.Join(out, "\n")
}

// edited changes cells of a catalogue.
func edited(t testing.TB, path string, cells map[string]any) string {
	t.Helper()
	f := must[*excelize.File](t)(excelize.OpenFile(path))
	for at, v := range cells {
		title, ref, _ := strings.Cut(at, "!")
		if err := f.SetCellValue(title, ref, v); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "edited.xlsx")
	if err := errors.Join(f.SaveAs(out), f.Close()); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryBadRowOfACatalogueIsNamedAndNothingIsTaken(t *testing.T) {
	st := open(t)
	lamp(t, st)
	before := said(t, st, "LAMP")
	path := edited(t, written(t, st), map[string]any{
		"Prices!C2": "dear", "Variants!D5": "1.1234567", "Certificates!F2": "2020-01-01", "Duties!B2": "Atlantis", "Texts!A3": "NOBODY",
		"Listings!D4": "slogan", "Attributes!B2": "GHOST", "Products!AB2": "1.5", "Pictures!H3": "0000", "Prices!B3": 0.1,
	})
	report := imported(t, st, path)
	var got []string
	for _, p := range report.Problems {
		got = append(got, fmt.Sprintf("%s:%d:%s:%s", strings.TrimPrefix(p.File, "edited.xlsx!"), p.Row, p.Field, p.Key))
	}
	for _, want := range []string{
		"Prices:2:price:problem.not_a_number", "Variants:5:price:problem.too_fine", "Duties:2:country:problem.unknown_country",
		"Texts:3:sku:problem.unknown_product", "Listings:4:part:problem.unknown_choice", "Attributes:2:variant_sku:problem.not_found",
		"Products:2:battery_count:problem.not_whole",
	} {
		if !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("%s isn't named", want)
		}
	}
	if t.Failed() {
		t.Log(strings.Join(got, "\n"))
	}
	if said(t, st, "LAMP") != before {
		t.Error("something was taken")
	}
	path = edited(t, written(t, st), map[string]any{"Certificates!G2": "2020-01-01", "Certificates!H3": "ffff"})
	if r := imported(t, st, path); len(r.Problems) != 1 || r.Problems[0].File != "edited.xlsx!Certificates" || r.Problems[0].Row != 3 {
		t.Errorf("a scan that isn't there: %+v", r.Problems)
	}
	path = edited(t, written(t, st), map[string]any{"Certificates!G2": "2020-01-01"})
	if r := imported(t, st, path); len(r.Problems) != 1 || r.Problems[0].Row != 2 || r.Problems[0].Field != "expires" {
		t.Errorf("a rule of the product: %+v", r.Problems)
	}
}

func TestAPictureLaidOverACatalogueIsTakenUnlessItsPixelsAreTooMany(t *testing.T) {
	st := open(t)
	lamp(t, st)
	path := written(t, st)
	replaced := func(raw []byte) data.ImportReport {
		f := must[*excelize.File](t)(excelize.OpenFile(path))
		out := filepath.Join(t.TempDir(), "pictured.xlsx")
		err := errors.Join(f.SetCellValue("Pictures", "A7", "LAMP"),
			f.AddPictureFromBytes("Pictures", "B7", &excelize.Picture{Extension: ".png", File: raw, Format: &excelize.GraphicOptions{}}), f.SaveAs(out), f.Close())
		if err != nil {
			t.Fatal(err)
		}
		return imported(t, st, out)
	}
	mine := drawn(t, 9)
	huge := bytes.Clone(mine)
	copy(huge[16:24], []byte{0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60}) // 60,000 × 60,000
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	if r := replaced(huge); len(r.Problems) != 1 || r.Problems[0].Row != 7 || r.Problems[0].Key != "problem.attachment.too_many_pixels" {
		t.Errorf("too many pixels: %+v", r.Problems)
	}
	if r := replaced(mine); r.Changed != 1 {
		t.Fatalf("%+v", r)
	}
	p := must[data.Product](t)(st.Products.BySKU(t.Context(), "LAMP"))
	if raw := must[[]byte](t)(st.Attachments.Get(t.Context(), p.Pictures[5].Hash)); !bytes.Equal(raw, mine) || p.Pictures[5].Role != "detail" {
		t.Error("not the picture that was laid there")
	}
}

func TestWhatIsEditedInACatalogueIsTakenAndWhatIsMissingStays(t *testing.T) {
	st := open(t)
	p := lamp(t, st)
	path := edited(t, written(t, st), map[string]any{
		"Products!G2": 7.25, "Products!B2": "", "Prices!C3": "7.05", "Certificates!G2": time.Date(2030, 5, 1, 0, 0, 0, 0, time.UTC), "Variants!F3": "yes",
	})
	f := must[*excelize.File](t)(excelize.OpenFile(path))
	if err := errors.Join(f.DeleteSheet("Listings"), f.RemoveRow("Elements", 3), f.Save(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if r := imported(t, st, path); r.Changed != 1 || len(r.Problems) > 0 {
		t.Fatalf("%+v", r)
	}
	got := must[data.Product](t)(st.Products.BySKU(t.Context(), "LAMP"))
	if got.Price.String() != "7.25" || got.Category != "" || got.PriceLadder[1].Price.String() != "7.05" || got.Certificates[0].Expires != "2030-05-01" ||
		!got.Variants[1].Archived || len(got.Elements) != 1 || len(got.Listings) != len(p.Listings) || got.Variants[5].ID != p.Variants[5].ID {
		t.Errorf("%+v", got)
	}
	if err := st.Journal.Undo(t.Context(), must[[]store.Entry](t)(st.Journal.Last(t.Context(), 1))[0].Batch); err != nil {
		t.Fatal(err)
	}
	if back := must[data.Product](t)(st.Products.BySKU(t.Context(), "LAMP")); back.Category != "lamps" || len(back.Elements) != 2 {
		t.Error("not undone")
	}
}

func TestAnyProductComesBackFromItsCatalogue(t *testing.T) {
	for seed := range uint64(5) {
		st, empty := open(t), open(t)
		r := rand.New(rand.NewPCG(seed, 7))
		var skus []string
		for n := range 6 {
			p := randomProduct(r, n)
			if _, err := st.Products.Save(context.Background(), p); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			skus = append(skus, p.SKU)
		}
		path := written(t, st)
		if report := imported(t, st, path); report.Unchanged != len(skus) || len(report.Problems) > 0 {
			t.Errorf("seed %d, the same file: %+v", seed, report)
		}
		if report := imported(t, empty, path); report.New != len(skus) || len(report.Problems) > 0 {
			t.Fatalf("seed %d: %+v", seed, report)
		}
		for _, sku := range skus {
			if want, got := said(t, st, sku), said(t, empty, sku); want != got {
				t.Errorf("seed %d, %q: %s", seed, sku, difference(want, got))
			}
		}
	}
}

// randomProduct fills lists of random length with odd texts and figures.
func randomProduct(r *rand.Rand, n int) data.Product {
	odd := []string{"", "", "a", "=1+1", " x ", "0012", "1E5", "灯\n灯", "مصباح", "_x000D_", "\r\n", "'quoted", "#N/A", "TRUE", "2026-01-01", "\x01", "👨‍👩‍👧", "-"}
	text := func() string { return odd[r.IntN(len(odd))] }
	some := func() string { return "t" + text() }
	times := func(most int, do func(i int)) {
		for i := range r.IntN(most + 1) {
			do(i)
		}
	}
	price := func() *data.UnitPrice {
		v := data.UnitPrice(r.Int64N(1_000_000_000_000_000))
		if r.IntN(3) == 0 {
			return nil
		}
		return &v
	}
	weight := func() data.Weight { return data.Weight(r.Int64N(100_000_000_000)) }
	box := func() data.Box {
		return data.Box{Length: data.Length(r.IntN(90000)), Width: data.Length(r.IntN(90000)), Height: data.Length(r.IntN(90000))}
	}
	packing := func() data.Packing {
		return data.Packing{
			UnitNet: weight(), UnitBox: box(), InnerGross: weight(), Carton: box(), PcsPerCarton: data.Quantity(r.IntN(99999)), Kind: "CT",
			Pallet: data.Pallet{PerLayer: int64(r.IntN(9)), Size: box(), Mark: data.Measured},
		}
	}
	p := data.Product{
		SKU: fmt.Sprintf("S%d%s", n, text()), Category: text(), Brand: text(), Model: text(), Composition: text(), Unit: "KGM", Price: price(), Currency: "USD",
		Cost: price(), HSEdition: text(), LeadTime: text(), MOQ: data.Quantity(r.Int64N(1_000_000)), Packing: packing(),
		Name: data.Texts{"en": text(), "zh": some()}, Customs: data.Texts{"fr": text()}, CustomsParts: map[string]data.CustomsParts{"de": {Use: text()}},
		Battery: data.Battery{Kind: data.BatteryKinds()[r.IntN(8)], Tested: text()},
	}
	times(3, func(i int) {
		p.Listings = append(p.Listings, data.Listing{Market: fmt.Sprint("m", i), Language: "en", Title: text()})
		times(3, func(int) { p.Listings[i].Points = append(p.Listings[i].Points, text()) })
		times(2, func(int) {
			p.Listings[i].Modules = append(p.Listings[i].Modules, data.Module{Kind: some(), Text: text()})
		})
		times(2, func(int) { p.Listings[i].Keywords = append(p.Listings[i].Keywords, text()) })
	})
	times(4, func(i int) {
		v := data.Variant{SKU: fmt.Sprintf("%s-%d", p.SKU, i), GTIN: text(), Price: price(), UnitNet: weight(), Archived: i > 0 && r.IntN(2) == 0}
		times(3, func(j int) {
			if v.Attributes == nil {
				v.Attributes = map[string]string{}
			}
			v.Attributes[fmt.Sprint(some(), j)] = text()
		})
		if k := packing(); r.IntN(2) == 0 {
			v.Packing = &k
		}
		p.Variants = append(p.Variants, v)
	})
	times(3, func(i int) {
		p.PriceLadder = append(p.PriceLadder, data.PriceStep{From: data.Pieces(int64(i + 1)), Price: data.UnitPrice(r.Int64N(1 << 50)), Term: data.Incoterm{Place: text()}})
		p.Elements = append(p.Elements, data.Element{Name: fmt.Sprint(some(), i), Value: text()})
		p.TaxRates = append(p.TaxRates, data.TaxRate{VAT: data.Percent(r.IntN(100_000_000)), Note: text()})
		p.Duties = append(p.Duties, data.Duty{Country: "US", Rate: data.Percent(r.IntN(100_000_000)), Note: text()})
		p.Certificates = append(p.Certificates, data.Certificate{Kind: some(), Number: text(), Issuer: text(), Note: text()})
	})
	return p
}
