// Package settings is the screen for what belongs to the merchant and the program itself: language, look, the firm with
// its bank accounts, pictures and number series, backups, and where the data file lies.
package settings

import (
	"context"
	"errors"
	"reflect"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the screen asks of the window around it.
type Program struct {
	Language func(tag string)  // speaks another language from now on
	Theme    func(name string) // "light", "dark" or "" for the system's
	Look     string            // the theme chosen
	Restore  func(from string) // replaces the data file by a backup
	Folder   string            // of the automatic backups
}

// Screen is one long form, with the firm in the middle.
type Screen struct {
	host    *kit.Host
	store   *store.Store
	program Program

	form     *kit.Form
	party    *kit.PartyFields
	currency *kit.Picker[data.Currency]
	style    *kit.Picker[string]
	accounts *accounts
	habits   *habits
	leaves   *kit.Checks[string] // what may leave all the same
	heads    *heads
	pictures *pictures
	save     *kit.Button
	content  fyne.CanvasObject

	company data.Company // as stored
	shown   data.Company // what read gives for the untouched form
	loaded  bool
	doubt   string // what a notice adds about warnings of the firm shown
}

// New returns the screen with the firm on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, program: program, form: kit.NewForm(host)}
	s.party = kit.NewPartyFields(host, s.form)
	s.currency = kit.NewPicker(host, kit.Currencies(host))
	s.style = kit.NewPicker(host, styles())
	s.accounts = newAccounts(host, s.form)
	s.habits = newHabits(host, s.form)
	s.leaves = kit.NewChecks([]string{"unreceived", "unpaid"}, []string{host.T("screen.company.negative_stock"), host.T("screen.company.ship_unpaid")})
	s.heads = newHeads(host, st, s.form)
	s.pictures = newPictures(host, st, s.form)
	s.build()
	s.save = kit.NewButton(host.T("screen.save"), theme.DocumentSaveIcon(), func() { s.Keep(func() {}) }).Main()
	s.content = kit.Page(host.T("screen.settings"), []fyne.CanvasObject{s.save}, s.form.Content)
	s.Reload()
	return s
}

// styles are the ways to write an amount in English words, each as an example.
func styles() []kit.Option[string] {
	var options []kit.Option[string]
	for _, style := range []string{i18n.StylePlain, i18n.StyleBritish, i18n.StyleFraction} {
		options = append(options, kit.Option[string]{Value: style, Code: style, Name: i18n.InWords("en", style, 125050, "USD", 2)})
	}
	return options
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Reload reads the firm again, unless there are edits to lose.
func (s *Screen) Reload() {
	if s.Dirty() {
		return
	}
	kit.Run(s.host, nil, s.store.Company.Get, func(c data.Company, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.show(c)
	})
}

// New does nothing: there is one firm.
func (s *Screen) New() {}

// Find gives the first field of the firm the keyboard.
func (s *Screen) Find() { s.form.Top() }

// ScrollTo moves the form so that what is so far down stands at its top.
func (s *Screen) ScrollTo(down float32) { s.form.ScrollTo(down) }

// TakePicture puts the picture at path into the frame at a place of the window; false when there is none there.
func (s *Screen) TakePicture(at fyne.Position, path string) bool {
	frame := s.pictures.at(at)
	if frame == nil {
		frame = s.heads.at(at)
	}
	if frame != nil {
		frame.Take(path)
	}
	return frame != nil
}

// Dirty reports whether the form differs from what is stored.
func (s *Screen) Dirty() bool {
	return s.loaded && !reflect.DeepEqual(s.read(s.company), s.shown)
}

// Keep saves the firm and goes on to then.
func (s *Screen) Keep(then func()) {
	if !s.loaded {
		return
	}
	c := s.read(s.company)
	if len(s.habits.wrong) > 0 {
		s.complain(s.habits.wrong)
		return
	}
	if reflect.DeepEqual(c, s.shown) {
		s.host.Notice(s.host.T("screen.saved.already"), nil)
		then()
		return
	}
	kit.Run(s.host, s.save,
		func(ctx context.Context) (data.Company, error) { return s.store.Company.Save(ctx, c) },
		func(saved data.Company, err error) {
			if err != nil {
				s.complain(err)
				return
			}
			s.show(saved)
			s.host.Notice(s.host.T("screen.saved")+s.doubt, func() { s.undo(saved) })
			then()
		})
}

// complain shows what is wrong with the accounts in their own forms and the rest in the large one.
func (s *Screen) complain(err error) {
	var bad data.Problems
	if !errors.As(err, &bad) {
		s.host.ShowError(err)
		return
	}
	if rest := s.accounts.complain(bad); len(rest) > 0 {
		s.form.Complain(rest)
	}
}

// undo takes the newest save of the firm back.
func (s *Screen) undo(c data.Company) {
	kit.Run(s.host, nil, func(ctx context.Context) (data.Company, error) {
		saves, err := s.store.Journal.History(ctx, c.UUID)
		if err != nil || len(saves) == 0 {
			return c, err
		}
		if err := s.store.Journal.Undo(ctx, saves[0].Batch); err != nil {
			return c, err
		}
		return s.store.Company.Get(ctx)
	}, func(before data.Company, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.show(before)
		s.host.Notice(s.host.T("screen.undone"), nil)
	})
}
