package orders

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// partyField shows a party of an order in brief, with the way to fill it in and to empty it.
type partyField struct {
	content *fyne.Container
	party   data.Party

	host    *kit.Host
	none    string // key of what an empty one means
	text    *kit.Paragraph
	edit    *kit.Button
	clear   *kit.Button
	changed func()
	find    kit.FindPartners

	customer func() data.Partner // whose addresses are offered; nil: none are
	from     *kit.Picker[data.PartnerAddress]
	choice   *fyne.Container // the picker with its caption
}

func newPartyField(host *kit.Host, none string, find kit.FindPartners, changed func()) *partyField {
	f := &partyField{host: host, none: none, find: find, changed: changed, text: kit.NewParagraph("")}
	f.edit = kit.NewButton(host.T("order.party.edit"), nil, f.ask)
	f.clear = kit.NewButton(host.T("order.party.clear"), nil, func() { f.set(data.Party{}) }).Quiet()
	f.from = kit.NewAsking(host, func(_ context.Context, words string) ([]kit.Option[data.PartnerAddress], error) {
		return kit.Rank(f.places(), words), nil
	})
	f.from.OnChanged = f.placeChosen
	f.choice = kit.Pile(2, kit.NewCaption(host.T("order.party.address")), f.from)
	f.content = kit.Pile(kit.Tight, f.text, f.choice, kit.Row(kit.Tight, f.edit, f.clear))
	f.show(data.Party{})
	return f
}

func (f *partyField) show(p data.Party) {
	f.party = p
	lines := append([]string{p.Name, p.LocalName}, p.Address.Lines()...)
	lines = append(lines, p.Address.Country.Name(f.host.Lang()))
	var kept []string
	for _, one := range lines {
		if one != "" {
			kept = append(kept, one)
		}
	}
	f.text.Colour = kit.NewText("").Colour
	if len(kept) == 0 {
		kept = []string{f.host.T(f.none)}
		f.text.Colour = kit.ColorMuted
	}
	f.text.SetText(strings.Join(kept, "\n"))
	f.clear.Hidden = p.IsZero()
	f.showPlace()
	f.content.Refresh()
}

func (f *partyField) set(p data.Party) {
	f.show(p)
	f.changed()
}

func (f *partyField) readOnly(on bool) {
	for _, b := range []*kit.Button{f.edit, f.clear} {
		if on {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	if on {
		f.from.Disable()
	} else {
		f.from.Enable()
	}
}

// ask opens the party's fields; a partner can be taken over into them.
func (f *partyField) ask() {
	t := f.host.T
	form := kit.NewPart(f.host)
	fields := kit.NewPartyFields(f.host, form)
	from := kit.NewPartnerPicker(f.host, f.find)
	from.OnChanged = func() {
		if from.Filled() {
			fields.Show(from.Value().Party)
		}
	}
	form.Add(kit.Field{ID: "from", Label: "order.party.from", Span: kit.Whole, Control: from})
	fields.AddNames()
	fields.AddContact()
	fields.AddAddresses()
	fields.Show(f.party)
	f.host.AskWith(t("order.party.title"), kit.Wide(640, kit.Tall(400, kit.Scroll(kit.Pad(0, kit.Small, form.Content)))),
		kit.Choice{Word: t("order.done"), Main: true, Then: func() { f.set(fields.Read(f.party)) }},
		kit.Choice{Word: t("screen.cancel")})
	f.host.Focus(from)
}
