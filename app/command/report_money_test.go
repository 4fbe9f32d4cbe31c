package command_test

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"

	"github.com/shopspring/decimal"
)

// accounted is what these tests ask of an order's account.
type accounted struct {
	Account struct{ Currency, Balance string } `json:"account"`
}

// owedIn adds up the balances of orders by currency.
func (b *bench) owedIn(orders ...string) map[string]decimal.Decimal {
	b.Helper()
	sum := map[string]decimal.Decimal{}
	for _, no := range orders {
		a := decoded[accounted](b, b.done("show", "order", no, "--json")).Account
		sum[a.Currency] = sum[a.Currency].Add(decimal.RequireFromString(a.Balance))
	}
	return sum
}

func TestWhatCustomersOweIsTheSumOfTheirAccounts(t *testing.T) {
	b := lantern(t, 14)
	out := filepath.Join(b.folder, "out")
	b.done("report", "receivables", "--out", out, "--format", "pdf,xlsx,json")
	b.done("report", "aging", "--out", out, "--format", "pdf,xlsx,json", "--lang", "zh")
	var orders []string
	for _, o := range decoded[[]struct {
		No     string `json:"order_no"`
		Status string
	}](b, b.done("list", "orders", "--json")) {
		if strings.Contains("confirmed shipped closed", o.Status) {
			orders = append(orders, o.No)
		}
	}
	want := b.owedIn(orders...)
	due, aged := b.reportAt(filepath.Join(out, "receivables-2026-11-22.json")), b.reportAt(filepath.Join(out, "aging-2026-11-22-zh.json"))
	credit := map[string]decimal.Decimal{}
	for _, row := range due.Rows {
		if row["order_no"] == "" {
			credit[row["currency"]] = credit[row["currency"]].Add(decimal.RequireFromString(row["open"]))
		}
	}
	if len(due.Totals) < 2 || due.Total != nil || len(aged.Totals) != len(due.Totals) || len(credit) == 0 {
		t.Fatalf("sums %v, %v; all %v; credit %v", due.Totals, aged.Totals, due.Total, credit)
	}
	for i, sum := range due.Totals {
		c := sum["currency"]
		if got := decimal.RequireFromString(sum["open"]); !got.Equal(want[c].Add(credit[c])) || aged.Totals[i]["open"] != sum["open"] {
			t.Errorf("%s: %s open, %s aged; accounts say %s and credit %s", c, got, aged.Totals[i]["open"], want[c], credit[c])
		}
	}
}

func TestAStatementRunsFromItsOpeningToItsClosingBalance(t *testing.T) {
	b := lantern(t, 14)
	out := filepath.Join(b.folder, "out")
	b.done("report", "statement", "--number", "LUX", "--out", out, "--format", "pdf,xlsx,json", "--to", "2026-11-30")
	b.done("report", "statement", "--number", "LUX", "--out", out, "--format", "json", "--from", "2026-11-23", "--to", "2026-12-01", "--lang", "en")
	all, late := b.statement(filepath.Join(out, "statement-LUX.json")), b.statement(filepath.Join(out, "statement-LUX-en.json"))
	for c, rows := range all {
		balance := decimal.Zero
		for _, row := range rows {
			balance = balance.Add(decimal.RequireFromString(cmp.Or(row["charged"], "0"))).Sub(decimal.RequireFromString(cmp.Or(row["credited"], "0")))
			if row["balance"] != balance.StringFixed(2) {
				t.Errorf("%s: %v; by its rows %s", c, row, balance)
			}
		}
		if first, last := rows[0], rows[len(rows)-1]; first["what"] != "opening" || last["what"] != "closing" || late[c][len(late[c])-1]["balance"] != last["balance"] {
			t.Errorf("%s begins %v, ends %v; a later one ends %v", c, first, last, late[c][len(late[c])-1])
		}
	}
	kinds := map[string]int{}
	for _, row := range all["USD"] {
		kinds[row["what"]]++
	}
	if kinds["invoice"] != 1 || kinds["received"] < 3 || kinds["reversed"] != 1 || kinds["credit-note"] != 1 || len(all) != 2 || late["USD"][0]["balance"] == "0.00" {
		t.Errorf("%v in %d currencies; a later one opens with %v", kinds, len(all), late["USD"][0])
	}
	b.refused(command.WrongInput, "NOBODY", "report", "statement", "--number", "NOBODY", "--out", out)
	b.refused(command.WrongUsage, "--number", "report", "statement", "--out", out)
	b.refused(command.WrongUsage, "--number", "report", "aging", "--number", "LUX", "--out", out)
}

// statement reads the rows of a statement by currency.
func (b *bench) statement(path string) map[string][]map[string]string {
	b.Helper()
	var r reported
	if err := json.Unmarshal([]byte(b.read(path)), &r); err != nil {
		b.Fatal(err)
	}
	rows := map[string][]map[string]string{}
	for _, row := range r.Rows {
		rows[row["currency"]] = append(rows[row["currency"]], row)
	}
	return rows
}
