package orders

import (
	"context"
	"strings"
	"sync/atomic"

	"tradewind/data"
	"tradewind/screens/kit"
)

// stateFilter chooses which orders the list shows: all, or those in one state.
type stateFilter struct {
	choice *kit.Picker[data.Status]
	now    atomic.Value // the state chosen, for the question that runs in the background
}

func newStateFilter(host *kit.Host) *stateFilter {
	all := kit.Option[data.Status]{Name: host.T("quote.filter.all")}
	f := &stateFilter{choice: kit.NewPicker(host, append([]kit.Option[data.Status]{all}, kit.OrderStates(host)...))}
	f.choice.Set(all)
	f.now.Store(data.Status(""))
	return f
}

// words adds the state chosen to what is looked for.
func (f *stateFilter) words(typed string) string {
	state, _ := f.now.Load().(data.Status)
	if state == "" {
		return typed
	}
	return strings.TrimSpace(typed + " #" + string(state))
}

// findClocks reads when the inquiries among orders were answered.
func (s *Screen) findClocks(ctx context.Context, found []data.Order) error {
	var asked []int64
	for _, o := range found {
		if !o.AskedAt.IsZero() {
			asked = append(asked, o.ID)
		}
	}
	first, err := s.store.Orders.FirstQuoted(ctx, asked)
	for _, id := range asked {
		s.firsts.Store(id, first[id])
	}
	return err
}
