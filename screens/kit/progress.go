package kit

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tick reports how far work has come: done of total, or just done when the total isn't known (0).
type Tick func(done, total int)

// Progress does long work in the background behind a question with a bar and the choice to cancel. Cancelling ends
// the context of work, which must then leave everything as it was; done gets context.Canceled.
func Progress[T any](host *Host, title string, work func(context.Context, Tick) (T, error), done func(T, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar, count := widget.NewProgressBar(), NewCaption(" ")
	q := host.AskWith(title, Pile(Small, bar, count))
	stop := NewButton(host.T("screen.cancel"), nil, nil)
	stop.OnTapped = func() {
		stop.Disable()
		cancel()
	}
	stop.OnEscape = stop.OnTapped
	q.away = stop.OnTapped
	q.add(stop)
	host.busy++
	tick := throttle(func(n, total int) {
		if total > 0 {
			bar.SetValue(float64(n) / float64(total))
		}
		count.SetText(host.T("screen.progress", "Done", n))
	})
	host.Go(func() {
		result, err := work(ctx, tick)
		fyne.Do(func() {
			host.busy--
			cancel()
			q.Close()
			done(result, err)
		})
	})
}

// throttle passes on at most ten ticks a second, on the window's goroutine: more would only slow the work down.
func throttle(show func(done, total int)) Tick {
	var last atomic.Int64
	return func(done, total int) {
		now := time.Now().UnixMilli()
		if before := last.Load(); now-before >= 100 && last.CompareAndSwap(before, now) {
			fyne.Do(func() { show(done, total) })
		}
	}
}

// add puts another button into the question's row.
func (q *Question) add(b *Button) {
	q.Buttons = append(q.Buttons, b)
	q.row.Add(b)
	q.host.Focus(b)
}
