package store_test

import (
	"fmt"
	"reflect"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestTheCalendarOfCertificatesPagesThroughAllInTheOrderInWhichTheyEnd(t *testing.T) {
	st := open(t)
	ctx := t.Context()
	const today = data.Date("2026-11-23")
	for i, p := range []data.Product{
		{SKU: "A", Certificates: []data.Certificate{{Kind: "CE", Expires: "2026-11-22"}, {Kind: "FCC"}, {Kind: "RoHS", Expires: "2027-02-21"}}},
		{SKU: "B", Certificates: []data.Certificate{{Kind: "CE", Number: "old", Expires: "2026-12-01"}, {Kind: "CE", Number: "new", Expires: "2030-01-01"}}},
		{SKU: "C", Name: data.Texts{"en": "Glass"}, Certificates: []data.Certificate{{Kind: "FSC"}, {Kind: "halal", Expires: "2027-02-22"}}},
		{SKU: "D", Certificates: []data.Certificate{{Kind: "CE", Expires: "2020-01-01"}}},
	} {
		saved := must[data.Product](t)(st.Products.Save(ctx, p))
		if i == 3 {
			if err := st.Products.Archive(ctx, saved.ID, true); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := func(q store.CertificateQuery) (said []string) {
		for {
			q.Limit = 2
			page := must[[]data.DatedCertificate](t)(st.Products.Certificates(ctx, today, q))
			for _, c := range page {
				said = append(said, fmt.Sprintf("%s %s %s %d", c.SKU, c.Kind, c.State, c.Days))
				q.After = c.Place
			}
			if len(page) < 2 {
				return said
			}
		}
	}
	ended, ending, renewed := "A CE ended -1", "A RoHS due 90", "B CE renewed 8"
	valid := []string{"C halal valid 91", "B CE valid 1135", "A FCC valid 0", "C FSC valid 0"}
	for _, tt := range []struct {
		q    store.CertificateQuery
		want []string
	}{
		{store.CertificateQuery{}, append([]string{ended, renewed, ending}, valid...)},
		{store.CertificateQuery{Due: true}, []string{ended, ending}},
		{store.CertificateQuery{State: data.CertificateEnded}, []string{ended}},
		{store.CertificateQuery{State: data.CertificateEnding}, []string{ending}},
		{store.CertificateQuery{State: data.CertificateRenewed}, []string{renewed}},
		{store.CertificateQuery{State: data.CertificateValid}, valid},
		{store.CertificateQuery{Words: "GLASS hal"}, []string{"C halal valid 91"}},
		{store.CertificateQuery{Words: "NEW ce"}, []string{"B CE valid 1135"}},
	} {
		if got := all(tt.q); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%+v: %q, want %q", tt.q, got, tt.want)
		}
	}
	if c := must[data.Company](t)(st.Company.Get(ctx)); c.CertificateDays == 0 {
		c.CertificateDays = 5
		must[data.Company](t)(st.Company.Save(ctx, c))
	}
	if got := all(store.CertificateQuery{Due: true}); !reflect.DeepEqual(got, []string{ended}) {
		t.Errorf("with 5 days of notice: %q", got)
	}
}
