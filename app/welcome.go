package app

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"tradewind/app/command"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// welcome is the first start: which language, and whether to look around in a sample company or to begin with one's own.
func (w *Window) welcome() {
	t := w.host.T
	var names []string
	at := 0
	for i, l := range i18n.Languages() {
		names = append(names, l.Name)
		if l.Tag == w.host.Lang() {
			at = i
		}
	}
	languages := kit.Switch(names, at, func(i int) {
		tag := i18n.Languages()[i].Tag
		w.app.Preferences().SetString(prefLanguage, tag)
		if err := w.speak(tag); err != nil {
			w.host.ShowError(err)
		}
		w.welcome()
	})
	sample := kit.NewButton(t("screen.welcome.sample"), nil, w.trySample)
	own := kit.NewButton(t("screen.welcome.own"), nil, w.startOwn)
	w.center(t("screen.welcome"), kit.NewParagraph(t("screen.welcome.text")), languages,
		kit.Pile(kit.Tight, sample, kit.NewHint(t("screen.welcome.sample.hint"))),
		kit.Pile(kit.Tight, own, kit.NewHint(t("screen.welcome.own.hint"))))
	w.host.Focus(own)
}

// startOwn shows the form of the firm.
func (w *Window) startOwn() {
	w.Build()
	for i, p := range w.places {
		if p.name == "settings" {
			w.Go(i)
		}
	}
	w.host.Notice(w.host.T("screen.welcome.next"), nil)
}

// trySample brings the sample company in by the program's own demo command, as a merchant would.
func (w *Window) trySample() {
	kit.Progress(w.host, w.host.T("screen.welcome.sample"), func(ctx context.Context, _ kit.Tick) (bool, error) {
		folder, err := os.MkdirTemp("", "tradewind-sample-")
		if err != nil {
			return false, err
		}
		defer func() { _ = os.RemoveAll(folder) }() // only copies lie there
		var said strings.Builder
		desk := command.Desk{
			In: strings.NewReader(""), Out: io.Discard, Err: &said, Getenv: func(string) string { return "" },
			Now: func() time.Time { return w.host.Now() },
		}
		if code := desk.Run(ctx, []string{"demo", "--out", folder, "--db", w.path}); code != command.Done {
			return false, errors.New(said.String())
		}
		return true, nil
	}, func(_ bool, err error) {
		if err != nil && !errors.Is(err, context.Canceled) {
			w.host.ShowError(err)
			return
		}
		w.Build()
	})
}

// Current is the screen shown, nil while there is none.
func (w *Window) Current() Screen { return w.current() }

// Places are the names of the places of the navigation, in order.
func Places() []string {
	var names []string
	for _, p := range places() {
		names = append(names, p.name)
	}
	return names
}

// End lets go of the data file; the window can't be used any more.
func (w *Window) End() { w.end() }

// Win is the window itself.
func (w *Window) Win() fyne.Window { return w.win }

// Host is what the screens stand on; tests and the picture maker let it do slow work in place.
func (w *Window) Host() *kit.Host { return w.host }
