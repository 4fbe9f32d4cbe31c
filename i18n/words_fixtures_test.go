package i18n

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestIntegersReadAsICUSpellsThem compares with ICU's number spelling. Where the bank rules of STANDARDS 7 differ from
// ICU, they win: 壹 before 拾, 零 where a group is below a thousand, 万亿 for 兆.
func TestIntegersReadAsICUSpellsThem(t *testing.T) {
	var spelled struct {
		Cases []struct {
			N       int64  `json:"n"`
			English string `json:"en"`
			British string `json:"en_with_and"`
			Chinese string `json:"zh_financial"`
		} `json:"cases"`
	}
	fixture(t, "words/icu_rbnf.json", &spelled)
	if len(spelled.Cases) == 0 {
		t.Fatal("the fixture has no cases")
	}
	ours := strings.NewReplacer("壹兆", "壹万亿", "壹亿叁拾伍万", "壹亿零叁拾伍万")
	for _, c := range spelled.Cases {
		if c.N < 0 {
			continue
		}
		n := uint64(c.N)
		if got, want := englishInteger(n, false), strings.ToUpper(c.English); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
		if got, want := englishInteger(n, true), strings.ToUpper(strings.ReplaceAll(c.British, ",", "")); got != want {
			t.Errorf("%d British: got %s, want %s", n, got, want)
		}
		want := ours.Replace(c.Chinese)
		if strings.HasPrefix(want, "拾") {
			want = "壹" + want
		}
		if got := chineseInteger(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func fixture(t *testing.T, name string, into any) {
	t.Helper()
	dir := os.Getenv("TRADEWIND_FIXTURES")
	if dir == "" {
		dir = "../../shared/fixtures" // from this package's folder
	}
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Skipf("no fixtures: %v", err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}
