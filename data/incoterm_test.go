package data_test

import (
	"testing"

	"tradewind/data"
)

// keys returns the fields and keys of problems, in order.
func keys(p data.Problems) string { return p.Error() }

func TestTermsAreReadAsFilesHaveThem(t *testing.T) {
	for _, c := range [][5]string{
		{"FOB", "Ningbo", "FOB", "Ningbo", ""},
		{"fob", " Ningbo ", "FOB", "Ningbo", ""},
		{"CIF Hamburg, Germany", "", "CIF", "Hamburg, Germany", ""},
		{"FOB NINGBO INCOTERMS 2020", "", "FOB", "NINGBO", ""},
		{"FCA Yiwu (Incoterms® 2020)", "", "FCA", "Yiwu", ""},
		{"DAT", "Berlin", "DPU", "Berlin", "0:incoterm: problem.term_old"},
		{"DDU", "Lagos", "DAP", "Lagos", "0:incoterm: problem.term_old"},
		{"C&F", "Lagos", "CFR", "Lagos", "0:incoterm: problem.term_old"},
		{"FOB", "Ningbo, Incoterms 2010", "FOB", "Ningbo", ""},
		{"", "", "", "", ""},
		{"exw", "", "EXW", "", ""},
	} {
		got, warnings, err := data.ParseIncoterm(c[0], c[1])
		if err != nil || got.Rule != c[2] || got.Place != c[3] || keys(warnings) != c[4] {
			t.Errorf("%q: %+v, %v, %v", c[0], got, warnings, err)
		}
	}
	if _, _, err := data.ParseIncoterm("FOO Ningbo", ""); err == nil || err.Error() != "0:incoterm: problem.unknown_term" {
		t.Errorf("FOO is taken: %v", err)
	}
}

func TestRulesForShipsDontFitOtherTransport(t *testing.T) {
	for _, c := range []struct {
		rule, place string
		mode        data.Mode
		want        string
	}{
		{"FOB", "Ningbo", data.Sea, ""},
		{"FOB", "Ningbo", "", ""},
		{"FOB", "Ningbo", data.Air, "0:incoterm: problem.term_sea"},
		{"FAS", "Ningbo", data.Rail, "0:incoterm: problem.term_sea"},
		{"CFR", "Lagos", data.Road, "0:incoterm: problem.term_sea"},
		{"CIF", "Lagos", data.Courier, "0:incoterm: problem.term_sea"},
		{"FCA", "Yiwu", data.Air, ""},
		{"DDP", "Berlin", data.Courier, ""},
		{"FOB", "", data.Sea, "0:place: problem.term_place"},
		{"DAT", "Berlin", data.Sea, "0:incoterm: problem.unknown_term"},
		{"", "", data.Air, ""},
	} {
		if got := keys(data.Incoterm{Rule: c.rule, Place: c.place, Edition: "2020"}.Validate(c.mode)); got != c.want {
			t.Errorf("%s %s by %s: %q; want %q", c.rule, c.place, c.mode, got, c.want)
		}
	}
	if !(data.Incoterm{Rule: "DAT", Place: "Berlin", Edition: "2010"}).Known() || (data.Incoterm{Rule: "DPU", Edition: "2010"}).Known() {
		t.Error("editions are mixed up")
	}
}

func TestContainersUnderARuleForShipsAreWarnedAbout(t *testing.T) {
	p := data.Incoterm{Rule: "FOB", Place: "Ningbo"}.Warnings(true)
	if keys(p) != "0:incoterm: problem.term_container" || p[0].Args["Instead"] != "FCA" {
		t.Errorf("got %v", p)
	}
	if p := (data.Incoterm{Rule: "FOB"}).Warnings(false); p != nil {
		t.Errorf("loose cargo: %v", p)
	}
}

func TestWhoPaysFollowsTheRule(t *testing.T) {
	for _, c := range []struct {
		rule  string
		e     data.CostElement
		payer data.Payer
	}{
		{"EXW", data.ExportClearance, data.BuyerPays},
		{"FOB", data.OnBoard, data.SellerPays},
		{"FAS", data.OnBoard, data.BuyerPays},
		{"FOB", data.MainCarriage, data.BuyerPays},
		{"CFR", data.CargoInsurance, data.NobodyMust},
		{"CIF", data.CargoInsurance, data.SellerPays},
		{"CIP", data.OnCarriage, data.SellerPays},
		{"DAP", data.FinalUnloading, data.BuyerPays},
		{"DPU", data.FinalUnloading, data.SellerPays},
		{"DPU", data.ImportDuties, data.BuyerPays},
		{"DDP", data.ImportDuties, data.SellerPays},
		{"FCA", data.OriginHaulage, data.SellerPays},
		{"FOO", data.PackedGoods, ""},
	} {
		if got := (data.Incoterm{Rule: c.rule}).Pays(c.e, false); got != c.payer {
			t.Errorf("%s %s: %s; want %s", c.rule, c.e, got, c.payer)
		}
	}
	if (data.Incoterm{Rule: "FCA"}).Pays(data.OriginHaulage, true) != data.BuyerPays {
		t.Error("FCA at the seller's: the buyer fetches the goods")
	}
	for _, rule := range data.Incoterms() {
		if (data.Incoterm{Rule: rule}).Pays(data.PackedGoods, false) != data.SellerPays || (data.Incoterm{Rule: rule}).Means() == "" {
			t.Errorf("%s is incomplete", rule)
		}
	}
}
