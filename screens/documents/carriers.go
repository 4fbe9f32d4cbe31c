package documents

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// carriers is the open question of who carries a shipment.
type carriers struct {
	ship  *shipping
	found store.Carriage
	table *kit.Table[data.CarriageOffer]
	q     *kit.Question
}

// compareCarriers asks what carriers charge for the shipment. One that isn't saved is kept first: they are compared for what is kept.
func (f *shipping) compareCarriers() {
	open := func() {
		no := f.old.No
		kit.Run(f.host, f.compare, func(ctx context.Context) (store.Carriage, error) {
			return f.screen.store.Shipments.Carriage(ctx, no, f.host.Today())
		}, func(found store.Carriage, err error) {
			if err != nil {
				f.host.ShowError(err)
				return
			}
			f.asked = newCarriers(f, found)
		})
	}
	if f.old.ID == 0 || f.dirty() {
		f.keep(open)
		return
	}
	open()
}

func newCarriers(f *shipping, found store.Carriage) *carriers {
	c := &carriers{ship: f, found: found}
	t := f.host.T
	c.table = kit.NewTable([]kit.Column[data.CarriageOffer]{
		{Title: t("carriage.carrier"), Width: 150, Share: 2, Text: func(o data.CarriageOffer) string {
			return o.Card.Name() + " · " + o.Card.Code
		}},
		{Title: t("carriage.mode"), Width: 60, Text: func(o data.CarriageOffer) string { return t("order.mode." + string(o.Card.Mode)) }},
		{Title: t("carriage.cost"), Width: 104, Right: true, Text: c.cost},
		{Title: t("carriage.in", "Currency", found.Order.Currency), Width: 92, Right: true, Text: func(o data.CarriageOffer) string { _, compared := o.Figures(); return compared }},
		{Title: t("carriage.arrival"), Width: 118, Text: func(o data.CarriageOffer) string { return f.host.Date(string(o.Arrival)) }},
		{Title: t("carriage.state"), Width: 118, Text: c.state, State: c.tone},
	})
	c.table.WhenEmpty(t("carriage.none"), nil)
	c.table.Set(found.Offers)
	c.table.OnChosen = func(_ int, o data.CarriageOffer) { c.take(o) }
	content := kit.Frame(c.said(), nil, nil, nil, c.table.Content)
	c.q = f.host.AskWith(t("carriage.title", "No", f.old.No), kit.Wide(860, kit.Tall(380, content)), kit.Choice{Word: t("carriage.rules.edit"), Then: c.askChannels}, kit.Choice{Word: t("screen.close")})
	if len(found.Offers) > 0 {
		f.host.Focus(c.table.List)
	}
	return c
}

// said is what stands above the offers: the goods, the rule, who pays, and what isn't counted.
func (c *carriers) said() fyne.CanvasObject {
	t, g := c.ship.host.T, c.found.Goods
	load := t("carriage.load", g.Pairs()...)
	way := t("carriage.rule.none")
	if r := c.found.Rule; r != nil {
		way = t("carriage.rule", "Name", r.Name.In(c.ship.host.Lang()), "Mode", t("order.mode."+string(r.Mode)))
	}
	pile := kit.Pile(kit.Small, kit.NewParagraph(t("carriage.goods")+": "+load), kit.NewParagraph(t("carriage.way")+": "+way))
	if len(g.Unpacked) > 0 {
		pile.Add(kit.NewParagraph(t("carriage.without") + ": " + strings.Join(g.Unpacked, ", ")))
	}
	if term := c.found.Order.Incoterm; term.Pays(data.MainCarriage, false) == data.BuyerPays {
		pile.Add(kit.NewParagraph(t("carriage.buyer_pays", "Term", term.Rule)))
	}
	said := 0
	for _, o := range c.found.Offers {
		if n := len(o.Steps); !o.Priced && n > 0 && said < 3 { // the table needs its room
			said++
			pile.Add(kit.NewHint(o.Card.Code + ": " + t(o.Steps[n-1].Key, o.Steps[n-1].Pairs()...)))
		}
	}
	if !c.ship.old.Posted {
		pile.Add(kit.NewHint(t("carriage.take")))
	}
	return kit.Frame(nil, kit.Pad(kit.Small, 0, kit.Pile(0)), nil, nil, pile)
}

func (c *carriers) cost(o data.CarriageOffer) string {
	cost, _ := o.Figures()
	if cost == "" {
		return ""
	}
	return cost + " " + string(o.Card.Currency)
}

// state says what is to be known of an offer: that it is proposed or was taken, or why it can't be compared.
func (c *carriers) state(o data.CarriageOffer) string {
	t := c.ship.host.T
	switch {
	case o.Card.Code == c.ship.old.Carrier.RateCard:
		return t("carriage.taken")
	case !o.Priced:
		return t("carriage.no_price")
	case !o.Known:
		return t("carriage.no_rate", "Currency", o.Card.Currency)
	case o.Proposed:
		return t("carriage.proposed")
	}
	return ""
}

func (c *carriers) tone(o data.CarriageOffer) (kit.Tone, bool) {
	switch {
	case o.Card.Code == c.ship.old.Carrier.RateCard || o.Proposed:
		return kit.Good, true
	case !o.Priced || !o.Known:
		return kit.Warn, true
	}
	return kit.Plain, false
}

// take gives the shipment the carrier of an offer.
func (c *carriers) take(o data.CarriageOffer) {
	f := c.ship
	if f.old.Posted {
		c.table.List.UnselectAll()
		return
	}
	no, code := f.old.No, o.Card.Code
	kit.Run(f.host, nil, func(ctx context.Context) (data.Shipment, error) {
		return f.screen.store.Shipments.Carry(ctx, no, code, f.host.Today())
	}, func(saved data.Shipment, err error) {
		if err != nil {
			f.host.ShowError(err)
			return
		}
		c.q.Close()
		f.screen.load(saved.No, func() { f.screen.tab(1) })
		f.host.Notice(f.host.T("carriage.chosen", "No", saved.No, "Carrier", saved.Carrier.Carrier), func() { f.undo(saved) })
	})
}

// showCarrier says beside the button who carries the shipment.
func (f *shipping) showCarrier(sh data.Shipment) {
	words := ""
	if c := sh.Carrier; c.Carrier != "" {
		words = f.host.T("carriage.by", "Carrier", strings.TrimSpace(c.Carrier+" "+c.Service), "Card", c.RateCard, "Cost", data.Money{Minor: c.Cost, Currency: c.Currency}.String(),
			"Currency", c.Currency)
	}
	f.carrier.SetText(words)
	f.carrier.Hidden = words == ""
}

// newCompare is the button that compares carriers, with what was chosen beside it.
func (f *shipping) newCompare() fyne.CanvasObject {
	f.compare = kit.NewButton(f.host.T("carriage.compare"), theme.SearchIcon(), f.compareCarriers)
	f.carrier = kit.NewHint("")
	return kit.Frame(nil, nil, f.compare, nil, kit.Pad(kit.Small, kit.Small, f.carrier))
}
