package document_test

import (
	"testing"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/i18n"
)

// words are those of the program, so that the goldens read as papers do.
func words(t testing.TB, langs ...string) []document.Words {
	t.Helper()
	all := make([]document.Words, len(langs))
	for i, lang := range langs {
		tr, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		all[i] = document.Words{
			Lang: tr.Lang(), T: tr.T, Number: tr.Number,
			Country: func(c data.Country) string { return c.Name(lang) },
			Unit:    func(u data.Unit) string { return u.Name(lang) },
			Package: func(k data.PackageKind) string { return k.Plural(lang) },
			One:     func(k data.PackageKind) string { return k.Name(lang) },
			Date:    func(d data.Date) string { return tr.Date(string(d)) },
			InWords: func(m data.Money, style string) string {
				return i18n.InWords(lang, style, m.Minor, string(m.Currency), m.Currency.Decimals())
			},
			Count: func(n int64) string { return i18n.Count(lang, n) },
		}
	}
	return all
}

func weight(s string) data.Weight   { return must(data.ParseKilograms(s)) }
func price(s string) data.UnitPrice { return must(data.ParseUnitPrice(s)) }
func cm(l, w, h string) data.Box {
	return data.Box{Length: length(l), Width: length(w), Height: length(h)}
}
func length(s string) data.Length   { return must(data.ParseCentimetres(s)) }
func percent(s string) data.Percent { return must(data.ParsePercent(s)) }
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// sample is a shipment of a Ningbo exporter to Hamburg: three articles, FOB, bilingual, packed by its products.
func sample() data.Source {
	return data.Source{Company: sampleCompany(), Customer: sampleCustomer(), Order: sampleOrder(), Products: sampleProducts()}
}

// sampleShipment sends all of the first two articles and most of the third, in one container; the rest of each article
// shares the last carton.
func sampleShipment() *data.Shipment {
	mug, board, towel := cm("48", "38", "32"), cm("45.5", "32", "28.5"), cm("60", "40", "35")
	return &data.Shipment{
		No: "SH-2026-0001", OrderNo: "SO-2026-0001", Date: "2026-11-20",
		Transport: data.Transport{TransportDocNo: "COSU6301234567", TransportDoc: "2026-11-21", Departure: "2026-11-21", PlaceOfDelivery: "Hamburg CFS"},
		Lines: []data.ShipmentLine{
			{OrderLineID: 11, Line: 1, Quantity: data.Pieces(1000)},
			{OrderLineID: 12, Line: 2, Quantity: data.Pieces(600)},
			{OrderLineID: 13, Line: 3, Quantity: data.Pieces(200)},
		},
		Cartons: []data.CartonRange{
			{From: 1, To: 41, Contents: []data.CartonLine{{Line: 1, Quantity: data.Pieces(24)}}, Net: weight("8.4"), Gross: weight("9.6"), Box: mug},
			{From: 42, To: 71, Contents: []data.CartonLine{{Line: 2, Quantity: data.Pieces(20)}}, Net: weight("16.4"), Gross: weight("17.5"), Box: board},
			{From: 72, To: 77, Contents: []data.CartonLine{{Line: 3, Quantity: data.Pieces(30)}}, Net: weight("14.4"), Gross: weight("15.6"), Box: towel},
			{
				From: 78, To: 78, Contents: []data.CartonLine{{Line: 1, Quantity: data.Pieces(16)}, {Line: 3, Quantity: data.Pieces(20)}},
				Net: weight("15.2"), Gross: weight("16.45"), Box: towel,
			},
		},
		Containers: []data.Container{{No: "CSQU3054383", Seal: "CN1234567", Type: "20GP"}},
		Discount:   4000, Charges: []data.Charge{{Name: "Export packing", Minor: 10000}},
	}
}

// sent is the sample with its shipment.
func sent() data.Source {
	src := sample()
	src.Shipment = sampleShipment()
	return src
}

func sampleCompany() data.Company {
	return data.Company{
		Party: data.Party{
			Name: "Ningbo Haifeng Homeware Co., Ltd.", LocalName: "宁波海风家居用品有限公司",
			Address:      data.Address{Street: "Room 1203, 88 Zhongshan East Road", City: "Ningbo", Region: "Zhejiang", PostalCode: "315000", Country: "CN"},
			LocalAddress: data.Address{Street: "中山东路88号1203室", City: "宁波市", Region: "浙江省", PostalCode: "315000", Country: "CN"},
			TaxID:        "91330200MA2AABCD1X", Contact: "Ms Lin Yue", Email: "lin.yue@haifeng.example", Phone: "+86 574 5550 1234",
		},
		CustomsNo: "3302960ABC", Currency: "USD", PlaceOfIssue: "Ningbo", SignatoryName: "Lin Yue", SignatoryTitle: "Export Manager",
		BankAccounts: []data.BankAccount{
			{Currency: "CNY", Beneficiary: "宁波海风家居用品有限公司", Bank: "中国银行宁波分行", Account: "1111"},
			{
				Currency: "USD", Beneficiary: "Ningbo Haifeng Homeware Co., Ltd.", Bank: "Bank of China, Ningbo Branch",
				BankAddress: "139 Yaohang Street, Ningbo, China", Account: "3509 5831 2345", SWIFT: "BKCHCNBJ92A",
			},
		},
		Declarations: map[string]data.Texts{
			"commercial-invoice": {"en": "We certify that this invoice is true and correct.", "zh": "兹证明本发票内容真实无误。"},
		},
	}
}

func sampleCustomer() data.Partner {
	return data.Partner{
		Code: "NORDLICHT", PaymentTerms: "30% deposit by T/T, balance against copy of B/L",
		Party: data.Party{
			Name: "Nordlicht Haushaltswaren GmbH", TaxID: "DE811234567", Contact: "Jörg Müller", Email: "einkauf@nordlicht.example",
			Address: data.Address{Street: "Speicherstraße 7", City: "Hamburg", PostalCode: "20457", Country: "DE"},
		},
	}
}

func sampleProducts() map[int64]data.Product {
	return map[int64]data.Product{
		1: {
			SKU: "MUG-330-W", Name: data.Texts{"en": "Stoneware mug 330 ml, white", "zh": "白色炻瓷马克杯 330毫升"},
			Description: data.Texts{"en": "Glazed stoneware, for household use", "zh": "上釉炻瓷，家用"},
			Brand:       "Haifeng", Composition: "Stoneware 100%", Unit: "PCS", HSCode: "6912001000", Origin: "CN", MOQ: data.Pieces(500), LeadTime: "35 days",
			PriceLadder: []data.PriceStep{{From: data.Pieces(500), Price: price("1.35")}, {From: data.Pieces(2000), Price: price("1.245")}},
			Packing:     data.Packing{UnitNet: weight("0.35"), PcsPerCarton: data.Pieces(24), Carton: cm("48", "38", "32"), CartonNet: weight("8.4"), CartonGross: weight("9.6")},
			Variants:    []data.Variant{{ID: 1, SKU: "MUG-330-W"}},
		},
		2: {
			SKU: "BRD-A4", Name: data.Texts{"en": "Bamboo cutting board A4", "zh": "竹制砧板 A4"}, Unit: "PCS", HSCode: "4419110000", Origin: "CN",
			Packing:  data.Packing{UnitNet: weight("0.82"), PcsPerCarton: data.Pieces(20), Carton: cm("45.5", "32", "28.5"), CartonNet: weight("16.4"), CartonGross: weight("17.5")},
			Variants: []data.Variant{{ID: 2, SKU: "BRD-A4"}},
		},
		3: {
			SKU: "TWL-SET6", Name: data.Texts{"en": "Kitchen towel, set of 6", "zh": "厨房毛巾六件套"}, Composition: "100% cotton", Unit: "SETS", HSCode: "6302600000", Origin: "CN",
			Packing:  data.Packing{UnitNet: weight("0.48"), PcsPerCarton: data.Pieces(30), Carton: cm("60", "40", "35"), CartonNet: weight("14.4"), CartonGross: weight("15.6")},
			Variants: []data.Variant{{ID: 3, SKU: "TWL-SET6"}},
		},
	}
}

func sampleOrder() data.Order {
	return data.Order{
		No: "SO-2026-0001", Date: "2026-11-02", Customer: "NORDLICHT", Currency: "USD",
		Incoterm:  data.Incoterm{Rule: "FOB", Place: "Ningbo, China", Edition: "2020"},
		Transport: data.Transport{Mode: data.Sea, Vessel: "COSCO HARMONY", Voyage: "042W", PortOfLoading: "Ningbo", PortOfDischarge: "Hamburg"},
		Marks:     "NORDLICHT\nPO-7788\nHAMBURG\n1-UP", BuyerOrderNo: "PO-7788", BuyerOrderDate: "2026-10-28",
		ContractNo: "HF26-118", ContractDate: "2026-11-01", ValidUntil: "2026-12-31", LastShipment: "2026-12-20", LeadTime: "35 days after deposit",
		SampleTerms: "Two samples free of charge, courier for the buyer's account", RateNote: "USD 1 = CNY 7.10, reviewed if it moves by 2%",
		Lines: []data.OrderLine{
			{ID: 11, VariantID: 1, SKU: "MUG-330-W", BuyerItemNo: "NL-4410", Quantity: data.Pieces(1000), Unit: "PCS", Price: price("1.245")},
			{ID: 12, VariantID: 2, SKU: "BRD-A4", Quantity: data.Pieces(600), Unit: "PCS", Price: price("3.2"), Discount: percent("2.5")},
			{ID: 13, VariantID: 3, SKU: "TWL-SET6", Quantity: data.Pieces(240), Unit: "SETS", Price: price("4.75")},
		},
		Discount: 5000, Charges: []data.Charge{{Name: "Export packing", Minor: 12000}},
	}
}
