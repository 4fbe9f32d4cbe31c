package data

import (
	"strings"
	"sync"
)

// packageEntry is one kind of package of UN/ECE Recommendation 21.
type packageEntry struct {
	code              PackageKind
	en, plural, zh    string
	recommended, also string // the Recommendation's own name where it differs; other ways to write it, parted by spaces
}

// packageTable holds the kinds merchants use, the usual ones first (STANDARDS 5.4). CN is a container, CA a can, PC a
// parcel, ST a sheet, SX a set and PA a packet: none of them is what its letters suggest.
var packageTable = []packageEntry{
	{"CT", "carton", "cartons", "纸箱", "", "ctn ctns 箱 外箱 紙箱"},
	{"BX", "box", "boxes", "盒", "", "盒子"},
	{"CS", "case", "cases", "箱（木制）", "", "木箱"},
	{"CR", "crate", "crates", "板条箱", "", "条板箱"},
	{"BG", "bag", "bags", "袋", "", "袋子"},
	{"SA", "sack", "sacks", "麻袋", "", ""},
	{"BE", "bundle", "bundles", "捆", "", "bdl bdls 扎"},
	{"BL", "bale", "bales", "压缩包", "bale, compressed", "包"},
	{"RO", "roll", "rolls", "卷", "", ""},
	{"DR", "drum", "drums", "桶", "", "圆桶"},
	{"PA", "packet", "packets", "小包", "", "pkt pkts"},
	{"PC", "parcel", "parcels", "包裹", "", ""},
	{"PK", "package", "packages", "件", "", "pkg pkgs 包装件"},
	{"PX", "pallet", "pallets", "托盘", "", "plt plts 托"},
	{"8A", "wooden pallet", "wooden pallets", "木托盘", "pallet, wooden", ""},
	{"4G", "fibreboard box", "fibreboard boxes", "纤维板箱", "box, fibreboard", ""},
	{"4C", "wooden box", "wooden boxes", "天然木箱", "box, natural wood", ""},
	{"4D", "plywood box", "plywood boxes", "胶合板箱", "box, plywood", ""},
	{"5H", "woven plastic bag", "woven plastic bags", "编织袋", "bag, woven plastic", "塑料编织袋"},
	{"JC", "jerrican", "jerricans", "方桶", "jerrican, rectangular", ""},
	{"TU", "tube", "tubes", "管", "", ""},
	{"PL", "pail", "pails", "提桶", "", ""},
	{"TN", "tin", "tins", "罐", "", "听"},
	{"WA", "intermediate bulk container", "intermediate bulk containers", "中型散装容器", "", "ibc ibcs 吨桶"},
	{"NE", "unpacked piece", "unpacked pieces", "裸装", "unpacked or unpackaged", "nude unpacked bare"},
	{"PP", "piece", "pieces", "个", "", "pcs"},
	{"SW", "shrinkwrapped package", "shrinkwrapped packages", "收缩包装", "shrinkwrapped", ""},
	{"ZZ", "package of another kind", "packages of another kind", "其他包装", "mutually defined", "其他"},
}

// packageKinds finds entries by code and by folded name.
var packageKinds = sync.OnceValue(func() map[string]*packageEntry {
	table := make(map[string]*packageEntry, 6*len(packageTable))
	for i := range packageTable {
		e := &packageTable[i]
		for _, way := range append(strings.Fields(e.also), string(e.code), e.en, e.plural, e.zh, e.recommended) {
			if key := foldUnit(way); key != "" && table[key] == nil {
				table[key] = e
			}
		}
	}
	return table
})

// ParsePackageKind reads a Recommendation 21 code or an English or Chinese name of a package; false when it knows none.
func ParsePackageKind(text string) (PackageKind, bool) {
	if e, ok := packageKinds()[foldUnit(text)]; ok {
		return e.code, true
	}
	return "", false
}

// entry returns the row of k; a carton's when k is empty, as [Packing] has it.
func (k PackageKind) entry() (packageEntry, bool) {
	if k == "" {
		return packageTable[0], true
	}
	for _, e := range packageTable {
		if e.code == k {
			return e, true
		}
	}
	return packageEntry{}, false
}

// Known reports whether k is a code of the table; "" stands for a carton.
func (k PackageKind) Known() bool { _, ok := k.entry(); return ok }

// Name returns what one such package is called: Chinese for lang "zh" and its kin, else English. A code that isn't
// known is its own name; "" is a carton.
func (k PackageKind) Name(lang string) string {
	e, ok := k.entry()
	switch {
	case !ok:
		return string(k)
	case strings.HasPrefix(lang, "zh"):
		return e.zh
	}
	return e.en
}

// Plural returns what several of them are called, as papers count them: "cartons", "纸箱".
func (k PackageKind) Plural(lang string) string {
	if e, ok := k.entry(); ok && !strings.HasPrefix(lang, "zh") {
		return e.plural
	}
	return k.Name(lang)
}

// PackageKinds returns the kinds offered for choice, the usual ones first.
func PackageKinds() []PackageKind {
	list := make([]PackageKind, len(packageTable))
	for i, e := range packageTable {
		list[i] = e.code
	}
	return list
}
