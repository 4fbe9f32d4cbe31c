// Package partners is the screen where the merchant keeps customers, suppliers, forwarders and banks.
package partners

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Screen shows the partners on the left and the chosen one on the right.
type Screen struct {
	*kit.Records[data.Partner]

	host   *kit.Host
	store  *store.Store
	editor *editor
	filter *kit.Picker[data.Role]
	fill   *kit.Button // brings in an address list
	role   data.Role   // whose partners the list shows; "" for all
}

// roles are the roles with their catalog keys, in the order of the filter.
var roles = []struct {
	role      data.Role
	key, some string
}{
	{"", "", "partner.filter.all"},
	{data.Customer, "screen.role.customer", "partner.filter.customers"},
	{data.Supplier, "screen.role.supplier", "partner.filter.suppliers"},
	{data.Forwarder, "screen.role.forwarder", "partner.filter.forwarders"},
	{data.Bank, "screen.role.bank", "partner.filter.banks"},
}

// New returns the screen with the first page of partners on its way. Its import button calls bring.
func New(host *kit.Host, st *store.Store, bring func()) *Screen {
	s := &Screen{host: host, store: st}
	s.editor = newEditor(host, st, s.visit)
	t := host.T
	button := func() *kit.Button { return kit.NewButton(t("screen.import"), theme.FolderOpenIcon(), bring) }
	s.filter, s.fill = s.newFilter(), button()
	s.Records = kit.NewRecords(host, kit.Kind[data.Partner]{
		Title: t("screen.partners"), Search: t("screen.partners.search"), None: t("screen.partners.none"),
		Choose: t("screen.partners.choose"), NewWord: t("screen.partners.new"),
		ArchiveTitle: t("screen.partners.archive"), ArchiveWord: t("screen.partners.archive.do"),
		ArchiveText: func(p data.Partner) string { return t("screen.partners.archive.text", "Name", p.NameIn(host.Lang())) },
		Actions:     []fyne.CanvasObject{button()}, Fill: s.fill, First: "code", Filter: s.filter,
		Find: s.find, Key: func(p data.Partner) string { return p.Code }, Stored: func(p data.Partner) bool { return p.ID != 0 },
		Line: s.line, Blank: s.blank,
		Get: st.Partners.ByCode, Save: st.Partners.Save,
		Archive: func(ctx context.Context, p data.Partner) error { return st.Partners.Archive(ctx, p.ID, true) },
		Past: func(ctx context.Context, words, after string) ([]data.Partner, error) {
			return st.Partners.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize, Archived: true})
		},
		Restore: func(ctx context.Context, p data.Partner) error { return st.Partners.Archive(ctx, p.ID, false) },
		Undo:    s.takeBack, Form: s.editor.form, Show: s.editor.show, Read: s.editor.read,
		Warnings: s.editor.warnings,
	})
	return s
}

func (s *Screen) find(ctx context.Context, words, after string) ([]data.Partner, error) {
	if s.role != "" {
		words = strings.TrimSpace("#" + string(s.role) + " " + words)
	}
	return s.store.Partners.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
}

// line is a partner in the list; a customer is what one expects, so only other roles have a chip.
func (s *Screen) line(p data.Partner) kit.Line {
	l := kit.Line{Code: p.Code, Title: p.NameIn(s.host.Lang()), Right: string(p.Address.Country)}
	for _, r := range roles[1:] {
		if r.role != data.Customer && slices.Contains(p.Roles, r.role) {
			l.State = s.host.T(r.key)
			break
		}
	}
	return l
}

// blank is a new partner, of the role that the list shows.
func (s *Screen) blank() data.Partner {
	role := s.role
	if role == "" {
		role = data.Customer
	}
	return data.Partner{Roles: []data.Role{role}}
}

// Filter shows the partners with one role; "" shows all.
func (s *Screen) Filter(role data.Role) {
	for _, r := range roles {
		if r.role == role {
			s.filter.Set(kit.Option[data.Role]{Value: role, Name: s.host.T(r.some)})
			s.filter.OnChanged()
		}
	}
}

// newFilter returns the field that says whose partners the list shows.
func (s *Screen) newFilter() *kit.Picker[data.Role] {
	options := make([]kit.Option[data.Role], len(roles))
	for i, r := range roles {
		options[i] = kit.Option[data.Role]{Value: r.role, Name: s.host.T(r.some)}
	}
	p := kit.NewPicker(s.host, options)
	p.Set(options[0])
	p.OnChanged = func() {
		if !p.Filled() {
			p.Set(options[0])
		}
		s.role = p.Value()
		s.Finder.WhenEmpty(s.host.T("screen.partners.none"), s.fill)
		if s.role != "" {
			s.Finder.WhenEmpty(s.host.T("partner.filter.none"), kit.NewButton(s.host.T("partner.filter.show"), nil, func() { s.Filter("") }))
		}
		s.Reload()
	}
	return p
}

// visit shows another partner, once the merchant has said what becomes of unsaved edits.
func (s *Screen) visit(code string) {
	s.host.Leave(s.Dirty(), s.Keep, func() { s.Open(code) }, nil)
}

// takeBack undoes the newest save of p and returns p as it is then.
func (s *Screen) takeBack(ctx context.Context, p data.Partner) (data.Partner, bool, error) {
	there, err := s.store.Journal.TakeBack(ctx, p.UUID)
	if err != nil || !there {
		return p, there, err
	}
	p, err = s.store.Partners.Get(ctx, p.ID)
	return p, !p.Archived, err
}
