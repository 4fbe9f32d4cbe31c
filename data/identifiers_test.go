package data_test

import (
	"testing"

	"tradewind/data"
)

// numbersToTell are numbers that a check must take and such that it must refuse.
type numbersToTell struct {
	valid   func(string) bool
	yes, no []string
}

func TestCheckDigitsTellNumbersFromTypingErrors(t *testing.T) {
	for name, n := range map[string]numbersToTell{
		"container": {
			data.ValidContainerNo,
			[]string{"CSQU3054383", "MWCU6059784", "TGHU7599330", "MSKU0000006", "ABCU0000070", "csqu 305438-3"},
			[]string{"CSQU3054384", "MWCU6059785", "CSQA3054383", "CSQU305438", "", "CSQU30543830"},
		},
		"GTIN": {
			data.ValidGTIN,
			[]string{"6291041500213", "4006381333931", "036000241457", "73513537", "16291041500210", "6901234567892", "690-1234567892"},
			[]string{"6291041500214", "73513538", "", "0000000000000", "691234567892", "106141411234567897", "６901234567892", "69012345678O2"},
		},
		"SSCC": {data.ValidSSCC, []string{"106141411234567897"}, []string{"106141411234567898", "6901234567892", ""}},
		"USCC": {
			data.ValidUSCC,
			[]string{"91330200MA2H4T7R06", "91440101MA5AB1C2D9", "91310000000000000U", "91330200ma2h4t7r06"},
			[]string{"91330200MA2H4T7R07", "91330200MA2H4T7R0", "9133020OMA2H4T7R06", "", "91330200MA2H4T7R0I"},
		},
		"IBAN": {
			data.ValidIBAN,
			[]string{"GB82WEST12345698765432", "DE89370400440532013000", "FR1420041010050500013M02606", "gb82 west 1234 5698 7654 32"},
			[]string{"GB82WEST12345698765433", "", "GB82", "DE8937040044053201300Ö"},
		},
		"BIC":      {data.ValidBIC, []string{"BKCHCNBJ", "BKCHCNBJ92A", "deutdeff"}, []string{"BKCHCNB", "BKCHCNBJ9", "1KCHCNBJ", "BKCHQQBJ", ""}},
		"IMO":      {data.ValidIMO, []string{"9074729", "IMO 9321457", "IMO1000007"}, []string{"9074728", "907472", "", "IMO"}},
		"waybill":  {data.ValidAWB, []string{"12345675", "00000070", "76543213", "999-12345675"}, []string{"12345674", "1234567", "", "99912345674"}},
		"EORI":     {data.ValidEORI, []string{"DE123456789012345", "GB018384932372", "XI123456789012"}, []string{"F123", "DE1234567890123456", "GB1234", "QQ123", ""}},
		"VAT":      {data.ValidVAT, []string{"DE 246 595 415", "ATU13585627", "EL 94051189", "NL004495445B01"}, []string{"DE011125440", "QQ124567", "GR123456789", "", "DE"}},
		"Mexico":   {taxOf("MX"), []string{"ABC010101AB1", "GODE561231GR8"}, []string{"ABC01", "123456789012"}},
		"Saudi":    {taxOf("SA"), []string{"300000000000003"}, []string{"400000000000003", "30000000000003"}},
		"India":    {taxOf("IN"), []string{"27AAPFU0939F1ZV", "AAPFU0939F"}, []string{"27AAPFU0939F1Z"}},
		"China":    {taxOf("CN"), []string{"91330200MA2H4T7R06"}, []string{"91330200MA2H4T7R07"}},
		"Germany":  {taxOf("DE"), []string{"DE246595415", "246595415", "DE123456789012345"}, []string{"24659541", "DE246595416", "246595416"}},
		"Brazil":   {taxOf("BR"), []string{"11.222.333/0001-81", "00.000.000/0001-91", "12ABC34501DE35"}, []string{"11.222.333/0001-82", "11.222.333/0001-71", "1122233300018", "12ABC34501DE45"}},
		"Greece":   {taxOf("GR"), []string{"EL094501040", "094501040"}, []string{"09450104012"}},
		"Anywhere": {taxOf("TV"), []string{"what they say"}, nil},
	} {
		for _, s := range n.yes {
			if !n.valid(s) {
				t.Errorf("%s: %q is refused", name, s)
			}
		}
		for _, s := range n.no {
			if n.valid(s) {
				t.Errorf("%s: %q is taken", name, s)
			}
		}
	}
}

// taxOf returns the check of the tax numbers of one country.
func taxOf(c data.Country) func(string) bool {
	return func(s string) bool { return data.ValidTaxNumber(c, s) }
}

func TestACartonsGTINComesFromItsArticles(t *testing.T) {
	if got := data.CartonGTIN(1, "6291041500213"); got != "16291041500210" {
		t.Errorf("got %q", got)
	}
	for _, wrong := range []string{data.CartonGTIN(9, "6291041500213"), data.CartonGTIN(1, "6291041500214"), data.CartonGTIN(1, "")} {
		if wrong != "" {
			t.Errorf("got %q from nothing usable", wrong)
		}
	}
}

func TestManufacturerIDsAreBuiltAsUSCustomsBuildsThem(t *testing.T) {
	for _, c := range [][5]string{
		{"CN", "Ningbo Bright Star Houseware Co., Ltd.", "No. 188 Jiangnan Road, Building 3", "Ningbo", "CNNINBRI188NIN"},
		{"CN", "A.B.C. Company", "12 Renmin Road, Room 2301", "Yiwu", "CNABCCOM2301YIW"},
		{"VN", "The Lotus", "Lot 5, Thang Long IP", "Ha Noi", "VNLOT5HAN"},
		{"US", "DHL Express", "236 Wendell Ford Blvd Ste 1304", "Erlanger", "USDHLEXP1304ERL"},
		{"", "Amalgamated Plastics Corp.", "", "", "AMAPLA"},
		{"", "Bergstrom", "", "", "BER"},
		{"", "A B C Company", "", "", "ABCCOM"},
		{"", "O.A.S.I.S. Corp.", "", "", "OASCOR"},
		{"", "Dr. S.A. Smith", "", "", "DRSA"},
		{"", "Shavings B L Inc.", "", "", "SHABL"},
		{"", "A House of Tiles", "", "", "HOUTIL"},
		{"FR", "Société Générale", "12,345 rue X", "Évry", "FRSOCGEN1234EVR"},
		{"", "", "", "", ""},
		{"CN", "宁波", "江南路188号", "宁波", "CN188"},
	} {
		if got := data.ManufacturerID(data.Country(c[0]), c[1], c[2], c[3]); got != c[4] {
			t.Errorf("%q: %s; want %s", c[1], got, c[4])
		}
	}
}
