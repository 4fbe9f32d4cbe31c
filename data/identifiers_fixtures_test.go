package data_test

import (
	"strings"
	"testing"

	"tradewind/data"
)

// published is a number as somebody else's tests have it.
type published struct {
	Number string `json:"n"`
	Says   string `json:"published"`
	Agree  bool   `json:"agree"`
}

func TestPublishedNumbersAreToldApart(t *testing.T) {
	for file, valid := range map[string]func(string) bool{
		"gtin.json":     func(s string) bool { return data.ValidGTIN(s) || data.ValidSSCC(s) },
		"imo_ship.json": data.ValidIMO, "iso6346.json": data.ValidContainerNo,
	} {
		for _, row := range readFixture[[]published](t, "identifiers/"+file) {
			if row.Agree && valid(row.Number) != (row.Says == "valid") {
				t.Errorf("%s: %q is published as %s", file, row.Number, row.Says)
			}
		}
	}
}

func TestPublishedCreditCodesAreToldApart(t *testing.T) {
	codes := readFixture[struct {
		Valid   []string    `json:"valid"`
		Invalid []published `json:"invalid"`
	}](t, "identifiers/cn_uscc.json")
	for _, code := range codes.Valid {
		if !data.ValidUSCC(code) {
			t.Errorf("%s is refused", code)
		}
	}
	for _, row := range codes.Invalid {
		if data.ValidUSCC(row.Number) {
			t.Errorf("%s is taken", row.Number)
		}
	}
}

func TestPublishedEORINumbersAreToldApart(t *testing.T) {
	list := readFixture[map[string]any](t, "identifiers/eori.json")
	for _, key := range []string{"cases", "others"} {
		for _, one := range list[key].([]any) {
			row := one.(map[string]any)
			ok, said := row["regex_ok"].(bool)
			if !said {
				ok = row["published"] == "valid"
			}
			if data.ValidEORI(row["n"].(string)) != ok {
				t.Errorf("%v", row)
			}
		}
	}
}

func TestPublishedVATNumbersHaveAShapeWeKnow(t *testing.T) {
	list := readFixture[struct {
		Blocks []map[string][]string `json:"blocks"`
	}](t, "identifiers/vat_stdnum_doctest.json")
	for _, block := range list.Blocks {
		for verdict, numbers := range block {
			for _, s := range numbers {
				if verdict == "valid" && !data.ValidVAT(s) {
					t.Errorf("%q is refused", s)
				}
				wrong := verdict == "InvalidFormat" || verdict == "InvalidLength" || strings.HasPrefix(s, "QQ")
				if wrong && data.ValidVAT(s) {
					t.Errorf("%q is taken (%s)", s, verdict)
				}
			}
		}
	}
}
