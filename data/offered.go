package data

import "strings"

// Offered is how much of an article stands open in another order that is still a quotation: neither sent nor kept for it.
type Offered struct {
	OrderNo  string
	Quantity Quantity
}

// OfferedTwice names the goods of a quotation, an order in draft, that other quotations offer too, where there isn't enough for all of
// them: what can be promised today, of pre-sales by their day. A quotation binds nothing, so both may stand; but whoever
// writes the second must know of the first. Each article is named once, at its first line.
func (s Supply) OfferedTwice(o Order, others map[int64][]Offered) (list Problems) {
	if o.Status != Draft || o.Archived {
		return nil
	}
	own := map[int64]Quantity{}
	lines := s.Of(o.Lines)
	for i, one := range lines {
		own[o.Lines[i].VariantID] += one.Open
	}
	said := map[int64]bool{}
	for i, one := range lines {
		l := o.Lines[i]
		if !one.Kept || one.Open <= 0 || said[l.VariantID] || len(others[l.VariantID]) == 0 {
			continue
		}
		said[l.VariantID] = true
		outlook := s.Articles[l.VariantID].Outlook
		day := outlook.Today
		if l.PreSale {
			day = max(day, l.Promise)
		}
		together, names := adding(own[l.VariantID], others[l.VariantID])
		if left := outlook.Promisable(day); together > left {
			list = append(list, Problem{Field: at("lines", i+1) + "quantity", Key: "problem.offered_twice", Args: map[string]any{
				"Line": i + 1, "SKU": l.SKU, "Orders": names, "Together": together.String(), "Left": left.String(),
			}})
		}
	}
	return list
}

// adding returns what is offered together, and in which other orders how much.
func adding(own Quantity, others []Offered) (sum Quantity, names string) {
	var all []string
	for _, other := range others {
		own = addQuantities(own, other.Quantity)
		all = append(all, other.OrderNo+" ("+other.Quantity.String()+")")
	}
	return own, strings.Join(all, ", ")
}
