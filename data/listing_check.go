package data

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Grade says how much a finding matters.
type Grade string

// The grades of findings. A product without findings is green.
const (
	Red   Grade = "red"   // the marketplace or customs refuses it
	Amber Grade = "amber" // allowed, but should be looked at
)

// Finding is one thing about a product's texts or pictures that should be mended (D3).
type Finding struct {
	Grade    Grade
	Market   string // "" when it holds for all
	Language string
	Field    string // of the product: "listings.title", "pictures", "customs_description" …
	Key      string // of the reason's sentence
	Args     map[string]any
}

// ListingRules are what listings are held against.
type ListingRules struct {
	Markets []Market
	Lists   []WordList
}

// Check returns what is wrong with p's listings, pictures and customs description: first what holds for the whole product,
// then market by market in the order of the rules. It reads nothing but its arguments.
func (r ListingRules) Check(p Product) []Finding {
	f := finding{rules: r}
	f.whole(p)
	for _, m := range r.Markets {
		f.market = m
		for _, language := range languagesOf(p, m) {
			f.language = language
			if l, ok := p.Listing(m.Code, language); ok {
				f.listing(l)
			} else {
				f.add(Amber, "listings", "listing.no_text")
			}
		}
	}
	return f.list
}

// languagesOf returns the languages that p has a text in for m, and those it should have.
func languagesOf(p Product, m Market) (languages []string) {
	for _, l := range p.Listings {
		if l.Market == m.Code {
			languages = append(languages, l.Language)
		}
	}
	for _, l := range m.Languages {
		if !slices.Contains(languages, l) {
			languages = append(languages, l)
		}
	}
	slices.Sort(languages)
	return languages
}

// WorstGrade returns the gravest grade of findings, "" for none.
func WorstGrade(list []Finding) (worst Grade) {
	for _, f := range list {
		if f.Grade == Red {
			return Red
		}
		worst = f.Grade
	}
	return worst
}

// finding gathers the findings of one product.
type finding struct {
	rules    ListingRules
	market   Market
	language string
	list     []Finding
}

// add adds a finding. Args are names and values in turn.
func (f *finding) add(grade Grade, field, key string, args ...any) {
	one := Finding{Grade: grade, Market: f.market.Code, Language: f.language, Field: field, Key: key, Args: map[string]any{}}
	for i := 0; i+1 < len(args); i += 2 {
		one.Args[args[i].(string)] = args[i+1]
	}
	f.list = append(f.list, one)
}

// whole looks at what all markets share.
func (f *finding) whole(p Product) {
	if strings.TrimSpace(p.Category) == "" {
		f.add(Amber, "category", "listing.no_category")
	}
	if !slices.ContainsFunc(p.Pictures, func(one Picture) bool { return one.Role == MainPicture }) {
		f.add(Red, "pictures", "listing.no_main_picture")
	}
	texts := p.CustomsTexts()
	if len(texts) == 0 {
		f.add(Amber, "customs", "listing.no_customs")
	}
	for _, l := range f.rules.Lists {
		if text := texts[l.Language]; l.Topic == VagueWords && vague(text, l.Words) {
			f.language = l.Language
			f.add(Red, "customs", "listing.vague", "Text", text)
			f.language = ""
		}
	}
}

// vague reports whether a description says nothing beyond words that are too vague: customs refuses such a word when it
// stands alone, not as a part of "brake discs for passenger cars, spare parts".
func vague(text string, words []string) bool {
	rest := plainText(text)
	if strings.TrimSpace(rest) == "" {
		return false
	}
	longestFirst := slices.Clone(words)
	slices.SortFunc(longestFirst, func(a, b string) int { return len(b) - len(a) })
	for _, w := range longestFirst {
		for at := wordIn(rest, plainText(w)); at >= 0; at = wordIn(rest, plainText(w)) {
			rest = rest[:at] + " " + rest[at+len(plainText(w)):]
		}
	}
	return !strings.ContainsFunc(rest, unicode.IsLetter)
}

// listing looks at the text of one market and language.
func (f *finding) listing(l Listing) {
	f.title(l.Title)
	f.points(l.Points)
	size := 0
	for i, m := range l.Modules {
		size += utf8.RuneCountInString(m.Text)
		f.words(at("listings.modules", i+1)+"text", m.Text)
	}
	f.tooMany("listings.modules", "listing.text_long", size, f.market.TextLimit)
	f.keywords(l.Keywords)
}

func (f *finding) title(title string) {
	const field = "listings.title"
	size := utf8.RuneCountInString(title)
	if strings.TrimSpace(title) == "" {
		f.add(Red, field, "listing.no_title")
		return
	}
	if f.tooMany(field, "listing.title_long", size, f.market.TitleLimit); f.market.TitleShown > 0 && int64(size) > f.market.TitleShown {
		f.add(Amber, field, "listing.title_cut", "Size", size, "Shown", f.market.TitleShown)
	}
	if i := strings.IndexAny(title, f.market.BannedInTitles); i >= 0 {
		r, _ := utf8.DecodeRuneInString(title[i:])
		f.add(Red, field, "listing.title_sign", "Sign", string(r))
	}
	if w := repeatedWord(title, f.market.WordTwice); w != "" {
		f.add(Red, field, "listing.title_repeats", "Word", w, "Times", f.market.WordTwice)
	}
	f.words(field, title)
}

// repeatedWord returns a word of more than three letters that stands in text more than most times.
func repeatedWord(text string, most int64) string {
	if most == 0 {
		return ""
	}
	times := map[string]int64{}
	for _, w := range strings.FieldsFunc(plainText(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if times[w]++; times[w] > most && utf8.RuneCountInString(w) > 3 {
			return w
		}
	}
	return ""
}

func (f *finding) points(points []string) {
	f.tooMany("listings.points", "listing.points_many", len(points), f.market.Points)
	for i, p := range points {
		field := strings.TrimSuffix(at("listings.points", i+1), ".")
		f.tooMany(field, "listing.point_long", utf8.RuneCountInString(p), f.market.PointLimit)
		f.words(field, p)
	}
}

func (f *finding) keywords(words []string) {
	const field = "listings.keywords"
	f.tooMany(field, "listing.keywords_many", len(words), f.market.Keywords)
	f.tooMany(field, "listing.keywords_long", len(strings.Join(words, " ")), f.market.KeywordBytes)
	for _, w := range words {
		f.words(field, w)
	}
}

// tooMany finds a size beyond a limit of the market.
func (f *finding) tooMany(field, key string, size int, limit int64) {
	if limit > 0 && int64(size) > limit {
		f.add(Red, field, key, "Size", size, "Limit", limit)
	}
}

// wordReasons say why the words of a topic aren't allowed.
var wordReasons = map[WordTopic]string{AbsoluteWords: "listing.absolute", PromiseWords: "listing.promise", ContactWords: "listing.contact"}

// words finds words of the lists and contact data in a text. Each list speaks once for a text; the lists of English hold
// for every language, because their words are borrowed everywhere.
func (f *finding) words(field, text string) {
	plain := plainText(text)
	for _, l := range f.rules.Lists {
		if l.Topic == VagueWords || l.Language != "en" && !strings.HasPrefix(f.language, l.Language) {
			continue
		}
		i := slices.IndexFunc(l.Words, func(w string) bool { return wordIn(plain, plainText(w)) >= 0 })
		if i >= 0 {
			f.add(Red, field, wordReasons[l.Topic], "Word", l.Words[i])
		}
	}
	if found := contactIn(plain); found != "" {
		f.add(Red, field, "listing.contact", "Word", found)
	}
}

// plainText is text as words are looked for: small letters, compatible forms as one.
func plainText(text string) string { return strings.ToLower(norm.NFKC.String(text)) }

// wordIn returns where word stands in text, both plain; -1 when it doesn't. Where it begins or ends with a letter or digit
// of a writing with spaces, no other may stand beside it: "best" isn't in "bestow".
func wordIn(text, word string) int {
	for from := 0; word != ""; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		first, n := utf8.DecodeRuneInString(word)
		last, _ := utf8.DecodeLastRuneInString(word)
		if joined := spaced(first) && spaced(before) || spaced(last) && spaced(after); !joined {
			return i
		}
		from = i + n
	}
	return -1
}

// spaced reports whether r is a letter or digit of a writing that parts its words by spaces.
func spaced(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
