// Package exports asks which records are to be written to a file, and writes them: what the program knows leaves it as Excel
// or CSV, in the shape in which it comes back in.
package exports

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// shapes are what is offered, with the keys of their words and what their files are called.
var shapes = []struct {
	shape      intake.Shape
	word, file string
}{
	{intake.Shape{Target: sheet.Products, Whole: true}, "export.products.whole", "catalogue"},
	{intake.Shape{Target: sheet.Products}, "export.products", "products"},
	{intake.Shape{Target: sheet.Products, Shop: sheet.WooCommerce}, "export.woocommerce", "woocommerce"},
	{intake.Shape{Target: sheet.Products, Shop: sheet.Shopify}, "export.shopify", "shopify"},
	{intake.Shape{Target: sheet.Partners}, "screen.import.partners", "partners"},
	{intake.Shape{Target: sheet.Orders}, "screen.import.orders", "orders"},
	{intake.Shape{Target: sheet.Stock}, "screen.import.stock", "stock"},
	{intake.Shape{Target: sheet.ListingFigures}, "export.listing_figures", "listing-figures"},
	{intake.Shape{Target: sheet.Keywords}, "keyword.title", "keywords"},
	{intake.Shape{Target: sheet.Markets}, "rules.markets", "markets"},
	{intake.Shape{Target: sheet.WordLists}, "rules.word_lists", "word-lists"},
	{intake.Shape{Target: sheet.ElementLists}, "rules.element_lists", "element-lists"},
	{intake.Shape{Target: sheet.CertificateRules}, "certificate.rules", "certificate-rules"},
	{intake.Shape{Target: sheet.RateCards}, "freight.cards", "rate-cards"},
}

// Question asks what is written, as what, and where to.
type Question struct {
	host   *kit.Host
	store  *store.Store
	what   *kit.Picker[int] // place in shapes
	format *kit.Picker[string]
	open   *kit.Question
}

// Ask opens the question; the records of first are proposed.
func Ask(host *kit.Host, st *store.Store, first sheet.Target) *Question {
	q := &Question{host: host, store: st}
	t := host.T
	options := make([]kit.Option[int], len(shapes))
	chosen := 0
	for i, one := range shapes {
		options[i] = kit.Option[int]{Value: i, Name: t(one.word)}
		if one.shape.Target == first && shapes[chosen].shape.Target != first {
			chosen = i
		}
	}
	q.what, q.format = kit.NewPicker(host, options), kit.NewAsking(host, q.formats)
	q.what.Set(options[chosen])
	q.what.OnChanged = q.usual
	form := kit.NewPart(host)
	form.Add(
		kit.Field{ID: "what", Label: "export.what", Span: kit.Whole, Control: q.what},
		kit.Field{ID: "format", Label: "export.format", Span: kit.Whole, Control: q.format},
	)
	q.usual()
	q.open = host.AskWith(t("export.title"), form.Content,
		kit.Choice{Word: t("export.choose"), Main: true, Ready: func() bool { return q.what.Filled() && q.format.Filled() }, Then: q.choose},
		kit.Choice{Word: t("screen.cancel")})
	host.Focus(q.what)
	return q
}

// formats are those that what is chosen can be written in, as far as words fit.
func (q *Question) formats(_ context.Context, words string) ([]kit.Option[string], error) {
	if !q.what.Filled() {
		return nil, nil
	}
	names := map[string]string{"xlsx": q.host.T("export.as_excel"), "csv": q.host.T("export.as_csv")}
	var options []kit.Option[string]
	for _, f := range shapes[q.what.Value()].shape.Formats() {
		options = append(options, kit.Option[string]{Value: f, Name: names[f]})
	}
	return kit.Rank(options, words), nil
}

// usual proposes the usual format of what is chosen.
func (q *Question) usual() {
	if options, _ := q.formats(context.Background(), ""); len(options) > 0 {
		q.format.Set(options[0])
	}
}

// errNothing says that there are no such records: an empty file would only puzzle whoever opens it.
var errNothing = errors.New("nothing to export")

// choose asks where to and writes.
func (q *Question) choose() {
	one, format := shapes[q.what.Value()], q.format.Value()
	name := strings.Join([]string{one.file, string(q.host.Today())}, "-") + "." + format
	q.host.SaveFile(name, func(path string) { q.write(one.shape, format, path) })
}

// write writes the file whole or, when it is cancelled or can't be, not at all.
func (q *Question) write(shape intake.Shape, format, path string) {
	t := q.host.T
	kit.Progress(q.host, t("export.running"), func(ctx context.Context, tick kit.Tick) (n int, err error) {
		err = intake.WriteFile(path, func(w io.Writer) error {
			n, err = intake.Export(ctx, q.store, shape, format, w, func(n int) { tick(n, 0) })
			if err == nil && n == 0 {
				err = errNothing
			}
			return err
		})
		return n, err
	}, func(n int, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			q.host.Notice(t("export.cancelled"), nil)
		case errors.Is(err, errNothing):
			q.host.Tell(t("export.title"), t("export.none"))
		case err != nil:
			q.host.ShowError(err)
		default:
			q.host.Notice(t("export.done", "Count", n, "File", filepath.Base(path)), nil)
		}
	})
}
