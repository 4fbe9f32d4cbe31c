package sheet

import (
	"bytes"
	"reflect"
	"testing"

	"tradewind/data"
)

func TestExportedRateCardsComeBackTheSame(t *testing.T) {
	table := data.RateCard{Code: "DHL", Carrier: "DHL", Service: "Express", Mode: data.Courier, To: "DE", Currency: "CNY", ValidUntil: "2026-12-31", Days: 4, Basis: data.ByTable}
	table.FreightTerms = data.FreightTerms{Price: 72_000_000, Rows: []data.FreightRow{{UpTo: 500_000, Price: 168_000_000}, {UpTo: 1_000_000, Price: 205_500_000}}}
	box := data.RateCard{Code: "007", Carrier: "=COSCO", Mode: data.Sea, From: "Ningbo", Currency: "USD", Basis: data.PerContainer}
	box.FreightTerms = data.FreightTerms{Price: 3_200_000_000, Container: "40HQ", Usable: 68_000, Payload: 26_000_000_000}
	for _, format := range []string{"csv", "xlsx"} {
		var b bytes.Buffer
		if err := WriteRateCards(&b, format, func(use func(data.RateCard) error) error {
			if err := use(table); err != nil {
				return err
			}
			return use(box)
		}); err != nil {
			t.Fatal(err)
		}
		rows, wrong := read(t, file(t, "a."+format, b.String()), RateCards, Options{})
		if len(wrong) > 0 || len(rows) != 4 {
			t.Fatalf("%s: %v %v", format, rows, wrong)
		}
		got := map[string]data.RateCard{}
		for _, row := range rows {
			c, problems := data.Patch{Values: row}.RateCard(got[row["code"]])
			if len(problems) > 0 {
				t.Errorf("%s: %v", format, problems)
			}
			got[row["code"]] = c
		}
		for _, want := range []data.RateCard{table, box} {
			if !reflect.DeepEqual(got[want.Code], want) {
				t.Errorf("%s: %+v; want %+v", format, got[want.Code], want)
			}
		}
	}
}
