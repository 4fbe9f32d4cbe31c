package command_test

import (
	"strings"
	"testing"
)

// The second of two quotations over the same goods says so when it is saved and when it is checked, with the number of the first.
func TestTwoQuotationsOverTheSameGoodsKnowOfEachOther(t *testing.T) {
	b := lantern(t, 7)
	quote := func(no, quantity string) string {
		return `{"actions":[{"do":"save-order","order":{"order_no":"` + no + `","customer":"LUX","currency":"EUR","lines":[{"sku":"LAMP-1","quantity":"` + quantity + `","unit_price":"6"}]}}]}`
	}
	b.done("apply", b.file("first.json", quote("Q-1", "900")))
	if said := b.done("check", "Q-1"); strings.Contains(said.out, "offered") {
		t.Errorf("the only one says %s", said.out)
	}
	b.done("apply", b.file("second.json", quote("Q-2", "800")))
	if said := b.done("check", "Q-2"); !strings.Contains(said.out, "Line 1, LAMP-1: the same goods are offered in ") || !strings.Contains(said.out, "Q-1 (900) too, ") {
		t.Errorf("the second says %s", said.out)
	}
}
