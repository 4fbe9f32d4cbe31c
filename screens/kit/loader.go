package kit

import (
	"context"

	"fyne.io/fyne/v2"
)

// Loader runs one question at a time off the window's goroutine. Asking again cancels the question in flight, and an
// answer that comes too late is dropped. All its methods belong to the window's goroutine, so it needs no lock.
type Loader[T any] struct {
	host   *Host
	turn   int
	cancel context.CancelFunc
}

// NewLoader returns a loader that works for host.
func NewLoader[T any](host *Host) *Loader[T] { return &Loader[T]{host: host, cancel: func() {}} }

// Load asks in the background and hands the answer to show on the window's goroutine.
func (l *Loader[T]) Load(ask func(context.Context) (T, error), show func(T, error)) {
	l.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	l.turn++
	turn := l.turn
	l.host.Go(func() {
		answer, err := ask(ctx)
		fyne.Do(func() {
			if turn == l.turn {
				show(answer, err)
			}
		})
	})
}

// Fill asks as Load does, hands a good answer to show, and tells the user of an error.
func (l *Loader[T]) Fill(ask func(context.Context) (T, error), show func(T)) {
	l.Load(ask, func(answer T, err error) {
		if err != nil {
			l.host.ShowError(err)
			return
		}
		show(answer)
	})
}

// Stop drops the question in flight.
func (l *Loader[T]) Stop() {
	l.cancel()
	l.turn++
}
