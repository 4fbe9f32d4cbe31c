package command

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// ware is a kind of goods of the large company: in English and Chinese, with its heading of the Harmonized System.
type ware struct{ en, zh, hs, category string }

var wares = []ware{
	{"vacuum flask", "保温杯", "961700", "Drinkware"},
	{"water bottle", "水壶", "392330", "Drinkware"},
	{"mug", "马克杯", "691200", "Drinkware"},
	{"cutting board", "砧板", "441911", "Kitchen"},
	{"chef's knife", "厨师刀", "821192", "Kitchen"},
	{"storage jar", "密封罐", "701090", "Kitchen"},
	{"spatula", "锅铲", "732393", "Kitchen"},
	{"frying pan", "煎锅", "761510", "Kitchen"},
	{"folding chair", "折叠椅", "940171", "Outdoor"},
	{"camping lamp", "露营灯", "940521", "Outdoor"},
	{"garden hose", "花园水管", "391739", "Outdoor"},
	{"picnic blanket", "野餐垫", "630140", "Outdoor"},
	{"desk lamp", "台灯", "940521", "Lighting"},
	{"string light", "灯串", "940531", "Lighting"},
	{"yoga mat", "瑜伽垫", "950691", "Sport"},
	{"resistance band", "弹力带", "950691", "Sport"},
	{"travel pillow", "旅行枕", "940490", "Travel"},
	{"suitcase", "行李箱", "420212", "Travel"},
	{"backpack", "双肩包", "420292", "Travel"},
	{"phone holder", "手机支架", "392690", "Electronics"},
	{"charging cable", "充电线", "854442", "Electronics"},
	{"USB charger", "USB充电器", "850440", "Electronics"},
	{"cotton towel", "纯棉毛巾", "630260", "Textiles"},
	{"curtain", "窗帘", "630392", "Textiles"},
	{"gift box", "礼品盒", "481910", "Packaging"},
}

// freshPercent is how many of a hundred articles keep only for a time: food and cosmetics, which come in lots.
const freshPercent = 8

// freshWare is a kind of goods that expires, with the words that go with it, English and Chinese.
type freshWare struct {
	ware

	sorts, packs [][2]string
}

var (
	freshWares = []freshWare{
		{ware{"green tea", "绿茶", "090210", "Food"}, teaSorts, foodPacks},
		{ware{"black tea", "红茶", "090230", "Food"}, teaSorts, foodPacks},
		{ware{"dried mushrooms", "香菇", "071234", "Food"}, foodSorts, foodPacks},
		{ware{"rice crackers", "米饼", "190590", "Food"}, foodSorts, foodPacks},
		{ware{"goji berries", "枸杞", "081340", "Food"}, foodSorts, foodPacks},
		{ware{"hand cream", "护手霜", "330499", "Cosmetics"}, creamSorts, creamPacks},
		{ware{"face mask", "面膜", "330499", "Cosmetics"}, creamSorts, creamPacks},
		{ware{"shampoo", "洗发水", "330510", "Cosmetics"}, creamSorts, creamPacks},
		{ware{"bath salt", "浴盐", "330730", "Cosmetics"}, creamSorts, creamPacks},
	}
	teaSorts   = [][2]string{{"jasmine", "茉莉"}, {"spring", "明前"}, {"organic", "有机"}, {"osmanthus", "桂花"}, {"highland", "高山"}}
	foodSorts  = [][2]string{{"organic", "有机"}, {"selected", "精选"}, {"unsalted", "无盐"}, {"mild", "原味"}}
	foodPacks  = [][2]string{{"100 g tin", "100克罐装"}, {"250 g bag", "250克袋装"}, {"500 g bag", "500克袋装"}, {"12 bags of 20 g", "20克×12包"}}
	creamSorts = [][2]string{{"aloe", "芦荟"}, {"rose", "玫瑰"}, {"camellia", "山茶花"}, {"unscented", "无香"}, {"sea salt", "海盐"}}
	creamPacks = [][2]string{{"50 ml", "50毫升"}, {"250 ml", "250毫升"}, {"500 ml", "500毫升"}, {"set of 6", "6件套"}}
)

// The words that go with goods: English and Chinese of each at one place.
var (
	wareMaterials = [][2]string{
		{"stainless steel", "不锈钢"},
		{"bamboo", "竹制"},
		{"ceramic", "陶瓷"},
		{"silicone", "硅胶"},
		{"glass", "玻璃"},
		{"aluminium", "铝合金"},
		{"oak", "橡木"},
		{"recycled plastic", "再生塑料"},
		{"linen", "亚麻"},
	}
	wareColours = [][2]string{
		{"white", "白色"},
		{"black", "黑色"},
		{"sea blue", "海蓝色"},
		{"sage green", "豆绿色"},
		{"terracotta", "陶土色"},
		{"grey", "灰色"},
		{"rose", "玫瑰色"},
	}
	wareSizes = [][2]string{
		{"small", "小号"},
		{"medium", "中号"},
		{"large", "大号"},
		{"350 ml", "350毫升"},
		{"500 ml", "500毫升"},
		{"set of 4", "4件套"},
		{"set of 6", "6件套"},
	}
	firmNames  = strings.Fields("Nordlicht Casa Atlas Meridian Koala Maple Lotus Sakura Andes Baltic Sahara Tulip Fjord Riviera Prairie Coral Danube Alba Orion Savanna")
	firmTrades = strings.Fields("Wohnen Home Trading Living Imports Garden Household Supply Retail Distribution Outdoor Kitchen")
	places     = []struct{ city, country, form, language string }{
		{"Hamburg", "DE", "GmbH", "de"},
		{"Lyon", "FR", "SARL", "fr"},
		{"Madrid", "ES", "S.L.", "es"},
		{"Rotterdam", "NL", "B.V.", "en"},
		{"Chicago", "US", "Inc.", "en"},
		{"São Paulo", "BR", "Ltda.", "pt"},
		{"Warszawa", "PL", "Sp. z o.o.", "en"},
		{"Dubai", "AE", "LLC", "en"},
		{"Osaka", "JP", "K.K.", "en"},
		{"Melbourne", "AU", "Pty Ltd", "en"},
		{"Göteborg", "SE", "AB", "en"},
		{"İzmir", "TR", "Ltd. Şti.", "en"},
	}
	orderNotes = []string{
		"", "", "Please mark the cartons with our order number on two sides.", "外箱两侧请印订单号唛头。", "Partial shipments not allowed.",
		"Pre-shipment inspection by the buyer; give us five days' notice.", "出货前需买方验货，请提前五天通知。", "Pack each piece in a plain brown box with bar code.",
	}
	purchaseNotes = []string{"", "请按确认样生产，交货时附检验报告。", "外箱用五层加硬瓦楞纸箱，每箱毛重不超过20公斤。", "含13%增值税专用发票。"}
	makers        = []string{"宁波", "义乌", "永康", "佛山", "潮州", "温州", "汕头", "中山"}
)

// drawn returns one of list.
func drawn[T any](random *rand.Rand, list []T) T { return list[random.IntN(len(list))] }

// largeProduct is the i-th article of the large company, as a row of a product list.
func largeProduct(random *rand.Rand, i int) map[string]string {
	w, name, description := largeWare(random)
	price := 50 + random.IntN(4000)
	pcs := 6 * (1 + random.IntN(12))
	net := 80 + random.IntN(900) // grams of one
	return map[string]string{
		"sku":  fmt.Sprintf("%s-%06d", strings.ToUpper(w.category[:2]), i+1),
		"name": capital(name[0]), "name_zh": name[1], "description": capital(description), "category": w.category, "unit": "PCS",
		"price": fmt.Sprintf("%d.%02d", price/100, price%100), "currency": "USD",
		"cost": fmt.Sprintf("%d.%02d", price*3/500, price*3/5%100), "cost_currency": "USD",
		"hs_code": w.hs + fmt.Sprintf("%02d", 10*random.IntN(10)), "origin": "CN", "pcs_per_carton": fmt.Sprint(pcs),
		"carton_length_cm": fmt.Sprint(30 + random.IntN(35)), "carton_width_cm": fmt.Sprint(25 + random.IntN(20)), "carton_height_cm": fmt.Sprint(20 + random.IntN(25)),
		"carton_net_kg": grams(net * pcs), "carton_gross_kg": grams(net*pcs + 900), "unit_net_kg": grams(net),
		"moq": fmt.Sprint(100 * (1 + random.IntN(10))), "stock": fmt.Sprint(60 + random.IntN(900)), "safety_stock": fmt.Sprint(40 * random.IntN(6)),
		"supplier": fmt.Sprintf("%s%s家居用品有限公司", makers[i%len(makers)], drawn(random, wares).zh),
	}
}

// largeWare draws what an article is, its name in English and Chinese, and its description.
func largeWare(random *rand.Rand) (w ware, name [2]string, description string) {
	if random.IntN(100) < freshPercent {
		f := drawn(random, freshWares)
		sort, pack := drawn(random, f.sorts), drawn(random, f.packs)
		return f.ware, [2]string{sort[0] + " " + f.en + ", " + pack[0], sort[1] + f.zh + pack[1]}, f.en + ", " + sort[0] + ", best before see package"
	}
	w = drawn(random, wares)
	material, colour, size := drawn(random, wareMaterials), drawn(random, wareColours), drawn(random, wareSizes)
	return w, [2]string{material[0] + " " + w.en + ", " + colour[0] + ", " + size[0], colour[1] + material[1] + w.zh + size[1]},
		w.en + " of " + material[0] + " for household use"
}

// capital writes the first letter large.
func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// grams writes a weight in kilograms.
func grams(g int) string { return fmt.Sprintf("%d.%03d", g/1000, g%1000) }

// largePartner is the i-th customer of the large company, as a row of an address list.
func largePartner(random *rand.Rand, i int) map[string]string {
	at, name := drawn(random, places), drawn(random, firmNames)+" "+drawn(random, firmTrades)
	return map[string]string{
		"code": fmt.Sprintf("C%05d", i+1), "name": fmt.Sprintf("%s %s %s", name, at.city, at.form),
		"contact": drawn(random, firmNames) + " " + drawn(random, firmTrades), "email": fmt.Sprintf("buyer%05d@%s.example", i+1, strings.ToLower(strings.ReplaceAll(name, " ", "-"))),
		"phone": fmt.Sprintf("+%d %d", 31+random.IntN(60), 2_000_000+random.IntN(7_000_000)), "address": fmt.Sprintf("%d Harbour Street", 1+random.IntN(400)), "city": at.city,
		"country": at.country, "language": at.language, "currency": "USD", "payment_terms": "30% deposit, 70% before shipment",
	}
}
