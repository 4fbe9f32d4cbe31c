package data

import (
	"cmp"
	"slices"
)

// StatementEntry is something that changed what a customer owes: an invoice, a credit note or a payment.
type StatementEntry struct {
	Date      Date
	Kind      string // "invoice", "credit-note", or a [PayKind]
	Number    string
	Orders    []string
	Reference string
	Amount    Money // what it adds to what is owed; below zero what it takes off
}

// StatementPart is a customer's account in one currency over some days.
type StatementPart struct {
	Currency Currency
	Opening  int64 // minor units, what was owed before the first day
	Entries  []StatementEntry
	Closing  int64
}

// StatementOf makes the account of a customer from all that ever changed it: what happened before the first day is the opening balance,
// what happened after the last is left out ("" is no bound). Currencies in which nothing is owed and nothing happened are left out.
func StatementOf(all []StatementEntry, from, to Date) []StatementPart {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b StatementEntry) int {
		return cmp.Or(cmp.Compare(a.Amount.Currency, b.Amount.Currency), cmp.Compare(a.Date, b.Date))
	})
	var parts []StatementPart
	for _, e := range all {
		if to != "" && e.Date > to {
			continue
		}
		if n := len(parts); n == 0 || parts[n-1].Currency != e.Amount.Currency {
			parts = append(parts, StatementPart{Currency: e.Amount.Currency})
		}
		p := &parts[len(parts)-1]
		p.Closing += e.Amount.Minor
		if e.Date < from {
			p.Opening += e.Amount.Minor
		} else {
			p.Entries = append(p.Entries, e)
		}
	}
	return slices.DeleteFunc(parts, func(p StatementPart) bool { return len(p.Entries) == 0 && p.Opening == 0 })
}

// StatementEntries returns what a payment changes: what it pays of orders in their currencies, and what it leaves as credit in its own.
func (p Payment) StatementEntries() (list []StatementEntry) {
	add := func(m Money, orderNo string) {
		if m.Minor == 0 {
			return
		}
		i := slices.IndexFunc(list, func(e StatementEntry) bool { return e.Amount.Currency == m.Currency })
		if i < 0 {
			i, list = len(list), append(list, StatementEntry{
				Date: p.Date, Kind: string(p.Kind), Number: p.No, Reference: cmp.Or(p.Reference, p.Note), Amount: Money{0, m.Currency},
			})
		}
		list[i].Amount.Minor -= m.Minor
		if orderNo != "" {
			list[i].Orders = append(list[i].Orders, orderNo)
		}
	}
	for _, a := range p.Allocations {
		add(Money{a.Credited, cmp.Or(a.Currency, p.Currency)}, a.OrderNo)
	}
	return slices.DeleteFunc(list, func(e StatementEntry) bool { return e.Amount.Minor == 0 }) // moved from order to order
}
