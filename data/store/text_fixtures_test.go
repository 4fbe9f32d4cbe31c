package store_test

import (
	"bufio"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"tradewind/data"
	"tradewind/data/store"
)

// fixtures returns a folder of files from elsewhere, or skips the test.
func fixtures(t *testing.T, folder string) string {
	t.Helper()
	root := os.Getenv("TRADEWIND_FIXTURES")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "fixtures")
	}
	dir := filepath.Join(root, folder)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no fixtures: %v", err)
	}
	return dir
}

func TestNaughtyTextsAreStoredFoundAndReadBackEqual(t *testing.T) {
	files := must[[]string](t)(filepath.Glob(filepath.Join(fixtures(t, "text"), "*.txt")))
	st := open(t)
	ctx := t.Context()
	var all []data.Product
	err := st.Atomically(ctx, func(in *store.Store) error {
		for _, file := range files {
			f, err := os.Open(file)
			if err != nil {
				return err
			}
			defer f.Close()
			lines := bufio.NewScanner(f)
			lines.Buffer(nil, 1<<20)
			for lines.Scan() {
				text := lines.Text()
				if strings.TrimSpace(text) == "" || !utf8.ValidString(text) {
					continue
				}
				p := product("N-"+strings.Repeat("0", len(all)%7)+"-"+strconv.Itoa(len(all)), text, text)
				p.Description, p.Brand = data.Texts{"en": text}, text
				p.Variants = []data.Variant{{SKU: p.SKU, Attributes: map[string]string{text: text}}}
				saved, err := in.Products.Save(ctx, p)
				if err != nil {
					return err
				}
				all = append(all, saved)
			}
			if err := lines.Err(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		got := must[data.Product](t)(st.Products.Get(ctx, p.ID))
		if !reflect.DeepEqual(p, got) {
			t.Errorf("%q came back as %q", p.Brand, got.Brand)
		}
		found := must[[]data.Product](t)(st.Products.Find(ctx, store.Query{Words: p.Brand + " " + p.SKU, Limit: 5}))
		if len(found) == 0 || found[0].ID != p.ID {
			t.Errorf("%q wasn't found by itself", p.Brand)
		}
	}
	wellKept(t, st)
	t.Logf("%d texts", len(all))
}
