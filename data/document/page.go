package document

import (
	"io"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// Page is a laid-out document in the reader's words: what the renderers draw, and nothing they'd have to think about.
type Page struct {
	Title    string // "COMMERCIAL INVOICE" or, in two languages, "COMMERCIAL INVOICE 商业发票"
	Subtitle string // "DRAFT" and the like
	Mark     string // drawn large and light across every sheet: "VOID 作废"; "" on a valid paper
	Number   string
	Running  []Fact    // the header strip of continuation pages: number, date
	PageOf   string    // "Page {n} of {m}", the renderer fills the two holes
	Carried  string    // "Carried forward"; "" where nothing is carried
	Brought  string    // "Brought forward"
	Language string    // first language, for metadata
	Author   string    // seller, for metadata
	Date     data.Date // of the document, for metadata: files must not differ by the day they were printed
	Head     []string  // the letterhead's lines beside the title, the first larger; nil: the author
	Logo     []byte    // the letterhead's picture beside the title; nil for none
	Blocks   []Block

	// Figure writes a carried sum as the reader's language does; nil writes 1,234.50.
	Figure func(d decimal.Decimal, decimals int32) string
}

// Block is one of [Boxes], [Grid], [Facts], [Text], [Pictures] and [Signature].
type Block interface{ block() }

// Box is a captioned field of a form, such as "Consignee" with its name and address lines.
type Box struct {
	Caption string
	Strong  []string // drawn first and heavier: a name
	Lines   []string
	Facts   []Fact
}

// Boxes are rows of boxes, one or two to a row, drawn with hairlines in the order of STANDARDS 2.
type Boxes struct{ Rows [][]Box }

// Fact is a label and its value. Number is set when the value is a figure.
type Fact struct {
	Label, Text string
	Number      *decimal.Decimal
}

// Facts is a list of facts under a heading: bank details, container list.
type Facts struct {
	Heading string
	Facts   []Fact
}

// Align says to which side of its column a cell's text keeps.
type Align int

// The sides.
const (
	Left Align = iota
	Right
	Centre
)

// Column heads a column of a grid. Share is its part of the width: hundredths, together 100 in a grid.
type Column struct {
	Title string
	Share int
	Align Align
	Role  string // "amount", "quantity", "price", "discount", "cartons", "net", "gross", "volume": renderers build formulas from it
	Carry bool   // its running sum is carried from page to page
	Fill  bool   // empty cells to be written in by hand: boxed, with rows high enough for a pen
}

// Grid is a table. Heads are repeated on every page.
type Grid struct {
	Columns []Column
	Rows    []Row
	Totals  []Row // each is a row whose cells stand under the columns; the last is the grand total
}

// Row is a row of a grid.
type Row struct {
	Cells []Cell
	Role  string // "" for a line; in totals: "goods", "discount", "freight", "insurance", "charge", "total", "sum"
}

// Cell reads Text on paper. In a workbook it is Number, when it has one, shown with Decimals.
type Cell struct {
	Text     string
	Sub      []string // further lines in small type: second language, HS code, origin
	Number   *decimal.Decimal
	Decimals int32
	Span     int // columns it takes, 1 when 0
	Picture  []byte
}

// Text is a paragraph under an optional heading.
type Text struct{ Heading, Text string }

// Pictures is a row of pictures.
type Pictures struct{ Images [][]byte }

// Signature is the place to sign: who, as what, where and when, with stamp and signature pictures.
type Signature struct {
	For       string // "For and on behalf of …"
	Name      string
	Title     string
	PlaceDate string
	Labels    [2]string // "Authorised signature", "Company stamp"
	Stamp     []byte
	Picture   []byte
}

func (Boxes) block()     {}
func (Grid) block()      {}
func (Facts) block()     {}
func (Text) block()      {}
func (Pictures) block()  {}
func (Signature) block() {}

// Renderer writes a page in one file format.
type Renderer func(io.Writer, Page) error

// Words speaks one language. The composition root fills it from i18n, so that this package needs no catalogs.
type Words struct {
	Lang    string
	T       func(key string, args ...any) string // args are name, value, name, value …
	Country func(data.Country) string
	Unit    func(data.Unit) string
	Package func(data.PackageKind) string                  // several of them: CARTONS
	One     func(data.PackageKind) string                  // one of them: CARTON; nil takes Package
	Number  func(d decimal.Decimal, decimals int32) string // with the separators papers use: 1,234.50
	Date    func(data.Date) string
	InWords func(m data.Money, style string) string // without a label
	Count   func(n int64) string                    // ONE HUNDRED, for package totals
}
