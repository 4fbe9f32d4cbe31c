package replenish

import (
	"context"
	"os"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// take takes the article shown into the next purchase order, with the quantity in its field, and goes on to the next row.
func (s *Screen) take() {
	var bad data.Problems
	q := kit.ReadNumber(s.form.Entry("quantity"), "quantity", data.ParseQuantity, &bad)
	if len(bad) == 0 && q <= 0 {
		bad.Add("quantity", "problem.not_positive")
	}
	if len(bad) > 0 {
		s.form.Complain(bad)
		return
	}
	one := s.shown.row.reorder
	one.Proposal.Quantity = q
	sku := one.Proposal.SKU
	if _, taken := s.basket[sku]; !taken {
		s.taken = append(s.taken, sku)
	}
	s.basket[sku] = one
	s.sayOrder()
	next := slices.IndexFunc(s.Finder.Found, func(r row) bool { return r.sku == sku }) + 1
	if next > 0 && next < len(s.Finder.Found) {
		s.Finder.List.Select(next)
		return
	}
	s.draw()
}

// leave takes the article shown out of the order again.
func (s *Screen) leave() {
	sku := s.shown.row.sku
	delete(s.basket, sku)
	s.taken = slices.DeleteFunc(s.taken, func(one string) bool { return one == sku })
	s.sayOrder()
	s.draw()
}

// sayOrder writes on the main button how many articles are taken, and marks them in the list.
func (s *Screen) sayOrder() {
	word := s.host.T("replenish.order")
	if len(s.taken) > 0 {
		word = s.host.T("replenish.order.count", "Count", len(s.taken))
	}
	s.order.SetText(word)
	s.content.Refresh()
	s.Finder.List.Refresh()
}

// askOrder makes drafts of purchase orders out of what was taken; where nothing was, it offers to take all that is listed.
func (s *Screen) askOrder() {
	t := s.host.T
	var list []data.Reorder
	for _, sku := range s.taken {
		list = append(list, s.basket[sku])
	}
	title := t("replenish.order.ask", "Count", len(list))
	if len(list) == 0 {
		if s.tab != reorderTab || len(s.Finder.Found) == 0 {
			s.host.Tell(t("replenish.order"), t("replenish.none.reorder"))
			return
		}
		for _, r := range s.Finder.Found {
			list = append(list, r.reorder)
		}
		title = t("replenish.order.all", "Count", len(list))
	}
	orders, homeless := data.PurchasesOf(list, s.host.Today(), s.shown.home)
	if len(orders) == 0 {
		s.host.Tell(t("replenish.order"), t("replenish.order.homeless", "Count", len(homeless), "SKUs", some(homeless)))
		return
	}
	text := t("replenish.order.text", "Count", len(orders))
	if len(homeless) > 0 {
		text += "\n" + t("replenish.order.homeless", "Count", len(homeless), "SKUs", some(homeless))
	}
	if again := s.draftedOf(list); len(again) > 0 {
		text += "\n" + t("replenish.order.again", "SKUs", some(again))
	}
	s.choices(title, text, kit.Choice{Word: t("replenish.order"), Main: true, Then: func() { s.makeOrders(list) }})
}

// draftedOf names those of list that stand in drafts already, as far as they are in sight.
func (s *Screen) draftedOf(list []data.Reorder) (skus []string) {
	drafted := map[string]bool{}
	for _, r := range s.Finder.Found {
		drafted[r.sku] = r.drafted > 0
	}
	for _, r := range list {
		if drafted[r.Proposal.SKU] {
			skus = append(skus, r.Proposal.SKU)
		}
	}
	return skus
}

// some names the first of many.
func some(skus []string) string {
	const most = 5
	if len(skus) > most {
		return strings.Join(skus[:most], ", ") + " …"
	}
	return strings.Join(skus, ", ")
}

// makeOrders saves the drafts, all of them or none, and says their numbers.
func (s *Screen) makeOrders(list []data.Reorder) {
	var numbers []string
	kit.Run(s.host, s.order, func(ctx context.Context) (string, error) {
		c, err := s.store.Company.Get(ctx)
		if err != nil {
			return "", err
		}
		orders, _ := data.PurchasesOf(list, s.host.Today(), c.Home())
		err = s.store.Atomically(ctx, func(st *store.Store) error {
			for _, o := range orders {
				kept, err := st.Purchases.Save(ctx, o)
				if err != nil {
					return err
				}
				numbers = append(numbers, kept.No)
			}
			return nil
		})
		if err != nil {
			return "", err
		}
		return s.store.Journal.Newest(ctx)
	}, func(batch string, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.basket, s.taken = map[string]data.Reorder{}, nil
		s.sayOrder()
		s.host.Notice(s.host.T("replenish.ordered", "Numbers", strings.Join(numbers, ", ")), func() { s.undo(batch) })
		s.again()
		if len(numbers) == 1 {
			s.program.Purchase(numbers[0])
		}
	})
}

// askFile writes the list shown as a file.
func (s *Screen) askFile() {
	t := s.host.T
	s.choices(t("replenish.files"), t("replenish.files.text"),
		kit.Choice{Word: "Excel", Main: true, Then: func() { s.save("xlsx") }}, kit.Choice{Word: "PDF", Then: func() { s.save("pdf") }})
}

// save makes the file and lets the merchant say where it goes.
func (s *Screen) save(format string) {
	type file struct {
		name  string
		bytes []byte
	}
	kind := reports[s.tab]
	kit.Run(s.host, s.files, func(ctx context.Context) (f file, err error) {
		f.name, f.bytes, err = s.program.File(ctx, kind, format)
		return f, err
	}, func(f file, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.host.SaveFile(f.name, func(path string) {
			kit.Run(s.host, s.files, func(context.Context) (bool, error) { return true, os.WriteFile(path, f.bytes, 0o600) },
				func(_ bool, err error) {
					if err != nil {
						s.host.ShowError(err)
						return
					}
					s.host.Notice(s.host.T("replenish.saved", "File", path), nil)
				})
		})
	})
}
