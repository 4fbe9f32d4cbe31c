package store_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// filler puts something into every field of a record, so that a field that isn't stored shows.
type filler struct{ r *rand.Rand }

var oddTexts = []string{"Ø 50 mm ² µ", "不锈钢保温杯", "مصنع", "'; DROP TABLE product; --", "line\nbreak", "\"quoted\"", "Ünïcode", "=1+1", "👨‍👩‍👧", " x"}

// fill sets v; skip names the fields the store fills in itself.
func (f filler) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(oddTexts[f.r.IntN(len(oddTexts))] + fmt.Sprint(f.r.IntN(1_000_000)))
	case reflect.Int64, reflect.Int:
		v.SetInt(f.r.Int64N(1_000_000_000_000))
	case reflect.Bool:
		v.SetBool(f.r.IntN(2) == 0)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		n := 1 + f.r.IntN(3)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.fill(v.Index(i))
		}
	case reflect.Map:
		if v.Type() == reflect.TypeFor[data.Assumptions]() { // its fields and figures are known ones
			v.Set(reflect.ValueOf(data.Assumptions{"margin": "0.12", "fx": strconv.Itoa(1 + f.r.IntN(9))}))
			return
		}
		v.Set(reflect.MakeMap(v.Type()))
		for range 1 + f.r.IntN(3) {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			f.fill(key)
			f.fill(value)
			v.SetMapIndex(key, value)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() || v.Type() == reflect.TypeFor[data.Record]() {
			return
		}
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	default:
		panic("can't fill " + v.Type().String())
	}
}

func filled[T any](seed uint64) T {
	var v T
	filler{rand.New(rand.NewPCG(seed, 1))}.fill(reflect.ValueOf(&v).Elem())
	return v
}

// sameButRecord compares all that a user can enter.
func sameButRecord(t *testing.T, want, got any, blank func(any)) {
	t.Helper()
	blank(want)
	blank(got)
	a, _ := json.MarshalIndent(want, "", " ")
	b, _ := json.MarshalIndent(got, "", " ")
	if !reflect.DeepEqual(want, got) {
		was, is := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
		for i := range min(len(was), len(is)) {
			if was[i] != is[i] {
				t.Errorf("stored %s, read back %s", was[i], is[i])
			}
		}
		if len(was) != len(is) || string(a) == string(b) {
			t.Errorf("stored\n%#v\nread back\n%#v", want, got)
		}
	}
}

func fullProduct(st *store.Store, seed uint64, buyer data.Partner) data.Product {
	p := filled[data.Product](seed)
	p.Ticks = nil // given one by one, never by saving
	p.HSCode, p.Origin, p.Currency, p.CostCurrency, p.Packing.Kind, p.GTIN = "0123456789", "CN", "USD", "CNY", "CT", ""
	p.SupplierID, p.Supplier = buyer.ID, buyer.Name
	for i := range p.Variants {
		p.Variants[i].ID, p.Variants[i].UUID, p.Variants[i].GTIN = 0, "", ""
	}
	p.Variants[0].SKU, p.Variants[0].Archived = p.SKU, false
	p.BuyerItemNames = []data.BuyerItemNo{{PartnerID: buyer.ID, Partner: buyer.Code, ItemNo: "X 1"}}
	for i := range p.PriceLadder {
		p.PriceLadder[i].From = data.Pieces(int64(i+1) * 100)
	}
	for i := range p.Pictures {
		p.Pictures[i].Role = "main"
	}
	fillProduct(&p, buyer)
	return p
}

// fillProduct makes what a random filler wrote into the parts of a product possible.
func fillProduct(p *data.Product, supplier data.Partner) {
	packings := []*data.Packing{&p.Packing}
	for i := range p.Variants {
		packings = append(packings, p.Variants[i].Packing)
	}
	for _, k := range packings {
		k.UnitMark, k.InnerMark, k.CartonMark, k.Kind = data.Measured, data.Estimated, "", "CT"
		k.Pallet.PerLayer, k.Pallet.Layers, k.Pallet.Mark = 8, 5, data.Measured
	}
	for i := range p.PriceLadder {
		p.PriceLadder[i].Currency, p.PriceLadder[i].Term = "EUR", data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}
	}
	p.Offers = p.Offers[:1]
	p.Offers[0].PartnerID, p.Offers[0].Partner, p.Offers[0].Preferred = supplier.ID, supplier.Code, true
	p.Offers[0].Cost, p.Offers[0].Currency = p.Cost, p.CostCurrency
	for i := range p.TaxRates {
		p.TaxRates[i] = data.TaxRate{VAT: 13_000_000, Refund: 9_000_000, From: "2026-01-01", To: "2026-12-31", Note: p.TaxRates[i].Note}
	}
	for i := range p.Duties {
		p.Duties[i] = data.Duty{Country: "DE", Rate: 4_500_000, From: "2026-01-01", Note: p.Duties[i].Note}
	}
	for i := range p.Certificates {
		c := &p.Certificates[i]
		c.Markets, c.Issued, c.Expires = []string{"EU", "US"}, "2026-01-01", "2028-12-31"
	}
	p.Danger.UN, p.Danger.Class, p.Danger.PackingGroup, p.Battery.Kind = "3481", "9", "II", data.IonIn
}

func fullPartner(seed uint64) data.Partner {
	p := filled[data.Partner](seed)
	p.Roles, p.Currency, p.Email = []data.Role{data.Customer, data.Supplier}, "EUR", "a@b.de"
	p.Address.Country, p.LocalAddress.Country, p.Language = "DE", "CN", "de"
	p.Incoterm = data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}
	p.ContactFirst()
	for i := range p.Numbers {
		p.Numbers[i].Kind, p.Numbers[i].Country = "eori", "FR"
	}
	p.Numbers[0].Kind = data.TaxKind
	p.NumbersFirst()
	if p.ImportNo == "" {
		p.Numbers = append(p.Numbers, data.PartnerNumber{Kind: data.ImportKind, Number: "1"})
		p.ImportNo = "1"
	}
	for i := range p.Addresses {
		a := &p.Addresses[i]
		a.Use, a.Post.Country, a.Local.Country = data.DeliveryAddress, "DE", "CN"
	}
	for i := range p.Consents {
		p.Consents[i].Given, p.Consents[i].Withdrawn = "2026-01-02", "2026-02-03"
	}
	p.Letterhead = data.NoLetterhead
	p.Instalments = data.PaymentPlan{{Share: data.Hundred, Method: data.OpenAccount, Trigger: data.OnInvoice, Days: 45}}
	p.PaymentTerms = p.Instalments.In(p.Currency)
	return p
}

func TestEveryFieldOfEveryRecordIsReadBackAsItWasSaved(t *testing.T) {
	for seed := range uint64(20) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			st := open(t)
			ctx := t.Context()
			buyer := fullPartner(seed)
			gotBuyer := must[data.Partner](t)(st.Partners.Save(ctx, buyer))
			sameButRecord(t, &buyer, new(gotBuyer), func(v any) { v.(*data.Partner).Record = data.Record{} })

			p := fullProduct(st, seed, gotBuyer)
			gotP := must[data.Product](t)(st.Products.Save(ctx, p))
			read := must[data.Product](t)(st.Products.BySKU(ctx, p.SKU))
			if !reflect.DeepEqual(gotP, read) {
				t.Error("what Save returns isn't what is read")
			}
			sameButRecord(t, &p, new(gotP), func(v any) {
				p := v.(*data.Product)
				p.Record = data.Record{}
				for i := range p.Variants {
					p.Variants[i].ID, p.Variants[i].UUID = 0, ""
				}
			})

			o := fullOrder(seed, gotBuyer, read)
			gotO := must[data.Order](t)(st.Orders.Save(ctx, o))
			clearOrder := func(v any) {
				o := v.(*data.Order)
				o.Record, o.ConfirmedAt = data.Record{}, time.Time{}
				for i := range o.Lines {
					o.Lines[i].ID, o.Lines[i].UUID = 0, ""
				}
			}
			sameButRecord(t, &o, new(gotO), clearOrder)

			gotO = must[data.Order](t)(st.Orders.ByNo(ctx, o.No))
			s := filled[data.Shipment](seed)
			s.OrderID, s.OrderNo, s.Posted, s.Date, s.Parts = gotO.ID, gotO.No, false, "2026-11-22", nil // of several orders they are worked out
			s.Transport.Mode, s.Transport.Transhipment, s.Transport.TransportDoc, s.Transport.Departure, s.Transport.Arrival = data.Sea, "SG", "2026-11-01", "2026-11-02", "2026-11-30"
			s.Lines = []data.ShipmentLine{{OrderLineID: gotO.Lines[0].ID, Line: 1, Quantity: gotO.Lines[0].Quantity / 2}}
			for i := range s.Cartons {
				s.Cartons[i] = data.CartonRange{From: int64(i*10 + 1), To: int64(i*10 + 10), Kind: "CT", Contents: []data.CartonLine{{Line: 1, Quantity: 5}}, Net: 1, Gross: 2, Measured: true}
			}
			for i := range s.Containers {
				s.Containers[i].No, s.Containers[i].Type = "CSQU3054383", "40HQ"
			}
			gotS := must[data.Shipment](t)(st.Shipments.Save(ctx, s))
			sameButRecord(t, &s, new(gotS), func(v any) {
				s := v.(*data.Shipment)
				s.Record, s.Lines[0].ID = data.Record{}, 0
			})

			c := filled[data.Company](seed)
			c.Currency, c.Address.Country, c.LocalAddress.Country, c.WordsStyle, c.Email = "USD", "CN", "CN", "B", "a@b.cn"
			c.BankAccounts = []data.BankAccount{{Currency: "USD", Beneficiary: "B", Bank: "Bank", Account: "1", SWIFT: "BKCHCNBJ"}}
			c.Series = []data.NumberSeries{{Kind: data.CommercialInvoice, Prefix: "INV", Digits: 5}}
			c.Scoring = data.ScoringRules{PhaseOut: 75, Criteria: []data.Criterion{{Code: "quality", Weight: 60}, {Code: "price", Weight: 40}}}
			c.Quoting.ReplyMinutes, c.Quoting.ValidDays = 90, 20
			c.Milestones.Owners = map[data.MilestoneKind]string{data.MileBooking: "Li Lei"}
			c.Quoting.Discounts = []data.DiscountRule{{Tier: "silver", Order: 2, Percent: 10_000_000, From: "2026-11-22", Until: "2026-12-22"}}
			c.Rates = data.RateRules{Move: 7_000_000, Settle: []data.SettleTerm{{Currency: "EUR", Days: 15, Rate: 10_800_000_000}}}
			c.Channels = []data.ChannelRule{{Name: data.Texts{"zh": "海运"}, To: []string{"DE", "america"}, FromKg: 1, BelowKg: 20, FromM3: 3, BelowM3: 40, KgValue: 5, Currency: "EUR", Mode: data.Sea, Basis: data.PerRevenueTon, Carriers: []string{"MSC"}}}
			if len(c.Letterheads) > 0 {
				c.Letterheads[0].Picture = c.Logo
			} else {
				c.Logo = ""
			}
			gotC := must[data.Company](t)(st.Company.Save(ctx, c))
			sameButRecord(t, &c, new(gotC), func(v any) { v.(*data.Company).Record = data.Record{} })

			r := data.Rate{Date: "2026-11-20", Base: "USD", Quote: "CNY", Rate: 71234567890}
			gotR := must[data.Rate](t)(st.Rates.Save(ctx, r))
			sameButRecord(t, &r, new(gotR), func(v any) { v.(*data.Rate).Record = data.Record{} })

			v := filled[data.Warehouse](seed)
			v.Kind, v.Country = data.Consignment, "NL"
			gotV := must[data.Warehouse](t)(st.Warehouses.Save(ctx, v))
			sameButRecord(t, &v, new(gotV), func(v any) { v.(*data.Warehouse).Record = data.Record{} })
			for _, l := range gotO.Lines { // whose prices the lines have
				must[data.Campaign](t)(st.Campaigns.Save(ctx, data.Campaign{No: l.Campaign, Name: "C", From: "2026-11-22", Until: "2026-11-23"}))
			}
			wellKept(t, st)
		})
	}
}

func fullOrder(seed uint64, buyer data.Partner, p data.Product) data.Order {
	o := filled[data.Order](seed)
	o.CustomerID, o.Customer, o.Status, o.Currency = buyer.ID, buyer.Code, data.Confirmed, "USD"
	for _, d := range []*data.Date{
		&o.Date, &o.DueDate, &o.ValidUntil, &o.LastShipment, &o.RequiredDate, &o.BuyerOrderDate, &o.ContractDate,
		&o.Credit.Date, &o.Transport.TransportDoc, &o.Transport.Departure, &o.Transport.Arrival,
	} {
		*d = "2026-11-22"
	}
	for _, c := range []*data.Country{
		&o.ExportCountry, &o.Acquisition, &o.Destination, &o.Transport.Transhipment, &o.Consignee.Address.Country, &o.Consignee.LocalAddress.Country,
		&o.BillTo.Address.Country, &o.BillTo.LocalAddress.Country, &o.Notify.Address.Country, &o.Notify.LocalAddress.Country,
		&o.Manufacturer.Address.Country, &o.Manufacturer.LocalAddress.Country,
	} {
		*c = "CN"
	}
	o.Incoterm, o.Transport.Mode = data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}, data.Sea
	for _, party := range []*data.Party{&o.Consignee, &o.BillTo, &o.Notify, &o.Manufacturer} {
		party.Email = "x@y.cn"
	}
	o.Reduction.Percent, o.Proposed.Percent, o.Outcome = 12_500_000, 10_000_000, data.Outcome{}                  // only lost ones have an outcome
	o.CreditsSample, o.ConfirmedAt, o.ProducedAt, o.Samples.Arrives = "", time.Time{}, time.Time{}, "2026-11-22" // the first three follow from other things
	for i := range o.Lines {
		l := &o.Lines[i]
		l.Role = []data.LineRole{data.Ordinary, data.FreeSample, data.Tooling}[i%3]
		l.ID, l.UUID, l.VariantID, l.SKU, l.HSCode, l.Origin, l.Discount = 0, "", p.Variants[0].ID, p.SKU, "732393", "CN", 12_500_000
		l.Promise, l.Short = "2026-11-22", l.Quantity/4
	}
	return o
}

// wellKept checks the whole file.
func wellKept(t testing.TB, st *store.Store) {
	t.Helper()
	report, err := st.Backups.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Faults {
		t.Errorf("%s: %s", f.Key, f.What)
	}
}

func TestEveryAggregateRefusesAStaleVersion(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	buyer := must[data.Partner](t)(st.Partners.Save(ctx, fullPartner(1)))
	p := must[data.Product](t)(st.Products.Save(ctx, fullProduct(st, 1, buyer)))
	o := must[data.Order](t)(st.Orders.Save(ctx, fullOrder(1, buyer, p)))
	s := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: 1}}}))
	r := must[data.Rate](t)(st.Rates.Save(ctx, data.Rate{Date: "2026-11-20", Base: "USD", Quote: "CNY", Rate: 7}))
	c := must[data.Company](t)(st.Company.Save(ctx, data.Company{Party: data.Party{Name: "We"}}))
	v := must[data.Warehouse](t)(st.Warehouses.Save(ctx, data.Warehouse{Code: overseas, Kind: data.Overseas}))
	twice := map[string]func() error{
		"warehouse": func() error { v.LeadDays++; _, err := st.Warehouses.Save(ctx, v); return err },
		"partner":   func() error { buyer.Notes += "x"; _, err := st.Partners.Save(ctx, buyer); return err },
		"product":   func() error { p.Brand += "x"; _, err := st.Products.Save(ctx, p); return err },
		"order":     func() error { o.Notes += "x"; _, err := st.Orders.Save(ctx, o); return err },
		"shipment":  func() error { s.Marks += "x"; _, err := st.Shipments.Save(ctx, s); return err },
		"rate":      func() error { r.Rate++; _, err := st.Rates.Save(ctx, r); return err },
		"company":   func() error { c.Name += "x"; _, err := st.Company.Save(ctx, c); return err },
	}
	for name, save := range twice {
		if err := save(); err != nil {
			t.Errorf("%s: first save: %v", name, err)
		}
		if err := save(); !errors.Is(err, data.ErrConflict) {
			t.Errorf("%s: second save of the same version: %v", name, err)
		}
	}
	if _, err := st.Company.Save(ctx, data.Company{}); !errors.Is(err, data.ErrConflict) {
		var wrong data.Problems
		if !errors.As(err, &wrong) {
			t.Errorf("a second company: %v", err)
		}
	}
}

func TestSavingWhatIsUnchangedLeavesNoTrace(t *testing.T) {
	st := open(t)
	p := must[data.Product](t)(st.Products.Save(t.Context(), product("A", "Cup", "杯")))
	again := must[data.Product](t)(st.Products.Save(t.Context(), p))
	if !reflect.DeepEqual(p, again) {
		t.Errorf("version %d became %d", p.Version, again.Version)
	}
	if h := must[[]store.Entry](t)(st.Journal.History(t.Context(), p.UUID)); len(h) != 1 {
		t.Errorf("%d journal rows", len(h))
	}
}

func TestATakenCodeIsAProblemOfItsField(t *testing.T) {
	st := open(t)
	must[data.Product](t)(st.Products.Save(t.Context(), product("A", "Cup", "杯")))
	_, err := st.Products.Save(t.Context(), product("A", "Other", "别的"))
	var wrong data.Problems
	if !errors.As(err, &wrong) || wrong[0].Field != "sku" || wrong[0].Key != "problem.taken" {
		t.Error(err)
	}
}

func TestTwoProgramsShareOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shared.db")
	a, b := openAt(t, path), openAt(t, path)
	p := must[data.Product](t)(a.Products.Save(t.Context(), product("A", "Cup", "杯")))
	seen := must[data.Product](t)(b.Products.BySKU(t.Context(), "A"))
	seen.Brand = "B"
	must[data.Product](t)(b.Products.Save(t.Context(), seen))
	p.Brand = "C"
	if _, err := a.Products.Save(t.Context(), p); !errors.Is(err, data.ErrConflict) {
		t.Errorf("the first program overwrote the second: %v", err)
	}
	buyer := must[data.Partner](t)(a.Partners.Save(t.Context(), fullPartner(1)))
	done := make(chan error, 2)
	for i, st := range []*store.Store{a, b} {
		go func() {
			for n := range 50 {
				if _, err := st.Orders.Save(t.Context(), data.Order{Currency: "USD", CustomerID: buyer.ID}); err != nil {
					done <- fmt.Errorf("program %d, order %d: %w", i, n, err)
					return
				}
			}
			done <- nil
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if n := must[int](t)(a.Orders.Count(t.Context(), store.Query{})); n != 100 {
		t.Errorf("%d orders", n)
	}
	must[data.Order](t)(a.Orders.ByNo(t.Context(), "SO-2026-0100"))
	wellKept(t, a)
}

func TestWhatFailsInsideAtomicallyIsTakenBackWhole(t *testing.T) {
	st := open(t)
	boom := errors.New("boom")
	err := st.Atomically(t.Context(), func(in *store.Store) error {
		must[data.Product](t)(in.Products.Save(t.Context(), product("A", "Cup", "杯")))
		if _, err := in.Products.Save(t.Context(), product("A", "Twin", "双")); err == nil {
			t.Error("took a SKU twice")
		}
		must[data.Product](t)(in.Products.Save(t.Context(), product("B", "Pot", "壶")))
		return boom
	})
	if !errors.Is(err, boom) {
		t.Error(err)
	}
	if n := must[int](t)(st.Products.Count(t.Context(), store.Query{})); n != 0 {
		t.Errorf("%d products stayed", n)
	}
}

func TestNamesOfPartnersAreAskedForTogether(t *testing.T) {
	st := open(t)
	var ids []int64
	for _, code := range []string{"A", "B"} {
		ids = append(ids, must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: code, Party: data.Party{Name: "Firm " + code}})).ID)
	}
	names := must[map[int64]string](t)(st.Partners.Names(t.Context(), "en", append(ids, 0, 999)))
	if len(names) != 2 || names[ids[0]] != "Firm A" || names[ids[1]] != "Firm B" {
		t.Errorf("%v", names)
	}
	mill := must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: "C", Party: data.Party{Name: "Mill", LocalName: "九号工厂", Address: data.Address{Country: "CN"}}}))
	kilns := must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: "D", Party: data.Party{Name: "Kilns", LocalName: "窯業", Address: data.Address{Country: "JP"}}}))
	for lang, want := range map[string]string{"en": "Mill Kilns", "zh": "九号工厂 Kilns"} {
		names := must[map[int64]string](t)(st.Partners.Names(t.Context(), lang, []int64{mill.ID, kilns.ID}))
		if got := names[mill.ID] + " " + names[kilns.ID]; got != want {
			t.Errorf("in %s they are called %s; want %s", lang, got, want)
		}
	}
}
