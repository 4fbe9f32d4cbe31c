package store

import (
	"context"
	"database/sql/driver"
	"reflect"
	"strconv"
	"strings"

	"tradewind/data"
)

// packingLevels keeps, as JSON, what a packing says of the levels that have no columns of their own.
type packingLevels struct{ at *data.Packing }

// Value writes JSON.
func (l packingLevels) Value() (driver.Value, error) {
	k := *l.at
	k.UnitNet, k.PcsPerInner, k.PcsPerCarton, k.Carton, k.CartonNet, k.CartonGross, k.Kind = 0, 0, 0, data.Box{}, 0, 0, ""
	return textJSON{&k}.Value()
}

// Scan reads JSON and leaves alone what has a column.
func (l packingLevels) Scan(v any) error { return textJSON{l.at}.Scan(v) }

// fillOffers reads what suppliers offer for the products in holes. The cost at the preferred one is the product's.
func fillOffers(ctx context.Context, r reader, at map[int64]*data.Product, holes string, args []any) error {
	return eachRow(ctx, r, `SELECT o.product_id, o.partner_id, p.code, o.item_no, o.cost, o.currency, o.lead_days, o.moq, o.multiple, o.note
		FROM product_offer o JOIN partner p ON p.id = o.partner_id
		WHERE o.product_id IN `+holes+` ORDER BY o.product_id, o.position`, args, func(scan func(...any) error) error {
		var id int64
		var o data.Offer
		err := scan(&id, &o.PartnerID, &o.Partner, &o.ItemNo, &o.Cost, &o.Currency, &o.LeadDays, &o.MOQ, &o.Multiple, &o.Note)
		p := at[id]
		if p != nil && o.PartnerID == p.SupplierID {
			o.Preferred, o.Cost, o.Currency = true, p.Cost, p.CostCurrency
		}
		if p != nil {
			p.Offers = append(p.Offers, o)
		}
		return err
	})
}

// keepOffers writes the suppliers anew when they differ.
func (w *writing) keepOffers(ctx context.Context, old, next *data.Product) error {
	if old != nil {
		if reflect.DeepEqual(old.Offers, next.Offers) && old.SupplierID == next.SupplierID {
			return nil
		}
		if _, err := w.exec(ctx, `DELETE FROM product_offer WHERE product_id = ?`, next.ID); err != nil {
			return err
		}
	}
	for i, o := range next.Offers {
		if o.Preferred {
			o.Cost, o.Currency = nil, ""
		}
		_, err := w.exec(ctx, `INSERT INTO product_offer (product_id, partner_id, position, item_no, cost, currency, lead_days, moq, multiple, note)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			next.ID, o.PartnerID, i, o.ItemNo, o.Cost, string(o.Currency), o.LeadDays, int64(o.MOQ), int64(o.Multiple), o.Note)
		if err != nil {
			return err
		}
	}
	return nil
}

// fillCertificates reads the certificates of the products in holes.
func fillCertificates(ctx context.Context, r reader, at map[int64]*data.Product, holes string, args []any) error {
	return eachRow(ctx, r, `SELECT product_id, kind, number, issuer, markets, issued, expires, scan, note FROM product_certificate
		WHERE product_id IN `+holes+` ORDER BY product_id, position`, args, func(scan func(...any) error) error {
		var id int64
		var c data.Certificate
		err := scan(&id, &c.Kind, &c.Number, &c.Issuer, textJSON{&c.Markets}, &c.Issued, &c.Expires, &c.Scan, &c.Note)
		if p := at[id]; p != nil {
			p.Certificates = append(p.Certificates, c)
		}
		return err
	})
}

// keepCertificates writes the certificates anew when they differ.
func (w *writing) keepCertificates(ctx context.Context, old, next *data.Product) error {
	if old != nil {
		if reflect.DeepEqual(old.Certificates, next.Certificates) {
			return nil
		}
		if _, err := w.exec(ctx, `DELETE FROM product_certificate WHERE product_id = ?`, next.ID); err != nil {
			return err
		}
	}
	for i, c := range next.Certificates {
		_, err := w.exec(ctx, `INSERT INTO product_certificate (product_id, position, kind, number, issuer, markets, issued, expires, scan, note, words)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, next.ID, i, c.Kind, c.Number, c.Issuer, textJSON{&c.Markets}, string(c.Issued), string(c.Expires),
			string(c.Scan), c.Note, fold(c.Kind+" "+c.Number+" "+c.Issuer))
		if err != nil {
			return err
		}
	}
	return nil
}

// findPartners gives supplier, offers and buyers' item numbers the IDs of the partners that they name by code or name.
func (w *writing) findPartners(ctx context.Context, p *data.Product) (wrong data.Problems) {
	find := func(id *int64, name, field string) {
		if *id != 0 || name == "" {
			return
		}
		if *id = w.partnerID(ctx, name); *id == 0 {
			wrong = append(wrong, w.unknownPartner(ctx, name, field))
		}
	}
	find(&p.SupplierID, p.Supplier, "supplier")
	seen := map[int64]int{}
	for i := range p.Offers {
		o, field := &p.Offers[i], "suppliers."+strconv.Itoa(i+1)+".partner"
		find(&o.PartnerID, o.Partner, field)
		if other := seen[o.PartnerID]; other > 0 && o.PartnerID != 0 {
			wrong = append(wrong, data.Problem{Field: field, Key: "problem.duplicate", Args: map[string]any{"Other": other}})
		}
		seen[o.PartnerID] = i + 1
	}
	for i := range p.BuyerItemNames {
		b := &p.BuyerItemNames[i]
		find(&b.PartnerID, b.Partner, "buyer_items."+strconv.Itoa(i+1)+".partner")
	}
	return wrong
}

// mostMeant is how many partners are named where one wasn't found.
const mostMeant = 3

// unknownPartner says that nobody is called so, and who may be meant: the first partners in which all the words stand. None of
// them is taken for it.
func (w *writing) unknownPartner(ctx context.Context, name, field string) data.Problem {
	p := data.Problem{Field: field, Key: "problem.unknown_partner", Args: map[string]any{"Value": name}}
	tests, args := searchFor(partners.number, Query{Words: name}, false).tests()
	var meant []string
	err := eachRow(ctx, w.tx, `SELECT code FROM search WHERE kind = ? AND`+tests+` ORDER BY key, code LIMIT ?`,
		append(append([]any{partners.number}, args...), mostMeant), func(scan func(...any) error) error {
			var code string
			err := scan(&code)
			meant = append(meant, code)
			return err
		})
	if err == nil && len(meant) > 0 {
		p.Key, p.Args["Meant"] = "problem.partner_meant", strings.Join(meant, ", ")
	}
	return p
}

// settleOffers makes the offers agree with the product's own supplier, once partners are known by ID.
func (w *writing) settleOffers(ctx context.Context, p *data.Product) error {
	if len(p.Offers) == 0 {
		p.Offers = nil
		return nil
	}
	ids := []int64{p.SupplierID}
	for _, o := range p.Offers {
		ids = append(ids, o.PartnerID)
	}
	labels, err := partnerLabels(ctx, w.tx, ids)
	if err != nil {
		return err
	}
	p.SettleOffers(labels[p.SupplierID].code)
	for i := range p.Offers {
		if code := labels[p.Offers[i].PartnerID].code; code != "" {
			p.Offers[i].Partner = code
		}
	}
	return nil
}
