// Package rules is the part of Products where the merchant keeps what products are held against: what marketplaces let a listing
// say, words that must not stand in texts, and the declaration elements (申报要素) that HS codes ask for.
package rules

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// page is one of the lists that the screen shows in turn.
type page interface {
	Object() fyne.CanvasObject
	Reload()
	Dirty() bool
	Keep(then func())
	New()
	Find()
	Open(key string)
	Chosen() string
}

// Screen shows one of its lists, with a switch above it.
type Screen struct {
	page // the one that is shown

	host     *kit.Host
	body     *fyne.Container
	pages    []page
	Markets  *Markets
	Words    *Words
	Elements *Elements
}

// New returns the screen with the marketplaces on their way.
func New(host *kit.Host, st *store.Store) *Screen {
	s := &Screen{host: host, body: container.NewStack()}
	s.Markets, s.Words, s.Elements = newMarkets(host, st, s.filter(0)), newWords(host, st, s.filter(1)), newElements(host, st, s.filter(2))
	s.pages = []page{s.Markets, s.Words, s.Elements}
	s.show(0)
	return s
}

// filter is the switch as the n-th list shows it.
func (s *Screen) filter(n int) fyne.CanvasObject {
	t := s.host.T
	return kit.Switch([]string{t("rules.markets"), t("rules.words"), t("rules.elements")}, n, func(to int) {
		s.host.Leave(s.Dirty(), s.Keep, func() { s.Turn(to) }, nil)
	})
}

// Turn shows the n-th list.
func (s *Screen) Turn(n int) {
	s.show(n)
	s.Reload()
	s.Find()
}

func (s *Screen) show(n int) {
	s.page = s.pages[n]
	s.body.Objects = []fyne.CanvasObject{s.page.Object()}
	s.body.Refresh()
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.body }

// archived returns the record that was put away under a key, for one that is made anew under it to take its place.
func archived[T any](one T, err error, record func(*T) *data.Record) (data.Record, bool) {
	if err != nil || !record(&one).Archived {
		return data.Record{}, false
	}
	r := *record(&one)
	r.Archived = false
	return r, true
}

// undo takes the newest save of a record back and says whether it is still there.
func undo[T any](ctx context.Context, st *store.Store, one T, uuid string, get func() (T, error)) (T, bool, error) {
	there, err := st.Journal.TakeBack(ctx, uuid)
	if err != nil || !there {
		return one, there, err
	}
	one, err = get()
	return one, err == nil, err
}
