package command

import (
	"fmt"
	"slices"

	"tradewind/data"
)

// lot draws the lot in which an article comes today: food and cosmetics keep for twenty months to four years, all else comes
// without a lot.
func (t *largeTrade) lot(a *largeArticle) (string, data.Date) {
	if !a.fresh {
		return "", ""
	}
	return fmt.Sprintf("L%s-%02d", t.clock.Format("060102"), 1+t.random.IntN(20)), t.days(600 + t.random.IntN(900))
}

// came notes what lies in the main warehouse from now on, of an article that expires by its lots.
func (a *largeArticle) came(l data.Level) {
	a.here += l.Quantity
	if !a.fresh {
		return
	}
	if i := slices.IndexFunc(a.lots, func(o data.Level) bool { return o.Lot == l.Lot && o.Expiry == l.Expiry }); i >= 0 {
		a.lots[i].Quantity += l.Quantity
		return
	}
	a.lots = append(a.lots, l)
}

// left notes what goes out of the main warehouse. Goods of several lots take a movement for each, which stand in for
// others.
func (t *largeTrade) left(a *largeArticle, q data.Quantity) {
	a.here -= q
	if !a.fresh {
		return
	}
	picked, _ := data.Pick(a.lots, q, data.DateOf(*t.clock))
	for _, one := range picked {
		i := slices.IndexFunc(a.lots, func(o data.Level) bool { return o.Lot == one.Lot && o.Expiry == one.Expiry })
		a.lots[i].Quantity -= one.Quantity
	}
	a.lots = slices.DeleteFunc(a.lots, func(o data.Level) bool { return o.Quantity == 0 })
	t.spent += max(len(picked)-1, 0)
}
