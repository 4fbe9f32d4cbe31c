package store

import (
	"context"
	"database/sql/driver"

	"tradewind/data"
)

// Markets keeps the marketplaces whose limits the merchant changed, or added.
type Markets struct{ at place }

// markets describes their table.
var markets = &kind[data.Market]{
	name: "market", table: "market",
	record:  func(v *data.Market) *data.Record { return &v.Record },
	columns: func(v *data.Market) []column { return []column{{"code", &v.Code}, {"body", marketBody{v}}} },
}

// marketBody keeps a market without what has columns of its own.
type marketBody struct{ at *data.Market }

// Value writes JSON.
func (b marketBody) Value() (driver.Value, error) {
	m := *b.at
	m.Record, m.Code = data.Record{}, ""
	return textJSON{&m}.Value()
}

// Scan reads JSON; the code is put back from its column.
func (b marketBody) Scan(v any) error {
	code := b.at.Code
	err := textJSON{b.at}.Scan(v)
	b.at.Code = code
	return err
}

// All returns the shipped markets with the saved ones in their place, see [data.MarketsWith].
func (s Markets) All(ctx context.Context) (list []data.Market, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = markets.load(ctx, r, `ORDER BY code`)
		return err
	})
	return data.MarketsWith(list), err
}

// ByCode returns the saved market with this code, archived or not, or [data.ErrNotFound]; a shipped one that nobody
// changed isn't saved.
func (s Markets) ByCode(ctx context.Context, code string) (data.Market, error) {
	return markets.get(ctx, s.at, `WHERE code = ?`, code)
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule and [data.ErrConflict] when v
// isn't the newest version.
func (s Markets) Save(ctx context.Context, v data.Market) (data.Market, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = markets.save(ctx, w, v)
		return err
	})
	return v, err
}

// WordLists keeps the lists of words that the merchant changed, or added.
type WordLists struct{ at place }

// wordLists describes their table.
var wordLists = &kind[data.WordList]{
	name: "word_list", table: "word_list",
	record: func(v *data.WordList) *data.Record { return &v.Record },
	columns: func(v *data.WordList) []column {
		return []column{{"topic", &v.Topic}, {"language", &v.Language}, {"words", textJSON{&v.Words}}, {"source", &v.Source}, {"date", &v.Date}}
	},
}

// All returns the shipped lists with the saved ones in their place, see [data.WordListsWith].
func (s WordLists) All(ctx context.Context) (list []data.WordList, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = wordLists.load(ctx, r, `ORDER BY topic, language`)
		return err
	})
	return data.WordListsWith(list), err
}

// Of returns the saved list of a topic and language, archived or not, or [data.ErrNotFound].
func (s WordLists) Of(ctx context.Context, topic data.WordTopic, language string) (data.WordList, error) {
	return wordLists.get(ctx, s.at, `WHERE topic = ? AND language = ?`, string(topic), language)
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule and [data.ErrConflict] when v
// isn't the newest version.
func (s WordLists) Save(ctx context.Context, v data.WordList) (data.WordList, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = wordLists.save(ctx, w, v)
		return err
	})
	return v, err
}

// ListingRules returns what listings are held against: markets and word lists of one moment.
func (s Markets) ListingRules(ctx context.Context) (rules data.ListingRules, err error) {
	if rules.Markets, err = s.All(ctx); err != nil {
		return rules, err
	}
	rules.Lists, err = WordLists(s).All(ctx)
	return rules, err
}

// Keywords keeps the words buyers look for.
type Keywords struct{ at place }

// keywords describes their table.
var keywords = &kind[data.Keyword]{
	name: "keyword", table: "keyword",
	record: func(v *data.Keyword) *data.Record { return &v.Record },
	columns: func(v *data.Keyword) []column {
		return []column{{"language", &v.Language}, {"word", &v.Word}, {"note", &v.Note}, {"reviewed", &v.Reviewed}}
	},
}

// Find returns a page of keywords by language and word; Words must stand in the word or the note, After is "en mug" of
// the last one of the page before.
func (s Keywords) Find(ctx context.Context, q Query) (list []data.Keyword, err error) {
	where, args := `WHERE archived = ?`, []any{q.Archived}
	if q.After != "" {
		where += ` AND language || ' ' || word > ?`
		args = append(args, q.After)
	}
	for _, t := range searchFor(0, q, false).terms {
		where += ` AND instr(folded(language || ' ' || word || ' ' || note), ?) > 0`
		args = append(args, t)
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = keywords.load(ctx, r, where+` ORDER BY language || ' ' || word LIMIT ?`, append(args, q.limit())...)
		return err
	})
	return list, err
}

// Of returns the keyword of a language, archived or not, or [data.ErrNotFound].
func (s Keywords) Of(ctx context.Context, language, word string) (data.Keyword, error) {
	return keywords.get(ctx, s.at, `WHERE language = ? AND word = ?`, language, word)
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule and [data.ErrConflict] when v
// isn't the newest version.
func (s Keywords) Save(ctx context.Context, v data.Keyword) (data.Keyword, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = keywords.save(ctx, w, v)
		return err
	})
	return v, err
}

// Archive takes a keyword out of the library, or brings it back.
func (s Keywords) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return keywords.archive(ctx, w, id, archived) })
}

// Used returns how many live products are found by a word, and the first of them.
func (s Keywords) Used(ctx context.Context, word string, limit int) (n int, first []data.Product, err error) {
	q := Query{Words: word, Limit: limit}
	if n, err = Products(s).Count(ctx, q); err != nil {
		return 0, nil, err
	}
	first, err = Products(s).Find(ctx, q)
	return n, first, err
}

// Suggest returns the most frequent words of the live products' names and titles in a language that aren't keywords yet.
func (s Keywords) Suggest(ctx context.Context, language string, most int) (top []data.WordCount, err error) {
	var counter data.WordCounter
	err = s.at.readAt(ctx, func(r reader) error {
		known, err := keywords.load(ctx, r, `WHERE language = ? AND archived = 0`, language)
		if err != nil {
			return err
		}
		err = eachRow(ctx, r, `SELECT coalesce(names ->> ('$."' || ?1 || '"'), ''), listings FROM product WHERE archived = 0`, []any{language},
			func(scan func(...any) error) error {
				var name string
				var listings []data.Listing
				if err := scan(&name, textJSON{&listings}); err != nil {
					return err
				}
				counter.Add(name)
				for _, l := range listings {
					if l.Language == language {
						counter.Add(l.Title)
					}
				}
				return nil
			})
		top = counter.Top(most, known)
		return err
	})
	return top, err
}
