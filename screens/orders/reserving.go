package orders

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// stored goes on with the order shown as it is stored, after saving what was typed.
func (s *Screen) stored(then func(data.Order)) {
	next := func() {
		if o, shown := s.Current(); shown && o.ID != 0 {
			then(o)
		}
	}
	if s.Dirty() {
		s.Keep(next)
		return
	}
	next()
}

// booking does something with the reservations of an order and returns what to say of it.
type booking func(ctx context.Context, o data.Order) (string, error)

// book does the work on the order as stored, says what was done with a way back, and shows how the lines stand then.
func (s *Screen) book(do booking) {
	type outcome struct{ said, batch string }
	s.stored(func(o data.Order) {
		kit.Run(s.host, nil, func(ctx context.Context) (r outcome, err error) { // no batch: there was nothing to do
			r.batch, err = s.store.Journal.Made(ctx, func() error {
				r.said, err = do(ctx, o)
				return err
			})
			return r, err
		}, func(r outcome, err error) {
			switch {
			case err != nil:
				s.host.ShowError(err)
			case r.batch == "":
				s.host.Notice(r.said, nil)
			default:
				s.host.Notice(r.said, func() { s.unbook(r.batch) })
			}
			s.renewSupply()
		})
	})
}

// unbook takes a booking back.
func (s *Screen) unbook(batch string) {
	kit.TakeBack(s.host, s.store.Journal.Undo, batch, func() { s.renewSupply() })
}

// renewSupply asks anew what the lines shown can be served from: one question for all of them.
func (s *Screen) renewSupply() {
	o, shown := s.Current()
	if !shown {
		return
	}
	variants := s.editor.lines.variants()
	s.supply.Load(func(ctx context.Context) (data.Supply, error) {
		return s.store.Stock.Supply(ctx, o.ID, variants, s.host.Today())
	}, func(found data.Supply, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.editor.lines.supply = found
		s.editor.live()
	})
}

// reserveLine keeps for the i-th line what the screen shows as free for it. Where another window took it meanwhile, the
// store refuses and says how much there is.
func (s *Screen) reserveLine(i int) {
	r := s.editor.lines.rows[i]
	more, short := r.stand.Here, r.stand.Open-r.stand.Here
	s.book(func(ctx context.Context, o data.Order) (string, error) {
		kept, err := s.reservedFor(ctx, o, i+1)
		if err != nil {
			return "", err
		}
		want := data.Reservation{Line: i + 1, Quantity: more}
		for _, one := range kept {
			if one.Warehouse == "" {
				want.Quantity += one.Quantity
			}
		}
		said := s.host.T("order.reserved", "SKU", r.base.SKU, "Quantity", kit.Quantity(s.host, more))
		if short > 0 {
			said = s.host.T("order.reserved.part", "SKU", r.base.SKU, "Quantity", kit.Quantity(s.host, more), "Short", kit.Quantity(s.host, short))
		}
		return said, s.store.Stock.Reserve(ctx, o.ID, []data.Reservation{want})
	})
}

// freeLine gives free what is kept for the i-th line, in every warehouse.
func (s *Screen) freeLine(i int) {
	sku := s.editor.lines.rows[i].base.SKU
	s.book(func(ctx context.Context, o data.Order) (string, error) {
		kept, err := s.reservedFor(ctx, o, i+1)
		if err != nil {
			return "", err
		}
		return s.host.T("order.freed", "SKU", sku), s.giveFree(ctx, o, kept)
	})
}

// giveFree gives free all of kept.
func (s *Screen) giveFree(ctx context.Context, o data.Order, kept []data.Reservation) error {
	for i := range kept {
		kept[i].Quantity = 0
	}
	return s.store.Stock.Reserve(ctx, o.ID, kept)
}

// reservedFor returns what is kept for a line of an order, counted from 1; 0 takes all lines.
func (s *Screen) reservedFor(ctx context.Context, o data.Order, line int) ([]data.Reservation, error) {
	all, err := s.store.Stock.Reservations(ctx, o.ID)
	var kept []data.Reservation
	for _, r := range all {
		if line == 0 || r.Line == line {
			kept = append(kept, r)
		}
	}
	return kept, err
}

// freeAll gives free all that is kept for the order.
func (s *Screen) freeAll() {
	s.book(func(ctx context.Context, o data.Order) (string, error) {
		kept, err := s.reservedFor(ctx, o, 0)
		if err != nil {
			return "", err
		}
		return s.host.T("order.freed.all", "Count", len(kept)), s.giveFree(ctx, o, kept)
	})
}

// mostNamed is how many articles a notice names.
const mostNamed = 3

// reserveAll keeps what it can for every line, and says in numbers what it couldn't.
func (s *Screen) reserveAll() {
	s.book(func(ctx context.Context, o data.Order) (string, error) {
		short, err := s.store.Stock.ReserveAll(ctx, o.ID, "")
		if err != nil || len(short) == 0 {
			return s.host.T("order.reserved.all"), err
		}
		var names []string
		for _, r := range short[:min(len(short), mostNamed)] {
			names = append(names, r.SKU+" "+kit.Quantity(s.host, r.Quantity))
		}
		if len(short) > mostNamed {
			names = append(names, "…")
		}
		return s.host.T("order.reserved.some", "Count", len(short), "Names", strings.Join(names, " · ")), nil
	})
}
