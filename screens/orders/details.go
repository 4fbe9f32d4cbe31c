package orders

import (
	"tradewind/data"
	"tradewind/screens/kit"
)

// details asks for what a line says besides its figures: texts, HS code, origin, the buyer's number. What stays empty is
// the product's.
func (r *row) details() {
	host := r.lines.host
	t := host.T
	form, p := kit.NewPart(host), r.product()
	origin := kit.NewPicker(host, kit.Countries(host))
	role := kit.NewPicker(host, roles(host))
	role.Set(kit.Option[data.LineRole]{Value: r.base.Role, Name: roleWord(host, r.base.Role)})
	form.Add(
		kit.Field{ID: "description", Label: "order.line.description", Lines: 2},
		kit.Field{ID: "description_zh", Label: "order.line.description_zh", Lines: 2},
		kit.Field{ID: "hs_code", Label: "screen.product.hs_code", Span: kit.Quarter},
		kit.Field{ID: "origin", Label: "screen.product.origin", Span: kit.Quarter, Control: origin},
		kit.Field{ID: "buyer_item_no", Label: "order.line.buyer_item_no", Span: kit.Quarter},
		kit.Field{ID: "role", Label: "quote.role", Span: kit.Quarter, Control: role},
		kit.Field{ID: "note", Label: "order.line.note"},
	)
	ahead, by := r.preSale(form)
	for id, texts := range map[string][2]string{
		"description":    {r.base.Description["en"], p.Name["en"]},
		"description_zh": {r.base.Description["zh"], p.Name["zh"]},
		"hs_code":        {r.base.HSCode, p.HSCode},
		"buyer_item_no":  {r.base.BuyerItemNo, ""},
		"note":           {r.base.Note, ""},
	} {
		form.Set(id, texts[0])
		form.Entry(id).SetPlaceHolder(texts[1])
	}
	kit.SetIn(origin, kit.Countries(host), r.base.Origin)
	host.AskWith(t("order.line.details.title", "SKU", r.base.SKU), kit.Wide(520, form.Content),
		kit.Choice{Word: t("order.done"), Main: true, Ready: func() bool { return r.takePreSale(form, ahead, by) }, Then: func() {
			r.setRole(role.Value())
			r.take(form, origin.Value())
		}},
		kit.Choice{Word: t("screen.cancel")})
	host.Focus(form.Entry("description"))
}

// preSale adds the fields of a sale before the goods are there: ticking the box proposes the first day for which all of
// the line can be promised.
func (r *row) preSale(form *kit.Form) (ahead *kit.Checks[bool], by *kit.DateEntry) {
	host := r.lines.host
	ahead, by = kit.NewChecks([]bool{true}, []string{host.T("order.line.pre_sale")}), form.NewDate("promise_date")
	if r.base.PreSale {
		ahead.Set([]bool{true})
	}
	by.Set(r.base.Promise)
	ahead.OnChanged = func() {
		if len(ahead.Chosen()) > 0 && by.Plain() == "" {
			by.Set(r.stand.By)
		}
	}
	form.AddObject(kit.Half, kit.Pile(2, kit.NewCaption(""), ahead.Content))
	form.Add(kit.Field{ID: "promise_date", Label: "order.line.promise_date", Control: by})
	return ahead, by
}

// takePreSale puts the promise into the line, or shows what is wrong with it.
func (r *row) takePreSale(form *kit.Form, ahead *kit.Checks[bool], by *kit.DateEntry) bool {
	var bad data.Problems
	day, sold := by.Read("promise_date", &bad), len(ahead.Chosen()) > 0
	if sold && day == "" && len(bad) == 0 {
		bad.Add("promise_date", "problem.pre_sale_date")
	}
	if len(bad) > 0 {
		form.Complain(bad)
		return false
	}
	r.base.PreSale, r.base.Promise = sold, day
	return true
}

// take puts the details into the line.
func (r *row) take(form *kit.Form, origin data.Country) {
	r.base.Description = r.base.Description.With("en", form.Text("description")).With("zh", form.Text("description_zh"))
	r.base.HSCode, _ = data.ParseHSCode(form.Text("hs_code"))
	r.base.Origin, r.base.BuyerItemNo, r.base.Note = origin, form.Text("buyer_item_no"), form.Text("note")
	r.name.SetText(r.title())
	r.lines.form.Edited("lines")
	r.lines.host.Focus(r.quantity)
}
