package data

import (
	"slices"
	"strings"
	"testing"
)

func TestAddressesAreWrittenAsInTheirCountry(t *testing.T) {
	a := Address{Street: "Street 1\n\n Yard ", City: "Town", Region: "Region", PostalCode: "k1a 0b1"}
	for country, want := range map[Country]string{
		"DE": "Street 1/Yard/k1a 0b1 Town, Region", "CA": "Street 1/Yard/Town, Region K1A 0B1", "US": "Street 1/Yard/Town, Region k1a 0b1",
		"NZ": "Street 1/Yard/Town k1a 0b1", "RU": "Street 1/Yard/Town, Region, k1a 0b1", "AE": "Street 1/Yard/Town, Region",
		"TV": "Street 1/Yard/k1a 0b1 Town, Region", "": "Street 1/Yard/k1a 0b1 Town, Region",
	} {
		a.Country = country
		if got := strings.Join(a.Lines(), "/"); got != want {
			t.Errorf("%s: %q, want %q", country, got, want)
		}
	}
	for want, a := range map[string]Address{
		"Town":        {City: "Town", Country: "US"},
		"60601":       {PostalCode: "60601", Country: "US"},
		"Town, 60601": {City: "Town", PostalCode: "60601", Country: "US"},
		"Town, 101":   {City: "Town", PostalCode: "101", Country: "RU"},
		"IL":          {Region: "IL", Country: "DE"},
	} {
		if got := strings.Join(a.Lines(), "/"); got != want {
			t.Errorf("%+v: %q, want %q", a, got, want)
		}
	}
}

func TestAddressesInTheirOwnScriptGoFromLargeToSmall(t *testing.T) {
	for want, a := range map[string]Address{
		"浙江省宁波市江南路188号 315000":    {Street: "江南路188号", City: "宁波市", Region: "浙江省", PostalCode: "315000", Country: "CN"},
		"上海市南京路1号":                {Street: "上海市南京路1号", City: "上海市", Region: "上海市", Country: "CN"},
		"〒100-0001/東京都千代田区千代田1-1": {Street: "千代田1-1", City: "千代田区", Region: "東京都", PostalCode: "100-0001", Country: "JP"},
		"서울특별시 중구 세종대로 110/04524": {Street: "세종대로 110", City: "중구", Region: "서울특별시", PostalCode: "04524", Country: "KR"},
		"東京都千代田区":                 {City: "千代田区", Region: "東京都", Country: "JP"},
	} {
		if got := strings.Join(a.LocalLines(), "/"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestPartOfAPostalCodeIsNone(t *testing.T) {
	sure := 0
	for country, r := range addressRules() {
		if r.postal == nil {
			continue
		}
		if text := r.postal.String(); !strings.HasPrefix(text, "^(") || !strings.HasSuffix(text, ")$") {
			t.Errorf("%s: %s isn't anchored", country, text)
		}
		if !country.Known() || !r.postal.MatchString(r.example) {
			t.Errorf("%s: the example %q doesn't match", country, r.example)
		}
		for _, wrong := range []string{"X" + r.example, r.example + "0000000", "see " + r.example, r.example + "\n" + r.example, r.example + "?"} {
			if r.postal.MatchString(wrong) {
				t.Errorf("%s takes %q", country, wrong)
			}
		}
		if r.sure {
			sure++
			if _, doubtful := (Address{PostalCode: "#" + r.example, Country: country}).PostalCodeDoubtful(); !doubtful {
				t.Errorf("%s: nothing is said of a wrong code", country)
			}
		}
	}
	if len(addressRules()) < 60 || sure < 50 {
		t.Errorf("%d countries, %d sure", len(addressRules()), sure)
	}
}

func TestPostalCodesThatPeopleWriteArentDoubted(t *testing.T) {
	for country, codes := range map[Country][]string{
		"DE": {"20457", "D-20457"}, "SE": {"S-958 22", "95822"}, "GB": {"WA1 1DP", "sw1a1aa"}, "BE": {"B-1180"}, "PT": {"1675", "1675-001"},
		"NL": {"3011", "3011 AB"}, "AE": {"whatever"}, "VN": {"1"}, "TV": {"x"}, "US": {""},
	} {
		for _, code := range codes {
			if _, doubtful := (Address{PostalCode: code, Country: country}).PostalCodeDoubtful(); doubtful {
				t.Errorf("%s: %q is doubted", country, code)
			}
		}
	}
	if got := (Partner{Party: Party{Address: Address{PostalCode: "2045", Country: "DE"}}}).Warnings(); !slices.ContainsFunc(got, func(p Problem) bool {
		return p.Field == "postal_code" && p.Key == "partner.problem.postal"
	}) {
		t.Errorf("%v", got)
	}
}
