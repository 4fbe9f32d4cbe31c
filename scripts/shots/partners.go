package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/partners"
)

// contacts is the file with partners that have all their lists.
func (f files) contacts() string { return filepath.Join(f.folder, "contacts.db") }

// contacts puts partners with all their lists into the file: one in full, one that may be the same, and one whose texts
// are as long as they get.
func contacts(ctx context.Context, st *store.Store) error {
	full := data.Partner{
		Code: "A-HANSE", Roles: []data.Role{data.Customer}, Language: "en", Currency: "USD", Tags: []string{"fair 2026", "VIP", "需要样品"},
		Persons: []data.Person{
			{Name: "Ute Petersen", Title: "Head of purchasing", Email: "ute@hanse.example", Phone: "+49 40 555 0142", Messenger: "WhatsApp: +49 170 5550142", Language: "de", Note: "mornings only"},
			{Name: "Jan Brandt", Title: "Accounts", Email: "jan@hanse.example", Phone: "+49 40 555 0143"},
		},
		Numbers: []data.PartnerNumber{{Kind: "vat", Number: "DE136695976"}, {Kind: "eori", Number: "DE123456789012345"}, {Kind: "iban", Number: "GB82WEST12345698765433"}},
		Addresses: []data.PartnerAddress{{
			Use: data.DeliveryAddress, Name: "Hanse Lager 3", Post: data.Address{Street: "Hafenstraße 12", City: "Hamburg", PostalCode: "20457", Country: "DE"},
		}},
		PaymentTerms: "30% T/T in advance, 70% T/T against copy of B/L", Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"},
		Marks: "HANSE\nHAMBURG\nC/NO. 1-UP", Notes: "Calls on Mondays",
		Consents: []data.Consent{{Purpose: "newsletter", Given: "2026-10-15", Source: "card at the fair"}},
	}
	full.Name, full.LocalName = "Hanse Wohnen GmbH", "汉萨家居有限公司"
	full.Address = data.Address{Street: "Am Kai 1", City: "Hamburg", PostalCode: "20457", Country: "DE"}
	long := data.Partner{Code: "B-LONG", Roles: []data.Role{data.Supplier, data.Bank}, PaymentTerms: longText, Tags: []string{longText, longChinese}}
	long.Name, long.LocalName = longText, longChinese
	for range 2 {
		long.Persons = append(long.Persons, data.Person{Name: longText, Title: longText, Email: longText, Phone: longText, Messenger: longText, Note: longText})
		long.Numbers = append(long.Numbers, data.PartnerNumber{Kind: "egypt-tax", Number: longText, Country: "VC"})
		long.Addresses = append(long.Addresses, data.PartnerAddress{Use: data.BillingAddress, Name: longText, Post: data.Address{Street: longText, City: longText, Region: longText, PostalCode: longText, Country: "VC"}})
		long.Consents = append(long.Consents, data.Consent{Purpose: longText, Source: longText, Given: "2026-10-15"})
	}
	twin := data.Partner{Code: "C-HANSE", Roles: []data.Role{data.Customer}, Persons: []data.Person{{Name: "Jan Brandt", Email: "jan@hanse.example"}}}
	twin.Name, twin.Address.Country = "HANSE WOHNEN AG", "DE"
	for _, p := range []data.Partner{full, long, twin} {
		if _, err := st.Partners.Save(ctx, p); err != nil {
			return fmt.Errorf("partner %s: %w", p.Code, err)
		}
	}
	return nil
}

// partnerScenes are the pictures of Partners.
func partnerScenes(file string) []scene {
	at := func(code string, down float32) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("partners", code)
			scroll(w, down)
		}
	}
	place := slices.Index(app.Places(), "partners")
	var list []scene
	for i, down := range []float32{0, 560, 1120, 1680, 2240} {
		list = append(list, scene{fmt.Sprintf("partner-full-%d", i+1), file, "", at("A-HANSE", down)},
			scene{fmt.Sprintf("partner-long-%d", i+1), file, "", at("B-LONG", down)})
	}
	return append(list,
		scene{"partner-alike", file, "", at("C-HANSE", 0)},
		scene{"partner-new", file, "", func(w *app.Window) { w.Go(place); w.Current().New() }},
		scene{"partner-new-end", file, "", func(w *app.Window) { w.Go(place); w.Current().New(); scroll(w, 900) }},
		scene{"partner-forwarders", file, "", func(w *app.Window) {
			w.Go(place)
			w.Current().(*partners.Screen).Filter(data.Forwarder)
		}})
}
