package command_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"tradewind/app/command"
)

func TestPriceAnswersOnStandardInput(t *testing.T) {
	b := newBench(t)
	b.in = `{"purchase_price":"85","vat_rate":"0.13","refund_rate":"0.13","domestic_cost":"6.50","fx":"7.10","currency":"USD",
		"markup":"0.10","freight":"0.1412","insurance_rate":"0.003","commission":"0.03"}`
	got := decoded[struct {
		Cost   string
		Prices map[string]string
	}](b, b.done("price", "--input", "-", "--json"))
	if got.Cost != "81.72" || got.Prices["FOB"] != "12.66" || got.Prices["CFR"] != "12.80" || got.Prices["CIFC"] != "13.24" {
		t.Errorf("price: %+v", got)
	}
	b.in = `{"purchase_price":"cheap","colour":"red"}`
	a := b.refused(command.WrongInput, "stdin:purchase_price: ", "price", "--input", "-")
	if !strings.Contains(a.err, "stdin:colour: ") {
		t.Errorf("stderr: %s", a.err)
	}
}

func TestPackCountsCartons(t *testing.T) {
	b := newBench(t)
	file := b.file("pack.json", `{"lines":[{"sku":"A","quantity":1000,"pcs_per_carton":24,"unit_net_kg":"0.35","carton_tare_kg":"1.2","carton_cm":["48","38","32"]}]}`)
	got := decoded[struct {
		Cartons int
		Gross   string `json:"gross_weight_kg"`
	}](b, b.done("pack", "--json", "--input", file))
	if got.Cartons != 42 || got.Gross != "400.40" {
		t.Errorf("pack: %+v", got)
	}
	if a := b.done("pack", "--input", file); !strings.HasPrefix(a.out, "cartons              42\n") {
		t.Errorf("for people: %s", a.out)
	}
}

func TestABatchDrawsABarOnATerminalOnly(t *testing.T) {
	b := lantern(t, 3)
	args := []string{"documents", "--kind", "quotation", "--format", "json", "--out", b.folder + "/out", "--json"}
	if a := b.done(args...); strings.Contains(a.err, "[#") {
		t.Errorf("a bar without a terminal: %q", a.err)
	}
	var out, errs bytes.Buffer
	d := command.Desk{Out: &out, Err: &errs, Getenv: func(n string) string { return b.env[n] }, Now: time.Now, Terminal: true}
	if code := d.Run(t.Context(), args); code != command.Done || !strings.Contains(errs.String(), "] 1/1") {
		t.Errorf("exit %d, stderr %q; want a bar", code, errs.String())
	}
	decoded[papers](b, answer{out: out.String()})
}
