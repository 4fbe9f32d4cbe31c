package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

func unitPrice(text string) data.UnitPrice {
	p, err := data.ParseUnitPrice(text)
	if err != nil {
		panic(err)
	}
	return p
}

func TestThePriceIsThatOfTheClosestTermAndTheHighestStepReached(t *testing.T) {
	list, own := unitPrice("10"), unitPrice("12")
	cif := data.Incoterm{Rule: "CIF"}
	hamburg := data.Incoterm{Rule: "CIF", Place: "Hamburg"}
	p := data.Product{
		Price: &list, Currency: "USD",
		PriceLadder: []data.PriceStep{
			{From: data.Pieces(100), Price: unitPrice("9")},
			{From: data.Pieces(500), Price: unitPrice("8")},
			{From: data.Pieces(100), Price: unitPrice("11"), Term: cif},
			{From: data.Pieces(500), Price: unitPrice("10.5"), Term: hamburg},
			{From: data.Pieces(200), Price: unitPrice("7.5"), Currency: "EUR"},
		},
		Variants: []data.Variant{{ID: 1}, {ID: 2, Price: &own}},
	}
	for _, tt := range []struct {
		variant  int64
		currency data.Currency
		term     data.Incoterm
		quantity int64
		want     string
	}{
		{0, "", data.Incoterm{}, 1, "10 true"},
		{1, "USD", data.Incoterm{}, 99, "10 true"},
		{1, "USD", data.Incoterm{}, 100, "9 true"},
		{1, "USD", data.Incoterm{Rule: "FOB", Place: "Ningbo"}, 5000, "8 true"},
		{1, "USD", data.Incoterm{Rule: "CIF", Place: "Rotterdam"}, 5000, "11 true"},
		{1, "USD", data.Incoterm{Rule: "CIF", Place: " hamburg"}, 5000, "10.5 true"},
		{1, "USD", hamburg, 200, "11 true"},
		{1, "USD", cif, 50, "10 true"},
		{1, "EUR", cif, 199, "0 false"},
		{1, "EUR", cif, 200, "7.5 true"},
		{2, "USD", hamburg, 5000, "12 true"},
		{2, "EUR", hamburg, 5000, "12 false"},
	} {
		price, ok := p.PriceOf(tt.variant, tt.currency, tt.term, data.Pieces(tt.quantity))
		if got := fmt.Sprint(price, ok); got != tt.want {
			t.Errorf("%+v: %s", tt, got)
		}
	}
	var steps []string
	for _, s := range p.LadderOf("USD", data.Incoterm{Rule: "FOB"}) {
		steps = append(steps, s.From.String()+" "+s.Price.String())
	}
	if got := strings.Join(steps, ", "); got != "100 9, 500 8" {
		t.Error(got)
	}
}

func TestTheOffersOfSuppliersAgreeWithTheProductsOwnFields(t *testing.T) {
	seventy, eighty := unitPrice("70"), unitPrice("80")
	p := data.Product{MOQ: data.Pieces(50)}
	p.SetOffers([]data.Offer{
		{PartnerID: 1, Partner: "A", Cost: &seventy, Currency: "CNY", LeadDays: 20},
		{PartnerID: 2, Partner: "B", Cost: &eighty, Currency: "CNY", MOQ: data.Pieces(300), Preferred: true},
	})
	if p.SupplierID != 2 || *p.Cost != eighty || p.CostCurrency != "CNY" {
		t.Errorf("%+v", p)
	}
	p.SupplierID, p.Cost = 1, &eighty // as an import of plain fields does
	p.SettleOffers("A")
	a, _ := p.OfferOf(1)
	b, _ := p.OfferOf(2)
	if !a.Preferred || *a.Cost != eighty || a.LeadDays != 20 || a.MOQ != data.Pieces(50) || b.Preferred || b.MOQ != data.Pieces(300) {
		t.Errorf("%+v %+v", a, b)
	}
	p.SupplierID = 3
	p.SettleOffers("C")
	if len(p.Offers) != 3 || p.Offers[0].Partner != "C" || !p.Offers[0].Preferred || p.Offers[1].Preferred {
		t.Errorf("%+v", p.Offers)
	}
	alone := data.Product{SupplierID: 4, Cost: &seventy}
	alone.SettleOffers("D")
	if one, ok := alone.OfferOf(4); alone.Offers != nil || !ok || *one.Cost != seventy {
		t.Errorf("%+v", one)
	}
}

func TestAVariantIsPackedAsItSaysElseAsItsProduct(t *testing.T) {
	own := data.Packing{PcsPerCarton: data.Pieces(6)}
	p := data.Product{
		Packing:  data.Packing{UnitNet: 1_000_000, PcsPerCarton: data.Pieces(10), CartonNet: 10_000_000, CartonGross: 11_000_000},
		Variants: []data.Variant{{ID: 1}, {ID: 2, Packing: &own}, {ID: 3, UnitNet: 1_200_000}},
	}
	if p.PackingOf(0) != p.Packing || p.PackingOf(1) != p.Packing || p.PackingOf(2) != own {
		t.Error("not as said")
	}
	heavy := p.PackingOf(3)
	if net, _ := heavy.NetOf(heavy.PcsPerCarton); net != 12_000_000 || heavy.CartonGross != 13_000_000 {
		t.Errorf("net %v, gross %v: the carton's own weight is 1 kg", net, heavy.CartonGross)
	}
}

func TestContainersTakeWholePallets(t *testing.T) {
	k := data.Packing{
		PcsPerCarton: data.Pieces(12), Carton: data.Box{Length: 4000, Width: 3000, Height: 3000}, CartonGross: 10_000_000,
		Pallet: data.Pallet{PerLayer: 8, Layers: 3, Size: data.Box{Length: 12000, Width: 8000, Height: 10500}, Tare: 20_000_000},
	}
	if gross, _ := k.PalletGross(); gross != 260_000_000 {
		t.Error(gross)
	}
	var got []string
	for _, c := range data.ContainerTypes() {
		q, ok := k.PiecesOnPallets(c)
		got = append(got, fmt.Sprint(c.Type, " ", q, " ", ok))
	}
	// 20GP: 590/80 × 235.2/120 = 7, 590/120 × 235.2/80 = 4 × 2 = 8, two high: 16 pallets × 288.
	if want := "20GP 4608 true, 40GP 11520 true, 40HQ 11520 true, 45HQ 12672 true"; strings.Join(got, ", ") != want {
		t.Error(got)
	}
	k.Pallet.Gross = 4_000_000_000 // 4 t each: 28,130 kg take 7
	if q, _ := k.PiecesOnPallets(data.ContainerTypes()[0]); q != data.Pieces(7*288) {
		t.Error(q)
	}
}

func TestTheRateOfADayIsThatOfThePeriodThatBeganLast(t *testing.T) {
	p := data.Product{
		TaxRates: []data.TaxRate{{Refund: 13, From: "2026-06-01"}, {Refund: 9, To: "2026-05-31"}, {Refund: 5, From: "2026-12-01", To: "2026-12-31"}},
		Duties:   []data.Duty{{Country: "US", Rate: 7, To: "2025-12-31"}, {Country: "US", Rate: 8, From: "2026-01-01"}, {Country: "DE", Rate: 1}},
	}
	for day, want := range map[data.Date]data.Percent{"2020-01-01": 9, "2026-05-31": 9, "2026-06-01": 13, "2026-12-15": 5, "2027-01-01": 13} {
		if r, _ := p.TaxRateOn(day); r.Refund != want {
			t.Errorf("%s: %d", day, r.Refund)
		}
	}
	if d, ok := p.DutyOn("US", "2026-01-01"); !ok || d.Rate != 8 {
		t.Errorf("%+v", d)
	}
	if _, ok := p.DutyOn("FR", "2026-01-01"); ok {
		t.Error("nothing is known of France")
	}
}

func TestMissingCertificatesFollowTheRulesOfTheDestination(t *testing.T) {
	rules := []data.CertificateRule{
		{Kind: "CE", Market: "EU"},
		{Kind: "RoHS", Market: "EU", Category: "lamps"},
		{Kind: "FSC", Market: "DE", Category: "44"},
		{Kind: "REACH", Market: "DE"},
		{Kind: "ce", Market: "DE"},
		{Kind: "FCC", Market: "US"},
		{Kind: "halal", Market: "ID"},
	}
	p := data.Product{Category: "Lamps", HSCode: "94052100", Certificates: []data.Certificate{
		{Kind: "RoHS", Markets: []string{"EU"}, Expires: "2026-11-21"}, {Kind: "reach"}, {Kind: "FCC", Markets: []string{"CA"}},
	}}
	for country, want := range map[data.Country]string{"DE": "CE RoHS", "FR": "CE RoHS", "US": "FCC", "CN": "", "ID": "halal"} {
		var got []string
		for _, r := range data.MissingCertificates(p, country, rules, "2026-11-22") {
			got = append(got, r.Kind)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", country, got)
		}
	}
	p.HSCode = "44219990"
	if got := data.MissingCertificates(p, "DE", rules, "2026-11-21"); len(got) != 2 || got[1].Kind != "FSC" {
		t.Errorf("%+v", got)
	}
}

func TestCertificatesAreDueThreeMonthsAheadUnlessTheyWereRenewed(t *testing.T) {
	p := data.Product{Certificates: []data.Certificate{
		{Kind: "CE", Markets: []string{"EU"}, Expires: "2026-12-01"},
		{Kind: "CE", Markets: []string{"EU"}, Expires: "2029-01-01"},
		{Kind: "FCC", Expires: "2027-02-20"},
		{Kind: "RoHS", Expires: "2027-02-21"},
		{Kind: "FSC", Expires: "2026-11-20"},
		{Kind: "own"},
		{Kind: "halal", Markets: []string{"ID", "MY"}, Expires: "2026-12-01"},
		{Kind: "halal", Markets: []string{"ID"}},
	}}
	var got []string
	for _, a := range data.CertificateAlerts(p, "2026-11-22", data.Company{}.CertificateNoticeDays()) {
		got = append(got, fmt.Sprint(a.Certificate.Kind, " ", a.Days))
	}
	if want := "FCC 90, FSC -2, halal 9"; strings.Join(got, ", ") != want {
		t.Error(got)
	}
	if got := p.ExpiredCertificates("2026-11-22"); len(got) != 1 || got[0].Field != "certificates.5.expires" {
		t.Error(got)
	}
}

func TestTheCustomsDescriptionIsComposedUnlessOneIsWritten(t *testing.T) {
	p := data.Product{
		Customs: data.Texts{"en": "Mugs as agreed", "de": " "},
		CustomsParts: map[string]data.CustomsParts{
			"en": {What: "Mug", Material: "stoneware", Use: "drinking"}, "zh": {What: "马克杯", Material: "炻瓷", Use: "饮用"},
			"de": {What: "Becher", Use: "Trinken"}, "fr": {},
		},
	}
	got := p.CustomsTexts()
	if len(got) != 3 || got["en"] != "Mugs as agreed" || got["zh"] != "马克杯，材质：炻瓷，用途：饮用" || got["de"] != "Becher, Trinken" {
		t.Error(got)
	}
	if text := p.CustomsParts["en"].Text("en-GB"); text != "Mug, of stoneware, for drinking" {
		t.Error(text)
	}
}

func TestTheElementsOfTheLongestCodeHold(t *testing.T) {
	lists := []data.ElementList{
		{Code: "94", Elements: []data.ElementName{{Chinese: "品牌"}}},
		{Code: "9405", Elements: []data.ElementName{{Chinese: "品名"}, {Chinese: "材质"}}},
		{Code: "940521", Record: data.Record{Archived: true}},
	}
	l, ok := data.ElementsFor("94052100", lists)
	if !ok || l.Code != "9405" {
		t.Fatalf("%+v", l)
	}
	p := data.Product{Elements: []data.Element{{Name: "型号", Value: "X1"}, {Name: "材质", Value: "钢"}}}
	if got := fmt.Sprint(p.ElementsOf(l)); got != "[{品名 } {材质 钢} {型号 X1}]" {
		t.Error(got)
	}
	if _, ok := data.ElementsFor("8501", lists); ok {
		t.Error("nothing is known of 8501")
	}
}

func TestImpossibleProductsAreRefusedAndDoubtfulOnesNamed(t *testing.T) {
	list := unitPrice("10")
	for want, p := range map[string]data.Product{
		"listings.2.language: problem.duplicate":             {Listings: []data.Listing{{Market: "ebay", Language: "en"}, {Market: "ebay", Language: "en"}}},
		"price_ladder.3.from: problem.not_rising":            {PriceLadder: []data.PriceStep{{From: 5}, {From: 5, Currency: "EUR"}, {From: 5}}},
		"price_ladder.1.incoterm: problem.unknown_term":      {PriceLadder: []data.PriceStep{{From: 5, Term: data.Incoterm{Rule: "XYZ"}}}},
		"suppliers.2.partner: problem.duplicate":             {Offers: []data.Offer{{Partner: "A"}, {Partner: "A"}}},
		"tax_rates.1.refund_percent: problem.over_hundred":   {TaxRates: []data.TaxRate{{Refund: data.Hundred + 1}}},
		"tax_rates.1.to: problem.ends_before_start":          {TaxRates: []data.TaxRate{{From: "2026-02-01", To: "2026-01-31"}}},
		"duties.1.country: problem.unknown_country":          {Duties: []data.Duty{{Country: "XX"}}},
		"dangerous_goods.un: problem.bad_un_number":          {Danger: data.Danger{UN: "UN12"}},
		"battery.kind: problem.unknown_choice":               {Battery: data.Battery{Kind: "huge"}},
		"certificates.1.markets: problem.unknown_country":    {Certificates: []data.Certificate{{Kind: "CE", Markets: []string{"EU", "QQ"}}}},
		"variants.1.packing.carton_net_kg: problem.negative": {Variants: []data.Variant{{SKU: "A", Packing: &data.Packing{CartonNet: -1}}}},
		"carton_measured: problem.unknown_choice":            {Packing: data.Packing{CartonMark: "guessed"}},
		"pictures.1.role: problem.unknown_choice":            {Pictures: []data.Picture{{Hash: "a", Role: "cover"}}},
		"declaration_elements.2.name: problem.duplicate":     {Elements: []data.Element{{Name: "品名"}, {Name: "品名"}}},
	} {
		p.SKU = "A"
		if err := p.Validate(); err == nil || err.Error() != "0:"+want {
			t.Errorf("want %s, got %v", want, err)
		}
	}
	for want, p := range map[string]data.Product{
		"price_ladder.1.price: problem.ladder_rises":                  {Price: &list, PriceLadder: []data.PriceStep{{From: 5, Price: list + 1}}},
		"tax_rates.2.from: problem.periods_overlap":                   {TaxRates: []data.TaxRate{{From: "2026-01-01"}, {From: "2026-02-01"}}},
		"duties.3.from: problem.periods_overlap":                      {Duties: []data.Duty{{Country: "US", To: "2026-02-01"}, {Country: "DE"}, {Country: "US", From: "2026-02-01"}}},
		"unit_gross_kg: problem.gross_below_net":                      {Packing: data.Packing{UnitNet: 2, UnitGross: 1}},
		"battery.un383_report: problem.battery_untested":              {Battery: data.Battery{Kind: data.IonIn, WattHours: 1}},
		"dangerous_goods.un: problem.battery_other_un":                {Battery: data.Battery{Kind: data.IonIn, WattHours: 1, Tested: "x"}, Danger: data.Danger{UN: "3480", Class: "9"}},
		"variants.1.packing.carton_gross_kg: problem.gross_below_net": {Variants: []data.Variant{{SKU: "A", Packing: &data.Packing{CartonNet: 2, CartonGross: 1}}}},
	} {
		p.SKU = "A"
		if err := p.Validate(); err != nil {
			t.Errorf("%s: refused: %v", want, err)
		}
		if got := p.Warnings(); len(got) != 1 || got.Error() != "0:"+want {
			t.Errorf("want %s, got %v", want, got)
		}
	}
	if kinds := data.BatteryKinds(); !slices.Contains(kinds, data.NoBattery) || data.IonAlone.UN() != "3480" {
		t.Error(kinds)
	}
}
