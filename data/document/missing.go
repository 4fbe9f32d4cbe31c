package document

import (
	"strconv"
	"strings"

	"tradewind/data"
)

// Missing names what keeps the paper from being issued: who sells, who buys, what and how much, and for the kinds
// that customs and banks read its HS code, origin and delivery term (STANDARDS 1.1). Fields are named as in the
// import files and the JSON; a line's is "lines.2.hs_code".
func (p Paper) Missing() data.Problems {
	var m data.Problems
	need := func(field string, given bool) {
		if !given {
			m = append(m, data.Problem{Field: field, Key: "problem.required"})
		}
	}
	need("company.name", p.Seller.Name != "" || p.Seller.LocalName != "")
	need("company.address", len(p.Seller.Address.Lines()) > 0 || len(p.Seller.LocalAddress.Lines()) > 0)
	need("customer.name", p.Buyer.Name != "" || p.Buyer.LocalName != "")
	need("date", p.Date != "")
	if p.Kind == data.CreditNoteKind { // an amount is enough, and nothing is delivered
		return m
	}
	need("lines", len(p.Lines) > 0)
	if p.Priced() {
		need("incoterm", p.Incoterm.Rule != "")
		need("place", strings.TrimSpace(p.Incoterm.Place) != "")
		need("currency", p.Currency != "")
	}
	p.missingInLines(need)
	p.missingInClauses(need)
	return m
}

// missingInLines asks for what every line of the paper needs.
func (p Paper) missingInLines(need func(field string, given bool)) {
	for _, l := range p.Lines {
		field := "lines." + strconv.Itoa(l.No) + "."
		need(field+"quantity", l.Quantity != 0)
		need(field+"unit", l.Unit != "")
		if (p.Kind == data.CommercialInvoice || p.Kind == data.SampleInvoice || p.Kind == data.Proforma) && l.Role != data.Tooling {
			need(field+"hs_code", l.HSCode != "")
			need(field+"origin", l.Origin != "")
		}
		if p.Kind == data.PackingList && l.Quantity > 0 {
			need(field+"cartons", l.Packed)
			need(field+"net_weight_kg", l.Net > 0)
			need(field+"gross_weight_kg", l.Gross > 0)
		}
	}
}

// warnings names what a reader will miss although the paper may be issued without it.
func (b builder) warnings(p Paper) data.Problems {
	var w data.Problems
	want := func(field string, given bool) {
		if !given {
			w = append(w, data.Problem{Field: field, Key: "document.warning.empty"})
		}
	}
	want("company.contact", p.Seller.Contact != "" || p.Kind == data.OrderKind)
	want("customer.address", len(p.Buyer.Address.Lines()) > 0)
	want("customer.country", p.Buyer.Address.Country != "")
	switch p.Kind {
	case data.Quotation:
		want("valid_until", p.ValidUntil != "")
		want("payment_terms", p.PaymentTerms != "")
	case data.Proforma:
		want("valid_until", p.ValidUntil != "")
		want("payment_terms", p.PaymentTerms != "")
		want("bank_accounts", p.Bank.Account != "")
	case data.CommercialInvoice, data.Confirmation, data.Contract:
		want("payment_terms", p.PaymentTerms != "")
	}
	if p.Kind == data.CommercialInvoice || p.Kind == data.Proforma || p.Kind == data.PackingList {
		want("transport.port_of_loading", p.Transport.PortOfLoading != "")
		want("transport.port_of_discharge", p.Transport.PortOfDischarge != "")
		w = append(w, unpacked(p)...)
	}
	w = append(w, conflicts(p)...)
	w = append(w, b.elsewhere()...)
	return append(w, b.parts(p)...)
}

// elsewhere warns of goods that stand on another issued paper of this kind.
func (b builder) elsewhere() data.Problems {
	if b.kind != data.CommercialInvoice && b.kind != data.PackingList {
		return nil
	}
	other, found := b.src.BilledElsewhere(b.kind)
	if !found {
		return nil
	}
	return data.Problems{{Field: "lines", Key: "document.warning.elsewhere", Args: map[string]any{
		"Number": other.Number, "Of": other.Origin(),
	}}}
}

// conflicts names what other papers or the carrier will contradict: a term that doesn't fit the transport, an invoice
// before its contract, and what is impossible by itself (STANDARDS 1.10, 3.1).
func conflicts(p Paper) data.Problems {
	var w data.Problems
	if p.Priced() && p.Incoterm.Place != "" {
		w = append(w, p.Incoterm.Validate(p.Transport.Mode)...)
		w = append(w, p.Incoterm.Warnings(len(p.Containers) > 0)...)
	}
	if p.ContractDate > p.Date && p.Kind != data.Quotation {
		w.Add("contract_date", "document.warning.contract_date")
	}
	return append(w, impossible(p)...)
}

// impossible names containers that don't exist, weights the wrong way round and goods given away.
func impossible(p Paper) data.Problems {
	var w data.Problems
	for i, c := range p.Containers {
		if c.No != "" && !data.ValidContainerNo(c.No) {
			w.Add("containers."+strconv.Itoa(i+1)+".no", "problem.bad_container")
		}
	}
	for _, l := range p.Lines {
		if l.Gross > 0 && l.Gross < l.Net {
			w.Add("lines."+strconv.Itoa(l.No)+".gross_weight_kg", "problem.gross_below_net")
		}
		if p.Priced() && l.Price == 0 && l.Quantity != 0 && l.Role != data.FreeSample {
			w.Add("lines."+strconv.Itoa(l.No)+".unit_price", "problem.zero_price")
		}
	}
	return w
}

// unpacked names the lines whose packages, weights or volume aren't known; the totals leave them out.
func unpacked(p Paper) data.Problems {
	var w data.Problems
	for _, l := range p.Lines {
		if l.Role.Travels() && l.Quantity > 0 && (!l.Packed || l.Net == 0 || l.Gross == 0 || l.Volume.IsZero()) {
			w = append(w, data.Problem{
				Field: "lines." + strconv.Itoa(l.No) + ".packing", Key: "document.warning.packing",
				Args: map[string]any{"SKU": l.SKU},
			})
		}
	}
	return w
}

// parts warns when packages hold another quantity of a line than the paper says, which makes the papers disagree
// (STANDARDS 1.10, rule 2).
func (b builder) parts(p Paper) data.Problems {
	var w data.Problems
	packed := make(map[int]data.Quantity, len(p.Lines)) // by line
	for _, r := range p.Packages {
		for _, c := range r.Contents {
			packed[c.Line] += c.Quantity * data.Quantity(r.Count())
		}
	}
	for _, l := range p.Lines {
		inside := packed[l.No]
		if l.Packed && inside != l.Quantity {
			w = append(w, data.Problem{
				Field: "lines." + strconv.Itoa(l.No) + ".packing", Key: "document.warning.packed_quantity",
				Args: map[string]any{"SKU": l.SKU, "Packed": inside.String(), "Quantity": l.Quantity.String()},
			})
		}
	}
	return w
}
