package i18n

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// text is one message of a catalog: what it says in each plural form, "other" when it has only one.
type text map[string]string

// catalog is what the files of one language say, by key.
type catalog map[string]text

// TestEveryKeyIsInEveryCatalogAndUsed finds the keys in the program and in the catalogs. A literal in the program is
// a key when its first word is an area, that is the name of a catalog: "problem.required", but not "problem.json".
func TestEveryKeyIsInEveryCatalogAndUsed(t *testing.T) {
	spoken := map[string]catalog{}
	for _, l := range languages {
		spoken[l.file] = readCatalogs(t, l.file)
	}
	used := keysInProgram(t, areas(t))
	for lang, words := range spoken {
		for key, where := range used {
			if _, ok := words[key]; !ok {
				t.Errorf("%s lacks %q, used at %s", lang, key, where)
			}
		}
		for key := range words {
			if _, ok := used[key]; !ok {
				t.Errorf("%s has %q, which nothing uses", lang, key)
			}
		}
	}
}

var hole = regexp.MustCompile(`\{\{.*?\}\}`)

func TestEveryTranslationHasTheHolesOfTheEnglish(t *testing.T) {
	english := readCatalogs(t, "en")
	for _, l := range languages {
		for key, forms := range readCatalogs(t, l.file) {
			want := holesOf(english[key]["other"])
			for form, sentence := range forms {
				if got := holesOf(sentence); !slices.Equal(got, want) && form == "other" {
					t.Errorf("%s: %q has the holes %v, English has %v", l.file, key, got, want)
				}
				if strings.TrimSpace(sentence) == "" {
					t.Errorf("%s: %q is empty", l.file, key)
				}
				if strings.Count(sentence, "{{") != strings.Count(sentence, "}}") || strings.Contains(hole.ReplaceAllString(sentence, ""), "{{") {
					t.Errorf("%s: %q has a broken hole: %s", l.file, key, sentence)
				}
			}
			if forms["other"] == "" {
				t.Errorf("%s: %q has no form \"other\"", l.file, key)
			}
			if l.file == "zh-Hans" && len(forms) > 1 {
				t.Errorf("%s: %q has plural forms, Chinese has none", l.file, key)
			}
		}
	}
}

// TestEveryHoleIsAName keeps templates to what translators can read: {{.Name}} and nothing cleverer.
func TestEveryHoleIsAName(t *testing.T) {
	name := regexp.MustCompile(`^\{\{\.[A-Z][A-Za-z]*\}\}$`)
	for _, l := range languages {
		for key, forms := range readCatalogs(t, l.file) {
			for _, h := range holesOf(forms["other"]) {
				if !name.MatchString(h) {
					t.Errorf("%s: %q has the hole %s; want the form {{.Name}}", l.file, key, h)
				}
			}
		}
	}
}

func holesOf(sentence string) []string {
	list := hole.FindAllString(sentence, -1)
	slices.Sort(list)
	return slices.Compact(list)
}

// areas returns the first words of keys, which are the names of the catalogs.
func areas(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.en.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no catalogs: %v", err)
	}
	for i, f := range files {
		files[i], _, _ = strings.Cut(f, ".")
	}
	return files
}

// readCatalogs reads all catalogs of one language. Keys stand sorted, each once, each in the file of its area.
func readCatalogs(t *testing.T, lang string) catalog {
	t.Helper()
	all := catalog{}
	for _, area := range areas(t) {
		name := area + "." + lang + ".json"
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		keys := keysInOrder(t, name, raw)
		if !slices.IsSorted(keys) {
			t.Errorf("%s: the keys aren't sorted", name)
		}
		if len(slices.Compact(slices.Sorted(slices.Values(keys)))) != len(keys) {
			t.Errorf("%s: a key stands twice", name)
		}
		var words map[string]any
		if err := json.Unmarshal(raw, &words); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, value := range words {
			if !strings.HasPrefix(key, area+".") {
				t.Errorf("%s: %q belongs into another file", name, key)
			}
			all[key] = forms(t, name+": "+key, value)
		}
	}
	return all
}

func forms(t *testing.T, where string, value any) text {
	t.Helper()
	switch v := value.(type) {
	case string:
		return text{"other": v}
	case map[string]any:
		all := text{}
		for form, sentence := range v {
			all[form], _ = sentence.(string)
		}
		return all
	default:
		t.Fatalf("%s is neither a text nor plural forms", where)
		return nil
	}
}

// keysInOrder returns the top-level keys of a JSON object as they stand, which unmarshalling into a map would hide.
func keysInOrder(t *testing.T, name string, raw []byte) []string {
	t.Helper()
	var keys []string
	decoder := json.NewDecoder(bytes.NewReader(raw))
	for depth, isKey := 0, true; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return keys
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token {
		case json.Delim('{'):
			depth++
			isKey = true
		case json.Delim('}'):
			depth--
			isKey = true
		default:
			if key, ok := token.(string); ok && depth == 1 && isKey {
				keys = append(keys, key)
			}
			isKey = !isKey
		}
	}
}

// keysInProgram returns every literal of the program that is a key, with the place of one use.
func keysInProgram(t *testing.T, areas []string) map[string]string {
	t.Helper()
	key := regexp.MustCompile(`^(` + strings.Join(areas, "|") + `)(\.[a-z][a-z0-9_]*)+$`)
	file := regexp.MustCompile(`^[a-z]+\.(go|json|pdf|xlsx|csv|sql|png|svg|txt|ttf|db|zip)$`)
	used := map[string]string{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || skipped(path, d) {
			return skip(d, err)
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			if s, err := strconv.Unquote(lit.Value); err == nil && key.MatchString(s) && !file.MatchString(s) {
				used[s] = set.Position(lit.Pos()).String()
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return used
}

// skipped are folders that hold no source of the program.
func skipped(path string, d fs.DirEntry) bool {
	name := filepath.Base(path)
	return d.IsDir() && path != ".." && (strings.HasPrefix(name, ".") || name == "out" || name == "dist" || name == "testdata")
}

func skip(d fs.DirEntry, err error) error {
	if err != nil || !d.IsDir() {
		return err
	}
	return fs.SkipDir
}
