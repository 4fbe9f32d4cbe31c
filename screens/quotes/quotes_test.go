package quotes

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"
	"tradewind/screens/trial"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

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
	b := trial.Open(t, data.Order{Lines: []data.OrderLine{{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS", Price: 3_000_000}}})
	st, host, o := b.Store, b.Host, b.Order
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
	b.Stand(d.Object())
	d.Show(o)
	if d.words.Text != host.T("quote.revisions.none", "Count", 0) {
		t.Errorf("without a quotation the desk says %q", d.words.Text)
	}
	d.First()
	host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})

	issue(t, st)
	change := func(pieces int64) {
		o.Lines = slices.Clone(o.Lines)
		o.Lines[0].Quantity = data.Pieces(pieces)
		var err error
		o, err = st.Orders.Save(t.Context(), o)
		b.Must(o, err)
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
