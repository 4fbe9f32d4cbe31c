package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestALineOfOneWarehouseWarnsAndIsPutAway(t *testing.T) {
	b := lantern(t, 2) // BULB-1: 5000 at Yiwu
	save := func(figures string) string {
		a := decoded[applied](b, b.done("apply", b.file("t.json", `{"actions": [{"do": "save-threshold", "threshold": {"sku": "BULB-1", "warehouse": "Yiwu", `+figures+`}}]}`), "--json"))
		return a.Actions[0].Number + " " + a.Actions[0].Result
	}
	if got := save(`"safety_stock": "5000"`); got != "BULB-1 Yiwu new" {
		t.Errorf("saved: %q", got)
	}
	out := b.done("list", "alerts", "--json").out
	for _, want := range []string{`"alert": "safety-stock"`, `"warehouse": "Yiwu"`, `"safety_stock": "5000"`, `"sku": "BULB-1"`} {
		if !strings.Contains(out, want) {
			t.Errorf("alerts lack %s: %s", want, out)
		}
	}
	if got := save(`"safety_stock": "0"`); got != "BULB-1 Yiwu archived" {
		t.Errorf("put away: %q", got)
	}
	if out := b.done("list", "alerts", "--json").out; strings.Contains(out, "Yiwu") {
		t.Errorf("still warns: %s", out)
	}
	if got := save(`"max_stock": "4000"`); got != "BULB-1 Yiwu changed" {
		t.Errorf("taken up again: %q", got)
	}
	if out := b.done("list", "alerts", "--json").out; !strings.Contains(out, `"overstock"`) {
		t.Errorf("doesn't warn again: %s", out)
	}
	b.refused(command.WrongInput, "of one article or of a category", "apply", b.file("t.json", `{"actions": [{"do": "save-threshold", "threshold": {"sku": "BULB-1", "category": "Bulbs", "safety_stock": "1"}}]}`), "--json")
}
