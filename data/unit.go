package data

import (
	"strings"
	"sync"
)

// unitEntry is one unit: how papers print it, its UN/ECE Recommendation 20 code ("" where none fits), its names and
// the other ways people write it, parted by spaces.
type unitEntry struct {
	text         Unit
	code, en, zh string
	also         string
}

// unitTable holds the units merchants use, the usual ones first. The codes are those of STANDARDS 5.3: H87 for
// pieces (PCE isn't valid everywhere) and none for packages, which Recommendation 21 has.
var unitTable = []unitEntry{
	{"PCS", "H87", "piece", "件", "pc pcs. pc. piece pieces stk stück stuck st 个 個 件 只 隻 台 臺 枚 条 支 把 张 張 块 根 片 部 辆 輛 艘 架 顶 本 粒 颗 盏 口 面 幅 朵"},
	{"SETS", "SET", "set", "套", "sets 套 组 組 副"},
	{"PAIRS", "PR", "pair", "双", "pair pairs prs 双 雙 对 對"},
	{"DOZ", "DZN", "dozen", "打", "doz dozen dozens dz 打"},
	{"KG", "KGM", "kilogram", "千克", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes 公斤 千克"},
	{"G", "GRM", "gram", "克", "g gr grs gram grams gramme grammes 克"},
	{"T", "TNE", "tonne", "吨", "t mt ton tons tonne tonnes m/t mts 吨 噸 公吨"},
	{"LB", "LBR", "pound", "磅", "lb lbs pound pounds 磅"},
	{"OZ", "ONZ", "ounce", "盎司", "oz ounce ounces 盎司"},
	{"M", "MTR", "metre", "米", "m mtr mtrs metre metres meter meters 米 公尺"},
	{"CM", "CMT", "centimetre", "厘米", "cm cms centimetre centimetres centimeter centimeters 厘米 公分"},
	{"MM", "MMT", "millimetre", "毫米", "mm millimetre millimetres millimeter millimeters 毫米"},
	{"IN", "INH", "inch", "英寸", "in inch inches 英寸 吋"},
	{"FT", "FOT", "foot", "英尺", "ft foot feet 英尺 呎"},
	{"YD", "YRD", "yard", "码", "yd yds yard yards 码 碼"},
	{"SQM", "MTK", "square metre", "平方米", "sqm m2 m² sq.m sq.m. sqmt squaremetre squaremetres squaremeter squaremeters 平方米 平米 平方"},
	{"SQCM", "CMK", "square centimetre", "平方厘米", "sqcm cm2 cm² 平方厘米"},
	{"SQFT", "FTK", "square foot", "平方英尺", "sqft ft2 ft² squarefoot squarefeet 平方英尺"},
	{"SQYD", "YDK", "square yard", "平方码", "sqyd yd2 yd² 平方码"},
	{"CBM", "MTQ", "cubic metre", "立方米", "cbm m3 m³ cu.m cubicmetre cubicmetres cubicmeter cubicmeters 立方米 立方 方"},
	{"L", "LTR", "litre", "升", "l ltr ltrs litre litres liter liters 升 公升"},
	{"ML", "MLT", "millilitre", "毫升", "ml millilitre millilitres milliliter milliliters 毫升"},
	{"EA", "EA", "each", "个", "each"},
	{"UNITS", "C62", "one", "单位", "unit units 单位"},
	{"KITS", "KT", "kit", "套件", "kit kits 套件"},
	{"GROSS", "GRO", "gross", "罗", "gross grosses 罗 籮"},
	{"DOZ PRS", "DPR", "dozen pair", "打双", "dozenpair dozenpairs dozprs 打双"},
	{"DOZ PCS", "DPC", "dozen piece", "打件", "dozenpiece dozenpieces dozpcs 打件"},
	{"HUNDRED", "CEN", "hundred", "百", "hundred hundreds 百"},
	{"THOUSAND", "MIL", "thousand", "千", "thousand thousands kpcs 千"},
	{"ARTICLES", "NAR", "number of articles", "物品数", "article articles"},
	{"PACKS", "NMP", "number of packs", "包数", "pack packs pks"},
	{"PARTS", "NPT", "number of parts", "零件数", "part parts"},
	{"ROLLS", "", "roll", "卷", "roll rolls rl rls 卷 捲"},
	{"CTNS", "", "carton", "箱", "ctn ctns carton cartons 箱 纸箱 紙箱"},
	{"BOXES", "", "box", "盒", "box boxes bx 盒"},
	{"CASES", "", "case", "木箱", "case cases cs 木箱"},
	{"BAGS", "", "bag", "袋", "bag bags bg 袋"},
	{"BOTTLES", "", "bottle", "瓶", "bottle bottles btl btls 瓶"},
	{"CANS", "", "can", "罐", "can cans tin tins 罐 听"},
	{"BARRELS", "", "barrel", "桶", "barrel barrels drum drums 桶"},
	{"BUNDLES", "", "bundle", "捆", "bundle bundles bdl bdls 捆 扎"},
	{"BALES", "", "bale", "大包", "bale bales 大包"},
	{"PKTS", "", "packet", "小包", "packet packets pkt pkts 小包 包"},
	{"PALLETS", "", "pallet", "托盘", "pallet pallets plt plts 托 托盘 托盤"},
	{"SHEETS", "", "sheet", "张", "sheet sheets sht shts"},
	{"REAMS", "", "ream", "令", "ream reams 令"},
	{"JARS", "", "jar", "罐子", "jar jars"},
	{"TUBES", "", "tube", "管", "tube tubes 管"},
}

// units finds entries by the folded text of every way to write them; codes keep their capitals.
var units = sync.OnceValue(func() map[string]*unitEntry {
	table := make(map[string]*unitEntry, 8*len(unitTable))
	for i := range unitTable {
		e := &unitTable[i]
		for _, way := range append(strings.Fields(e.also), string(e.text), e.code) {
			if key := foldUnit(way); key != "" && table[key] == nil {
				table[key] = e
			}
		}
	}
	table["pce"] = table["pcs"]
	for i := range unitTable { // what records hold is found as it stands; folded texts have no capitals
		table[string(unitTable[i].text)] = &unitTable[i]
	}
	return table
})

// unitFold takes off what people put between and after the letters of a unit.
var unitFold = strings.NewReplacer(" ", "", ".", "", "-", "", "(s)", "s", "（", "", "）", "", "\t", "")

// foldUnit brings a unit to the form it is looked up in.
func foldUnit(text string) string { return unitFold.Replace(strings.ToLower(strings.TrimSpace(text))) }

// ParseUnit brings a unit it knows to the text papers print ("pcs", "pc" and "件" become "PCS"). A text that already is
// such a text or a Recommendation 20 code in capitals ("PCE", "KGM") stays as it is. What it doesn't know is kept
// without the spaces around it, and false.
func ParseUnit(text string) (Unit, bool) {
	text = strings.TrimSpace(text)
	e, ok := units()[foldUnit(text)]
	if !ok {
		return Unit(text), false
	}
	if text == e.code || text == "PCE" {
		return Unit(text), true
	}
	return e.text, true
}

// entry returns what is known of u.
func (u Unit) entry() (*unitEntry, bool) {
	if e, ok := units()[string(u)]; ok {
		return e, true
	}
	e, ok := units()[foldUnit(string(u))]
	return e, ok
}

// Code returns the UN/ECE Recommendation 20 code of u, or "" where none fits (STANDARDS 5.3).
func (u Unit) Code() string {
	if e, ok := u.entry(); ok {
		return e.code
	}
	return ""
}

// Known reports whether u is in the table.
func (u Unit) Known() bool { _, ok := u.entry(); return ok }

// divisible are the codes of units that can be divided: of mass, length, area, volume, and those that stand for many.
const divisible = " KGM GRM TNE LBR ONZ MTR CMT MMT INH FOT YRD MTK CMK FTK YDK MTQ LTR MLT DZN DPR DPC GRO CEN MIL "

// Counted reports whether u is known and counts whole things: half a piece or half a set isn't sold.
func (u Unit) Counted() bool {
	e, ok := u.entry()
	return ok && (e.code == "" || !strings.Contains(divisible, " "+e.code+" "))
}

// Name returns what one such unit is called: Chinese for lang "zh" and its kin, else English. A unit that isn't known
// is its own name.
func (u Unit) Name(lang string) string {
	e, ok := u.entry()
	switch {
	case !ok:
		return string(u)
	case strings.HasPrefix(lang, "zh"):
		return e.zh
	}
	return e.en
}

// Units returns the units offered for choice, the usual ones first.
func Units() []Unit {
	list := make([]Unit, len(unitTable))
	for i, e := range unitTable {
		list[i] = e.text
	}
	return list
}
