// Package partners is the screen where the merchant keeps customers, suppliers, forwarders and banks.
package partners

import (
	"context"

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
}

// New returns the screen with the first page of partners on its way. Its import button calls bring.
func New(host *kit.Host, st *store.Store, bring func()) *Screen {
	s := &Screen{host: host, store: st, editor: newEditor(host)}
	t := host.T
	button := func() *kit.Button { return kit.NewButton(t("screen.import"), theme.FolderOpenIcon(), bring) }
	s.Records = kit.NewRecords(host, kit.Kind[data.Partner]{
		Title: t("screen.partners"), Search: t("screen.partners.search"), None: t("screen.partners.none"),
		Choose: t("screen.partners.choose"), NewWord: t("screen.partners.new"),
		ArchiveTitle: t("screen.partners.archive"), ArchiveWord: t("screen.partners.archive.do"),
		ArchiveText: func(p data.Partner) string { return t("screen.partners.archive.text", "Name", p.Name) },
		Actions:     []fyne.CanvasObject{button()}, Fill: button(), First: "code",
		Find: s.find, Key: func(p data.Partner) string { return p.Code }, Stored: func(p data.Partner) bool { return p.ID != 0 },
		Line: s.line, Blank: func() data.Partner { return data.Partner{Roles: []data.Role{data.Customer}} },
		Get: st.Partners.ByCode, Save: st.Partners.Save,
		Archive: func(ctx context.Context, p data.Partner) error { return st.Partners.Archive(ctx, p.ID, true) },
		Undo:    s.takeBack, Form: s.editor.form, Show: s.editor.show, Read: s.editor.read,
		Warnings: data.Partner.Warnings,
	})
	return s
}

func (s *Screen) find(ctx context.Context, words, after string) ([]data.Partner, error) {
	return s.store.Partners.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
}

// line is a partner in the list.
func (s *Screen) line(p data.Partner) kit.Line {
	return kit.Line{Code: p.Code, Title: p.Name, Right: string(p.Address.Country)}
}

// takeBack undoes the newest save of p and returns p as it is then.
func (s *Screen) takeBack(ctx context.Context, p data.Partner) (data.Partner, bool, error) {
	saves, err := s.store.Journal.History(ctx, p.UUID)
	if err != nil || len(saves) == 0 {
		return p, true, err
	}
	if err := s.store.Journal.Undo(ctx, saves[0].Batch); err != nil {
		return p, true, err
	}
	if saves[0].Before == nil {
		return p, false, nil
	}
	p, err = s.store.Partners.Get(ctx, p.ID)
	return p, !p.Archived, err
}
