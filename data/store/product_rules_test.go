package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestTheElementsOfAnHSCodeAreThoseOfItsLongestBeginning(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	save := func(code, name string) data.ElementList {
		return must[data.ElementList](t)(st.Elements.Save(ctx, data.ElementList{Code: code, Elements: []data.ElementName{{Chinese: name}}}))
	}
	save("94", "品牌")
	long := save("940521", "材质")
	if l := must[data.ElementList](t)(st.Elements.For(ctx, "9405210090")); l.Code != "940521" {
		t.Errorf("%+v", l)
	}
	if err := st.Elements.Archive(ctx, long.ID, true); err != nil {
		t.Fatal(err)
	}
	if l := must[data.ElementList](t)(st.Elements.For(ctx, "9405210090")); l.Code != "94" {
		t.Errorf("%+v", l)
	}
	if _, err := st.Elements.For(ctx, "8501"); !errors.Is(err, data.ErrNotFound) {
		t.Error(err)
	}
	if err := st.Journal.Undo(ctx, lastBatch(t, st)); err != nil {
		t.Fatal(err)
	}
	if list := must[[]data.ElementList](t)(st.Elements.All(ctx)); len(list) != 2 {
		t.Errorf("%+v", list)
	}
	wellKept(t, st)
}

func TestARuleOfCertificatesIsUndone(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	r := must[data.CertificateRule](t)(st.CertificateRules.Save(ctx, data.CertificateRule{Kind: "CE", Market: "EU", Source: "2014/35/EU"}))
	r.Note = "self-declared"
	must[data.CertificateRule](t)(st.CertificateRules.Save(ctx, r))
	for range 2 {
		if err := st.Journal.Undo(ctx, lastBatch(t, st)); err != nil {
			t.Fatal(err)
		}
		if now, err := st.CertificateRules.Of(ctx, "CE", "EU", ""); err != nil || now.Note == "" && now.Version != 3 {
			t.Errorf("%+v, %v", now, err)
		}
	}
	var wrong data.Problems
	if _, err := st.CertificateRules.Save(ctx, data.CertificateRule{Kind: "CE", Market: "Europe"}); !errors.As(err, &wrong) {
		t.Error(err)
	}
	wellKept(t, st)
}

func TestOffersAreKeptOnceAndFollowTheProduct(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	cost, other := data.UnitPrice(70_000_000), data.UnitPrice(80_000_000)
	for _, code := range []string{"A", "B"} {
		must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: code, Party: data.Party{Name: "Factory " + code}, Roles: []data.Role{data.Supplier}}))
	}
	p := product("X", "Cup", "杯")
	p.SetOffers([]data.Offer{{Partner: "A", Cost: &cost, Currency: "CNY", Preferred: true}, {Partner: "Factory B", ItemNo: "FB-9", Cost: &other, Currency: "CNY"}})
	p = must[data.Product](t)(st.Products.Save(ctx, p))
	if p.Supplier != "Factory A" || *p.Cost != cost || p.Offers[1].Partner != "B" || p.Offers[1].PartnerID == 0 {
		t.Errorf("%+v", p)
	}
	if found := must[[]data.Product](t)(st.Products.Find(ctx, store.Query{Words: "fb-9"})); len(found) != 1 {
		t.Error("not found by the supplier's number")
	}
	imported(t)(st.Products.Import(ctx, rows([]string{"sku", "X", "supplier", "B", "cost", "65", "cost_currency", "CNY"}), store.ImportOptions{}))
	p = must[data.Product](t)(st.Products.BySKU(ctx, "X"))
	if b, _ := p.OfferOf(p.SupplierID); p.Supplier != "Factory B" || !b.Preferred || b.Cost.String() != "65" || p.Offers[0].Preferred {
		t.Errorf("%+v", p.Offers)
	}
	if err := st.Journal.Undo(ctx, lastBatch(t, st)); err != nil {
		t.Fatal(err)
	}
	p = must[data.Product](t)(st.Products.BySKU(ctx, "X"))
	if p.Supplier != "Factory A" || *p.Cost != cost || !p.Offers[0].Preferred || *p.Offers[1].Cost != other {
		t.Errorf("undone: %+v", p)
	}
	p.SetOffers(nil)
	if p = must[data.Product](t)(st.Products.Save(ctx, p)); p.SupplierID != 0 || p.Offers != nil {
		t.Errorf("%+v", p)
	}
	wellKept(t, st)
}

func TestAPartnerThatIsNotFoundIsAnsweredWithWhoMayBeMeant(t *testing.T) {
	st := open(t)
	for _, name := range []string{"Nordlicht Wohnen GmbH", "Nordlicht Handel AG", "Casa Linda"} {
		must[data.Partner](t)(st.Partners.Save(t.Context(), data.Partner{Code: strings.ToUpper(name[:4] + name[len(name)-2:]), Party: data.Party{Name: name}, Roles: []data.Role{data.Customer}}))
	}
	for buyer, want := range map[string]string{
		"nordlicht": "problem.partner_meant NORDAG, NORDBH", "licht wohn": "problem.partner_meant NORDBH", "Atlantis": "problem.unknown_partner <nil>",
	} {
		var bad data.Problems
		_, err := st.Products.Save(t.Context(), data.Product{SKU: "A", Name: data.Texts{"en": "A"}, Unit: "PCS", BuyerItemNames: []data.BuyerItemNo{{Partner: buyer, ItemNo: "1"}}})
		if !errors.As(err, &bad) || len(bad) != 1 || bad[0].Field != "buyer_items.1.partner" || fmt.Sprint(bad[0].Key, " ", bad[0].Args["Meant"]) != want {
			t.Errorf("%s: %v; want %s", buyer, err, want)
		}
	}
}
