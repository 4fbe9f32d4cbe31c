package data

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// maxPastedCodes is how many things of one row may be an article's number: mails have long sentences.
const maxPastedCodes = 60

// PastedRow is a row that came from a workbook or a mail: somewhere in it stand an article's number and a quantity, in any
// order. Which of its words is the number only the articles can say: [PastedRow.Codes] has what it may be.
type PastedRow struct {
	No   int    // of the text, from 1
	Text string // as it came

	words  []string // what stands apart in it
	cells  []string // words that came as one: of a cell, of a quoted field
	figure int      // the column of quantities that the row's heading names, from 0; -1: none does
}

// ParsePasted reads the rows of a text: tabs, semicolons, commas or spaces stand between what belongs to a row. Empty rows and
// headings are left out; a heading says which column holds the quantities.
func ParsePasted(text string) (rows []PastedRow) {
	figure := -1
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimFunc(line, notPrinted) == "" {
			continue
		}
		cells := pastedCells(line)
		if at, heading := headings(cells); heading {
			figure = at
			continue
		}
		r := PastedRow{No: i + 1, Text: strings.TrimFunc(line, notPrinted), cells: cells, figure: figure}
		for _, cell := range cells {
			r.words = append(r.words, strings.Fields(cell)...)
		}
		rows = append(rows, r)
	}
	return rows
}

// notPrinted are spaces and what mail programs and workbooks put in their place.
func notPrinted(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// grouped is a number with its thousands apart: 1,200 or 12,500.5.
var grouped = regexp.MustCompile(`(^|[\sx×*])\d{1,3}(,\d{3})+(\.\d+)?($|[^\d,])`)

// pastedCells parts a row where a tab stands, else a semicolon, else a comma that isn't within a number.
func pastedCells(line string) []string {
	separator := ""
	switch {
	case strings.Contains(line, "\t"):
		separator = "\t"
	case strings.ContainsAny(line, ";；"):
		separator, line = ";", strings.ReplaceAll(line, "；", ";")
	case strings.ContainsAny(line, ",，"):
		line = strings.ReplaceAll(line, "，", ",")
		if one := strings.TrimSpace(line); !grouped.MatchString(one) || !strings.ContainsAny(one, " \u00a0") {
			separator = ","
		}
	}
	parts := []string{line}
	if separator != "" {
		parts = strings.Split(line, separator)
	}
	cells := make([]string, len(parts))
	for i, p := range parts {
		cells[i] = strings.Trim(strings.TrimFunc(p, notPrinted), `"“”`)
	}
	return cells
}

// What the columns of an article's number and of quantities are called.
var (
	codeHeads = []string{
		"sku", "code", "item", "item no", "item no.", "item number", "item code", "article", "article no.", "art. no.", "part no.", "part number",
		"model", "product", "product code", "gtin", "ean", "编号", "货号", "型号", "产品编号", "商品编码", "产品型号", "款号", "artikel", "artikelnummer", "código", "référence",
	}
	figureHeads = []string{"qty", "qty.", "quantity", "pcs", "order qty", "数量", "订购数量", "件数", "menge", "anzahl", "cantidad", "quantité"}
)

// headings reports whether the cells are heads of columns, and which holds the quantities (-1: none).
func headings(cells []string) (figure int, is bool) {
	figure = -1
	for i, cell := range cells {
		low := strings.ToLower(cell)
		switch {
		case slices.Contains(figureHeads, low) && figure < 0:
			figure, is = i, true
		case slices.Contains(codeHeads, low) && len(cells) > 1:
			is = true
		case strings.ContainsFunc(cell, unicode.IsDigit):
			return -1, false
		}
	}
	return figure, is
}

// Codes returns what of the row may be an article's number, the likeliest first: whole cells, then words that stand beside each
// other, the longer first.
func (r PastedRow) Codes() (codes []string) {
	add := func(code string) {
		if code = trimCode(code); code != "" && len(codes) < maxPastedCodes && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for _, cell := range r.cells {
		add(cell)
	}
	for n := min(4, len(r.words)); n > 0; n-- {
		for i := 0; i+n <= len(r.words); i++ {
			add(strings.Join(r.words[i:i+n], " "))
		}
	}
	slices.SortStableFunc(codes, func(a, b string) int { return figureLast(a) - figureLast(b) })
	return codes
}

// figureLast ranks what is as likely a quantity behind the rest.
func figureLast(code string) int {
	if pieces.MatchString(code) && len(code) < 8 {
		return 1
	}
	return 0
}

// trimCode takes away what stands around an article's number in a mail: quotes, brackets, colons.
func trimCode(code string) string {
	return strings.Trim(strings.TrimFunc(code, notPrinted), `"'“”()[]{}<>:,;：，。•·#`)
}

var (
	// pieces is a number with what it counts, or how often.
	pieces  = regexp.MustCompile(`(?i)^(?:[x×*])?(\d[\d.,]*)(?:[x×*]|pcs?\.?|pieces?|pce|units?|ea|sets?|stk\.?|ctns?|件|个|只|台|套|箱|双)?$`)
	counted = regexp.MustCompile(`(?i)^(?:[x×*]|pcs?\.?|pieces?|pce|units?|ea|sets?|stk\.?|件|个|只|台|套|双)$`)
)

// Quantity returns how many of an article the row wants, once it is known which of its codes is the article's. False: the
// row names no quantity.
func (r PastedRow) Quantity(code string) (Quantity, bool) {
	if r.figure >= 0 && r.figure < len(r.cells) {
		if q, ok := pastedNumber(r.cells[r.figure]); ok {
			return q, true
		}
	}
	words := r.without(code)
	best, rank := Quantity(0), 0
	for i, word := range words {
		q, ok := pastedNumber(word)
		if !ok || q <= 0 {
			continue
		}
		if one := figureRank(words, i, q); one > rank {
			best, rank = q, one
		}
	}
	return best, rank > 0
}

// figureRank says how sure it is that the i-th word, the number q, is a quantity.
func figureRank(words []string, i int, q Quantity) int {
	beside := i > 0 && counted.MatchString(words[i-1]) || i+1 < len(words) && counted.MatchString(words[i+1])
	switch {
	case beside || strings.ContainsFunc(words[i], unicode.IsLetter) || strings.ContainsAny(words[i], "×*"):
		return 3
	case q%1000 == 0:
		return 2
	}
	return 1 // a figure with decimals is a price more often than not
}

// without returns the words of the row beside the article's number.
func (r PastedRow) without(code string) []string {
	parts := strings.Fields(code)
	for i := 0; i+len(parts) <= len(r.words) && len(parts) > 0; i++ {
		same := true
		for n, part := range parts {
			same = same && trimCode(r.words[i+n]) == part
		}
		if same {
			return slices.Concat(r.words[:i], r.words[i+len(parts):])
		}
	}
	return r.words
}

var (
	commaGroups = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d+)?$`)
	pointGroups = regexp.MustCompile(`^\d{1,3}(\.\d{3})+(,\d+)?$`)
)

// pastedNumber reads a quantity as people write it: 1200, 1,200, 1.200, x100, 100pcs. Groups of three digits are thousands.
func pastedNumber(word string) (Quantity, bool) {
	found := pieces.FindStringSubmatch(strings.ReplaceAll(trimCode(word), " ", ""))
	if found == nil {
		return 0, false
	}
	plain := strings.TrimRight(found[1], ".,")
	switch {
	case commaGroups.MatchString(plain):
		plain = strings.ReplaceAll(plain, ",", "")
	case pointGroups.MatchString(plain):
		plain = strings.ReplaceAll(strings.ReplaceAll(plain, ".", ""), ",", ".")
	default:
		plain = strings.ReplaceAll(plain, ",", ".")
	}
	q, err := ParseQuantity(plain)
	return q, err == nil
}

// Guess returns the word of a row nothing was found for that looks most like an article's number: it has digits and letters,
// or else is the longest.
func (r PastedRow) Guess() string {
	best, rank := "", 0
	for _, word := range r.words {
		word = trimCode(word)
		one := len([]rune(word))
		if strings.ContainsFunc(word, unicode.IsDigit) && strings.ContainsFunc(word, unicode.IsLetter) && !pieces.MatchString(word) {
			one += 100
		} else if _, number := pastedNumber(word); number && len(word) < 8 {
			one = 0
		}
		if one > rank {
			best, rank = word, one
		}
	}
	return best
}

// Recognised is a pasted row with what became of it.
type Recognised struct {
	Row      PastedRow
	Code     string    // the one of its codes that names articles
	Goods    []Article // one: found; several: it may be any of them; none: unknown, and May has what may be meant
	May      []string  // SKUs
	Quantity Quantity
	Stated   bool // the row names a quantity
}

// Article is a product in one variant.
type Article struct {
	Product Product
	Variant Variant
}

// Found reports whether the row can be taken: one article and how many.
func (r Recognised) Found() bool { return len(r.Goods) == 1 && r.Stated && r.Quantity > 0 }

// Recognise says what pasted rows mean, from the articles that codes name.
func Recognise(rows []PastedRow, known map[string][]Article) []Recognised {
	list := make([]Recognised, len(rows))
	for i, row := range rows {
		list[i] = Recognised{Row: row}
		for _, code := range row.Codes() {
			_, more := row.Quantity(code)
			if goods := known[code]; len(goods) > 0 && (more || figureLast(code) == 0) { // a lone figure is the quantity
				list[i].Code, list[i].Goods = code, goods
				break
			}
		}
		list[i].Quantity, list[i].Stated = row.Quantity(list[i].Code)
	}
	return list
}

// Line returns the order line that a row comes to, still without a price. The row must have been found.
func (r Recognised) Line() OrderLine {
	a := r.Goods[0]
	return OrderLine{VariantID: a.Variant.ID, SKU: a.Variant.SKU, Unit: a.Product.Unit, Quantity: r.Quantity}
}

// SKUs names the articles that the row may mean.
func (r Recognised) SKUs() []string {
	skus := make([]string, len(r.Goods))
	for i, a := range r.Goods {
		skus[i] = a.Variant.SKU
	}
	return skus
}
