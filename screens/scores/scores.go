// Package scores is the part of Partners where suppliers are scored, quarter by quarter: what the records say of delivery and
// price, what a person says of the rest, and who is to be phased out (D18).
package scores

import (
	"context"
	"sync/atomic"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// quarters is how many quarters there are to choose from, this one included.
const quarters = 12

// supplier is a row of the list: a supplier with its card of the quarter, and how the company scores.
type supplier struct {
	store.ScoredSupplier
	Rules data.ScoringRules
}

// Screen shows the suppliers with their totals on the left and the card of the chosen one on the right.
type Screen struct {
	*kit.Records[supplier]

	host    *kit.Host
	store   *store.Store
	quarter *kit.Picker[data.Quarter]
	at      atomic.Value // the [data.Quarter] that lists are asked for
	form    *kit.Form
	card    card
	facts   *kit.Loader[data.SupplierFacts]
}

// New returns the screen with the suppliers of the last finished quarter on their way.
func New(host *kit.Host, st *store.Store) *Screen {
	s := &Screen{host: host, store: st, form: kit.NewForm(host), facts: kit.NewLoader[data.SupplierFacts](host)}
	s.quarter = kit.NewPicker(host, s.choices())
	s.quarter.Set(s.choices()[1])
	s.at.Store(s.quarter.Value())
	s.card.build(s)
	t := host.T
	s.Records = kit.NewRecords(host, kit.Kind[supplier]{
		Title: t("score.title"), Search: t("score.search"), None: t("score.none"), Choose: t("score.choose"), Given: true,
		ArchiveTitle: t("score.archive"), ArchiveWord: t("score.archive.do"),
		ArchiveText: func(v supplier) string {
			return t("score.archive.text", "Supplier", v.Partner.NameIn(host.Lang()), "Quarter", v.Card.Quarter)
		},
		Actions: []fyne.CanvasObject{kit.NewButton(t("score.settings"), nil, s.AskSettings)},
		Filter:  s.quarter,
		Find:    s.find, Key: func(v supplier) string { return v.Partner.Code },
		Stored: func(v supplier) bool { return v.Card.ID != 0 && !v.Card.Archived },
		Line:   s.line, Blank: func() supplier { return supplier{} },
		Get: s.get, Save: s.save,
		Archive: func(ctx context.Context, v supplier) error { return st.Scorecards.Archive(ctx, v.Card.ID, true) },
		Undo:    s.takeBack, Form: s.form, Show: s.show, Read: s.read,
	})
	s.quarter.OnChanged = s.turn
	return s
}

// turn shows another quarter, of the same supplier; when edits are to be kept first, the quarter stays.
func (s *Screen) turn() {
	s.host.Leave(s.Dirty(), s.Keep, func() {
		s.at.Store(s.quarter.Value())
		s.Finder.Reload()
		if code := s.Chosen(); code != "" {
			s.Open(code)
		}
	}, func() {
		s.quarter.Set(kit.Option[data.Quarter]{Value: s.shown(), Name: s.quarterWord(s.shown())})
	})
}

// shown is the quarter that the list is of.
func (s *Screen) shown() data.Quarter { q, _ := s.at.Load().(data.Quarter); return q }

// choices are the quarters to look at, this one first.
func (s *Screen) choices() []kit.Option[data.Quarter] {
	list := make([]kit.Option[data.Quarter], 0, quarters)
	for q := data.QuarterOf(s.host.Today()); len(list) < quarters; q = q.Before() {
		list = append(list, kit.Option[data.Quarter]{Value: q, Name: s.quarterWord(q)})
	}
	return list
}

// quarterWord names a quarter as people write it.
func (s *Screen) quarterWord(q data.Quarter) string {
	if !q.Valid() {
		return ""
	}
	return s.host.T("score.quarter", "Year", string(q[:4]), "Number", string(q[6:]))
}

// find returns a page of suppliers with their cards.
func (s *Screen) find(ctx context.Context, words, after string) (list []supplier, err error) {
	company, err := s.store.Company.Get(ctx)
	if err != nil {
		return nil, err
	}
	found, err := s.store.Scorecards.Find(ctx, s.shown(), store.Query{Words: words, After: after, Limit: kit.PageSize})
	for _, v := range found {
		list = append(list, supplier{v, company.ScoringRules()})
	}
	return list, err
}

// get returns one supplier with its card of the quarter.
func (s *Screen) get(ctx context.Context, code string) (v supplier, err error) {
	company, err := s.store.Company.Get(ctx)
	if err != nil {
		return v, err
	}
	v.Rules = company.ScoringRules()
	if v.Partner, err = s.store.Partners.ByCode(ctx, code); err != nil {
		return v, err
	}
	cards, err := s.store.Scorecards.In(ctx, s.shown(), []int64{v.Partner.ID})
	v.Card = cards[v.Partner.ID]
	return v, err
}

// save keeps the card, in the place of one that was taken away before.
func (s *Screen) save(ctx context.Context, v supplier) (supplier, error) {
	if v.Card.ID == 0 {
		if old, err := s.store.Scorecards.Of(ctx, v.Partner.ID, v.Card.Quarter); err == nil && old.Archived {
			v.Card.Record, v.Card.Archived = old.Record, false
		}
	}
	card, err := s.store.Scorecards.Save(ctx, v.Card)
	v.Card = card
	return v, err
}

// nameOf is a supplier's name for the reader.
func (s *Screen) nameOf(p data.Partner) string { return p.NameIn(s.host.Lang()) }

// line is a supplier in the list.
func (s *Screen) line(v supplier) kit.Line {
	l := kit.Line{Code: v.Partner.Code, Title: s.nameOf(v.Partner)}
	switch total := v.Card.Total().String(); v.Rules.State(v.Card, s.shown(), s.host.Today()) {
	case data.ScoreDue:
		l.State, l.Tone = s.host.T("score.due"), kit.Warn
	case data.ScorePhaseOut:
		l.State, l.Tone = total+" · "+s.host.T("score.out"), kit.Bad
	case data.ScoreGood:
		l.State, l.Tone = total, kit.Good
	}
	return l
}

// takeBack undoes the newest save of a card and returns the supplier as it is then.
func (s *Screen) takeBack(ctx context.Context, v supplier) (supplier, bool, error) {
	if _, err := s.store.Journal.TakeBack(ctx, v.Card.UUID); err != nil {
		return v, true, err
	}
	v, err := s.get(ctx, v.Partner.Code)
	return v, true, err
}
