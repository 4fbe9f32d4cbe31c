package data_test

import (
	"testing"

	"tradewind/data"
)

func TestCountriesAreRecognisedAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]data.Country{
		"CN": "CN", "cn": "CN", " de ": "DE", "DEU": "DE", "gbr": "GB", "UK": "GB", "U.K.": "GB", "England": "GB",
		"United Kingdom": "GB", "Northern Ireland": "GB", "USA": "US", "U.S.A.": "US", "us": "US",
		"United States of America": "US", "america": "US", "Deutschland": "DE", "德国": "DE", "德國": "DE", "ALEMANIA": "DE",
		"España": "ES", "Espana": "ES", "Brasil": "BR", "brazil": "BR", "美国": "US", "英国": "GB", "Holland": "NL",
		"The Netherlands": "NL", "Côte d’Ivoire": "CI", "Cote d'Ivoire": "CI", "Ivory Coast": "CI", "Österreich": "AT",
		"Korea, Republic of": "KR", "South Korea": "KR", "韩国": "KR", "Democratic People's Republic of Korea": "KP",
		"Taiwan": "TW", "Taiwan, China": "TW", "台湾": "TW", "中国台湾": "TW", "Hong Kong": "HK", "香港": "HK", "Macau": "MO",
		"Viet  Nam": "VN", "Russian Federation": "RU", "俄罗斯": "RU", "Россия": "RU", "UAE": "AE", "阿联酋": "AE", "日本": "JP",
		"Türkiye": "TR", "TURKEY": "TR", "Czech Republic": "CZ", "Federal Republic of Germany": "DE", "Congo": "CG", "DR Congo": "CD",
		"Kosovo": "XK", "México": "MX", "中华人民共和国": "CN", "Ireland": "IE", "Niger": "NE", "Nigeria": "NG", "Dominica": "DM",
	} {
		if got, ok := data.ParseCountry(text); !ok || got != want {
			t.Errorf("ParseCountry(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestWhatNamesNoCountryIsNotGuessed(t *testing.T) {
	for _, text := range []string{"", " ", "the", "EL", "XX", "ZZ", "EU", "Atlantis", "Republic of", "中", "United", "123", "AN"} {
		if got, ok := data.ParseCountry(text); ok {
			t.Errorf("ParseCountry(%q) = %q; want nothing", text, got)
		}
	}
}

func TestCountriesAreNamedAsChineseCustomsNamesThem(t *testing.T) {
	for code, want := range map[data.Country][2]string{
		"DE": {"Germany", "德国"}, "TW": {"Taiwan, China", "中国台湾"}, "HK": {"Hong Kong, China", "中国香港"},
		"MO": {"Macao, China", "中国澳门"}, "GB": {"United Kingdom", "英国"}, "QQ": {"QQ", "QQ"}, "": {"", ""},
	} {
		if en, zh := code.Name("en"), code.Name("zh-Hans"); en != want[0] || zh != want[1] {
			t.Errorf("%s is %q, %q; want %q", code, en, zh, want)
		}
	}
	if c := data.Country("CN"); c.Alpha3() != "CHN" || c.Numeric() != "156" || !c.Known() || data.Country("cn").Known() {
		t.Error("CN has wrong codes")
	}
	if n := len(data.Countries()); n != 250 {
		t.Errorf("%d countries; want the 249 of ISO 3166-1 and XK", n)
	}
}

func TestEveryCountryIsKnownByItsOwnNames(t *testing.T) {
	for _, c := range data.Countries() {
		for _, name := range []string{string(c), c.Alpha3(), c.Name("en"), c.Name("zh")} {
			if got, _ := data.ParseCountry(name); got != c {
				t.Errorf("ParseCountry(%q) = %q; want %q", name, got, c)
			}
		}
	}
}
