package data

import (
	"slices"
	"strings"
)

// Keyword puts what p says into k. A column that isn't there changes nothing; an empty cell empties the field, here and
// below: such files are lists that people keep whole.
func (p Patch) Keyword(k Keyword) (Keyword, Problems) {
	r := patchReader{patch: p, empties: true}
	r.text("language", &k.Language)
	r.text("word", &k.Word)
	r.text("note", &k.Note)
	parsed(&r, "reviewed", ParseDate, &k.Reviewed)
	r.required("language", p.Values["language"])
	r.required("word", p.Values["word"])
	return k, r.problems
}

// Market puts what p says into m. A limit of 0, or an empty one, is none.
func (p Patch) Market(m Market) (Market, Problems) {
	r := patchReader{patch: p, empties: true}
	r.text("code", &m.Code)
	r.textIn("name_en", "en", &m.Name)
	r.textIn("name_zh", "zh", &m.Name)
	for _, limit := range m.Limits() {
		parsed(&r, limit.Field, ParseCount, limit.At)
	}
	r.text("banned_in_titles", &m.BannedInTitles)
	if v, ok := r.value("languages"); ok {
		m.Languages = nil
		for language := range strings.FieldsFuncSeq(v, func(c rune) bool { return strings.ContainsRune(" ,;/、，；|", c) }) {
			m.Languages = append(m.Languages, language)
		}
	}
	r.text("source", &m.Source)
	parsed(&r, "date", ParseDate, &m.Date)
	r.yes("unsure", &m.Unsure)
	r.text("showcase_by", &m.Showcase.By)
	r.text("showcase_source", &m.Showcase.Source)
	parsed(&r, "showcase_date", ParseDate, &m.Showcase.Date)
	r.yes("showcase_unsure", &m.Showcase.Unsure)
	r.required("code", p.Values["code"])
	return m, r.problems
}

// MarketLimit is a figure of a market by the name of its field.
type MarketLimit struct {
	Field string
	At    *int64
}

// Limits are the figures of m, those of its showcase too.
func (m *Market) Limits() []MarketLimit {
	return []MarketLimit{
		{"title_limit", &m.TitleLimit},
		{"title_shown", &m.TitleShown},
		{"points", &m.Points},
		{"point_limit", &m.PointLimit},
		{"text_limit", &m.TextLimit},
		{"keywords", &m.Keywords},
		{"keyword_bytes", &m.KeywordBytes},
		{"pictures", &m.Pictures},
		{"picture_edge", &m.PictureEdge},
		{"picture_bytes", &m.PictureBytes},
		{"word_times", &m.WordTwice},
		{"showcase_places", &m.Showcase.Places},
		{"showcase_days", &m.Showcase.Days},
		{"showcase_weeks", &m.Showcase.Weeks},
		{"showcase_min_inquiries", &m.Showcase.MinInquiries},
		{"showcase_min_views", &m.Showcase.MinViews},
	}
}

// WordList adds the word that p says to l, unless it stands there.
func (p Patch) WordList(l WordList) (WordList, Problems) {
	r := patchReader{patch: p, empties: true}
	named(&r, "topic", &l.Topic)
	r.text("language", &l.Language)
	r.text("source", &l.Source)
	parsed(&r, "date", ParseDate, &l.Date)
	if word, _ := r.value("word"); word != "" && !slices.Contains(l.Words, word) {
		l.Words = append(slices.Clip(l.Words), word)
	}
	for _, field := range []string{"topic", "language", "word"} {
		r.required(field, p.Values[field])
	}
	return l, r.problems
}

// ElementList adds the declaration element that p says to l.
func (p Patch) ElementList(l ElementList) (ElementList, Problems) {
	r := patchReader{patch: p, empties: true}
	var e ElementName
	r.text("code", &l.Code)
	r.text("element", &e.Chinese)
	r.text("element_en", &e.English)
	r.yes("required", &e.Required)
	r.text("source", &l.Source)
	parsed(&r, "date", ParseDate, &l.Date)
	r.required("code", p.Values["code"])
	r.required("element", e.Chinese)
	l.Elements = append(slices.Clip(l.Elements), e)
	return l, r.problems
}

// CertificateRule puts what p says into n. The market is read by [ParseMarket].
func (p Patch) CertificateRule(n CertificateRule) (CertificateRule, Problems) {
	r := patchReader{patch: p, empties: true}
	r.text("kind", &n.Kind)
	if v, ok := r.value("market"); ok && v != "" {
		market, known := ParseMarket(v)
		if n.Market = string(market); !known {
			r.add("market", "problem.unknown_country", map[string]any{"Value": v})
		}
	}
	r.text("category", &n.Category)
	r.text("source", &n.Source)
	parsed(&r, "date", ParseDate, &n.Date)
	r.text("note", &n.Note)
	r.required("kind", p.Values["kind"])
	r.required("market", p.Values["market"])
	return n, r.problems
}

// yes puts the row's "yes" or "no" for field into into.
func (r *patchReader) yes(field string, into *bool) {
	switch v, ok := r.value(field); {
	case !ok:
	case v == "yes" || v == "no" || v == "":
		*into = v == "yes"
	default:
		r.add(field, "problem.not_a_boolean", map[string]any{"Value": v})
	}
}
