package store

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
)

// mayBeMeant is how many articles are named beside a code that is unknown, and for how many codes.
const (
	mayBeMeant  = 3
	maxGuessing = 50
)

// Recognise says which articles the rows of a pasted text mean: by SKU in any case, by GTIN, or by the number the customer
// knows them by (0: no customer). Archived articles don't count. A row without an article has what may be meant.
func (s Products) Recognise(ctx context.Context, text string, customer int64) ([]data.Recognised, error) {
	rows := data.ParsePasted(text)
	var codes []string
	for _, row := range rows {
		codes = append(codes, row.Codes()...)
	}
	known, err := s.known(ctx, codes, customer)
	if err != nil {
		return nil, err
	}
	list := data.Recognise(rows, known)
	guessed := 0
	for i := range list {
		if r := &list[i]; len(r.Goods) == 0 && guessed < maxGuessing {
			guessed++
			if r.May, err = s.meant(ctx, r.Row.Guess()); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// meant returns SKUs that words may mean: what is found for them, else for less and less of them.
func (s Products) meant(ctx context.Context, words string) (skus []string, err error) {
	for letters := []rune(words); len(letters) > 1; letters = letters[:len(letters)-1-len(letters)/4] {
		found, err := s.Find(ctx, Query{Words: string(letters), Limit: mayBeMeant})
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			skus = append(skus, p.SKU)
		}
		if len(skus) > 0 || len(letters) <= 3 {
			return skus, nil
		}
	}
	return nil, nil
}

// known returns the live articles that codes name, by code. A SKU comes before a customer's number, and that before a GTIN.
func (s Products) known(ctx context.Context, codes []string, customer int64) (map[string][]data.Article, error) {
	spelt := map[string][]string{} // what is asked for → the codes it stands for
	for _, code := range codes {
		for _, way := range []string{code, strings.ToUpper(code), strings.ToLower(code)} {
			if !slices.Contains(spelt[way], code) {
				spelt[way] = append(spelt[way], code)
			}
		}
	}
	named, rank := map[string][]int64{}, map[string]int{}
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(sortedKeys(spelt), maxHoles/4) {
			holes, args := in(part)
			all := slices.Concat(args, []any{customer}, args, args, args)
			err := eachRow(ctx, r, `SELECT 3, sku, id FROM variant WHERE sku IN `+holes+` AND archived = 0
				UNION ALL SELECT 2, b.item_no, v.id FROM product_buyer_item b JOIN variant v ON v.product_id = b.product_id
					WHERE b.partner_id = ? AND b.item_no IN `+holes+` AND v.archived = 0
				UNION ALL SELECT 1, gtin, id FROM variant WHERE gtin IN `+holes+` AND gtin <> '' AND archived = 0
				UNION ALL SELECT 1, p.gtin, v.id FROM product p JOIN variant v ON v.product_id = p.id
					WHERE p.gtin IN `+holes+` AND p.gtin <> '' AND v.archived = 0 AND v.gtin = ''`, all,
				func(scan func(...any) error) error {
					var way string
					var by int
					var id int64
					err := scan(&by, &way, &id)
					for _, code := range spelt[way] {
						if by > rank[code] {
							rank[code], named[code] = by, nil
						}
						if by == rank[code] && !slices.Contains(named[code], id) {
							named[code] = append(named[code], id)
						}
					}
					return err
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s.articles(ctx, named)
}

// articles reads the articles that codes name. Those of archived products are left out.
func (s Products) articles(ctx context.Context, named map[string][]int64) (map[string][]data.Article, error) {
	var variants []int64
	for _, ids := range named {
		variants = append(variants, ids...)
	}
	slices.Sort(variants)
	products, err := s.ByVariant(ctx, slices.Compact(variants))
	if err != nil {
		return nil, err
	}
	known := map[string][]data.Article{}
	for code, ids := range named {
		for _, id := range ids {
			p, there := products[id]
			at := slices.IndexFunc(p.Variants, func(v data.Variant) bool { return v.ID == id })
			if there && at >= 0 && !p.Archived {
				known[code] = append(known[code], data.Article{Product: p, Variant: p.Variants[at]})
			}
		}
	}
	return known, nil
}
