package settings

import (
	"fmt"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// accounts edits the bank accounts, one small form each.
type accounts struct {
	content *fyne.Container
	host    *kit.Host
	form    *kit.Form // the one around
	list    []*account
}

type account struct {
	part     *kit.Form
	currency *kit.Picker[data.Currency]
}

func newAccounts(host *kit.Host, form *kit.Form) *accounts {
	return &accounts{host: host, form: form, content: kit.Pile(kit.Large)}
}

func (a *accounts) show(list []data.BankAccount) {
	a.list = nil
	for _, one := range list {
		a.add(one)
	}
	a.draw()
}

func (a *accounts) add(b data.BankAccount) *account {
	one := &account{part: kit.NewPart(a.host), currency: kit.NewPicker(a.host, kit.Currencies(a.host))}
	f := one.part
	f.Add(
		kit.Field{ID: "currency", Label: "screen.account.currency", Span: kit.Quarter, Control: one.currency},
		kit.Field{ID: "swift", Label: "screen.account.swift", Span: kit.Quarter},
		kit.Field{ID: "account", Label: "screen.account.number"},
		kit.Field{ID: "beneficiary", Label: "screen.account.beneficiary"},
		kit.Field{ID: "bank", Label: "screen.account.bank"},
		kit.Field{ID: "bank_address", Label: "screen.account.bank_address"},
		kit.Field{ID: "note", Label: "screen.account.note"},
	)
	kit.SetIn(one.currency, kit.Currencies(a.host), b.Currency)
	for id, text := range map[string]string{
		"swift": b.SWIFT, "account": b.Account, "beneficiary": b.Beneficiary, "bank": b.Bank, "bank_address": b.BankAddress, "note": b.Note,
	} {
		f.Set(id, text)
	}
	a.list = append(a.list, one)
	return one
}

// draw places the accounts, each with a line that names and removes it, and the button that adds one.
func (a *accounts) draw() {
	a.content.RemoveAll()
	for i, one := range a.list {
		away := kit.NewButton(a.host.T("screen.remove"), theme.ContentRemoveIcon(), func() {
			a.list = append(a.list[:i:i], a.list[i+1:]...)
			a.draw()
		}).Quiet()
		title := kit.NewText(a.host.T("screen.account.title", "No", i+1)).Cut()
		title.Bold = true
		a.content.Add(kit.Pile(kit.Tight, kit.Row(kit.Small, title, away), one.part.Content))
	}
	a.content.Add(kit.Row(0, kit.NewButton(a.host.T("screen.account.add"), theme.ContentAddIcon(), func() {
		one := a.add(data.BankAccount{})
		a.draw()
		one.part.FocusField("currency")
	}), kit.Spring()))
	a.content.Refresh()
	a.form.Relayout()
}

// read returns the accounts that hold something; nil when none does.
func (a *accounts) read() []data.BankAccount {
	var list []data.BankAccount
	for _, one := range a.list {
		f := one.part
		b := data.BankAccount{
			Currency: one.currency.Value(), SWIFT: f.Text("swift"), Account: f.Text("account"), Beneficiary: f.Text("beneficiary"),
			Bank: f.Text("bank"), BankAddress: f.Text("bank_address"), Note: f.Text("note"),
		}
		if b != (data.BankAccount{}) {
			list = append(list, b)
		}
	}
	return list
}

// complain shows the problems that are about accounts ("bank_accounts.2.currency") in their forms and returns the rest.
func (a *accounts) complain(bad data.Problems) (rest data.Problems) {
	mine, rest := a.divide(bad)
	for i, problems := range mine {
		if len(problems) > 0 {
			a.list[i].part.Complain(problems)
		}
	}
	a.form.Relayout()
	return rest
}

// advise shows the warnings that are about accounts in their forms and returns the rest.
func (a *accounts) advise(warnings data.Problems) (rest data.Problems) {
	mine, rest := a.divide(warnings)
	for i, problems := range mine {
		a.list[i].part.Advise(problems)
	}
	return rest
}

// divide gives each account the problems that are about it.
func (a *accounts) divide(all data.Problems) (mine []data.Problems, rest data.Problems) {
	mine = make([]data.Problems, len(a.list))
	for _, p := range all {
		n, field := 0, ""
		if _, err := fmt.Sscanf(p.Field, "bank_accounts.%d.%s", &n, &field); err == nil && n >= 1 && n <= len(a.list) {
			p.Field = field
			mine[n-1] = append(mine[n-1], p)
			continue
		}
		rest = append(rest, p)
	}
	return mine, rest
}
