package kit

import (
	"context"

	"fyne.io/fyne/v2"
)

// Run does one piece of work in the background and hands the outcome to done on the window's goroutine. Until then
// trigger, unless it is nil, is disabled: a write is never cancelled and never started twice. Reading is for [Loader].
func Run[T any](host *Host, trigger fyne.Disableable, work func(context.Context) (T, error), done func(T, error)) {
	if trigger != nil {
		trigger.Disable()
	}
	host.busy++
	host.Go(func() {
		result, err := work(context.Background())
		fyne.Do(func() {
			host.busy--
			if trigger != nil {
				trigger.Enable()
			}
			done(result, err)
		})
	})
}

// TakeBack undoes a batch of the journal, says so, and goes on to after, which shows how things stand then.
func TakeBack(host *Host, undo func(ctx context.Context, batch string) error, batch string, after func()) {
	Run(host, nil, func(ctx context.Context) (bool, error) { return true, undo(ctx, batch) }, func(_ bool, err error) {
		if err != nil {
			host.ShowError(err)
		} else {
			host.Notice(host.T("screen.undone"), nil)
		}
		after()
	})
}

// Busy reports whether a write is still under way, so that a window doesn't close over it.
func (h *Host) Busy() bool { return h.busy > 0 }
