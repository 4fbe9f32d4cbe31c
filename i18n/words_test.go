package i18n

import "testing"

// spelled is an amount of minor units and what it reads.
type spelled struct {
	currency string
	minor    int64
	decimals int32
	words    string
}

func check(t *testing.T, lang, style string, vectors []spelled) {
	t.Helper()
	for _, v := range vectors {
		if got := InWords(lang, style, v.minor, v.currency, v.decimals); got != v.words {
			t.Errorf("%s style %s, %s %d:\n got %s\nwant %s", lang, style, v.currency, v.minor, got, v.words)
		}
	}
}

func TestPlainEnglishIsTheDefaultStyle(t *testing.T) {
	check(t, "en", "", []spelled{
		{"USD", 1000500, 2, "SAY US DOLLARS TEN THOUSAND FIVE ONLY"},
		{"USD", 100000001, 2, "SAY US DOLLARS ONE MILLION AND CENTS ONE ONLY"},
		{"USD", 10001050, 2, "SAY US DOLLARS ONE HUNDRED THOUSAND TEN AND CENTS FIFTY ONLY"},
		{"USD", 1234567, 2, "SAY US DOLLARS TWELVE THOUSAND THREE HUNDRED FORTY-FIVE AND CENTS SIXTY-SEVEN ONLY"},
		{"USD", 100110, 2, "SAY US DOLLARS ONE THOUSAND ONE AND CENTS TEN ONLY"},
		{"USD", 99999999, 2, "SAY US DOLLARS NINE HUNDRED NINETY-NINE THOUSAND NINE HUNDRED NINETY-NINE AND CENTS NINETY-NINE ONLY"},
		{"USD", 50, 2, "SAY US DOLLARS ZERO AND CENTS FIFTY ONLY"},
		{"USD", 100, 2, "SAY US DOLLARS ONE ONLY"},
		{"JPY", 1250000, 0, "SAY JAPANESE YEN ONE MILLION TWO HUNDRED FIFTY THOUSAND ONLY"},
		{"KWD", 1234567, 3, "SAY KUWAITI DINARS ONE THOUSAND TWO HUNDRED THIRTY-FOUR AND FILS FIVE HUNDRED SIXTY-SEVEN ONLY"},
		{"EUR", 2110121, 2, "SAY EUROS TWENTY-ONE THOUSAND ONE HUNDRED ONE AND CENTS TWENTY-ONE ONLY"},
		{"USD", 100000000000, 2, "SAY US DOLLARS ONE BILLION ONLY"},
	})
}

func TestPlainEnglishHasNoAndInsideTheInteger(t *testing.T) {
	check(t, "en", "A", []spelled{
		{"USD", 1000500, 2, "SAY US DOLLARS TEN THOUSAND FIVE ONLY"},
		{"USD", 100000001, 2, "SAY US DOLLARS ONE MILLION AND CENTS ONE ONLY"},
		{"USD", 10001050, 2, "SAY US DOLLARS ONE HUNDRED THOUSAND TEN AND CENTS FIFTY ONLY"},
		{"USD", 1234567, 2, "SAY US DOLLARS TWELVE THOUSAND THREE HUNDRED FORTY-FIVE AND CENTS SIXTY-SEVEN ONLY"},
		{"USD", 100110, 2, "SAY US DOLLARS ONE THOUSAND ONE AND CENTS TEN ONLY"},
		{"USD", 99999999, 2, "SAY US DOLLARS NINE HUNDRED NINETY-NINE THOUSAND NINE HUNDRED NINETY-NINE AND CENTS NINETY-NINE ONLY"},
		{"USD", 50, 2, "SAY US DOLLARS ZERO AND CENTS FIFTY ONLY"},
		{"USD", 100, 2, "SAY US DOLLARS ONE ONLY"},
		{"JPY", 1250000, 0, "SAY JAPANESE YEN ONE MILLION TWO HUNDRED FIFTY THOUSAND ONLY"},
		{"KWD", 1234567, 3, "SAY KUWAITI DINARS ONE THOUSAND TWO HUNDRED THIRTY-FOUR AND FILS FIVE HUNDRED SIXTY-SEVEN ONLY"},
		{"EUR", 2110121, 2, "SAY EUROS TWENTY-ONE THOUSAND ONE HUNDRED ONE AND CENTS TWENTY-ONE ONLY"},
		{"USD", 100000000000, 2, "SAY US DOLLARS ONE BILLION ONLY"},
	})
}

func TestBritishEnglishSaysAndBeforeTheLastGroup(t *testing.T) {
	check(t, "en", "B", []spelled{
		{"USD", 1000500, 2, "SAY US DOLLARS TEN THOUSAND AND FIVE ONLY"},
		{"USD", 100000001, 2, "SAY US DOLLARS ONE MILLION AND CENTS ONE ONLY"},
		{"USD", 10001050, 2, "SAY US DOLLARS ONE HUNDRED THOUSAND AND TEN AND CENTS FIFTY ONLY"},
		{"USD", 1234567, 2, "SAY US DOLLARS TWELVE THOUSAND THREE HUNDRED AND FORTY-FIVE AND CENTS SIXTY-SEVEN ONLY"},
		{"USD", 100110, 2, "SAY US DOLLARS ONE THOUSAND AND ONE AND CENTS TEN ONLY"},
		{"USD", 99999999, 2, "SAY US DOLLARS NINE HUNDRED AND NINETY-NINE THOUSAND NINE HUNDRED AND NINETY-NINE AND CENTS NINETY-NINE ONLY"},
		{"USD", 50, 2, "SAY US DOLLARS ZERO AND CENTS FIFTY ONLY"},
		{"USD", 100, 2, "SAY US DOLLARS ONE ONLY"},
		{"JPY", 1250000, 0, "SAY JAPANESE YEN ONE MILLION TWO HUNDRED AND FIFTY THOUSAND ONLY"},
		{"KWD", 1234567, 3, "SAY KUWAITI DINARS ONE THOUSAND TWO HUNDRED AND THIRTY-FOUR AND FILS FIVE HUNDRED AND SIXTY-SEVEN ONLY"},
		{"EUR", 2110121, 2, "SAY EUROS TWENTY-ONE THOUSAND ONE HUNDRED AND ONE AND CENTS TWENTY-ONE ONLY"},
		{"USD", 100000000000, 2, "SAY US DOLLARS ONE BILLION ONLY"},
	})
}

func TestFractionStyleWritesTheMinorUnitAsAFraction(t *testing.T) {
	check(t, "en", "C", []spelled{
		{"USD", 1000500, 2, "SAY US DOLLARS TEN THOUSAND FIVE ONLY"},
		{"USD", 100000001, 2, "SAY US DOLLARS ONE MILLION AND 01/100 ONLY"},
		{"USD", 10001050, 2, "SAY US DOLLARS ONE HUNDRED THOUSAND TEN AND 50/100 ONLY"},
		{"USD", 1234567, 2, "SAY US DOLLARS TWELVE THOUSAND THREE HUNDRED FORTY-FIVE AND 67/100 ONLY"},
		{"USD", 100110, 2, "SAY US DOLLARS ONE THOUSAND ONE AND 10/100 ONLY"},
		{"USD", 99999999, 2, "SAY US DOLLARS NINE HUNDRED NINETY-NINE THOUSAND NINE HUNDRED NINETY-NINE AND 99/100 ONLY"},
		{"USD", 50, 2, "SAY US DOLLARS ZERO AND 50/100 ONLY"},
		{"USD", 100, 2, "SAY US DOLLARS ONE ONLY"},
		{"JPY", 1250000, 0, "SAY JAPANESE YEN ONE MILLION TWO HUNDRED FIFTY THOUSAND ONLY"},
		{"KWD", 1234567, 3, "SAY KUWAITI DINARS ONE THOUSAND TWO HUNDRED THIRTY-FOUR AND 567/1000 ONLY"},
		{"EUR", 2110121, 2, "SAY EUROS TWENTY-ONE THOUSAND ONE HUNDRED ONE AND 21/100 ONLY"},
		{"USD", 100000000000, 2, "SAY US DOLLARS ONE BILLION ONLY"},
	})
}

func TestChineseFollowsTheBankRules(t *testing.T) {
	check(t, "zh", "", []spelled{
		{"USD", 1000500, 2, "美元壹万零伍元整"},
		{"USD", 100000001, 2, "美元壹佰万元零壹分"},
		{"USD", 10001050, 2, "美元壹拾万零壹拾元零伍角整"},
		{"CNY", 140950, 2, "人民币壹仟肆佰零玖元伍角整"},
		{"CNY", 600714, 2, "人民币陆仟零柒元壹角肆分"},
		{"CNY", 168032, 2, "人民币壹仟陆佰捌拾元零叁角贰分"},
		{"CNY", 10700053, 2, "人民币壹拾万柒仟元零伍角叁分"},
		{"CNY", 1640902, 2, "人民币壹万陆仟肆佰零玖元零贰分"},
		{"CNY", 32504, 2, "人民币叁佰贰拾伍元零肆分"},
		{"USD", 1234567, 2, "美元壹万贰仟叁佰肆拾伍元陆角柒分"},
		{"CNY", 5, 2, "人民币伍分"},
		{"CNY", 50, 2, "人民币伍角整"},
		{"CNY", 1000, 2, "人民币壹拾元整"},
		{"CNY", 100050000, 2, "人民币壹佰万零伍佰元整"},
		{"CNY", 100500000, 2, "人民币壹佰万伍仟元整"},
		{"CNY", 10000000500, 2, "人民币壹亿零伍元整"},
		{"CNY", 10005000000, 2, "人民币壹亿零伍万元整"},
		{"JPY", 1250000, 0, "日元壹佰贰拾伍万元整"},
		{"EUR", 2030010, 2, "欧元贰万零叁佰元零壹角整"},
	})
}

func TestUnitsBesidesYuanKeepTheirNames(t *testing.T) {
	check(t, "zh-CN", "", []spelled{
		{"GBP", 1234, 2, "英镑壹拾贰镑叁拾肆便士"},
		{"GBP", 1204, 2, "英镑壹拾贰镑零肆便士"},
		{"GBP", 50, 2, "英镑伍拾便士"},
		{"KWD", 1234567, 3, "科威特第纳尔壹仟贰佰叁拾肆第纳尔伍佰陆拾柒费尔"},
		{"KWD", 5067, 3, "科威特第纳尔伍第纳尔零陆拾柒费尔"},
		{"VND", 15000000, 0, "越南盾壹仟伍佰万盾整"},
	})
}

func TestACurrencyWithoutANameIsWrittenAsItsCode(t *testing.T) {
	check(t, "en", "A", []spelled{
		{"XYZ", 1250, 2, "SAY XYZ TWELVE AND 50/100 ONLY"},
		{"XYZ", 1200, 2, "SAY XYZ TWELVE ONLY"},
		{"CLF", 10005, 4, "SAY CLF ONE AND 0005/10000 ONLY"},
	})
	check(t, "zh", "", []spelled{{"XYZ", 1250, 2, "XYZ壹拾贰元伍角整"}, {"CLF", 10005, 4, "CLF壹元零伍毫"}})
}

func TestNoAmountIsTooSmallOrTooLarge(t *testing.T) {
	check(t, "en", "A", []spelled{
		{"USD", 0, 2, "SAY US DOLLARS ZERO ONLY"},
		{"USD", -1050, 2, "SAY US DOLLARS MINUS TEN AND CENTS FIFTY ONLY"},
		{"JPY", 1<<63 - 1, 0, "SAY JAPANESE YEN NINE QUINTILLION TWO HUNDRED TWENTY-THREE QUADRILLION THREE HUNDRED SEVENTY-TWO TRILLION " +
			"THIRTY-SIX BILLION EIGHT HUNDRED FIFTY-FOUR MILLION SEVEN HUNDRED SEVENTY-FIVE THOUSAND EIGHT HUNDRED SEVEN ONLY"},
		{"JPY", -1 << 63, 0, "SAY JAPANESE YEN MINUS NINE QUINTILLION TWO HUNDRED TWENTY-THREE QUADRILLION THREE HUNDRED SEVENTY-TWO TRILLION " +
			"THIRTY-SIX BILLION EIGHT HUNDRED FIFTY-FOUR MILLION SEVEN HUNDRED SEVENTY-FIVE THOUSAND EIGHT HUNDRED EIGHT ONLY"},
	})
	check(t, "zh", "", []spelled{
		{"USD", 0, 2, "美元零元整"},
		{"USD", -1050, 2, "美元负壹拾元零伍角整"},
		{"JPY", 1000000000000, 0, "日元壹万亿元整"},
		{"JPY", 1000000000005, 0, "日元壹万亿零伍元整"},
		{"JPY", 10000000000000000, 0, "日元壹亿亿元整"},
	})
}

func TestCountsAreSpelledInBothLanguages(t *testing.T) {
	for n, want := range map[int64][2]string{
		0:     {"ZERO", "零"},
		10:    {"TEN", "壹拾"},
		100:   {"ONE HUNDRED", "壹佰"},
		1042:  {"ONE THOUSAND FORTY-TWO", "壹仟零肆拾贰"},
		-3:    {"MINUS THREE", "负叁"},
		10005: {"TEN THOUSAND FIVE", "壹万零伍"},
	} {
		if en, zh := Count("en", n), Count("zh", n); en != want[0] || zh != want[1] {
			t.Errorf("%d: got %s and %s, want %v", n, en, zh, want)
		}
	}
}

func TestEveryNamedCurrencyIsWhole(t *testing.T) {
	if len(currencyNames) < 40 {
		t.Errorf("only %d currencies have names", len(currencyNames))
	}
	for code, n := range currencyNames {
		if n.english == "" || n.chinese == "" || n.unit == "" || (n.englishMinor == "" && n.chineseMinor != "") {
			t.Errorf("%s: a name is missing: %+v", code, n)
		}
	}
}
