package documents

import "strconv"

// fieldKeys are the keys of the words for fields of papers.
var fieldKeys = map[string]string{
	"company.name": "paper.field.company_name", "company.address": "paper.field.company_address", "company.contact": "paper.field.company_contact",
	"customer.name": "paper.field.customer_name", "customer.address": "paper.field.customer_address", "customer.country": "paper.field.customer_country",
	"date": "order.date", "lines": "order.lines", "incoterm": "order.incoterm", "place": "order.place", "currency": "order.currency",
	"valid_until": "order.valid_until", "payment_terms": "order.payment_terms", "bank_accounts": "paper.field.bank_accounts",
	"transport.port_of_loading": "order.port_of_loading", "transport.port_of_discharge": "order.port_of_discharge", "contract_date": "order.contract_date",
	"quantity": "order.line.quantity", "unit": "order.line.unit", "unit_price": "order.line.price", "amount": "order.line.amount",
	"hs_code": "screen.product.hs_code", "origin": "screen.product.origin", "cartons": "paper.field.cartons", "packing": "screen.product.packing",
	"net_weight_kg": "paper.net", "gross_weight_kg": "paper.gross", "discount_percent": "order.line.discount", "marks": "order.marks",
	"notes": "order.notes", "totals": "order.sums", "packages": "paper.field.cartons", "transport": "order.mode", "buyer": "order.customer",
	"consignee": "order.consignee", "notify": "order.notify", "seller": "paper.field.seller", "instalments": "order.payment_terms",
	"descriptions": "order.line.article", "charges": "order.charges", "letter_of_credit": "order.credit.no", "containers": "paper.containers",
}

// fieldWord is the word for a field: by its whole name, else by ever shorter beginnings, else the name itself.
func (p *papers) fieldWord(field string) string {
	for name := field; name != ""; {
		if key, ok := fieldKeys[name]; ok {
			return p.host.T(key)
		}
		cut := len(name) - 1
		for cut >= 0 && name[cut] != '.' {
			cut--
		}
		if cut < 0 {
			break
		}
		name = name[:cut]
	}
	return field
}

func decimalText(n int) string { return strconv.Itoa(n) }
