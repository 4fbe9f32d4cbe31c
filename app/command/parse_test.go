package command_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/app/command"
)

func TestWrongUsageIsExitTwoWithASentence(t *testing.T) {
	b := newBench(t)
	for words, args := range map[string]string{
		"not a command":                   "invoice",
		"Did you mean import?":            "imprt products x.csv",
		"not an option":                   "list products --colour red",
		"Did you mean --search?":          "list products --serch mug",
		"does not take --issue":           "list products --issue",
		"--db needs a value":              "list products --db",
		"--db needs a value after it":     "list products --db=",
		"takes no value":                  "list products --json=maybe",
		"one word too many":               "list products mugs",
		"not one of products":             "import customers x.csv",
		"NUMBER is missing":               "show order",
		"--out is missing":                "document quotation SO-1",
		"--input is missing":              "price",
		"not a kind of document":          "document receipt SO-1 --out .",
		"does not make carton-labels yet": "document carton-labels SO-1 --out .",
		"not make carton-labels yet":      "documents --kind carton-labels --out .",
		"Papers do not speak es":          "document quotation SO-1 --out . --lang es",
		"speak en+ru":                     "document quotation SO-1 --out . --lang en+ru",
		"not a format of documents":       "document quotation SO-1 --out . --format docx",
		"needs a day such as":             "documents --kind quotation --out . --from yesterday",
		"whole number":                    "list products --limit none",
		"must end in .xlsx or .csv":       "export products goods.pdf",
		"--lines belongs to":              "import products a.csv --lines b.csv",
		"speaks en and zh":                "list products --ui-lang fr",
		"check --to COUNTRY":              "check SO-1 --to US",
		"has no window":                   "",
	} {
		b.refused(command.WrongUsage, words, strings.Fields(args)...)
	}
}

func TestOptionsStandAnywhere(t *testing.T) {
	b := newBench(t)
	input := b.file("price.json", `{"purchase_price":"85","fx":"7.10"}`)
	db := b.folder + "/a.db"
	for _, args := range [][]string{
		{"--json", "--db", db, "price", "--input", input},
		{"price", "--input", input, "--db", db, "--json"},
		{"price", "--db=" + db, "--json", "--input=" + input},
		{"--input", input, "--json", "price", "--quiet"},
		{"--json", "price", "--input", input, "--"},
	} {
		if a := b.done(args...); !strings.HasPrefix(a.out, "{") {
			t.Errorf("tradewind %v: %q; want JSON", args, a.out)
		}
	}
}

func TestAWordAfterTwoDashesIsNoOption(t *testing.T) {
	b := newBench(t)
	b.refused(command.WrongInput, "--odd.csv: There is no such file", "import", "products", "--", "--odd.csv")
}

func TestHelpSpeaksTheUsersLanguage(t *testing.T) {
	b := newBench(t)
	if a := b.done("--help"); !strings.Contains(a.out, "Exit codes: 0 done") {
		t.Errorf("English help: %s", a.out)
	}
	for name, value := range map[string]string{"TRADEWIND_LANG": "zh", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh-Hans"} {
		b := newBench(t)
		delete(b.env, "TRADEWIND_LANG")
		b.env[name] = value
		if a := b.done("help", "import"); !strings.Contains(a.out, "从 CSV 或 Excel 文件导入记录") {
			t.Errorf("help with %s=%s: %s", name, value, a.out)
		}
	}
	b.refused(command.WrongUsage, "信风没有 foo 这个命令", "foo", "--ui-lang", "zh")
}

func TestEveryCommandHasHelp(t *testing.T) {
	b := newBench(t)
	for line := range strings.Lines(b.done("--help").out) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if !strings.HasPrefix(line, "  ") || strings.HasPrefix(name, "-") || name == "tradewind" {
			continue
		}
		if a := b.done(name, "--help"); !strings.Contains(a.out, "tradewind "+name) {
			t.Errorf("help of %s: %s", name, a.out)
		}
	}
}

func TestErrorsWithJSONAreJSONToo(t *testing.T) {
	b := newBench(t)
	a := b.refused(command.WrongUsage, "not an option", "list", "--colour", "products", "--json")
	got := decoded[struct {
		Problems []struct{ Key, Sentence string }
	}](b, a)
	if len(got.Problems) != 1 || got.Problems[0].Key != "command.usage.option" {
		t.Errorf("problems: %+v", got)
	}
}

func TestAPanicIsOneSentenceAndALogFile(t *testing.T) {
	b := newBench(t)
	var out, errs bytes.Buffer
	code := command.Desk{
		In:  nil, // a defect of the caller: reading it panics
		Out: &out, Err: &errs, Getenv: func(n string) string { return b.env[n] }, Now: time.Now,
	}.Run(t.Context(), []string{"price", "--input", "-", "--json"})
	log := filepath.Join(b.folder, "share", "tradewind", "tradewind-crash.log")
	if code != command.WrongInput || out.Len() > 0 || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), log) {
		t.Errorf("exit %d, stdout %q, stderr %q; want one sentence that names %s", code, out.String(), errs.String(), log)
	}
	if !strings.Contains(b.read(log), "goroutine") {
		t.Errorf("the log has no stack: %q", b.read(log))
	}
}
