package store

import (
	"context"
	"slices"

	"tradewind/data"
)

// Partners keeps customers, suppliers, forwarders and banks.
type Partners struct{ at place }

// partners describes the partner's table.
var partners = &kind[data.Partner]{
	number: 2, name: "partner", table: "partner", code: "code",
	record:  func(p *data.Partner) *data.Record { return &p.Record },
	columns: partnerColumns,
	fill:    settlePartners, check: checkPartner, keep: keepPartner, discard: discardPartner,
	used: `SELECT 1 FROM partner p WHERE p.id = ? AND (EXISTS (SELECT 1 FROM product s WHERE s.supplier_id = p.id)
		OR EXISTS (SELECT 1 FROM product_buyer_item b WHERE b.partner_id = p.id)
		OR EXISTS (SELECT 1 FROM product_offer f WHERE f.partner_id = p.id)
		OR EXISTS (SELECT 1 FROM sales_order o WHERE o.customer_id = p.id)
		OR EXISTS (SELECT 1 FROM purchase_order b WHERE b.supplier_id = p.id)
		OR EXISTS (SELECT 1 FROM scorecard c WHERE c.supplier_id = p.id))`,
	entry: func(_ context.Context, _ reader, p *data.Partner) (entry, error) {
		return searchable(p.Code, append([]string{p.Name, p.LocalName, p.Contact, p.Email, string(p.Address.Country), p.Address.City, p.TaxID},
			partnerWords(p)...)...), nil
	},
}

// partnerWords are the further words that find a partner: persons, numbers, tags and roles, these two with a #.
func partnerWords(p *data.Partner) (words []string) {
	for _, one := range p.Persons {
		words = append(words, one.Name, one.Email)
	}
	for _, n := range p.Numbers {
		words = append(words, n.Number)
	}
	for _, tag := range p.Tags {
		words = append(words, "#"+tag)
	}
	for _, role := range p.Roles {
		words = append(words, "#"+string(role))
	}
	return words
}

// settlePartners makes the long form of partners that were saved in the short form only.
func settlePartners(_ context.Context, _ reader, found []*data.Partner) error {
	for _, p := range found {
		p.Settle()
	}
	return nil
}

// partnerColumns are the columns of the table partner.
func partnerColumns(p *data.Partner) []column {
	return []column{
		{"code", &p.Code},
		{"name", &p.Name},
		{"name_local", &p.LocalName},
		{"postal", textJSON{&p.Address}},
		{"postal_local", textJSON{&p.LocalAddress}},
		{"tax_id", &p.TaxID},
		{"import_no", &p.ImportNo},
		{"contact", &p.Contact},
		{"email", &p.Email},
		{"phone", &p.Phone},
		{"fax", &p.Fax},
		{"roles", textJSON{&p.Roles}},
		{"language", &p.Language},
		{"currency", &p.Currency},
		{"payment_terms", &p.PaymentTerms},
		{"incoterm", textJSON{&p.Incoterm}},
		{"marks", &p.Marks},
		{"notes", &p.Notes},
		{"persons", textJSON{&p.Persons}},
		{"addresses", textJSON{&p.Addresses}},
		{"numbers", textJSON{&p.Numbers}},
		{"instalments", textJSON{&p.Instalments}},
		{"bank_account", &p.BankAccount},
		{"letterhead", &p.Letterhead},
		{"consents", textJSON{&p.Consents}},
		{"tags", textJSON{&p.Tags}},
		{"tier", &p.Tier},
	}
}

// checkPartner gives a partner without a code one made from its name, and brings its short and long forms together.
func checkPartner(ctx context.Context, w *writing, old, p *data.Partner) (err error) {
	p.Settle()
	if err := checkLetterhead(ctx, w, old, p); err != nil {
		return err
	}
	if p.Code == "" {
		p.Code, err = w.freeCode(ctx, p.Name)
	}
	return err
}

// checkLetterhead refuses a letterhead that the company hasn't got, and takes over how its name is written.
func checkLetterhead(ctx context.Context, w *writing, old, p *data.Partner) error {
	if p.Letterhead == data.OwnLetterhead || p.Letterhead == data.NoLetterhead || old != nil && old.Letterhead == p.Letterhead {
		return nil
	}
	c, err := getCompany(ctx, w.tx)
	if err != nil {
		return err
	}
	h, ok := c.HeadNamed(string(p.Letterhead))
	if !ok {
		return data.Problems{{Field: "letterhead", Key: "partner.problem.letterhead", Args: map[string]any{"Value": string(p.Letterhead)}}}
	}
	p.Letterhead = data.Letterhead(h.Name)
	return nil
}

// keepPartner writes what finds partners like next, and has the orders, shipments and purchase orders of a partner
// found by its new code and name.
func keepPartner(ctx context.Context, w *writing, old, next *data.Partner) error {
	if err := w.keepKeys(ctx, old, next); err != nil {
		return err
	}
	if old == nil || old.Code == next.Code && old.Name == next.Name {
		return nil
	}
	ids, err := numbers(ctx, w.tx, `SELECT id FROM sales_order WHERE customer_id = ?`, next.ID)
	if err != nil {
		return err
	}
	if err := orders.reindex(ctx, w, ids); err != nil {
		return err
	}
	ids, err = numbers(ctx, w.tx, `SELECT DISTINCT p.shipment_id FROM shipment_part p WHERE p.order_id IN (SELECT id FROM sales_order WHERE customer_id = ?)`, next.ID)
	if err != nil {
		return err
	}
	if err := shipments.reindex(ctx, w, ids); err != nil {
		return err
	}
	ids, err = numbers(ctx, w.tx, `SELECT id FROM purchase_order WHERE supplier_id = ?`, next.ID)
	if err != nil {
		return err
	}
	return purchases.reindex(ctx, w, ids)
}

// Find returns a page of partners: those whose code begins with the words, then those of which the name, the country or
// another text that finds them does, then all others, each by code.
func (s Partners) Find(ctx context.Context, q Query) ([]data.Partner, error) {
	return partners.find(ctx, s.at, q, false)
}

// Count counts the partners that q's words match.
func (s Partners) Count(ctx context.Context, q Query) (int, error) {
	return partners.count(ctx, s.at, q)
}

// Get returns the partner with id, or [data.ErrNotFound].
func (s Partners) Get(ctx context.Context, id int64) (data.Partner, error) {
	return partners.get(ctx, s.at, `WHERE id = ?`, id)
}

// ByCode returns the partner with this code, or [data.ErrNotFound].
func (s Partners) ByCode(ctx context.Context, code string) (data.Partner, error) {
	return partners.get(ctx, s.at, `WHERE code = ?`, code)
}

// Save writes p and returns it as stored; an empty code is made from the name. It gives [data.Problems] when p breaks a
// rule and [data.ErrConflict] when p isn't the newest version.
func (s Partners) Save(ctx context.Context, p data.Partner) (data.Partner, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		p, err = partners.save(ctx, w, p)
		return err
	})
	return p, err
}

// Archive takes a partner out of the lists, or brings it back.
func (s Partners) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return partners.archive(ctx, w, id, archived) })
}

// Each calls use with every live partner, by code.
func (s Partners) Each(ctx context.Context, use func(data.Partner) error) error {
	return partners.each(ctx, s.at, use)
}

// Names returns the names of partners by their IDs as readers of lang know them, in one question for a page of a list. An ID
// that nobody has isn't in the answer.
func (s Partners) Names(ctx context.Context, lang string, ids []int64) (map[int64]string, error) {
	names := make(map[int64]string, len(ids))
	err := s.at.readAt(ctx, func(r reader) error {
		labels, err := partnerLabels(ctx, r, ids)
		for id, l := range labels {
			if l != (label{}) {
				names[id] = l.party.NameIn(lang)
			}
		}
		return err
	})
	return names, err
}

// label is how a partner is named.
type label struct {
	code, name string
	party      data.Party // names and address alone
}

// partnerLabels returns code and names of partners.
func partnerLabels(ctx context.Context, r reader, ids []int64) (map[int64]label, error) {
	found := map[int64]label{}
	for _, id := range ids {
		found[id] = label{}
	}
	for part := range chunks(sortedKeys(found), maxHoles) {
		holes, args := in(part)
		rows, err := r.QueryContext(ctx, `SELECT id, code, name, name_local, postal FROM partner WHERE id IN `+holes, args...)
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		for rows.Next() {
			var id int64
			var l label
			if err := rows.Scan(&id, &l.code, &l.name, &l.party.LocalName, textJSON{&l.party.Address}); err != nil {
				return nil, err
			}
			l.party.Name = l.name
			found[id] = l
		}
		if err := rows.Err(); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// partnerID returns the partner with this code, else with this name, else 0.
func (w *writing) partnerID(ctx context.Context, text string) (id int64) {
	err := w.scan(ctx, `SELECT id FROM partner WHERE code = ?1 OR name = ?1 OR name_local = ?1
		ORDER BY code <> ?1, archived, id LIMIT 1`, []any{text}, &id)
	if err != nil {
		return 0
	}
	return id
}

// makeItSupplier gives a partner that products come from the role of a supplier, beside those it has.
func (w *writing) makeItSupplier(ctx context.Context, id int64) error {
	old, err := partners.byID(ctx, w.tx, id)
	if err != nil || slices.Contains(old.Roles, data.Supplier) {
		return err
	}
	next := old
	next.Roles = append(slices.Clone(old.Roles), data.Supplier)
	_, err = partners.put(ctx, w, &old, &next)
	return err
}

// freeCode returns a code for a partner called name that no other has.
func (w *writing) freeCode(ctx context.Context, name string) (string, error) {
	return w.freeNumber(ctx, `SELECT 1 FROM partner WHERE code = ?`, data.PartnerCode(name))
}

// Called returns the partner that a file calls by its code or its name, live ones first, or [data.ErrNotFound].
func (s Partners) Called(ctx context.Context, name string) (data.Partner, error) {
	return partners.get(ctx, s.at, `WHERE code = ?1 OR name = ?1 OR name_local = ?1 ORDER BY code <> ?1, archived, id LIMIT 1`, name)
}
