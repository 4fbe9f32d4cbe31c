package command

import (
	"slices"
	"strings"
)

// uiLanguage returns the language of the program's own sentences: --ui-lang, else TRADEWIND_LANG, else the
// environment's locale, else the system's; "zh" for every Chinese one and "en" for all others.
func (s *session) uiLanguage() string {
	wanted := s.call.option("ui-lang")
	for _, name := range []string{"TRADEWIND_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if wanted == "" {
			wanted = s.Getenv(name)
		}
	}
	if wanted == "" && s.Locale != nil {
		wanted = s.Locale()
	}
	if strings.HasPrefix(strings.ToLower(wanted), "zh") {
		return "zh"
	}
	return "en"
}

// speaks reports whether the program itself speaks lang.
func speaks(lang string) bool {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(lang), "_", "-"), "-")
	return base == "en" || base == "zh"
}

// paperLanguages lists the languages a paper can speak, alone or two at once.
var paperLanguages = []string{"en", "zh", "en+zh", "zh+en"}

// languagesOf splits the language of a paper, "en+zh", into its single ones.
func languagesOf(lang string) ([]string, error) {
	if !slices.Contains(paperLanguages, lang) {
		return nil, usage("command.usage.language", "Language", lang, "Languages", strings.Join(paperLanguages, ", "))
	}
	return strings.Split(lang, "+"), nil
}

// languageFor returns the language of a paper: the wanted one, else the order's, else the buyer's where papers speak
// it, else English.
func languageFor(wanted string, follow ...string) string {
	if wanted != "" {
		return wanted
	}
	for _, lang := range follow {
		if lang == "" {
			continue
		}
		if slices.Contains(paperLanguages, lang) {
			return lang
		}
		if short, _, _ := strings.Cut(lang, "-"); slices.Contains(paperLanguages, short) {
			return short
		}
		return "en"
	}
	return "en"
}
