package data_test

import (
	"fmt"
	"strings"
	"testing"

	"tradewind/data"
)

func TestStockIsDeadOrSlowByWhatItSells(t *testing.T) {
	pieces := data.Pieces
	for _, tt := range []struct {
		name string
		idle data.Idle
		want string
	}{
		{"never sold, long there", data.Idle{OnHand: pieces(5), Since: "2026-05-26"}, "dead -1"},
		{"never sold, a day less there", data.Idle{OnHand: pieces(5), Since: "2026-05-27"}, "slow -1"},
		{"came lately", data.Idle{OnHand: pieces(5), Since: "2026-08-25"}, ""},
		{"sold long ago", data.Idle{OnHand: pieces(5), Since: "2020-01-01", LastSold: "2026-05-26"}, "dead -1"},
		{"sold a day later", data.Idle{OnHand: pieces(5), Since: "2020-01-01", LastSold: "2026-05-27"}, "slow -1"},
		{"sells", data.Idle{OnHand: pieces(365), Sold: pieces(90), Since: "2020-01-01", LastSold: "2026-11-20"}, ""},
		{"sells, but lasts over a year", data.Idle{OnHand: pieces(366), Sold: pieces(90), Since: "2020-01-01", LastSold: "2026-11-20"}, "slow 366"},
		{"nothing there", data.Idle{Since: "2020-01-01"}, ""},
	} {
		got := ""
		if i, idle := tt.idle.Judged("2026-11-22", usual); idle {
			got = fmt.Sprintf("%s %d", map[bool]string{true: "dead", false: "slow"}[i.Dead], i.Lasts)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWhatExpiresFirstLeavesFirst(t *testing.T) {
	lots := []data.Level{
		{Lot: "gone", Expiry: "2026-11-21", Quantity: 4},
		{Lot: "never", Quantity: 3},
		{Lot: "late", Expiry: "2027-05-01", Quantity: 2},
		{Lot: "b", Expiry: "2026-11-22", Quantity: 1},
		{Lot: "a", Expiry: "2026-11-22", Quantity: 1},
		{Lot: "short", Expiry: "2026-11-23", Quantity: -5},
	}
	for wanted, want := range map[data.Quantity]string{
		0: " 0", 1: "a1 0", 3: "a1 b1 late1 0", 9: "a1 b1 late2 never3 gone2 0", 20: "a1 b1 late2 never3 gone4 9",
	} {
		picked, rest := data.Pick(lots, wanted, "2026-11-22")
		var got []string
		for _, l := range picked {
			got = append(got, fmt.Sprintf("%s%d", l.Lot, int64(l.Quantity)))
		}
		if s := fmt.Sprintf("%s %d", strings.Join(got, " "), int64(rest)); s != want {
			t.Errorf("of %d: %q, want %q", wanted, s, want)
		}
	}
	if lots[0].Lot != "gone" {
		t.Error("the caller's own list is put in order")
	}
}
