package store

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"tradewind/data"
)

// CertificateQuery asks for certificates of live products by the day on which they end.
type CertificateQuery struct {
	Words string                // all of them must stand in what finds the product, or in the certificate's kind, number or issuer
	State data.CertificateState // "": all
	Due   bool                  // only those that end within the notice or have ended, and weren't renewed
	After string                // the Place of the last one of the page before
	Limit int                   // 0: all
}

// Certificates returns the next certificates that q asks for, by the day on which they end, those that don't end last. The state
// is as of today, with the company's days of notice.
func (s Products) Certificates(ctx context.Context, today data.Date, q CertificateQuery) (list []data.DatedCertificate, err error) {
	if q.Limit <= 0 {
		q.Limit = math.MaxInt32
	}
	err = s.at.readAt(ctx, func(r reader) error {
		c, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		list, err = certificatesOf(ctx, r, today, c.CertificateNoticeDays(), q)
		return err
	})
	return list, err
}

// certificatePage is how many rows are read at once.
const certificatePage = 200

// certificatesOf reads rows until there are enough that q asks for: which ones were renewed only their product tells.
func certificatesOf(ctx context.Context, r reader, today data.Date, notice int, q CertificateQuery) (list []data.DatedCertificate, err error) {
	at, err := certificatePlaceOf(q.After)
	if err != nil {
		return nil, err
	}
	for len(list) < q.Limit {
		rows, err := certificateRows(ctx, r, today, notice, q, at)
		if err != nil {
			return nil, err
		}
		if err := judgeCertificates(ctx, r, rows, today, notice); err != nil {
			return nil, err
		}
		for _, one := range rows {
			at = one.place
			if q.takes(one.found.State) && len(list) < q.Limit {
				list = append(list, one.found)
			}
		}
		if len(rows) == certificatePage {
			continue
		}
		if at.endless || !q.endless() {
			break
		}
		at = certificatePlace{endless: true}
	}
	return list, nil
}

// takes reports whether q asks for certificates of a state.
func (q CertificateQuery) takes(state data.CertificateState) bool {
	if q.Due && state != data.CertificateEnded && state != data.CertificateEnding {
		return false
	}
	return q.State == "" || q.State == state
}

// endless reports whether certificates that don't end can be among those that q asks for.
func (q CertificateQuery) endless() bool { return !q.Due && q.takes(data.CertificateValid) }

// certificatePlace is where a page begins.
type certificatePlace struct {
	endless  bool // among those that don't end, which come last
	expires  string
	product  int64
	position int64
}

func (p certificatePlace) String() string {
	return fmt.Sprintf("%s|%d|%d", p.expires, p.product, p.position)
}

// certificatePlaceOf reads a place; "" is the beginning.
func certificatePlaceOf(text string) (p certificatePlace, err error) {
	parts := strings.Split(text, "|")
	if text == "" {
		return p, nil
	}
	if len(parts) != 3 {
		return p, fmt.Errorf("certificates after %q: %w", text, data.ErrNotFound)
	}
	p.endless, p.expires = parts[0] == "", parts[0]
	if p.product, err = strconv.ParseInt(parts[1], 10, 64); err == nil {
		p.position, err = strconv.ParseInt(parts[2], 10, 64)
	}
	return p, err
}

// certificateRow is a certificate with where it stands.
type certificateRow struct {
	place certificatePlace
	found data.DatedCertificate
}

// certificateRows reads the rows after a place, in the order of an index.
func certificateRows(ctx context.Context, r reader, today data.Date, notice int, q CertificateQuery, at certificatePlace) (rows []certificateRow, err error) {
	where, args := `c.expires <> '' AND (c.expires, c.product_id, c.position) > (?, ?, ?)`, []any{at.expires, at.product, at.position}
	order := `c.expires, c.product_id, c.position`
	if at.endless {
		where, args = `c.expires = '' AND (c.product_id, c.position) > (?, ?)`, []any{at.product, at.position}
		order = `c.product_id, c.position`
	} else {
		where, args = q.within(where, args, today, data.ExpiryUntil(today, notice))
	}
	for _, term := range strings.Fields(fold(q.Words)) {
		test, more := foundBy(term)
		where, args = where+test, append(args, more...)
	}
	query := `SELECT c.product_id, c.position, p.sku, p.names, c.kind, c.number, c.issuer, c.markets, c.issued, c.expires, c.scan, c.note
		FROM product_certificate c CROSS JOIN product p ON p.id = c.product_id AND p.archived = 0
		WHERE ` + where + ` ORDER BY ` + order + ` LIMIT ?`
	err = eachRow(ctx, r, query, append(args, certificatePage), func(scan func(...any) error) error {
		var one certificateRow
		c, at := &one.found, &one.place
		err := scan(&at.product, &at.position, &c.SKU, textJSON{&c.Name}, &c.Kind, &c.Number, &c.Issuer, textJSON{&c.Markets}, &c.Issued, &c.Expires, &c.Scan, &c.Note)
		at.expires, at.endless = string(c.Expires), c.Expires == ""
		c.Place = at.String()
		rows = append(rows, one)
		return err
	})
	return rows, err
}

// foundBy is the condition that a word finds certificate c: by its own texts, or by what else finds its product. That is compared
// only for products that have the word's fragments: their texts are long, and few have them.
func foundBy(term string) (string, []any) {
	found := `EXISTS (SELECT 1 FROM search x INDEXED BY search_record WHERE x.kind = ? AND x.record = c.product_id AND instr(x.text, ?) > 0)`
	args := []any{term}
	if match := searchFor(products.number, Query{Words: term}, false).match(); match != "" {
		found = `c.product_id IN (SELECT rowid / 8 FROM gram WHERE gram MATCH ? AND rowid % 8 = ?) AND ` + found
		args = append(args, match, products.number)
	}
	return ` AND (instr(c.words, ?) > 0 OR ` + found + `)`, append(args, products.number, term)
}

// within leaves out the days on which no certificate of the wanted state can end.
func (q CertificateQuery) within(where string, args []any, today, until data.Date) (string, []any) {
	if q.Due || q.State == data.CertificateEnding || q.State == data.CertificateEnded || q.State == data.CertificateRenewed {
		where, args = where+` AND c.expires <= ?`, append(args, string(until))
	}
	switch q.State {
	case data.CertificateEnded:
		where, args = where+` AND c.expires < ?`, append(args, string(today))
	case data.CertificateEnding:
		where, args = where+` AND c.expires >= ?`, append(args, string(today))
	case data.CertificateValid:
		where, args = where+` AND c.expires > ?`, append(args, string(until))
	}
	return where, args
}

// judgeCertificates gives rows their state, for which all certificates of their products are read.
func judgeCertificates(ctx context.Context, r reader, rows []certificateRow, today data.Date, notice int) error {
	at := map[int64]*data.Product{}
	for _, one := range rows {
		at[one.place.product] = &data.Product{}
	}
	for part := range chunks(sortedKeys(at), maxHoles) {
		holes, args := in(part)
		if err := fillCertificates(ctx, r, at, holes, args); err != nil {
			return err
		}
	}
	for i := range rows {
		all := at[rows[i].place.product].Certificates
		rows[i].found.State, rows[i].found.Days = data.StateOf(all, int(rows[i].place.position), today, notice)
	}
	return nil
}
