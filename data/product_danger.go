package data

import (
	"regexp"
	"slices"
	"strings"
)

// Danger says that goods are dangerous in transport, as IMDG and IATA have it. Nothing said means they aren't.
type Danger struct {
	UN           string `json:"un,omitzero"`            // four digits
	Class        string `json:"class,omitzero"`         // with its division: "3", "4.1", "9"
	PackingGroup string `json:"packing_group,omitzero"` // "I", "II" or "III"; some goods have none
	Name         string `json:"name,omitzero"`          // the proper shipping name
}

// IsZero reports whether the goods aren't dangerous as far as is said.
func (d Danger) IsZero() bool { return d == Danger{} }

// BatteryKind says what batteries goods hold, as the carriers' declarations part them.
type BatteryKind string

// The kinds of batteries. "" means nobody has said; NoBattery that there is none.
const (
	NoBattery    BatteryKind = "none"
	IonAlone     BatteryKind = "ion_alone"   // lithium-ion, UN 3480
	IonWith      BatteryKind = "ion_with"    // packed with equipment, UN 3481
	IonIn        BatteryKind = "ion_in"      // in equipment, UN 3481
	MetalAlone   BatteryKind = "metal_alone" // lithium-metal, UN 3090
	MetalWith    BatteryKind = "metal_with"  // UN 3091
	MetalIn      BatteryKind = "metal_in"    // UN 3091
	OtherBattery BatteryKind = "other"       // none of lithium
)

// batteryKinds holds the kinds in the order they are offered, with the UN number of each.
var batteryKinds = []struct {
	kind BatteryKind
	un   string
}{
	{NoBattery, ""}, {IonAlone, "3480"}, {IonWith, "3481"}, {IonIn, "3481"}, {MetalAlone, "3090"}, {MetalWith, "3091"}, {MetalIn, "3091"}, {OtherBattery, ""},
}

// BatteryKinds returns the kinds in the order they are offered.
func BatteryKinds() []BatteryKind {
	kinds := make([]BatteryKind, len(batteryKinds))
	for i, k := range batteryKinds {
		kinds[i] = k.kind
	}
	return kinds
}

// UN returns the UN number of a kind of lithium battery, "" for the others.
func (k BatteryKind) UN() string {
	for _, one := range batteryKinds {
		if one.kind == k {
			return one.un
		}
	}
	return ""
}

// Battery says what batteries goods hold and how that is proven.
type Battery struct {
	Kind      BatteryKind `json:"kind,omitzero"`
	WattHours Quantity    `json:"watt_hours,omitzero"`   // of one battery; lithium-ion
	Lithium   Weight      `json:"lithium_kg,omitzero"`   // in one cell; lithium-metal
	Count     int64       `json:"count,omitzero"`        // batteries in one unit
	Tested    string      `json:"un383_report,omitzero"` // number of the UN 38.3 test summary
	MSDS      Hash        `json:"msds,omitzero"`         // the safety data sheet, an attachment
}

// IsLithium reports whether carriers ask for lithium papers.
func (b Battery) IsLithium() bool { return b.Kind.UN() != "" }

// The shapes of dangerous-goods data.
var (
	unShape    = regexp.MustCompile(`^\d{4}$`)
	classShape = regexp.MustCompile(`^[1-9](\.[1-6][A-S]?)?$`)
)

// ParseUN reads a UN number with or without its letters: "UN 1263" is "1263".
func ParseUN(text string) (string, bool) {
	digits := strings.TrimSpace(strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(text)), "UN"))
	return digits, unShape.MatchString(digits)
}

// danger looks at the shapes of dangerous-goods and battery data.
func (c *check) danger(d Danger, b Battery) {
	c.when(d.UN != "" && !unShape.MatchString(d.UN), "dangerous_goods.un", "problem.bad_un_number")
	c.when(d.Class != "" && !classShape.MatchString(d.Class), "dangerous_goods.class", "problem.bad_danger_class")
	c.when(!slices.Contains([]string{"", "I", "II", "III"}, d.PackingGroup), "dangerous_goods.packing_group", "problem.bad_packing_group")
	c.when(b.Kind != "" && !slices.Contains(BatteryKinds(), b.Kind), "battery.kind", "problem.unknown_choice", "Value", string(b.Kind))
	notNegative(c, "battery.watt_hours", b.WattHours)
	notNegative(c, "battery.lithium_kg", b.Lithium)
	c.when(b.Count < 0, "battery.count", "problem.negative")
}

// oddDanger warns of dangerous goods that are half described, and of a UN number that isn't the battery's.
func (c *check) oddDanger(d Danger, b Battery) {
	c.when(d.UN == "" && d != Danger{}, "dangerous_goods.un", "problem.danger_without_un")
	c.when(d.UN != "" && d.Class == "", "dangerous_goods.class", "problem.danger_without_class")
	if un := b.Kind.UN(); un != "" && d.UN != "" && d.UN != un {
		c.add("dangerous_goods.un", "problem.battery_other_un", "UN", un)
	}
	c.when(b.IsLithium() && b.Tested == "", "battery.un383_report", "problem.battery_untested")
	ion := slices.Contains([]BatteryKind{IonAlone, IonWith, IonIn}, b.Kind)
	c.when(ion && b.WattHours == 0, "battery.watt_hours", "problem.battery_without_power")
}
