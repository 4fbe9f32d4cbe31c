package kit

import (
	"errors"
	"log/slog"
	"strings"
	"time"

	"tradewind/data"
	"tradewind/i18n"

	"fyne.io/fyne/v2"
)

// Host is what a screen needs from the application around it. It belongs to the window's goroutine.
type Host struct {
	*i18n.Translator
	Window fyne.Window
	Prefs  fyne.Preferences            // sizes, last folder; nil keeps nothing
	Go     func(func())                // starts slow work: a goroutine in the app, in place in tests
	Later  func(time.Duration, func()) // runs something later on the window's goroutine; nil in tests: never
	Now    func() time.Time            // the clock, for dates typed as "+30"
	Bar    *NoticeBar                  // where notices appear

	Backups string // the folder of the automatic backups, offered where backups are chosen

	busy    int
	asking  []*Question // open questions, the newest last
	chooser *chooser    // open, or nil
}

// NewHost returns a host for window whose slow work runs on goroutines.
func NewHost(words *i18n.Translator, window fyne.Window, prefs fyne.Preferences) *Host {
	h := &Host{Translator: words, Window: window, Prefs: prefs, Now: time.Now}
	h.Go = func(f func()) { go f() }
	h.Later = func(d time.Duration, f func()) { time.AfterFunc(d, func() { fyne.Do(f) }) }
	h.Bar = newNoticeBar(h)
	return h
}

// NewTestHost returns a host that does slow work in place, so that a test needs to wait for nothing, and gives the
// test's app our theme.
func NewTestHost(words *i18n.Translator, window fyne.Window) *Host {
	fyne.CurrentApp().Settings().SetTheme(Theme{})
	h := NewHost(words, window, nil)
	h.Go, h.Later = func(f func()) { f() }, nil
	return h
}

// ShowError tells the user that something failed, in words that fit the cause. Problems are listed one by one.
func (h *Host) ShowError(err error) {
	var bad data.Problems
	switch {
	case err == nil:
	case errors.As(err, &bad):
		h.Tell(h.T("screen.problems"), h.Sentences(bad, 12))
	case errors.Is(err, data.ErrConflict):
		h.Tell(h.T("screen.error"), h.T("screen.error.conflict"))
	case errors.Is(err, data.ErrInUse):
		h.Tell(h.T("screen.error"), h.T("screen.error.in_use"))
	case errors.Is(err, data.ErrPosted):
		h.Tell(h.T("screen.error"), h.T("screen.error.posted"))
	case errors.Is(err, data.ErrNotFound):
		h.Tell(h.T("screen.error"), h.T("screen.error.gone"))
	case errors.Is(err, data.ErrDamaged):
		slog.Error("screen", "err", err) // what the database says of it is for the log
		h.Tell(h.T("screen.error"), h.T("screen.error.damaged"))
	default:
		slog.Error("screen", "err", err)
		h.Tell(h.T("screen.error"), h.T("screen.error.other", "Detail", err.Error()))
	}
}

// Sentence returns what is wrong, in the reader's language, without saying where.
func (h *Host) Sentence(p data.Problem) string { return h.Problem(p.Key, p.Args) }

// Sentences lists at most so many problems, one a line, each with its row and field.
func (h *Host) Sentences(bad data.Problems, most int) string {
	var lines []string
	for i, p := range bad {
		if i == most {
			lines = append(lines, h.T("screen.problems.more", "Count", len(bad)-most))
			break
		}
		lines = append(lines, h.place(p)+h.Sentence(p))
	}
	return strings.Join(lines, "\n")
}

func (h *Host) place(p data.Problem) string {
	where := p.Field
	if p.Row > 0 {
		where = strings.TrimSpace(h.T("screen.problems.row", "Row", p.Row) + " " + where)
	}
	if where == "" {
		return ""
	}
	return h.T("screen.problem.at", "Place", where)
}

// Get returns a kept preference, or other when there is none.
func (h *Host) Get(name, other string) string {
	if h.Prefs == nil {
		return other
	}
	return h.Prefs.StringWithFallback(name, other)
}

// Keep keeps a preference for the next start.
func (h *Host) Keep(name, value string) {
	if h.Prefs != nil {
		h.Prefs.SetString(name, value)
	}
}

// Focus moves the keyboard to o.
func (h *Host) Focus(o fyne.Focusable) {
	if h.Window != nil && o != nil {
		h.Window.Canvas().Focus(o)
	}
}

// Today is the day by the laptop's clock.
func (h *Host) Today() data.Date { return data.DateOf(h.Now()) }
