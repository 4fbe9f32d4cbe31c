package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestAnOrderNamesTheAddressesOfItsCustomer(t *testing.T) {
	b := lantern(t, 2)
	b.done("apply", b.file("to.json", `{"actions":[
		{"do":"save-partner","partner":{"code":"LUX","addresses":[
			{"use":"delivery","name":"Lux warehouse","postal":{"address":"Havenweg 9","city":"Moerdijk","country":"NL"}},
			{"use":"billing","postal":{"address":"Postbus 7","city":"Breda","country":"NL"}}]}},
		{"do":"save-order","order":{"order_no":"SO-TO","date":"2026-11-21","customer":"LUX","consignee_address":"lux WAREHOUSE","bill_to_address":"billing",
			"notify_address":"legal","lines":[{"sku":"LAMP-1","quantity":"5"}]}}]}`))
	shown := decoded[struct {
		Consignee, Notify struct {
			Name    string
			Address []string
		}
		BillTo struct {
			Name    string
			Address []string
		} `json:"bill_to"`
	}](b, b.done("show", "order", "SO-TO", "--json"))
	if shown.Consignee.Name != "Lux warehouse" || shown.BillTo.Name != "Lux Import B.V." || !strings.HasPrefix(shown.BillTo.Address[0], "Postbus 7") || shown.Notify.Name != "Lux Import B.V." {
		t.Errorf("%+v", shown)
	}
	wrong := b.file("wrong.json", `{"actions":[{"do":"save-order","order":{"order_no":"SO-TO","consignee_address":"Attic"}}]}`)
	b.refused(command.WrongInput, wrong+":actions.1.order.consignee_address: ", "apply", wrong)
	b.done("apply", b.file("back.json", `{"actions":[{"do":"save-order","order":{"order_no":"SO-TO","consignee_address":"","bill_to_address":"legal"}}]}`))
	if text := b.done("show", "order", "SO-TO", "--json").out; strings.Contains(text, `"consignee"`) || strings.Contains(text, `"bill_to"`) {
		t.Errorf("the buyer isn't both again: %s", text)
	}
}
