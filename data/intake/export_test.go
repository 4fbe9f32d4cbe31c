package intake_test

import (
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// ruled fills a company with what listings and customs data are held against.
func ruled(t *testing.T, st *store.Store) {
	t.Helper()
	ctx := t.Context()
	for _, err := range []error{
		last(st.Keywords.Save(ctx, data.Keyword{Language: "en", Word: "desk lamp", Note: "=SUM, 1,900 a month", Reviewed: "2026-11-02"})),
		last(st.Keywords.Save(ctx, data.Keyword{Language: "zh", Word: "台灯"})),
		last(st.Markets.Save(ctx, data.Market{Code: "amazon", Name: data.Texts{"en": "Amazon US", "zh": "亚马逊美国"}, TitleLimit: 75, BannedInTitles: "!$?", Languages: []string{"en", "es"}, Date: "2026-11-20", Unsure: true})),
		last(st.Markets.Save(ctx, data.Market{Code: "etsy", Name: data.Texts{"en": "Etsy"}, TitleLimit: 140, Pictures: 20, Showcase: data.ShowcaseRules{Places: 4, By: "exposures", Unsure: true}})),
		last(st.WordLists.Save(ctx, data.WordList{Topic: data.AbsoluteWords, Language: "en", Words: []string{"best", "no. 1", "-50%"}, Source: "own"})),
		last(st.WordLists.Save(ctx, data.WordList{Topic: data.VagueWords, Language: "vi", Words: []string{"hàng hóa"}, Date: "2026-11-01"})),
		last(st.Elements.Save(ctx, data.ElementList{Code: "0912", Elements: []data.ElementName{{Chinese: "品名", English: "name", Required: true}, {Chinese: "用途"}}, Source: "tariff 2026"})),
		last(st.CertificateRules.Save(ctx, data.CertificateRule{Kind: "CE", Market: "EU", Category: "9405", Source: "2014/35/EU", Date: "2026-10-01", Note: "low voltage"})),
		last(st.CertificateRules.Save(ctx, data.CertificateRule{Kind: "FCC", Market: "US"})),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func last[T any](_ T, err error) error { return err }

// ruleTargets are the small kinds of record.
var ruleTargets = []sheet.Target{sheet.Keywords, sheet.Markets, sheet.WordLists, sheet.ElementLists, sheet.CertificateRules}

// exported writes a target into a file of its own.
func exported(t *testing.T, st *store.Store, s intake.Shape, format string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), string(s.Target)+"."+format)
	err := intake.WriteFile(path, func(w io.Writer) error {
		_, err := intake.Export(t.Context(), st, s, format, w, nil)
		return err
	})
	if err != nil {
		t.Fatalf("%s as %s: %v", s.Target, format, err)
	}
	return path
}

// taken imports the file at path.
func taken(t *testing.T, st *store.Store, target sheet.Target, path string) data.ImportReport {
	t.Helper()
	f, err := sheet.Open(path, target, sheet.Options{})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer func() { _ = f.Close() }()
	report, err := intake.Import(t.Context(), st, target, f.Rows(), filepath.Dir(path), store.ImportOptions{Source: filepath.Base(path)})
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("%s: %v %v", path, err, report.Problems)
	}
	return report
}

// rules are all of them, without what the store adds to a record.
func rules(t *testing.T, st *store.Store) map[sheet.Target]any {
	t.Helper()
	ctx := t.Context()
	keywords, err1 := st.Keywords.All(ctx)
	markets, err2 := st.Markets.All(ctx)
	lists, err3 := st.WordLists.All(ctx)
	elements, err4 := st.Elements.All(ctx)
	asked, err5 := st.CertificateRules.All(ctx)
	for _, err := range []error{err1, err2, err3, err4, err5} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range keywords {
		keywords[i].Record = data.Record{}
	}
	for i := range markets {
		markets[i].Record = data.Record{}
	}
	for i := range lists {
		lists[i].Record = data.Record{}
	}
	for i := range elements {
		elements[i].Record = data.Record{}
	}
	for i := range asked {
		asked[i].Record = data.Record{}
	}
	return map[sheet.Target]any{
		sheet.Keywords: keywords, sheet.Markets: markets, sheet.WordLists: lists, sheet.ElementLists: elements, sheet.CertificateRules: asked,
	}
}

func TestRulesAndWordsGoOutAndComeBackUnchanged(t *testing.T) {
	from := open(t)
	ruled(t, from)
	want := rules(t, from)
	for _, format := range []string{"xlsx", "csv"} {
		to := open(t)
		for _, target := range ruleTargets {
			path := exported(t, from, intake.Shape{Target: target}, format)
			if r := taken(t, from, target, path); r.New+r.Changed > 0 || r.Unchanged == 0 {
				t.Errorf("%s as %s into where it came from: %d new, %d changed, %d unchanged; want all unchanged", target, format, r.New, r.Changed, r.Unchanged)
			}
			taken(t, to, target, path)
		}
		for target, got := range rules(t, to) {
			if !reflect.DeepEqual(got, want[target]) {
				t.Errorf("%s as %s came back as\n%+v\nnot\n%+v", target, format, got, want[target])
			}
		}
	}
}

func TestAListInAFileTakesThePlaceOfTheList(t *testing.T) {
	st := open(t)
	ruled(t, st)
	path := filepath.Join(t.TempDir(), "words.csv")
	if err := os.WriteFile(path, []byte("类别,语言,词语\n绝对化用语,英文,finest\n绝对化用语,英文,finest\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	report := taken(t, st, sheet.WordLists, path)
	l, err := st.WordLists.Of(t.Context(), data.AbsoluteWords, "en")
	if err != nil || report.Changed != 1 || !reflect.DeepEqual(l.Words, []string{"finest"}) || l.Source != "own" {
		t.Errorf("%+v, %v after %+v; want one word, the source kept", l, err, report)
	}
	if other, err := st.WordLists.Of(t.Context(), data.VagueWords, "vi"); err != nil || len(other.Words) != 1 {
		t.Errorf("a list that the file doesn't name became %+v, %v", other, err)
	}
	if err := st.Journal.Undo(t.Context(), report.Batch); err != nil {
		t.Fatal(err)
	}
	if l, err := st.WordLists.Of(t.Context(), data.AbsoluteWords, "en"); err != nil || len(l.Words) != 3 {
		t.Errorf("undone: %+v, %v", l, err)
	}
}

func TestWrongRulesAreRefusedByRowAndFieldAndChangeNothing(t *testing.T) {
	st := open(t)
	for target, file := range map[sheet.Target]string{
		sheet.Keywords:         "language,word,reviewed\nen,lamp,2026-11-02\nen,bulb,soon\n",
		sheet.Markets:          "code,title_limit\netsy,140\nwish,many\n",
		sheet.WordLists:        "topic,language,word\nabsolute,en,best\nrude,en,damn\n",
		sheet.ElementLists:     "code,element,required\n9405,品名,yes\n9405,用途,perhaps\n",
		sheet.CertificateRules: "kind,market\nCE,EU\nCE,Atlantis\n",
	} {
		path := filepath.Join(t.TempDir(), "a.csv")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := sheet.Open(path, target, sheet.Options{})
		if err != nil {
			t.Fatal(err)
		}
		report, err := intake.Import(t.Context(), st, target, f.Rows(), "", store.ImportOptions{})
		_ = f.Close()
		if err != nil || len(report.Problems) != 1 || report.Problems[0].Row != 3 || report.Problems[0].Field == "" {
			t.Errorf("%s: %v, %v; want one problem in row 3", target, report.Problems, err)
		}
	}
	for target, got := range rules(t, st) {
		if want := rules(t, open(t))[target]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: refused, but there is %+v", target, got)
		}
	}
}
