package data_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/data"
)

// fixture returns the path of a file of facts from elsewhere, or skips the test where there is none.
func fixture(t *testing.T, name string) string {
	t.Helper()
	folder := os.Getenv("TRADEWIND_FIXTURES")
	if folder == "" {
		folder = filepath.Join("..", "..", "shared", "fixtures")
	}
	path := filepath.Join(folder, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no fixtures: %v", err)
	}
	return path
}

// readFixture reads a JSON file of facts.
func readFixture[T any](t *testing.T, name string) (v T) {
	t.Helper()
	raw, err := os.ReadFile(fixture(t, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func TestCountriesAgreeWithTheISOList(t *testing.T) {
	type country struct {
		Alpha2   string `json:"alpha_2"`
		Alpha3   string `json:"alpha_3"`
		Numeric  string `json:"numeric"`
		Name     string `json:"name"`
		Official string `json:"official_name"`
		Common   string `json:"common_name"`
	}
	list := readFixture[map[string][]country](t, "codes/iso_3166-1.json")["3166-1"]
	if len(list) != 249 {
		t.Fatalf("%d rows", len(list))
	}
	for _, want := range list {
		c := data.Country(want.Alpha2)
		if !c.Known() || c.Alpha3() != want.Alpha3 || c.Numeric() != want.Numeric {
			t.Errorf("%s: codes %s %s; want %s %s", c, c.Alpha3(), c.Numeric(), want.Alpha3, want.Numeric)
		}
		for _, name := range []string{want.Name, want.Official, want.Common, want.Alpha3} {
			if name == "" {
				continue
			}
			if got, _ := data.ParseCountry(name); got != c {
				t.Errorf("ParseCountry(%q) = %q; want %q", name, got, c)
			}
		}
	}
}

func TestCurrenciesAgreeWithTheISOListAndItsLaterChanges(t *testing.T) {
	list := readFixture[map[string][]struct {
		Code string `json:"alpha_3"`
	}](t, "codes/iso_4217.json")["4217"]
	gone := map[string]bool{"ANG": true, "BGN": true, "CUC": true, "HRK": true, "SLL": true, "ZWL": true}
	listed := map[data.Currency]bool{"XCG": true, "ZWG": true} // newer than the list
	for _, row := range list {
		listed[data.Currency(row.Code)] = true
		known := data.Currency(row.Code).Known()
		if notMoney := strings.HasPrefix(row.Code, "X") && !strings.Contains("XAF XCD XCG XOF XPF", row.Code); notMoney || gone[row.Code] {
			if known {
				t.Errorf("%s counts as a currency", row.Code)
			}
		} else if !known {
			t.Errorf("%s isn't known", row.Code)
		}
	}
	for _, c := range data.Currencies() {
		if !listed[c] {
			t.Errorf("%s is in no list", c)
		}
	}
}

// readTable reads a CSV file of facts, by code.
func readTable(t *testing.T, name string) map[string][]string {
	t.Helper()
	file, err := os.Open(fixture(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	table := make(map[string][]string, len(rows))
	for _, row := range rows[1:] {
		table[row[1]] = row
	}
	return table
}

func TestUnitCodesAreThoseOfRecommendation20(t *testing.T) {
	table := readTable(t, "codes/rec20_units-of-measure.csv")
	for _, u := range data.Units() {
		code := u.Code()
		row, ok := table[code]
		if code != "" && (!ok || row[0] == "X" || row[0] == "D") {
			t.Errorf("%s has code %q: %q", u, code, row)
		}
	}
	for text, name := range map[string]string{"PCS": "piece", "SETS": "set", "PAIRS": "pair", "DOZ": "dozen", "KG": "kilogram", "M": "metre"} {
		if row := table[data.Unit(text).Code()]; row[2] != name {
			t.Errorf("%s is %q; want %s", text, row, name)
		}
	}
}

func TestPackageKindsAreThoseOfRecommendation21(t *testing.T) {
	table := readTable(t, "codes/rec21_package_codes.csv")
	for _, k := range data.PackageKinds() {
		row, ok := table[string(k)]
		if !ok || row[0] == "X" || row[0] == "D" {
			t.Errorf("%s: %q", k, row)
			continue
		}
		if got, _ := data.ParsePackageKind(row[2]); got != k {
			t.Errorf("%q is %q; want %s", row[2], got, k)
		}
	}
}
