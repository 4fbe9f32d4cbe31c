package document

// owners are the parties and the bank: their fields are called by both names, "Buyer · Address".
var owners = map[string]string{
	"seller": "document.seller", "buyer": "document.buyer", "consignee": "document.consignee", "bill_to": "document.bill_to", "notify": "document.notify",
	"manufacturer": "document.manufacturer", "bank": "document.bank",
}

// ownedNames are the keys of what the fields of parties and of the bank are called.
var ownedNames = map[string]string{
	"name": "document.change.name", "name_local": "document.change.name_local", "postal": "document.change.address",
	"postal_local": "document.change.address_local", "tax_id": "document.tax_id", "import_no": "document.import_no",
	"contact": "document.contact", "email": "document.email", "phone": "document.phone", "currency": "document.currency",
	"beneficiary": "document.beneficiary", "bank": "document.bank_name", "bank_address": "document.bank_address",
	"account": "document.account", "swift": "document.swift", "note": "document.bank_note",
}

// fieldNames are the keys of what other fields of a paper are called, by their paths without numbers of lines. Several
// are said behind each other.
var fieldNames = map[string][]string{
	"date": {"document.date"}, "order_no": {"document.no.order"}, "order_date": {"document.no.order", "document.date"},
	"status": {"document.change.status"}, "customer": {"document.buyer"}, "kind": {"document.change.kind"}, "number": {"document.numbers"},
	"revision": {"document.numbers"}, "draft": {"document.draft"}, "voided": {"document.void"},
	"supplier_order_no": {"document.supplier_order_no"},
	"shipment_no":       {"document.no.shipment"}, "place_of_issue": {"document.change.place_of_issue"},
	"currency": {"document.currency"}, "incoterm": {"document.incoterm"}, "payment_terms": {"document.payment_terms"}, "payment_plan": {"document.payment_terms"},
	"lead_time": {"document.lead_time"}, "sample_terms": {"document.sample_terms"}, "rate_note": {"document.rate_note"},
	"due_date": {"document.due_date"}, "valid_until": {"document.valid_until"}, "last_shipment": {"document.last_shipment"},
	"required_date": {"document.required_date"}, "buyer_order_no": {"document.buyer_order_no"},
	"buyer_order_date": {"document.buyer_order_no", "document.date"}, "contract_no": {"document.contract_no"},
	"contract_date": {"document.contract_no", "document.date"}, "letter_of_credit.no": {"document.credit_no"},
	"letter_of_credit.date": {"document.credit_no", "document.date"}, "letter_of_credit.bank": {"document.credit_bank"},
	"references": {"document.numbers"}, "invoice_no": {"document.no.invoice"}, "invoice_date": {"document.invoice_date"},
	"export_country": {"document.export_country"}, "acquisition_country": {"document.acquisition_country"},
	"destination_country": {"document.destination_country"}, "origins": {"document.origin_country"},

	"transport.mode": {"document.mode"}, "transport.vessel": {"document.means"}, "transport.voyage": {"document.vessel"},
	"transport.transport_doc_no": {"document.transport_doc"}, "transport.transport_doc_date": {"document.transport_doc", "document.date"},
	"transport.departure": {"document.departure"}, "transport.arrival": {"document.change.arrival"}, "transport.port_of_loading": {"document.port_of_loading"},
	"transport.port_of_discharge": {"document.port_of_discharge"}, "transport.place_of_delivery": {"document.place_of_delivery"},
	"transport.transhipment_country": {"document.transhipment"}, "deliver_to": {"document.place_of_delivery"},
	"marks": {"document.marks"}, "containers": {"document.container"}, "pallets": {"document.change.pallets"},

	"lines.no": {"document.change.place"}, "lines.sku": {"document.sku"}, "lines.buyer_item_no": {"document.buyer_item"},
	"lines.supplier_item_no": {"document.supplier_item"},
	"lines.descriptions":     {"document.col.description"}, "lines.specifications": {"document.change.specification"},
	"lines.details": {"document.change.specification"}, "lines.hs_code": {"document.hs_code"}, "lines.origin": {"document.origin"},
	"lines.quantity": {"document.col.quantity"}, "lines.unit": {"document.col.unit"}, "lines.unit_price": {"document.col.price"},
	"lines.discount_percent": {"document.change.discount"}, "lines.amount": {"document.col.amount"},
	"lines.packed": {"document.change.packages"}, "lines.cartons": {"document.change.packages"},
	"lines.net_weight_kg": {"document.net_weight"}, "lines.gross_weight_kg": {"document.gross_weight"},
	"lines.volume_m3": {"document.measurement"}, "lines.package_kind": {"document.change.packages"},
	"lines.pre_sale": {"document.change.pre_sale"}, "lines.campaign": {"document.change.campaign"}, "lines.promise_date": {"document.change.promise_date"},
	"lines.pcs_per_carton": {"document.pcs_per_carton"}, "lines.carton": {"document.carton"},
	"lines.carton_net_kg": {"document.carton", "document.net_weight"}, "lines.carton_gross_kg": {"document.carton", "document.gross_weight"},
	"lines.role": {"document.change.role"}, "lines.alternative_to": {"document.change.role"}, "lines.customs_price": {"document.change.customs_value"},
	"lines.customs_value": {"document.change.customs_value"}, "discount_percent": {"document.change.discount"}, "changes": {"document.changes"}, "clauses": {"document.clause"}, "clauses.code": {"document.clause"}, "clauses.titles": {"document.clause"}, "clauses.texts": {"document.clause"},
	"lines.moq": {"document.moq"}, "lines.lead_time": {"document.lead_time"}, "lines.price_ladder": {"document.price_breaks"},
	"lines.pieces_per_container": {"document.container"}, "lines.picture": {"document.col.picture"},

	"packages": {"document.shipment"}, "packages_estimated": {"document.shipment"},
	"totals.goods": {"document.goods"}, "totals.discount": {"document.change.discount"}, "totals.freight": {"document.freight"},
	"totals.insurance": {"document.insurance"}, "totals.charges": {"document.change.charges"}, "totals.total": {"document.change.total"},
	"totals.fob": {"document.fob_value"}, "totals.quantities": {"document.total_quantity"}, "totals.packages": {"document.change.packages"},
	"totals.cartons": {"document.change.packages"}, "totals.net_weight_kg": {"document.net_weight"},
	"totals.gross_weight_kg": {"document.gross_weight"}, "totals.volume_m3": {"document.measurement"},
	"totals.incomplete": {"document.shipment"}, "charges": {"document.change.charges"}, "instalments": {"document.instalments"},

	"declaration": {"document.declaration"}, "statements": {"document.declaration"}, "notes": {"document.notes"},
	"signatory": {"document.change.signatory"}, "signatory_title": {"document.change.signatory_title"}, "logo": {"document.change.logo"}, "letterhead": {"document.change.letterhead"},
	"stamp": {"document.stamp"}, "signature": {"document.authorised_signature"}, "words_style": {"document.amount_in_words"},
}

// dates are the names of fields that hold a day.
var dates = []string{
	"date", "order_date", "due_date", "valid_until", "last_shipment", "required_date", "buyer_order_date", "contract_date", "invoice_date",
	"transport_doc_date", "departure", "arrival", "promise_date",
}

// figures are the names of fields that hold a number.
var figures = []string{
	"pallets", "quantity", "unit_price", "discount_percent", "cartons", "net_weight_kg", "gross_weight_kg", "volume_m3", "pcs_per_carton",
	"carton_net_kg", "carton_gross_kg", "moq",
}
