package command

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"

	"tradewind/assets"
	"tradewind/data"
	"tradewind/data/store"
)

const (
	certifiedPercent = 8  // of the articles have certificates, and pictures and texts for buyers
	listedPercent    = 20 // are on a marketplace
	figuresWeeks     = 6
	savedTogether    = 500
	showcasePlaces   = 10
	largeMarket      = "alibaba"
)

// largeRules are which certificates the large company's buyers ask for. What a category asks for is what its articles may have.
var largeRules = []data.CertificateRule{
	{Kind: "CE", Market: "EU", Category: "Electronics"},
	{Kind: "RoHS", Market: "EU", Category: "Electronics"},
	{Kind: "FCC", Market: "US", Category: "Electronics"},
	{Kind: "CE", Market: "EU", Category: "Lighting"},
	{Kind: "RoHS", Market: "EU", Category: "Lighting"},
	{Kind: "LFGB", Market: "DE", Category: "Kitchen"},
	{Kind: "FSC", Market: "EU", Category: "Kitchen"},
	{Kind: "LFGB", Market: "DE", Category: "Drinkware"},
	{Kind: "FDA", Market: "US", Category: "Drinkware"},
	{Kind: "OEKO-TEX", Market: "EU", Category: "Textiles"},
	{Kind: "FSC", Market: "EU", Category: "Packaging"},
	{Kind: "halal", Market: "AE", Category: "Food"},
	{Kind: "HACCP", Market: "EU", Category: "Food"},
	{Kind: "ISO 22716", Market: "EU", Category: "Cosmetics"},
	{Kind: "REACH", Market: "EU"},
}

// What certificates and pictures say.
var (
	issuers     = []string{"TÜV Rheinland", "SGS 通标标准技术服务有限公司", "Intertek 天祥", "中国检验认证集团宁波有限公司", "Bureau Veritas"}
	certNotes   = []string{"", "", "正本在质检部。", "Covers all colours of the series.", "续证资料需提前两个月提交。"}
	warePicture = []string{"bowl.png", "board.png", "bottle.png", "candle.png", "basket.png"}
)

// largeLibrary is what a merchant keeps beside goods and trade: certificates, pictures and texts of some articles, and the
// figures of a marketplace with the showcase that follows from them.
type largeLibrary struct {
	s            *session
	st           *store.Store
	random       *rand.Rand
	today        data.Date
	pictures     []data.Picture
	certificates int
	figures      int
}

// largeLibrary writes it for the articles of the trade, as of the last of its days.
func (s *session) largeLibrary(trade *largeTrade) (*largeLibrary, error) {
	l := &largeLibrary{s: s, st: trade.st, today: data.DateOf(trade.until), random: rand.New(rand.NewPCG(largeSeed, 3))} //nolint:gosec // the same company each time, no secret
	for _, step := range []func([]largeArticle) error{l.rules, l.attach, l.certify, l.list} {
		if err := step(trade.articles); err != nil {
			return nil, fmt.Errorf("large company's library: %w", err)
		}
	}
	return l, nil
}

// rules keeps what buyers ask for.
func (l *largeLibrary) rules([]largeArticle) error {
	for _, r := range largeRules {
		r.Source, r.Date = "客户验厂清单 / buyers' requirements", l.today
		if _, err := l.st.CertificateRules.Save(l.s.ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// attach keeps the pictures.
func (l *largeLibrary) attach([]largeArticle) error {
	for _, name := range warePicture {
		bytes, err := assets.Sample.ReadFile("sample/pictures/" + name)
		if err != nil {
			return err
		}
		hash, err := l.st.Attachments.Put(l.s.ctx, name, bytes)
		if err != nil {
			return err
		}
		l.pictures = append(l.pictures, data.Picture{Hash: hash, Role: data.MainPicture, Name: name, Size: int64(len(bytes))})
	}
	return nil
}

// certify gives certificates, a picture and texts to some articles.
func (l *largeLibrary) certify(articles []largeArticle) error {
	var some []string
	for _, a := range articles {
		if l.random.IntN(100) < certifiedPercent {
			some = append(some, a.sku)
		}
	}
	for part := range slices.Chunk(some, savedTogether) {
		if err := l.st.Atomically(l.s.ctx, func(st *store.Store) error { return l.certifyPart(l.s.ctx, st, part) }); err != nil {
			return err
		}
	}
	return nil
}

func (l *largeLibrary) certifyPart(ctx context.Context, st *store.Store, skus []string) error {
	for _, sku := range skus {
		p, err := st.Products.BySKU(ctx, sku)
		if err != nil {
			return err
		}
		p.Certificates = l.certificatesOf(p.Category)
		l.certificates += len(p.Certificates)
		picture := drawn(l.random, l.pictures)
		picture.Added = l.day(-l.random.IntN(400))
		p.Pictures = []data.Picture{picture}
		p.Listings = []data.Listing{
			{Market: largeMarket, Language: "en", Title: p.Name["en"] + ", OEM from stock", Keywords: []string{p.Category, p.Name["en"]}},
			{Market: "own", Language: "zh", Title: p.Name["zh"] + " 现货", Points: []string{"支持贴牌", "七天发货"}},
		}
		if _, err := st.Products.Save(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// day returns the day so many days from today.
func (l *largeLibrary) day(n int) data.Date { return data.DateOf(l.today.Time().AddDate(0, 0, n)) }

// certificatesOf draws one to three kinds that buyers of a category ask for. Of each that has expired, half were renewed.
func (l *largeLibrary) certificatesOf(category string) (list []data.Certificate) {
	var may []data.CertificateRule
	for _, r := range largeRules {
		if r.Category == category || r.Category == "" {
			may = append(may, r)
		}
	}
	for _, i := range l.random.Perm(len(may))[:min(1+l.random.IntN(3), len(may))] {
		c := data.Certificate{Kind: may[i].Kind, Markets: []string{may[i].Market}, Note: drawn(l.random, certNotes)}
		days := 91 + l.random.IntN(900)
		switch draw := l.random.IntN(100); {
		case draw < 10:
			list = append(list, l.issued(c, 0))
			continue
		case draw < 20:
			days = -1 - l.random.IntN(400)
		case draw < 35:
			days = l.random.IntN(90)
		}
		list = append(list, l.issued(c, days))
		if days < 0 && l.random.IntN(2) == 0 {
			list = append(list, l.issued(c, 400+days))
		}
	}
	return list
}

// issued completes a certificate that ends so many days from today; 0: it doesn't end.
func (l *largeLibrary) issued(c data.Certificate, days int) data.Certificate {
	c.Number, c.Issuer = fmt.Sprintf("%s-%07d", c.Kind, l.random.IntN(10_000_000)), drawn(l.random, issuers)
	c.Issued = l.day(min(days, 0) - 300 - l.random.IntN(700))
	if days != 0 {
		c.Expires = l.day(days)
	}
	return c
}

// listing is an article on the marketplace: how much it is looked at.
type listing struct {
	sku  string
	pull int
}

// list brings the marketplace's figures in, week by week, and rotates its showcase once a week.
func (l *largeLibrary) list(articles []largeArticle) error {
	var listed []listing
	for _, a := range articles {
		if l.random.IntN(100) >= listedPercent {
			continue
		}
		pull := 1 + l.random.IntN(40)
		if l.random.IntN(10) == 0 {
			pull *= 10
		}
		listed = append(listed, listing{a.sku, pull})
	}
	for n := figuresWeeks; n > 0; n-- {
		week := data.WeekOf(l.today).Add(-n)
		report, err := l.st.ListingFigures.Import(l.s.ctx, l.weekOf(listed, week), store.ImportOptions{Source: "alibaba-" + string(week) + ".xlsx"})
		if err == nil {
			err = report.Problems.Err()
		}
		if err == nil {
			err = l.rotate(listed, week.Add(1).Monday(), n)
		}
		if err != nil {
			return err
		}
		l.figures += report.Rows
	}
	return nil
}

// weekOf gives a week's figures: nine of ten articles were looked at.
func (l *largeLibrary) weekOf(listed []listing, week data.Week) iter.Seq2[data.Patch, error] {
	return func(yield func(data.Patch, error) bool) {
		for i, one := range listed {
			if l.random.IntN(10) == 0 {
				continue
			}
			shown := one.pull * (50 + l.random.IntN(100))
			clicks := shown * (10 + l.random.IntN(30)) / 1000
			asked := (clicks*(10+l.random.IntN(50)) + l.random.IntN(1000)) / 1000
			ordered := (asked*l.random.IntN(250) + l.random.IntN(1000)) / 1000
			if !yield(data.Patch{Row: i + 2, Values: map[string]string{
				"sku": one.sku, "market": largeMarket, "week": string(week), "exposures": strconv.Itoa(shown), "clicks": strconv.Itoa(clicks),
				"inquiries": strconv.Itoa(asked), "orders": strconv.Itoa(ordered),
			}}, nil) {
				return
			}
		}
	}
}

// rotate puts other articles into the showcase: three of ten change.
func (l *largeLibrary) rotate(listed []listing, day data.Date, n int) error {
	var whole []string
	for i := range min(showcasePlaces, len(listed)) {
		whole = append(whole, listed[(i+3*n)%len(listed)].sku)
	}
	_, err := l.st.Showcases.Set(l.s.ctx, store.ShowcaseChange{Market: largeMarket, Day: day, Whole: whole})
	return err
}
