package sheet

import (
	"io"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// The fields of what the merchant holds listings and customs data against. Where several rows make one list, the first
// fields name it.
var (
	sourceField  = field{name: "source", kind: nameKind, headers: "where it was read|read where|data source|来源|出处|查阅来源|数据来源"}
	checkedField = field{name: "date", kind: dateKind, headers: "when|checked on|日期|核对日期|查阅日期"}

	keywordFields = []field{
		{name: "language", kind: languageKind, key: true, headers: "lang|语言|语种"},
		{name: "word", kind: nameKind, key: true, headers: "word or phrase|keyword|keywords|search term|phrase|词或短语|关键词|关键字|搜索词|词"},
		{name: "note", kind: nameKind, headers: "notes|remark|remarks|comment|备注|说明"},
		{name: "reviewed", kind: dateKind, headers: "last review|last reviewed|reviewed on|复查日期|上次复查|检查日期|最近复核"},
	}
	marketFields = append([]field{
		{name: "code", kind: codeKind, key: true, headers: "market|marketplace|platform|平台|平台代码|代码"},
		{name: "name_en", kind: nameKind, headers: "english name|name|英文名|英文名称"},
		{name: "name_zh", kind: nameKind, headers: "chinese name|name, chinese|名称（中文）|中文名|中文名称|名称"},
		{name: "banned_in_titles", kind: textKind, headers: "characters not allowed in titles|banned characters|标题禁用字符"},
		{name: "languages", kind: nameKind, headers: "languages every product needs|每个产品必备的语言|语言|语种"},
		sourceField,
		checkedField,
		{name: "unsure", kind: switchKind, headers: "nobody confirmed these figures|not confirmed|以上数值尚未核实|未经确认|未确认|待确认"},
		{name: "showcase_by", kind: codeKind, headers: "inquiries are divided by|询盘率的分母"},
		{name: "showcase_source", kind: nameKind, headers: "where the number of places was read|橱窗位数的出处"},
		{name: "showcase_date", kind: dateKind, headers: "number of places read on|橱窗位数查阅日期"},
		{name: "showcase_unsure", kind: switchKind, headers: "nobody confirmed the number of places|橱窗位数未经确认"},
	}, limitFields()...)
	wordListFields = []field{
		{name: "topic", kind: topicKind, key: true, headers: "why|kind of word|类别|类型"},
		{name: "language", kind: languageKind, key: true, headers: "lang|语言|语种"},
		{name: "word", kind: nameKind, key: true, headers: "word or phrase|words|banned word|词或短语|词|词语|禁用词|敏感词|搜索词"},
		sourceField,
		checkedField,
	}
	elementFields = []field{
		{name: "code", kind: tariffKind, key: true, headers: "code|hs code|hs|tariff number|代码|商品编码|税号|HS编码|海关编码"},
		{name: "element", kind: nameKind, key: true, headers: "element in Chinese|declaration element|申报要素|要素|要素名称|要素中文"},
		{name: "element_en", kind: nameKind, headers: "element in english|english|英文|要素英文"},
		{name: "required", kind: switchKind, headers: "must|必填|是否必填"},
		sourceField,
		checkedField,
	}
	certificateRuleFields = []field{
		{name: "kind", kind: nameKind, key: true, headers: "asks for|certificate|certificate kind|要求的证书|证书|证书类型|认证"},
		{name: "market", kind: nameKind, key: true, headers: "country|destination|marketplace|市场|平台|国家|目的国"},
		{name: "category", kind: nameKind, headers: "goods|product category|类别|品类|类目|商品类别"},
		sourceField,
		checkedField,
		{name: "note", kind: nameKind, headers: "notes|remark|remarks|备注|说明"},
	}
)

// limitHeaders are what the figures of a market are called.
var limitHeaders = map[string]string{
	"title_limit": "title, characters|title characters|标题字符数|标题长度", "title_shown": "title as lists show it|列表中显示的标题字符数",
	"points": "selling points|卖点条数", "point_limit": "each point, characters|每条卖点字符数", "text_limit": "description, characters|描述字符数",
	"keywords": "关键词个数", "keyword_bytes": "keywords, bytes together|关键词总字节数", "pictures": "图片张数",
	"picture_edge": "longest edge at least, pixels|图片长边最小像素", "picture_bytes": "a picture, bytes|单张图片字节数",
	"word_times": "one word in a title, times|同一词在标题中最多次数", "showcase_places": "places|橱窗位数", "showcase_days": "due after|几天后到期",
	"showcase_weeks": "weeks that count|计入周数", "showcase_min_inquiries": "at least so many inquiries|最少询盘数",
	"showcase_min_views": "at least so many views|最少浏览数",
}

// limitFields are the figures of a market, as [data.Market.Limits] orders them.
func limitFields() (list []field) {
	var m data.Market
	for _, l := range m.Limits() {
		list = append(list, field{name: l.Field, kind: countKind, headers: limitHeaders[l.Field]})
	}
	return list
}

// topicWords are what the topics of word lists are called in files.
var topicWords = map[string]data.WordTopic{
	"absolute words": data.AbsoluteWords, "absolute word": data.AbsoluteWords, "绝对化用语": data.AbsoluteWords, "绝对化词": data.AbsoluteWords, "极限词": data.AbsoluteWords,
	"promises": data.PromiseWords, "risky promises": data.PromiseWords, "风险承诺": data.PromiseWords, "承诺": data.PromiseWords,
	"contact data": data.ContactWords, "contacts": data.ContactWords, "联系方式": data.ContactWords,
	"vague words": data.VagueWords, "too vague for customs": data.VagueWords, "海关申报过于笼统": data.VagueWords, "笼统词": data.VagueWords,
}

// topicName reads a topic in either language. A word that isn't known stays, and [data.WordList.Validate] refuses it.
func topicName(text string) string {
	text = strings.ToLower(text)
	if topic, ok := topicWords[text]; ok {
		return string(topic)
	}
	return text
}

// yesOrNo reads a switch as "yes" or "no".
func yesOrNo(text string) (string, bool) {
	var on bool
	if readSwitch(&on, text) != nil {
		return "", false
	}
	return saidOf(on).text, true
}

func saidOf(on bool) value {
	if on {
		return text("yes")
	}
	return text("no")
}

// WriteKeywords writes the keyword library, as format "csv" or "xlsx".
func WriteKeywords(w io.Writer, format string, each func(func(data.Keyword) error) error) error {
	return write(w, format, Keywords, Fields(Keywords), each, func(k data.Keyword) [][]value {
		return [][]value{{text(k.Language), text(k.Word), text(k.Note), dateOf(k.Reviewed)}}
	})
}

// WriteMarkets writes marketplaces with their limits. A limit of 0 is none.
func WriteMarkets(w io.Writer, format string, each func(func(data.Market) error) error) error {
	return write(w, format, Markets, Fields(Markets), each, func(m data.Market) [][]value {
		row := []value{
			text(m.Code), text(m.Name["en"]), text(m.Name["zh"]), text(m.BannedInTitles), text(strings.Join(m.Languages, ", ")), text(m.Source),
			dateOf(m.Date), saidOf(m.Unsure), text(m.Showcase.By), text(m.Showcase.Source), dateOf(m.Showcase.Date), saidOf(m.Showcase.Unsure),
		}
		for _, l := range m.Limits() {
			row = append(row, figureOf(decimal.NewFromInt(*l.At)))
		}
		return [][]value{row}
	})
}

// WriteWordLists writes lists of words, a row for each word.
func WriteWordLists(w io.Writer, format string, each func(func(data.WordList) error) error) error {
	return write(w, format, WordLists, Fields(WordLists), each, func(l data.WordList) (rows [][]value) {
		for _, word := range l.Words {
			rows = append(rows, []value{text(l.Topic), text(l.Language), text(word), text(l.Source), dateOf(l.Date)})
		}
		return rows
	})
}

// WriteElementLists writes which declaration elements (申报要素) codes ask for, a row for each element.
func WriteElementLists(w io.Writer, format string, each func(func(data.ElementList) error) error) error {
	return write(w, format, ElementLists, Fields(ElementLists), each, func(l data.ElementList) (rows [][]value) {
		for _, e := range l.Elements {
			rows = append(rows, []value{text(l.Code), text(e.Chinese), text(e.English), saidOf(e.Required), text(l.Source), dateOf(l.Date)})
		}
		return rows
	})
}

// WriteCertificateRules writes which certificates markets ask for.
func WriteCertificateRules(w io.Writer, format string, each func(func(data.CertificateRule) error) error) error {
	return write(w, format, CertificateRules, Fields(CertificateRules), each, func(r data.CertificateRule) [][]value {
		return [][]value{{text(r.Kind), text(r.Market), text(r.Category), text(r.Source), dateOf(r.Date), text(r.Note)}}
	})
}
