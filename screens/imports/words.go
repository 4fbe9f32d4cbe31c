package imports

import "tradewind/screens/kit"

// fieldWords are the keys of the words of import fields: those of the forms where a form has the field.
var fieldWords = map[string]string{
	"sku": "screen.product.sku", "name": "screen.field.name", "name_zh": "screen.product.name_zh", "description": "screen.field.description",
	"category": "screen.product.category", "unit": "screen.product.unit", "price": "screen.product.price", "currency": "screen.product.currency",
	"cost": "screen.product.cost", "cost_currency": "screen.field.cost_currency", "hs_code": "screen.product.hs_code",
	"origin": "screen.product.origin", "gtin": "screen.product.gtin", "pcs_per_carton": "screen.product.pcs_per_carton",
	"carton_length_cm": "screen.product.carton_length", "carton_width_cm": "screen.product.carton_width",
	"carton_height_cm": "screen.product.carton_height", "carton_gross_kg": "screen.product.carton_gross",
	"carton_net_kg": "screen.product.carton_net", "unit_net_kg": "screen.product.unit_net", "moq": "screen.product.moq",
	"stock": "screen.field.stock", "safety_stock": "screen.product.safety_stock", "max_stock": "screen.product.max_stock", "supplier": "screen.product.supplier",
	"image": "screen.product.pictures",
	"code":  "screen.partner.code", "contact": "screen.party.contact", "email": "screen.party.email", "phone": "screen.party.phone",
	"address": "screen.party.address", "city": "screen.party.city", "region": "screen.party.region",
	"postal_code": "screen.party.postal_code", "country": "screen.party.country", "tax_id": "screen.party.tax_id",
	"language": "rules.language", "payment_terms": "screen.partner.payment_terms", "name_local": "screen.party.name_local",
	"role": "screen.partner.roles", "fax": "screen.partner.fax", "tags": "partner.tags", "marks": "screen.partner.marks", "notes": "screen.partner.notes",
	"import_no": "partner.kind.import", "persons": "partner.persons", "tax_numbers": "partner.numbers", "instalments": "partner.instalments",
	"order_no": "screen.field.order_no", "date": "screen.field.date", "customer": "screen.role.customer", "incoterm": "screen.partner.incoterm",
	"place": "screen.partner.place", "quantity": "screen.field.quantity", "unit_price": "screen.product.price",
	"discount_percent": "screen.field.discount_percent", "freight": "screen.field.freight", "insurance": "screen.field.insurance",
	"required_date": "screen.field.required_date",
	"warehouse":     "screen.field.warehouse", "lot": "screen.field.lot", "expiry": "screen.field.expiry",
	"market": "showcase.market", "week": "showcase.week", "exposures": "showcase.exposures", "clicks": "showcase.clicks",
	"inquiries": "showcase.inquiries", "orders": "showcase.orders", "source": "showcase.source",
	"word": "keyword.word", "note": "keyword.note", "reviewed": "keyword.reviewed", "topic": "rules.topic",
	"name_en": "rules.name", "banned_in_titles": "rules.banned", "languages": "rules.languages", "unsure": "rules.unsure",
	"title_limit": "rules.title_limit", "title_shown": "rules.title_shown", "points": "rules.points", "point_limit": "rules.point_limit",
	"text_limit": "rules.text_limit", "keywords": "rules.keywords", "keyword_bytes": "rules.keyword_bytes", "pictures": "rules.pictures",
	"picture_edge": "rules.picture_edge", "picture_bytes": "rules.picture_bytes", "word_times": "rules.word_times",
	"showcase_places": "showcase.rule.places", "showcase_days": "showcase.rule.days", "showcase_weeks": "showcase.rule.weeks",
	"showcase_min_inquiries": "showcase.rule.inquiries", "showcase_min_views": "showcase.rule.views", "showcase_by": "showcase.rule.by",
	"showcase_source": "showcase.rule.source", "showcase_date": "showcase.rule.places_date", "showcase_unsure": "showcase.rule.unsure",
	"element": "rules.element.zh", "element_en": "rules.element.en", "required": "rules.element.required", "kind": "certificate.rule.kind",
	"carrier": "freight.carrier", "service": "freight.service", "mode": "freight.mode", "from": "freight.from", "to": "freight.to",
	"valid_from": "freight.valid_from", "valid_until": "freight.valid_until", "days": "freight.days", "basis": "freight.basis",
	"container": "freight.container", "usable_m3": "freight.usable", "payload_kg": "freight.payload", "up_to_kg": "freight.up_to",
	"minimum_tons": "freight.minimum_tons", "divisor": "freight.divisor", "step_kg": "freight.grain", "minimum_kg": "freight.minimum_kg",
	"minimum_price": "freight.minimum_price",
	"base":          "screen.field.base", "quote": "screen.field.quote", "rate": "screen.field.rate",
}

// fieldWord is what people call an import field; one without a word is shown as files have it.
func fieldWord(host *kit.Host, field string) string {
	if key, ok := fieldWords[field]; ok {
		return host.T(key)
	}
	return field
}
