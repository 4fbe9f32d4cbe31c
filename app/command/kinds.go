package command

import (
	"slices"
	"strings"

	"tradewind/data"
)

// paperKinds lists the papers this version makes.
var paperKinds = []data.Kind{data.Quotation, data.Proforma, data.Contract, data.Confirmation, data.CommercialInvoice, data.SampleInvoice, data.PackingList, data.CreditNoteKind}

// laterKinds lists the papers that are planned (DESIGN 4) and refused with a sentence until they are there.
var laterKinds = []string{
	"certificate-of-origin", "shipping-instruction", "customs-declaration", "shipping-marks", "carton-labels",
	"beneficiary-certificate", "statement",
	"packing-declaration", "isf-data",
}

// printable reads a kind of paper for one document: a purchase order too, which is printed as it stands and not issued.
func (s *session) printable(name string) (data.Kind, error) {
	if name == purchaseKindName && s.call.command.name == "document" {
		return data.PurchaseKind, nil
	}
	return paperKind(name)
}

// paperKind reads a kind of paper, and says of one that is planned that it isn't there yet.
func paperKind(name string) (data.Kind, error) {
	if slices.Contains(paperKinds, data.Kind(name)) {
		return data.Kind(name), nil
	}
	if name == purchaseKindName {
		return "", usage("command.usage.purchase_issue")
	}
	if slices.Contains(laterKinds, name) {
		return "", usage("command.usage.kind_later", "Kind", name, "Kinds", kindNames())
	}
	return "", usage("command.usage.kind", "Kind", name, "Kinds", kindNames())
}

func kindNames() string {
	var names []string
	for _, k := range append(slices.Clone(paperKinds), data.PurchaseKind) {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// demoKinds are the papers the demo writes of an order.
var demoKinds = []data.Kind{data.Quotation, data.Proforma, data.CommercialInvoice, data.PackingList}
