package settings

import (
	"cmp"
	"slices"
	"strconv"

	"tradewind/data"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// series are the kinds whose numbers the merchant can shape, with the prefix each has by default.
var series = []struct {
	kind          data.Kind
	label, prefix string
}{
	{data.Quotation, "screen.series.quotation", "QT"},
	{data.Proforma, "screen.series.proforma", "PI"},
	{data.OrderKind, "screen.series.order", "SO"},
	{data.ShipmentKind, "screen.series.shipment", "SH"},
	{data.CommercialInvoice, "screen.series.commercial_invoice", "CI"},
	{data.PackingList, "screen.series.packing_list", "PL"},
	{data.Contract, "paper.kind.contract", "SC"},
	{data.SampleInvoice, "paper.kind.sample_invoice", "SI"},
	{data.Confirmation, "screen.series.confirmation", "OC"},
	{data.CreditNoteKind, "screen.series.credit_note", "CN"},
	{data.PurchaseKind, "screen.series.purchase", "PO"},
	{data.StockTakeKind, "screen.series.stocktake", "ST"},
	{data.TransferKind, "screen.series.transfer", "TR"},
	{data.CampaignKind, "screen.series.campaign", "C"},
	{data.PaymentKind, "screen.series.payment", "PAY"},
}

func (s *Screen) build() {
	f := s.form
	f.Section("screen.settings.program")
	f.AddObject(kit.Half, kit.Pile(2, kit.NewCaption(s.host.T("screen.settings.language")), s.languages()))
	f.AddObject(kit.Half, kit.Pile(2, kit.NewCaption(s.host.T("screen.settings.theme")), s.themes()))
	f.Section("screen.settings.company")
	s.party.AddNames()
	s.party.AddContact()
	f.Add(
		kit.Field{ID: "customs_no", Label: "screen.company.customs_no"},
		kit.Field{ID: "website", Label: "screen.company.website"},
		kit.Field{ID: "currency", Label: "screen.company.currency", Span: kit.Quarter, Control: s.currency},
		kit.Field{ID: "place_of_issue", Label: "screen.company.place_of_issue", Span: kit.Quarter},
		kit.Field{ID: "signatory_name", Label: "screen.company.signatory_name", Span: kit.Quarter},
		kit.Field{ID: "signatory_title", Label: "screen.company.signatory_title", Span: kit.Quarter},
		kit.Field{ID: "words_style", Label: "screen.company.words_style", Span: kit.Whole, Control: s.style},
		kit.Field{ID: "person", Label: "screen.company.person"},
	)
	s.currency.OnChanged = func() { f.Edited("currency") }
	s.style.OnChanged = func() { f.Edited("words_style") }
	s.party.AddAddresses()
	f.Section("screen.settings.stock")
	for _, d := range notices(&data.Company{}) {
		f.Add(kit.Field{ID: d.id, Label: d.label, Span: kit.Half})
		f.Entry(d.id).SetPlaceHolder(strconv.Itoa(d.usual))
	}
	f.AddObject(kit.Whole, s.leaves.Content)
	f.Section("screen.settings.clocks")
	for _, d := range clocks(&data.Company{}) {
		f.Add(kit.Field{ID: d.id, Label: d.label, Span: kit.Quarter})
		f.Entry(d.id).SetPlaceHolder(strconv.Itoa(d.usual))
	}
	f.Add(kit.Field{ID: "rates.move_percent", Label: "screen.company.move_percent", Unit: "%", Span: kit.Quarter})
	f.Entry("rates.move_percent").SetPlaceHolder(data.RateRules{}.Moves().String())
	s.habits.add()
	f.Section("screen.settings.accounts")
	f.AddObject(kit.Whole, s.accounts.content)
	f.Section("letterhead.section")
	f.Add(kit.Field{ID: "letterheads", Label: "letterhead.what", Span: kit.Whole, Control: s.heads.Content})
	f.Parts = func() map[string]*kit.Form {
		all := map[string]*kit.Form{}
		s.heads.Parts(all)
		return all
	}
	f.Section("screen.settings.pictures")
	f.AddObject(kit.Whole, s.pictures.content)
	f.Section("screen.settings.series")
	for _, one := range series {
		f.Add(kit.Field{ID: "series." + string(one.kind), Label: one.label, Span: kit.Quarter})
		f.Entry("series." + string(one.kind)).SetPlaceHolder(one.prefix)
	}
	f.Section("screen.settings.file")
	f.AddObject(kit.Whole, s.fileView())
}

func (s *Screen) languages() fyne.CanvasObject {
	var names []string
	at := 0
	for i, l := range i18n.Languages() {
		names = append(names, l.Name)
		if l.Tag == s.host.Lang() {
			at = i
		}
	}
	return kit.Switch(names, at, func(i int) { s.program.Language(i18n.Languages()[i].Tag) })
}

func (s *Screen) themes() fyne.CanvasObject {
	t := s.host.T
	names, at := []string{"", "light", "dark"}, 0
	for i, name := range names {
		if name == s.program.Look {
			at = i
		}
	}
	words := []string{t("screen.theme.system"), t("screen.theme.light"), t("screen.theme.dark")}
	return kit.Switch(words, at, func(i int) { s.program.Theme(names[i]) })
}

// show fills the form from c.
func (s *Screen) show(c data.Company) {
	s.company, s.loaded = c, true
	f := s.form
	f.Clear()
	s.party.Show(c.Party)
	f.Set("customs_no", c.CustomsNo)
	f.Set("website", c.Website)
	kit.SetIn(s.currency, kit.Currencies(s.host), c.Currency)
	f.Set("place_of_issue", c.PlaceOfIssue)
	f.Set("signatory_name", c.SignatoryName)
	f.Set("signatory_title", c.SignatoryTitle)
	f.Set("person", c.PersonalName)
	kit.SetIn(s.style, styles(), cmp.Or(c.WordsStyle, i18n.StylePlain))
	for _, one := range series {
		f.Set("series."+string(one.kind), seriesOf(c, one.kind).Prefix)
	}
	f.Set("rates.move_percent", kit.Figure(c.Rates.Move))
	for _, d := range append(notices(&c), clocks(&c)...) {
		f.Set(d.id, kit.Count(*d.days))
	}
	s.habits.show(c)
	var leaves []string
	if c.NegativeStock {
		leaves = append(leaves, "unreceived")
	}
	if c.ShipUnpaid {
		leaves = append(leaves, "unpaid")
	}
	s.leaves.Set(leaves)
	s.accounts.show(c.BankAccounts)
	s.heads.show(c.Letterheads)
	s.pictures.show(c)
	s.shown = s.read(c)
	warnings := c.Warnings()
	s.doubt = kit.Doubt(s.host, len(warnings), f.Advise(s.accounts.advise(warnings)))
}

// read returns the firm the form describes: old with what the form says in its place.
func (s *Screen) read(old data.Company) data.Company {
	c, f := old, s.form
	c.Party = s.party.Read(old.Party)
	c.CustomsNo, c.Website, c.Currency = f.Text("customs_no"), f.Text("website"), s.currency.Value()
	c.PlaceOfIssue, c.SignatoryName = f.Text("place_of_issue"), f.Text("signatory_name")
	c.SignatoryTitle, c.PersonalName = f.Text("signatory_title"), f.Text("person")
	c.WordsStyle = s.style.Value()
	c.Series = nil
	for _, n := range old.Series {
		if _, ours := prefixOf(n.Kind); !ours {
			c.Series = append(c.Series, n)
		}
	}
	for _, one := range series {
		n := seriesOf(old, one.kind)
		if n.Prefix = f.Text("series." + string(one.kind)); n.Prefix != "" || n.Digits != 0 {
			c.Series = append(c.Series, n)
		}
	}
	c.NegativeStock, c.ShipUnpaid = slices.Contains(s.leaves.Chosen(), "unreceived"), slices.Contains(s.leaves.Chosen(), "unpaid")
	for _, d := range append(notices(&c), clocks(&c)...) {
		*d.days = s.dayCount(d.id)
	}
	c.Rates.Move = s.percent("rates.move_percent")
	s.habits.read(&c)
	c.BankAccounts = s.accounts.read()
	c.Stamp, c.Signature = s.pictures.hashes[0], s.pictures.hashes[1]
	s.heads.read(&c)
	return c
}

func seriesOf(c data.Company, kind data.Kind) data.NumberSeries {
	for _, n := range c.Series {
		if n.Kind == kind {
			return n
		}
	}
	return data.NumberSeries{Kind: kind}
}

// prefixOf returns the default prefix of a kind the form has a field for.
func prefixOf(kind data.Kind) (string, bool) {
	for _, one := range series {
		if one.kind == kind {
			return one.prefix, true
		}
	}
	return "", false
}

// notice is a number of days after or before which the program speaks up.
type notice struct {
	id, label string
	usual     int
	days      *int64
}

// notices are the figures of c in days.
func notices(c *data.Company) []notice {
	return []notice{
		{"expiry_days", "screen.company.expiry_days", data.ExpiryNotice, &c.ExpiryDays},
		{"certificate_days", "screen.company.certificate_days", data.CertificateNotice, &c.CertificateDays},
		{"picture_days", "screen.company.picture_days", data.PictureAge, &c.PictureDays},
	}
}

// clocks are the times of c between an order and its arrival, in hours or days as their labels say.
func clocks(c *data.Company) []notice {
	m, usual := &c.Milestones, data.MilestoneRules{}.Usual()
	return []notice{
		{"milestones.confirm_hours", "screen.company.confirm_hours", int(usual.ConfirmHours), &m.ConfirmHours},
		{"milestones.schedule_hours", "screen.company.schedule_hours", int(usual.ScheduleHours), &m.ScheduleHours},
		{"milestones.state_days", "screen.company.state_days", int(usual.StateDays), &m.StateDays},
		{"milestones.inspect_days", "screen.company.inspect_days", int(usual.InspectDays), &m.InspectDays},
		{"milestones.book_days", "screen.company.book_days", int(usual.BookDays), &m.BookDays},
		{"milestones.customs_days", "screen.company.customs_days", int(usual.CustomsDays), &m.CustomsDays},
		{"milestones.delay_hours", "screen.company.delay_hours", int(usual.DelayHours), &m.DelayHours},
	}
}

// percent returns the percent of a field, -1 when that can't be read.
func (s *Screen) percent(id string) data.Percent {
	text := s.form.Entry(id).Number()
	if text == "" {
		return 0
	}
	p, err := data.ParsePercent(text)
	if err != nil {
		return -1
	}
	return p
}

// dayCount returns the days of a field, -1 when that can't be read.
func (s *Screen) dayCount(id string) int64 {
	text := s.form.Entry(id).Number()
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 16)
	if err != nil {
		return -1
	}
	return n
}
