package data_test

import (
	"slices"
	"testing"

	"tradewind/data"
)

func TestTheFirstPersonIsTheContact(t *testing.T) {
	old := data.Partner{Party: data.Party{Contact: "Ute", Email: "ute@hanse.example"}}
	old.Settle()
	if len(old.Persons) != 1 || old.Persons[0] != (data.Person{Name: "Ute", Email: "ute@hanse.example"}) {
		t.Fatalf("an old record has the persons %+v", old.Persons)
	}
	next := old
	next.Contact = "Jan" // as an import changes it
	next.Settle()
	if next.Persons[0].Name != "Jan" || next.Persons[0].Email != "ute@hanse.example" || old.Persons[0].Name != "Ute" {
		t.Errorf("%+v after %+v", next.Persons, old.Persons)
	}
	fresh := data.Partner{Persons: []data.Person{{Name: "Li", Phone: "1"}, {Name: "Wu"}}}
	fresh.Settle()
	if fresh.Contact != "Li" || fresh.Phone != "1" {
		t.Errorf("the contact is %+v", fresh.Party)
	}
}

func TestTheFirstTaxAndCustomsNumbersAreThosePapersPrint(t *testing.T) {
	p := data.Partner{Party: data.Party{TaxID: "DE136695976", ImportNo: "DE123456789012345", Address: data.Address{Country: "DE"}}}
	p.Settle()
	want := []data.PartnerNumber{{Kind: "vat", Number: "DE136695976"}, {Kind: "eori", Number: "DE123456789012345"}}
	if !slices.Equal(p.Numbers, want) {
		t.Fatalf("%+v", p.Numbers)
	}
	p.TaxID = "12/345/67890" // a domestic one, from a file
	p.Settle()
	if p.Numbers[0] != (data.PartnerNumber{Kind: data.TaxKind, Number: "12/345/67890"}) {
		t.Errorf("%+v", p.Numbers)
	}
	p.WithoutFirst(data.ForTax)
	p.NumbersFirst()
	if p.TaxID != "" || p.ImportNo == "" {
		t.Errorf("%q, %q", p.TaxID, p.ImportNo)
	}
}

func TestTermsAndInstalmentsSayTheSame(t *testing.T) {
	p := data.Partner{PaymentTerms: "T/T 30/70"}
	if p.Settle(); len(p.Instalments) != 2 || p.PaymentTerms != "T/T 30/70" {
		t.Errorf("%+v of %q", p.Instalments, p.PaymentTerms)
	}
	p.PaymentTerms = "as agreed by telephone"
	if p.Settle(); p.Instalments != nil || p.PaymentTerms != "as agreed by telephone" {
		t.Errorf("free text is %+v, %q", p.Instalments, p.PaymentTerms)
	}
	p = data.Partner{Currency: "USD", Instalments: data.PaymentPlan{
		{Minor: 100_000, Method: data.Transfer, Trigger: data.OnOrder}, {Method: data.Transfer, Trigger: data.BeforeShipment},
	}}
	for range 2 {
		if p.Settle(); p.PaymentTerms != "USD 1000.00 T/T in advance, balance T/T before shipment" || p.Instalments[0].Minor != 100_000 {
			t.Errorf("%q, %+v", p.PaymentTerms, p.Instalments)
		}
	}
	p = data.Partner{Code: "A", Party: data.Party{Name: "A"}, Instalments: data.PaymentPlan{
		{Share: 30_000_000, Method: data.Transfer, Trigger: data.OnOrder}, {Share: 60_000_000, Method: data.Transfer, Trigger: data.OnSight},
	}}
	if err := p.Validate(); err == nil || err.Error() != "0:instalments: problem.shares" {
		t.Errorf("90 %%: %v", err)
	}
}

func TestNumbersAreCheckedByTheirKind(t *testing.T) {
	for kind, n := range map[data.NumberKind]struct{ yes, no []string }{
		"uscc":       {[]string{"91330200MA2H4T7R06", "91440101MA5AB1C2D9", "91310000000000000U"}, []string{"91330200MA2H4T7R07"}},
		"vat":        {[]string{"DE 246 595 415", "ATU13585627"}, []string{"DE24659541", "246595415"}},
		"eori":       {[]string{"GB018384932372", "DE123456789012345"}, []string{"GB1234", "136695976"}},
		"ein":        {[]string{"12-3456789"}, []string{"12-345678", "12-34567890"}},
		"bn":         {[]string{"123456789", "123456789RM0001", "123456789 RT 0001"}, []string{"123456789RX0001", "12345678"}},
		"rfc":        {[]string{"ABC010101AB1", "GODE561231GR8"}, []string{"ABC01", "ABCDE010101AB1"}},
		"cnpj":       {[]string{"12.345.678/0001-95", "12ABC34501DE35"}, []string{"12.345.678/0001", "12ABC34501DEXX"}},
		"npwp":       {[]string{"01.234.567.8-901.000", "0123456789010000"}, []string{"0123456789"}},
		"gstin":      {[]string{"27AAPFU0939F1ZV"}, []string{"AAPFU0939F"}},
		"iec":        {[]string{"AAPFU0939F", "0388012345"}, []string{"27AAPFU0939F1ZV"}},
		"abn":        {[]string{"51 824 753 556"}, []string{"51824753"}},
		"pin":        {[]string{"A001234567Z"}, []string{"B001234567Z", "A0012345678"}},
		"trn":        {[]string{"100000000000003"}, []string{"1000000000003"}},
		"ksa-vat":    {[]string{"300000000000003"}, []string{"300000000000004", "400000000000003"}},
		"egypt-tax":  {[]string{"123-456-789"}, []string{"12345678"}},
		"customs-cn": {[]string{"3302961234", "33029612AB"}, []string{"330296123"}},
		"iban":       {[]string{"GB82 WEST 1234 5698 7654 32", "DE89370400440532013000"}, []string{"GB82WEST12345698765433"}},
		"bic":        {[]string{"DEUTDEFF", "BKCHCNBJ92A"}, []string{"DEUTDEF"}},
		"import":     {[]string{"anything"}, nil},
	} {
		for _, s := range n.yes {
			if !(data.PartnerNumber{Kind: kind, Number: s}).Valid("") {
				t.Errorf("%s: %q is refused", kind, s)
			}
		}
		for _, s := range n.no {
			if (data.PartnerNumber{Kind: kind, Number: s}).Valid("") {
				t.Errorf("%s: %q is taken", kind, s)
			}
		}
		if kind.Label() == "" || !kind.Known() {
			t.Errorf("%s has no name", kind)
		}
	}
}

func TestWrongNumbersWarnUnderTheirField(t *testing.T) {
	p := data.Partner{
		Party: data.Party{Name: "A", TaxID: "136695976X", Address: data.Address{Country: "DE"}},
		Numbers: []data.PartnerNumber{
			{Kind: "vat", Number: "136695976X"}, {Kind: "iban", Number: "GB82WEST12345698765433"}, {Kind: "ein", Number: "1"},
		},
		Persons:  []data.Person{{Email: "A@b.de"}, {Email: "a@B.de"}, {Email: "nobody"}},
		Consents: []data.Consent{{Purpose: "news"}, {Purpose: "fair", Given: "2026-02-01", Withdrawn: "2026-01-01"}},
	}
	p.Email = "A@b.de"
	want := "0:persons.2.email: partner.alike.mail_here, 0:persons.3.email: problem.bad_email, 0:tax_id: partner.problem.number, " +
		"0:tax_numbers.2.number: problem.bad_iban, 0:tax_numbers.3.number: partner.problem.number, " +
		"0:consents.1.given_on: partner.problem.no_day, 0:consents.2.withdrawn_on: partner.problem.withdrawn"
	if got := p.Warnings().Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if err := (data.Partner{Code: "A", Party: p.Party, Numbers: p.Numbers}).Validate(); err != nil {
		t.Errorf("a wrong number keeps it from being saved: %v", err)
	}
}

func TestNamesAreComparedWithoutAccentsAndLegalForm(t *testing.T) {
	key := func(name string) string {
		for _, k := range (data.Partner{Party: data.Party{Name: name}}).Keys() {
			return k.Value
		}
		return ""
	}
	for _, same := range [][]string{
		{"Müller GmbH & Co. KG", "MUELLER", "Muller Gmbh", "muller"}, // ue is no ü
		{"Ningbo Lantern Trading Co., Ltd.", "Ningbo Lantern Trading", "NINGBO LANTERN TRADING CO.,LTD"},
		{"宁波灯笼贸易有限公司", "宁波灯笼贸易"},
		{"Société Générale S.A.", "Societe Generale SA", "SOCIETE GENERALE"},
		{"Kowalski Sp. z o.o.", "Kowalski"},
		{"Comercial Azteca S.A. de C.V.", "Comercial Azteca"},
		{"株式会社田中商事", "田中商事"},
		{"The Lotus Company", "Lotus"},
	} {
		for _, name := range same[1:] {
			if name != "MUELLER" && key(name) != key(same[0]) {
				t.Errorf("%q is %q, %q is %q", same[0], key(same[0]), name, key(name))
			}
		}
	}
	for _, other := range [][2]string{{"Lotus Trading", "Lotus Garden"}, {"Company", "Limited"}, {"Atlas AG", "Atlantis AG"}} {
		if key(other[0]) == key(other[1]) || key(other[0]) == "" {
			t.Errorf("%q and %q are %q", other[0], other[1], key(other[0]))
		}
	}
}
