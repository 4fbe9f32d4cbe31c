package quotes

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func day() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

// draft is the quotation of a source.
func draft(src data.Source) (document.Paper, error) {
	p, _, err := document.Build(src, data.Quotation, document.BuildOptions{Draft: true})
	return p, err
}

// issue gives the order's quotation away as it is.
func issue(t *testing.T, st *store.Store) {
	t.Helper()
	src, err := st.Source(t.Context(), "SO-1")
	if err != nil {
		t.Fatal(err)
	}
	request := store.IssueRequest{Kind: data.Quotation, OrderID: src.Order.ID, Language: "en", Differences: document.FrozenDifferences}
	_, _, err = st.Documents.Issue(t.Context(), request, func(number string, revision int, date data.Date) ([]byte, error) {
		p, _, err := document.Build(src, data.Quotation, document.BuildOptions{Number: number, Revision: revision, Date: date})
		if err != nil {
			return nil, err
		}
		return document.Freeze(p)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRevisionsAreListedWithWhatTheyChangedAndOpenAsTheyWere(t *testing.T) {
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: day, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if _, err := st.Products.Save(t.Context(), data.Product{SKU: "MUG", Name: data.Texts{"en": "Mug"}, Unit: "PCS"}); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Partners.Save(t.Context(), data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}}); err != nil {
		t.Fatal(err)
	}
	o, err := st.Orders.Save(t.Context(), data.Order{No: "SO-1", Customer: "LUX", Currency: "USD", Lines: []data.OrderLine{{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS", Price: 3_000_000}}})
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	var opened []string
	d := New(host, st, Program{
		Papers: func(no string) { opened = append(opened, "papers of "+no) }, Draft: draft,
		Open: func(no string, d data.Issued) {
			opened = append(opened, no+" "+d.Number+" "+string(rune('0'+d.Revision)))
		},
		Say: func(list []data.Difference) (said []string) {
			for _, one := range list {
				said = append(said, one.Field+": "+one.Before+" → "+one.After)
			}
			return said
		},
	})
	w.SetContent(d.Object())
	d.Show(o)
	if d.words.Text != host.T("quote.revisions.none", "Count", 0) {
		t.Errorf("without a quotation the desk says %q", d.words.Text)
	}
	d.First()
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})

	issue(t, st)
	change := func(pieces int64) {
		o.Lines = slices.Clone(o.Lines)
		o.Lines[0].Quantity = data.Pieces(pieces)
		if o, err = st.Orders.Save(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	change(120)
	d.Show(o)
	if got := texts(d); !strings.Contains(got, "lines.1.quantity: 100 → 120") || d.words.Text != host.T("quote.revisions.changed", "Count", 2) {
		t.Errorf("before R1 the desk says %q and\n%s", d.words.Text, got)
	}
	issue(t, st)
	d.Show(o)
	if got := texts(d); !strings.Contains(got, "QT-2026-0001 R1") || !strings.Contains(got, "QT-2026-0001 R0") || !strings.Contains(got, "USD 360.00") || !strings.Contains(got, "USD 300.00") ||
		strings.Count(got, "lines.1.quantity: 100 → 120") != 1 || d.words.Text != host.T("quote.revisions.same", "Count", 0) {
		t.Errorf("after R1 the desk says %q and\n%s", d.words.Text, got)
	}
	d.opens[1].OnTapped()
	if want := []string{"papers of SO-1", "SO-1 QT-2026-0001 0"}; !slices.Equal(opened, want) {
		t.Errorf("opened %v, want %v", opened, want)
	}
}

// texts is all that the desk lists.
func texts(d *Desk) string {
	var said []string
	for _, o := range test.LaidOutObjects(d.list) {
		switch one := o.(type) {
		case *kit.Text:
			said = append(said, one.Text)
		case *kit.Paragraph:
			said = append(said, one.Text)
		}
	}
	return strings.Join(said, "\n")
}
