package store

import (
	"context"
	"reflect"
	"slices"

	"tradewind/data"
)

// fillProducts reads variants, buyers' item numbers and suppliers' names.
func fillProducts(ctx context.Context, r reader, found []*data.Product) error {
	at := make(map[int64]*data.Product, len(found))
	var suppliers []int64
	for _, p := range found {
		at[p.ID] = p
		if p.SupplierID != 0 {
			suppliers = append(suppliers, p.SupplierID)
		}
	}
	labels, err := partnerLabels(ctx, r, suppliers)
	if err != nil {
		return err
	}
	for _, p := range found {
		p.Supplier = labels[p.SupplierID].name
	}
	for part := range chunks(sortedKeys(at), maxHoles) {
		holes, args := in(part)
		if err := fillVariants(ctx, r, at, holes, args); err != nil {
			return err
		}
		if err := fillBuyerItems(ctx, r, at, holes, args); err != nil {
			return err
		}
		if err := fillOffers(ctx, r, at, holes, args); err != nil {
			return err
		}
		if err := fillCertificates(ctx, r, at, holes, args); err != nil {
			return err
		}
	}
	return nil
}

// fillVariants reads the variants of the products in holes.
func fillVariants(ctx context.Context, r reader, at map[int64]*data.Product, holes string, args []any) error {
	rows, err := r.QueryContext(ctx, `SELECT product_id, id, uuid, sku, gtin, attributes, price, unit_net, packing, archived FROM variant
		WHERE product_id IN `+holes+` ORDER BY product_id, position`, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var product int64
		var v data.Variant
		err := rows.Scan(&product, &v.ID, &v.UUID, &v.SKU, &v.GTIN, textJSON{&v.Attributes}, &v.Price, &v.UnitNet, textJSON{&v.Packing}, &v.Archived)
		if err != nil {
			return err
		}
		at[product].Variants = append(at[product].Variants, v)
	}
	return rows.Err()
}

// fillBuyerItems reads the buyers' item numbers of the products in holes.
func fillBuyerItems(ctx context.Context, r reader, at map[int64]*data.Product, holes string, args []any) error {
	rows, err := r.QueryContext(ctx, `SELECT b.product_id, b.partner_id, p.code, b.item_no
		FROM product_buyer_item b JOIN partner p ON p.id = b.partner_id
		WHERE b.product_id IN `+holes+` ORDER BY b.product_id, b.position`, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var product int64
		var b data.BuyerItemNo
		if err := rows.Scan(&product, &b.PartnerID, &b.Partner, &b.ItemNo); err != nil {
			return err
		}
		at[product].BuyerItemNames = append(at[product].BuyerItemNames, b)
	}
	return rows.Err()
}

// checkProduct finds the partners that p names and gives p its first variant.
func checkProduct(ctx context.Context, w *writing, old, p *data.Product) error {
	p.Tidy()
	if w.undoes == "" { // ticks are given one by one, never by saving
		p.Ticks = nil
		if old != nil {
			p.Ticks = old.Ticks
		}
	}
	ownVariant(p)
	switch {
	case old != nil:
		keepVariantIDs(old, p)
	case p.ID == 0: // a copy of another product doesn't take its variants away
		for i := range p.Variants {
			p.Variants[i].ID, p.Variants[i].UUID = 0, ""
		}
	}
	p.Offers, p.BuyerItemNames = slices.Clone(p.Offers), slices.Clone(p.BuyerItemNames) // the caller's slices stay as they are
	if wrong := w.findPartners(ctx, p); len(wrong) > 0 {
		return wrong
	}
	if old != nil && old.SupplierID == p.SupplierID {
		p.Supplier = old.Supplier // it may have been named by its code
	}
	return w.settleOffers(ctx, p)
}

// ownVariant makes sure that the first variant is the product itself. A product with a single variant passes its
// bar code on to it.
func ownVariant(p *data.Product) {
	if len(p.Variants) == 0 {
		p.Variants = []data.Variant{{}}
	} else {
		p.Variants = append([]data.Variant(nil), p.Variants...) // the caller's slice stays as it is
	}
	p.Variants[0].SKU = p.SKU
	if p.GTIN != "" {
		p.Variants[0].GTIN = p.GTIN
	}
}

// keepVariantIDs gives variants that come without an ID, as from JSON, that of the old one with the same UUID or SKU.
// Old variants that next leaves out stay, archived: stock and orders may need them.
func keepVariantIDs(old, next *data.Product) {
	taken := map[int64]bool{}
	for i := range next.Variants {
		taken[next.Variants[i].ID] = true
	}
	for i := range next.Variants {
		v := &next.Variants[i]
		for j, o := range old.Variants {
			if v.ID == 0 && !taken[o.ID] && isVariant(*v, o, i == 0 && j == 0) {
				v.ID, v.UUID = o.ID, o.UUID
				taken[o.ID] = true
			}
		}
	}
	for _, o := range old.Variants {
		if !taken[o.ID] {
			o.Archived = true
			next.Variants = append(next.Variants, o)
		}
	}
}

// isVariant reports whether v, which has no ID, means the stored variant o. both says that each is its product's first.
func isVariant(v, o data.Variant, both bool) bool {
	if v.UUID != "" {
		return v.UUID == o.UUID
	}
	return v.SKU == o.SKU || both
}

// keepProduct writes the variants and the buyers' item numbers that differ.
func keepProduct(ctx context.Context, w *writing, old, next *data.Product) error {
	if old != nil || next.Version > 1 { // else [newMarks] has said all there is
		w.unmarked.product(next.ID)
	}
	was := map[int64]data.Variant{}
	place := map[int64]int{}
	if old != nil {
		for i, v := range old.Variants {
			was[v.ID], place[v.ID] = v, i
		}
	}
	for i := range next.Variants {
		v := &next.Variants[i]
		if o, ok := was[v.ID]; ok && place[v.ID] == i && reflect.DeepEqual(o, *v) {
			continue
		} else if err := w.keepVariant(ctx, next.ID, i, v, ok); err != nil {
			return err
		}
	}
	for _, keep := range []func(context.Context, *data.Product, *data.Product) error{w.reindexOrders, w.keepOffers, w.keepCertificates, w.keepBuyerItems} {
		if err := keep(ctx, old, next); err != nil {
			return err
		}
	}
	return nil
}

// reindexOrders lets orders be found by the new SKU of an article.
func (w *writing) reindexOrders(ctx context.Context, old, next *data.Product) error {
	if old == nil || old.SKU == next.SKU {
		return nil
	}
	ids, err := numbers(ctx, w.tx, `SELECT DISTINCT order_id FROM order_line
		WHERE variant_id IN (SELECT id FROM variant WHERE product_id = ?)`, next.ID)
	if err != nil {
		return err
	}
	return orders.reindex(ctx, w, ids)
}

// keepVariant writes one variant.
func (w *writing) keepVariant(ctx context.Context, product int64, position int, v *data.Variant, known bool) error {
	if v.UUID == "" {
		v.UUID = newUUID()
	}
	if known {
		_, err := w.exec(ctx, `UPDATE variant SET position = ?, sku = ?, gtin = ?, attributes = ?, price = ?, unit_net = ?, packing = ?, archived = ?
			WHERE id = ? AND product_id = ?`,
			position, v.SKU, v.GTIN, textJSON{&v.Attributes}, v.Price, v.UnitNet, textJSON{&v.Packing}, v.Archived, v.ID, product)
		return err
	}
	r, err := w.exec(ctx, `INSERT INTO variant (id, uuid, product_id, position, sku, gtin, attributes, price, unit_net, packing, archived)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		reference{&v.ID}, v.UUID, product, position, v.SKU, v.GTIN, textJSON{&v.Attributes}, v.Price, v.UnitNet, textJSON{&v.Packing}, v.Archived)
	if err != nil {
		return err
	}
	v.ID, err = r.LastInsertId()
	return err
}

// keepBuyerItems writes the buyers' item numbers anew.
func (w *writing) keepBuyerItems(ctx context.Context, old, next *data.Product) error {
	if old != nil && len(old.BuyerItemNames) > 0 {
		if _, err := w.exec(ctx, `DELETE FROM product_buyer_item WHERE product_id = ?`, next.ID); err != nil {
			return err
		}
	}
	for i, b := range next.BuyerItemNames {
		_, err := w.exec(ctx, `INSERT INTO product_buyer_item (product_id, partner_id, position, item_no) VALUES (?, ?, ?, ?)`,
			next.ID, b.PartnerID, i, b.ItemNo)
		if err != nil {
			return err
		}
	}
	return nil
}

// discardProduct takes away what belongs to products that nothing uses.
func discardProduct(ctx context.Context, w *writing, ids []int64) error {
	holes, args := in(ids)
	for _, table := range []string{"product_buyer_item", "product_offer", "product_certificate"} {
		if _, err := w.exec(ctx, `DELETE FROM `+table+` WHERE product_id IN `+holes, args...); err != nil {
			return err
		}
	}
	_, err := w.exec(ctx, `DELETE FROM variant WHERE product_id IN `+holes, args...)
	return err
}
