package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport lists what each folder may use of this module and of the libraries that tie a package to a technology
// (DESIGN 2). The deepest folder that matches decides. A name ending in "/..." stands for everything below it.
var mayImport = map[string][]string{
	".":                  {"tradewind/app/command", "tradewind/app/launch"},
	"app":                {"tradewind/...", "fyne.io/..."},
	"app/command":        {"tradewind/data", "tradewind/data/...", "tradewind/i18n", "tradewind/assets"},
	"assets":             {},
	"data":               {},
	"data/document":      {"tradewind/data"},
	"data/document/pdf":  {"tradewind/data", "tradewind/data/document", "github.com/jung-kurt/..."},
	"data/document/xlsx": {"tradewind/data", "tradewind/data/document", "github.com/xuri/..."},
	"data/intake":        {"tradewind/data", "tradewind/data/picture", "tradewind/data/sheet", "tradewind/data/store"},
	"data/mail":          {"tradewind/data"},
	"data/picture":       {"tradewind/data"},
	"data/sheet":         {"tradewind/data", "github.com/xuri/..."},
	"data/store":         {"tradewind/data", "database/sql", "database/sql/...", "modernc.org/..."},
	"i18n":               {"github.com/nicksnyder/..."},
	"screens": {
		"tradewind/data", "tradewind/data/store", "tradewind/data/document", "tradewind/data/sheet",
		"tradewind/data/intake", "tradewind/data/mail", "tradewind/data/picture",
		"tradewind/i18n", "tradewind/screens/kit", "fyne.io/...",
	},
	"screens/kit": {"tradewind/data", "tradewind/data/picture", "tradewind/i18n", "fyne.io/..."},
	"scripts":     {"tradewind/...", "fyne.io/..."},
}

// guarded are the imports that mayImport must grant; the rest are free.
var guarded = []string{
	"tradewind/...", "fyne.io/...", "database/sql", "database/sql/...", "modernc.org/...",
	"github.com/jung-kurt/...", "github.com/xuri/...", "github.com/nicksnyder/...",
}

// mayStart are the folders that may start goroutines: whoever else wants work done in the background asks the kit.
var mayStart = []string{"screens/kit", "app/command", "scripts"}

func TestImportsFollowTheArrows(t *testing.T) {
	eachSource(t, func(path string, file *ast.File, _ *token.FileSet) {
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Errorf("%s: %v", path, err)
			}
			if matches(name, guarded) && !matches(name, granted(filepath.Dir(path))) {
				t.Errorf("%s must not import %s", path, name)
			}
		}
	})
}

func TestTheWindowLibraryStaysOutOfTheHeadlessProgram(t *testing.T) {
	eachSource(t, func(path string, file *ast.File, _ *token.FileSet) {
		for _, spec := range file.Imports {
			if spec.Path.Value == `"fyne.io/fyne/v2/app"` && !strings.HasPrefix(filepath.ToSlash(path), "app/") {
				t.Errorf("%s must not import fyne.io/fyne/v2/app, which needs a display and a C compiler", path)
			}
			if spec.Path.Value == `"fyne.io/fyne/v2/app"` && !constrained(file, "!headless") {
				t.Errorf("%s imports fyne.io/fyne/v2/app without //go:build !headless", path)
			}
		}
	})
}

func TestGoroutinesStartInTheKitOnly(t *testing.T) {
	eachSource(t, func(path string, file *ast.File, set *token.FileSet) {
		if slices.Contains(mayStart, filepath.ToSlash(filepath.Dir(path))) {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s starts a goroutine; only %v may", set.Position(n.Pos()), mayStart)
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "fyne" && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
					t.Errorf("%s calls fyne.%s; only screens/kit may", set.Position(n.Pos()), n.Sel.Name)
				}
			}
			return true
		})
	})
}

func TestTheBusinessHasNoClockAndNoFloats(t *testing.T) {
	eachSource(t, func(path string, file *ast.File, set *token.FileSet) {
		if dir := filepath.ToSlash(path); !strings.HasPrefix(dir, "data/") {
			return
		}
		drawing := matches(filepath.ToSlash(filepath.Dir(path)), []string{"data/document/pdf", "data/document/xlsx"})
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && n.Sel.Name == "Now" {
					t.Errorf("%s reads the clock; time is passed in", set.Position(n.Pos()))
				}
			case *ast.Ident:
				if (n.Name == "float64" || n.Name == "float32") && !drawing {
					t.Errorf("%s uses a float; figures of the business are exact", set.Position(n.Pos()))
				}
			}
			return true
		})
	})
}

func constrained(file *ast.File, tag string) bool {
	for _, group := range file.Comments {
		for _, line := range group.List {
			if strings.HasPrefix(line.Text, "//go:build ") && strings.Contains(line.Text, tag) {
				return true
			}
		}
	}
	return false
}

func eachSource(t *testing.T, visit func(path string, file *ast.File, set *token.FileSet)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && path != "." && (strings.HasPrefix(name, ".") || name == "out" || name == "dist" || name == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !constrained(file, "deps") {
			visit(path, file, set)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func granted(dir string) []string {
	for ; dir != "."; dir = filepath.Dir(dir) {
		if list, ok := mayImport[filepath.ToSlash(dir)]; ok {
			return list
		}
	}
	return mayImport["."]
}

func matches(name string, patterns []string) bool {
	for _, p := range patterns {
		if prefix, ok := strings.CutSuffix(p, "..."); name == p || ok && strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
