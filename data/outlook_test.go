package data_test

import (
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

func TestALotCountsUntilTheDayItExpires(t *testing.T) {
	lots := []data.Level{{Lot: "A", Expiry: "2026-12-01", Quantity: 60_000}, {Lot: "OLD", Expiry: "2026-11-22", Quantity: 9_000}}
	shelf := data.Shelf{OnHand: 109_000, Lots: lots}
	o := data.NewOutlook(monday, shelf, nil, nil)
	for day, want := range map[data.Date]data.Quantity{monday: 100_000, "2026-12-01": 100_000, "2026-12-02": 40_000, "2027-06-01": 40_000} {
		if got := o.Promisable(day); got != want {
			t.Errorf("%s: %s can be promised, want %s", day, got, want)
		}
	}
	// What leaves later can't have the lot, what leaves before takes it first.
	shelf.Reserved = []data.Promised{{Date: "2026-12-20", Quantity: 40_000}}
	o = data.NewOutlook(monday, shelf, nil, []data.Promised{{Date: "2026-11-30", Quantity: 50_000}})
	for day, want := range map[data.Date]data.Quantity{monday: 10_000, "2026-12-01": 10_000, "2026-12-02": 0, "2026-12-20": 0} {
		if got := o.Promisable(day); got != want {
			t.Errorf("%s, with what is reserved: %s can be promised, want %s", day, got, want)
		}
	}
	if left := o.Days[0].Left; left != 60_000 {
		t.Errorf("%s is left today beside what is reserved, want 60", left)
	}
}

func TestALotUnderWayCountsFromItsArrivalUntilItExpires(t *testing.T) {
	coming := []data.Coming{
		{Date: "2026-12-10", Quantity: 5_000, Expires: "2026-12-12"},
		{Date: "2026-12-10", Quantity: 7_000, Expires: "2026-12-05"}, // will have expired when it comes
	}
	o := data.NewOutlook(monday, data.Shelf{}, coming, nil)
	for day, want := range map[data.Date]data.Quantity{monday: 0, "2026-12-09": 0, "2026-12-10": 5_000, "2026-12-12": 5_000, "2026-12-13": 0} {
		if got := o.Promisable(day); got != want {
			t.Errorf("%s: %s can be promised, want %s", day, got, want)
		}
	}
}

// piece is one piece of goods with the days on which it may leave.
type piece struct{ from, until int }

// served reports whether each wish, a day, can have a piece of its own: by trying whom else it could be taken from.
func served(goods []piece, wishes []int) bool {
	owner := make([]int, len(goods))
	for i := range owner {
		owner[i] = -1
	}
	for w := range wishes {
		tried := make([]bool, len(goods))
		var take func(w int) bool
		take = func(w int) bool {
			for i, g := range goods {
				if tried[i] || wishes[w] < g.from || wishes[w] > g.until {
					continue
				}
				tried[i] = true
				if owner[i] < 0 || take(owner[i]) {
					owner[i] = w
					return true
				}
			}
			return false
		}
		if !take(w) {
			return false
		}
	}
	return true
}

func TestOfGoodsThatExpireExactlyAsMuchCanBePromisedAsCanLeave(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		const days = 12
		var goods []piece
		var wishes []int
		var shelf data.Shelf
		var coming []data.Coming
		var promised []data.Promised
		for range rapid.IntRange(0, 3).Draw(rt, "lots") {
			until, q := rapid.IntRange(-1, days).Draw(rt, "until"), rapid.IntRange(1, 4).Draw(rt, "quantity")
			shelf.OnHand += data.Quantity(q)
			shelf.Lots = append(shelf.Lots, data.Level{Expiry: monday.After(until), Quantity: data.Quantity(q)})
			goods = append(goods, pieces(q, 0, until)...)
		}
		lasting := rapid.IntRange(0, 4).Draw(rt, "lasting")
		shelf.OnHand += data.Quantity(lasting)
		goods = append(goods, pieces(lasting, 0, days*9)...)
		for range rapid.IntRange(0, 2).Draw(rt, "coming") {
			from, q := rapid.IntRange(0, days).Draw(rt, "from"), rapid.IntRange(1, 4).Draw(rt, "quantity")
			until := rapid.IntRange(from-1, days).Draw(rt, "until")
			coming = append(coming, data.Coming{Date: monday.After(from), Quantity: data.Quantity(q), Expires: monday.After(until)})
			goods = append(goods, pieces(q, from, until)...)
		}
		for range rapid.IntRange(0, 8).Draw(rt, "more") { // each promise is kept before the next is made
			o := data.NewOutlook(monday, shelf, coming, promised)
			for day := range days {
				can := int(o.Promisable(monday.After(day)))
				if !served(goods, wanting(wishes, can, day)) {
					rt.Fatalf("day %d: %d can be promised, but then something is missing", day, can)
				}
				if served(goods, wanting(wishes, can+1, day)) {
					rt.Fatalf("day %d: only %d can be promised, but one more could leave", day, can)
				}
			}
			day := rapid.IntRange(0, days-1).Draw(rt, "day")
			can := int(o.Promisable(monday.After(day)))
			if can == 0 {
				continue
			}
			q := rapid.IntRange(1, can).Draw(rt, "wanted")
			p := data.Promised{Date: monday.After(day), Quantity: data.Quantity(q)}
			wishes = wanting(wishes, q, day)
			if rapid.Bool().Draw(rt, "reserved") {
				shelf.Reserved = append(shelf.Reserved, p)
			} else {
				promised = append(promised, p)
			}
		}
	})
}

func pieces(n, from, until int) (list []piece) {
	for range n {
		list = append(list, piece{from, until})
	}
	return list
}

// wanting returns the wishes with so many more for a day.
func wanting(wishes []int, n, day int) []int {
	list := append([]int(nil), wishes...)
	for range n {
		list = append(list, day)
	}
	return list
}
