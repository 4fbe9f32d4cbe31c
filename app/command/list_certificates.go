package command

import (
	"fmt"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

// certificateRow is a product's certificate in the calendar of all.
type certificateRow struct {
	SKU      string                `json:"sku"`
	Name     string                `json:"name"`
	Kind     string                `json:"kind"`
	Number   string                `json:"number"`
	Issuer   string                `json:"issuer"`
	Markets  []string              `json:"markets"` // none: everywhere
	Issued   data.Date             `json:"issued"`
	Expires  data.Date             `json:"expires"` // "": it doesn't
	State    data.CertificateState `json:"state"`
	DaysLeft *int                  `json:"days_left,omitempty"` // below zero: it has ended
	Scan     data.Hash             `json:"scan,omitzero"`       // of the attachment
}

// certificateTable lists the certificates of live products by the day on which they end; with --due only those that end within
// the company's notice, or have ended, and weren't renewed.
func (s *session) certificateTable(st *store.Store, q store.Query) (*table, error) {
	found, err := st.Products.Certificates(s.ctx, data.DateOf(s.Now()), store.CertificateQuery{Words: q.Words, Due: s.call.on("due"), Limit: q.Limit})
	if err != nil {
		return nil, fmt.Errorf("list certificates: %w", err)
	}
	t := newTable("sku", "kind", "number", "markets", "expires", "state", "days_left", "scan")
	for _, c := range found {
		r := certificateRow{
			SKU: c.SKU, Name: c.Name.In(s.words.Lang()), Kind: c.Kind, Number: c.Number, Issuer: c.Issuer, Markets: c.Markets, Issued: c.Issued,
			Expires: c.Expires, State: c.State, Scan: c.Scan,
		}
		if c.Expires != "" {
			r.DaysLeft = &c.Days
		}
		t.add(r, r.SKU, r.Kind, r.Number, strings.Join(r.Markets, " "), string(r.Expires), string(r.State), days(r.DaysLeft), strconv.FormatBool(r.Scan != ""))
	}
	return t, nil
}
