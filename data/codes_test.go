package data_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

func TestCurrenciesHaveTheDecimalsOfISO4217(t *testing.T) {
	want := map[data.Currency]int32{}
	for decimals, list := range map[int32]string{
		0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
		3: "BHD IQD JOD KWD LYD OMR TND", 4: "CLF UYW",
		2: "USD EUR CNY HKD HUF TWD IDR COP PKR RSD IRR MGA MRU XCG SLE VED ZWG AFN ALL AMD UYW" +
			" GYD KPW LAK LBP MMK MNT MUR SOS SYP TZS UZS YER VES",
	} {
		for code := range strings.FieldsSeq(list) {
			if _, twice := want[data.Currency(code)]; !twice || decimals == 4 {
				want[data.Currency(code)] = decimals
			}
		}
	}
	want["UYW"] = 4
	for c, decimals := range want {
		if !c.Known() || c.Decimals() != decimals {
			t.Errorf("%s: known %v, %d decimals; want %d", c, c.Known(), c.Decimals(), decimals)
		}
	}
}

func TestWhatIsNoCurrentCurrencyIsNotKnown(t *testing.T) {
	for _, c := range []data.Currency{"", "BGN", "HRK", "ANG", "ZWL", "SLL", "CUC", "CNH", "RMB", "US$", "usd", "XAU", "XXX"} {
		if c.Known() {
			t.Errorf("%s counts as known", c)
		}
	}
}

func TestCurrenciesAreOfferedSortedAndWithoutUnitsOfAccount(t *testing.T) {
	list := data.Currencies()
	if !slices.IsSorted(list) || slices.Contains(list, "CLF") || !slices.Contains(list, "USD") || len(list) < 150 {
		t.Errorf("offered: %v", list)
	}
}

func TestUnitsAreRecognisedAndPrintedOneWay(t *testing.T) {
	for text, want := range map[string][2]string{
		"pcs": {"PCS", "H87"}, "PCS": {"PCS", "H87"}, "Pc.": {"PCS", "H87"}, "piece": {"PCS", "H87"}, "个": {"PCS", "H87"},
		"件": {"PCS", "H87"}, "只": {"PCS", "H87"}, "PCE": {"PCE", "H87"}, "H87": {"H87", "H87"}, "套": {"SETS", "SET"},
		"set": {"SETS", "SET"}, "SET": {"SET", "SET"}, "双": {"PAIRS", "PR"}, "pairs": {"PAIRS", "PR"}, "箱": {"CTNS", ""},
		"kg": {"KG", "KGM"}, "KGM": {"KGM", "KGM"}, "公斤": {"KG", "KGM"}, "千克": {"KG", "KGM"}, "米": {"M", "MTR"},
		"MTR": {"MTR", "MTR"}, "m²": {"SQM", "MTK"}, "CBM": {"CBM", "MTQ"}, "打": {"DOZ", "DZN"}, "rolls": {"ROLLS", ""},
		" Dozen ": {"DOZ", "DZN"}, "EA": {"EA", "EA"}, "MT": {"T", "TNE"}, "吨": {"T", "TNE"}, "EACH": {"EA", "EA"},
	} {
		if u, ok := data.ParseUnit(text); !ok || string(u) != want[0] || u.Code() != want[1] {
			t.Errorf("ParseUnit(%q) = %q, %v, code %q; want %q", text, u, ok, u.Code(), want)
		}
	}
}

func TestAnUnknownUnitIsKept(t *testing.T) {
	u, ok := data.ParseUnit(" boxes of 24 ")
	if ok || u != "boxes of 24" || u.Code() != "" || u.Name("zh") != "boxes of 24" {
		t.Errorf("got %q, %v", u, ok)
	}
}

func TestUnitsAndPackagesAreNamedInBothLanguages(t *testing.T) {
	if data.Unit("PCE").Name("en") != "piece" || data.Unit("SETS").Name("zh-Hans") != "套" {
		t.Error("units are misnamed")
	}
	if k := data.PackageKind(""); k.Name("en") != "carton" || k.Plural("en") != "cartons" || k.Plural("zh") != "纸箱" {
		t.Error("a package without a kind isn't a carton")
	}
	for text, want := range map[string]data.PackageKind{"CT": "CT", "cartons": "CT", "纸箱": "CT", "木托盘": "8A", "Pallet": "PX", "PC": "PC"} {
		if k, ok := data.ParsePackageKind(text); !ok || k != want {
			t.Errorf("ParsePackageKind(%q) = %q", text, k)
		}
	}
}
