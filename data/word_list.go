package data

import (
	"slices"
	"strconv"
)

// WordTopic says why words are looked for.
type WordTopic string

// The topics of word lists.
const (
	AbsoluteWords WordTopic = "absolute" // superlatives that marketplaces and advertising law forbid (D3)
	PromiseWords  WordTopic = "promise"  // risky promises: guarantees, returns, cures
	ContactWords  WordTopic = "contact"  // ways around the marketplace
	VagueWords    WordTopic = "vague"    // too vague alone for an entry summary declaration (ICS2; Reg. (EU) 2015/2446, Annex B, 18 05)
)

// WordTopics returns the topics in the order they are offered.
func WordTopics() []WordTopic {
	return []WordTopic{AbsoluteWords, PromiseWords, ContactWords, VagueWords}
}

// WordList is the words of one topic in one language.
type WordList struct {
	Record
	Topic    WordTopic `json:"topic"`
	Language string    `json:"language"`
	Words    []string  `json:"words"`
	Source   string    `json:"source,omitzero"`
	Date     Date      `json:"date,omitzero"`
}

// Validate reports what keeps l from being saved.
func (l WordList) Validate() error {
	var c check
	c.when(!slices.Contains(WordTopics(), l.Topic), "topic", "problem.not_one_of", "Values", "absolute, promise, contact, vague")
	c.required("language", l.Language)
	for i, w := range l.Words {
		c.required("words."+strconv.Itoa(i+1), w)
	}
	c.date("date", l.Date)
	return c.problems.Err()
}

// WordListsWith returns the shipped lists with what was saved in their place, and lists of other languages after them.
// An archived one is left out.
func WordListsWith(saved []WordList) []WordList {
	list := DefaultWordLists()
	for _, l := range saved {
		if i := slices.IndexFunc(list, func(d WordList) bool { return d.Topic == l.Topic && d.Language == l.Language }); i >= 0 {
			list[i] = l
		} else {
			list = append(list, l)
		}
	}
	return slices.DeleteFunc(list, func(l WordList) bool { return l.Archived })
}

// DefaultWordLists returns the lists as the program ships them. They are a beginning, no legal advice: the merchant
// edits them.
func DefaultWordLists() []WordList {
	const (
		habits = "the marketplaces' listing rules, own selection"
		law    = "《中华人民共和国广告法》第九条及平台规则，自选"
		stop   = "European Commission, ICS2 stop words, own selection"
		day    = Date("2026-11-23")
	)
	return []WordList{
		{Topic: AbsoluteWords, Language: "en", Source: habits, Date: day, Words: []string{
			"best", "best seller", "no. 1", "number one", "#1", "top quality", "highest quality", "lowest price", "cheapest", "perfect", "unbeatable",
			"world class", "world's first", "the only", "most advanced", "unique in the world", "ultimate", "unrivalled", "supreme",
		}},
		{Topic: AbsoluteWords, Language: "zh", Source: law, Date: day, Words: []string{
			"最佳", "最好", "最高级", "最低价", "最优", "最先进", "最便宜", "第一", "唯一", "国家级", "世界级", "顶级", "极致", "独一无二", "万能", "绝对", "史无前例", "全网首发", "首选",
		}},
		{Topic: PromiseWords, Language: "en", Source: habits, Date: day, Words: []string{
			"guaranteed", "100% guarantee", "100% quality guaranteed", "100% safe", "money back", "free return", "guaranteed return", "free shipping", "risk free", "lifetime warranty",
			"never breaks", "cures", "treats", "fda approved", "no side effects",
		}},
		{Topic: PromiseWords, Language: "zh", Source: law, Date: day, Words: []string{
			"保证退款", "包退", "包邮", "无效退款", "百分百安全", "100%安全", "零风险", "永不", "终身保修", "根治", "治愈", "无副作用", "稳赚",
		}},
		{Topic: ContactWords, Language: "en", Source: habits, Date: day, Words: []string{
			"whatsapp", "wechat", "skype", "telegram", "facebook", "instagram", "e-mail", "email us", "call us", "contact us at", "visit our website", "tel:", "phone:",
		}},
		{Topic: ContactWords, Language: "zh", Source: habits, Date: day, Words: []string{
			"微信", "加微", "QQ", "电话", "手机号", "邮箱", "扣扣", "官网", "联系方式", "WhatsApp",
		}},
		{Topic: VagueWords, Language: "en", Source: stop, Date: day, Words: []string{
			"accessories", "appliances", "apparel", "articles", "as ordered", "auto parts", "bags", "boxes", "cables", "cartons", "chemicals", "clothes", "clothing", "commodity",
			"component", "components", "consolidated", "decorations", "electronics", "equipment", "foodstuff", "footwear", "freight of all kinds", "garments", "general cargo", "gift",
			"gifts", "goods", "hardware", "household goods", "items", "machinery", "machines", "material", "materials", "merchandise", "miscellaneous", "none", "others", "parts",
			"personal effects", "plastic goods", "plastic products", "products", "samples", "sample", "said to contain", "spare parts", "stuff", "supplies", "textiles", "tools", "toys",
			"unknown", "various", "various goods", "n/a",
		}},
		{Topic: VagueWords, Language: "zh", Source: stop, Date: day, Words: []string{
			"配件", "零件", "样品", "礼品", "日用品", "杂货", "百货", "货物", "商品", "产品", "物品", "材料", "设备", "机器", "工具", "电子产品", "塑料制品", "五金", "服装", "玩具", "其他", "未知",
		}},
	}
}

// In returns the words of l that a text is found to have, as the listing check looks for them. Vague words are found where a text says
// nothing else.
func (l WordList) In(text string) (found []string) {
	if l.Topic == VagueWords && !vague(text, l.Words) {
		return nil
	}
	plain := plainText(text)
	for _, w := range l.Words {
		if wordIn(plain, plainText(w)) >= 0 {
			found = append(found, w)
		}
	}
	return found
}
