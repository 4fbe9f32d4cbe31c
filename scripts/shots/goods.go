package main

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/certificates"
	"tradewind/screens/products"
)

// goods makes a product with something in every part of its record, and one whose texts are long.
func goods(ctx context.Context, st *store.Store) error {
	for _, p := range []data.Partner{
		{Code: "BRIGHT", Party: data.Party{Name: "宁波明亮灯具厂", Address: data.Address{Country: "CN"}}, Roles: []data.Role{data.Supplier}},
		{Code: "SHINE", Party: data.Party{Name: "Zhongshan Shine Lighting Co., Ltd.", Address: data.Address{Country: "CN"}}, Roles: []data.Role{data.Supplier}},
		{Code: "NORD", Party: data.Party{Name: "Nordlicht Handels GmbH", Address: data.Address{Country: "DE"}}, Roles: []data.Role{data.Customer}},
	} {
		if _, err := st.Partners.Save(ctx, p); err != nil {
			return err
		}
	}
	list := data.ElementList{Code: "9405", Elements: []data.ElementName{{Chinese: "品名"}, {Chinese: "材质"}, {Chinese: "是否LED光源"}, {Chinese: "品牌类型"}, {Chinese: "出口享惠情况"}}}
	if _, err := st.Elements.Save(ctx, list); err != nil {
		return err
	}
	p, err := lamp(ctx, st)
	if err == nil {
		err = papers(ctx, st, &p)
	}
	if err != nil {
		return err
	}
	if _, err := st.Products.Save(ctx, p); err != nil {
		return err
	}
	p.ID, p.UUID, p.SKU, p.GTIN = 0, "", "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", ""
	p.Name = data.Texts{"en": longText, "zh": longChinese}
	p.Variants, p.BuyerItemNames = nil, []data.BuyerItemNo{{Partner: "NORD", ItemNo: longText}}
	p.Certificates[0].Issuer, p.Elements[0].Value, p.Duties[0].Note = longText, longChinese, longText
	p.CustomsParts = map[string]data.CustomsParts{"en": {What: longText, Material: longText, Use: longText}}
	_, err = st.Products.Save(ctx, p)
	return err
}

// papers gives a lamp certificates in every state, one with its scan, and the rules that ask for them.
func papers(ctx context.Context, st *store.Store, p *data.Product) error {
	today := data.DateOf(time.Now()).Time()
	in := func(days int) data.Date { return data.DateOf(today.AddDate(0, 0, days)) }
	raw, err := plate(200)
	if err != nil {
		return err
	}
	h, err := st.Attachments.Put(ctx, "CE-2024-118 TÜV Rheinland.png", raw)
	if err != nil {
		return err
	}
	p.Certificates[0].Scan = h
	p.Certificates[1].Expires = in(40)
	p.Certificates = append(p.Certificates, data.Certificate{Kind: "FCC", Number: "2ABCD-FL2", Issuer: "SGS", Markets: []string{"US"}, Expires: in(-12), Note: "renewal asked"})
	for _, r := range []data.CertificateRule{
		{Kind: "CE", Market: "EU", Category: "9405", Source: "2014/35/EU", Date: "2026-11-01"},
		{Kind: "FCC", Market: "US", Category: "Lighting", Source: "47 CFR 15", Date: "2026-11-01"},
		{Kind: "SABER", Market: "SA", Source: "SASO", Date: "2026-10-12", Note: "all consumer goods"},
	} {
		if _, err := st.CertificateRules.Save(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

func lamp(ctx context.Context, st *store.Store) (data.Product, error) {
	price, euro, cost, other := data.UnitPrice(16_400_000), data.UnitPrice(17_800_000), data.UnitPrice(71_000_000), data.UnitPrice(69_500_000)
	p := data.Product{
		SKU: "LAMP-2", Name: data.Texts{"en": "LED floor lamp", "zh": "LED落地灯"}, Category: "Lighting", Unit: "PCS", Brand: "Bright Star", Model: "FL-2",
		Composition: "Steel, aluminium, fabric", GTIN: "6901234500011", Price: &price, Currency: "USD", Cost: &cost, CostCurrency: "CNY", Supplier: "BRIGHT",
		HSCode: "94052100", HSEdition: "2022", Origin: "CN", MOQ: data.Pieces(200), LeadTime: "30 days",
		PriceLadder: []data.PriceStep{
			{From: data.Pieces(500), Price: 15_900_000},
			{From: data.Pieces(1000), Price: 15_400_000},
			{From: data.Pieces(500), Price: euro, Currency: "EUR", Term: data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}},
		},
		Offers: []data.Offer{
			{Partner: "BRIGHT", ItemNo: "BL-77", LeadDays: 25, MOQ: data.Pieces(300), Multiple: data.Pieces(2), Preferred: true, Cost: &cost, Currency: "CNY"},
			{Partner: "SHINE", ItemNo: "SH-2026-12", Cost: &other, Currency: "CNY", LeadDays: 40, MOQ: data.Pieces(1000), Multiple: data.Pieces(2)},
		},
		BuyerItemNames: []data.BuyerItemNo{{Partner: "NORD", ItemNo: "4711-LED"}},
		Packing: data.Packing{
			UnitNet: 1_950_000, UnitGross: 2_100_000, UnitBox: data.Box{Length: 3000, Width: 3000, Height: 1200}, UnitMark: data.Measured,
			PcsPerInner: data.Pieces(1), PcsPerCarton: data.Pieces(2), Carton: data.Box{Length: 6200, Width: 3200, Height: 2600}, CartonNet: 4_200_000,
			CartonGross: 5_000_000, CartonMark: data.Measured, Kind: "CT",
			Pallet: data.Pallet{PerLayer: 4, Layers: 6, Size: data.Box{Length: 12000, Width: 10000, Height: 17500}, Tare: 18_000_000, Mark: data.Estimated},
		},
		CustomsParts: map[string]data.CustomsParts{"en": {What: "LED floor lamp", Material: "steel and fabric", Use: "lighting rooms"}, "zh": {What: "LED落地灯", Material: "钢、织物", Use: "室内照明"}},
		Elements:     []data.Element{{Name: "品名", Value: "LED落地灯"}, {Name: "材质", Value: "钢、织物"}},
		TaxRates:     []data.TaxRate{{VAT: 13_000_000, Refund: 13_000_000, From: "2025-01-01", To: "2026-12-31"}, {VAT: 13_000_000, Refund: 9_000_000, From: "2027-01-01", Note: "announced"}},
		Duties:       []data.Duty{{Country: "US", Rate: 3_900_000, From: "2026-01-01"}, {Country: "DE", Rate: 2_700_000, From: "2026-01-01"}},
		Battery:      data.Battery{Kind: data.NoBattery},
		Certificates: []data.Certificate{
			{Kind: "CE", Number: "CE-2024-118", Issuer: "TÜV Rheinland", Markets: []string{"EU"}, Issued: "2024-05-01", Expires: "2029-04-30"},
			{Kind: "RoHS", Number: "R-77", Issuer: "SGS", Markets: []string{"EU", "GB"}, Issued: "2024-02-01", Expires: "2027-01-31"},
		},
		Variants: []data.Variant{
			{SKU: "LAMP-2", GTIN: "6901234500011", Attributes: map[string]string{"colour": "white", "plug": "EU"}},
			{SKU: "LAMP-2-BK", Attributes: map[string]string{"colour": "black", "plug": "EU"}},
			{SKU: "LAMP-2-UK", Attributes: map[string]string{"colour": "white", "plug": "UK"}, Price: &euro},
		},
		Listings: []data.Listing{{Market: "alibaba", Language: "en", Title: "Dimmable LED floor lamp for living rooms, steel and fabric", Points: []string{"Dimmable", "Steel stand"}, Keywords: []string{"floor lamp", "LED lamp"}}},
	}
	for i, role := range data.PictureRoles() {
		raw, err := plate(uint8(60 * i))
		if err != nil {
			return p, err
		}
		h, err := st.Attachments.Put(ctx, role+".png", raw)
		if err != nil {
			return p, err
		}
		p.Pictures = append(p.Pictures, data.Picture{Hash: h, Role: role, Name: role + ".png", Size: int64(len(raw)), Original: 2_400_000, Added: "2026-05-01"})
	}
	return p, nil
}

// plate is a picture of one colour with an edge.
func plate(shade uint8) ([]byte, error) {
	img := image.NewRGBA(image.Rect(0, 0, 160, 120))
	for y := range 120 {
		for x := range 160 {
			img.Set(x, y, color.RGBA{11 + shade, 92, 158 - shade/2, 255})
			if x < 8 || y < 8 || x >= 152 || y >= 112 {
				img.Set(x, y, color.White)
			}
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, img)
	return b.Bytes(), err
}

// goodsScenes are the pictures of the product editor, part by part.
func goodsScenes(file string) (list []scene) {
	list = append(productSections(file, "product-", "LAMP-2"), productSections(file, "product-long-", "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML")...)
	act := func(n int) func(*app.Window) {
		return func(w *app.Window) { w.Open("products", "LAMP-2"); w.Current().(*products.Screen).Act(n) }
	}
	list = append(list, scene{"product-certificates", file, "", func(w *app.Window) {
		w.Open("products", "LAMP-2")
		w.Current().(*products.Screen).ShowCertificates(false)
	}}, scene{"product-certificates-dark", file, "dark", func(w *app.Window) {
		w.Open("products", "LAMP-2")
		w.Current().(*products.Screen).ShowCertificates(false)
	}}, scene{"product-scan", file, "", func(w *app.Window) {
		w.Open("products", "LAMP-2")
		w.Current().(*products.Screen).ShowCertificates(true)
	}}, scene{"product-certificates-long", file, "", func(w *app.Window) {
		w.Open("products", "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML")
		w.Current().(*products.Screen).ShowCertificates(false)
	}})
	for i, name := range []string{"due", "all"} {
		list = append(list, scene{"calendar-" + name, file, "", func(w *app.Window) {
			w.Open("certificates", "")
			w.Current().(*certificates.Screen).Tab(i)
		}})
	}
	list = append(list, scene{"calendar-rule", file, "", func(w *app.Window) { w.Open("certificates", ""); w.Current().New() }})
	return append(list, scene{"product-dark", file, "dark", func(w *app.Window) { w.Open("products", "LAMP-2"); section(w, "screen.product.prices") }},
		scene{"product-history", file, "", act(0)}, scene{"product-many", file, "", act(1)}, scene{"product-spread", file, "", act(2)})
}
