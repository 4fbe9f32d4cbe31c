package folder

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/mail"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// letter is the open form of a mail.
type letter struct {
	desk     *Desk
	form     *kit.Form
	delay    *kit.Form // what is said of a delay
	purpose  *kit.Picker[data.MailPurpose]
	language *kit.Picker[string]
	about    *kit.Picker[string]
	papers   *kit.Checks[data.Kind]
	excel    *kit.Checks[bool]
	facts    *kit.Paragraph // what goes along, and what is missing
	loader   *kit.Loader[mail.Composed]
	q        *kit.Question
}

// mailKinds are the papers that can go along.
var mailKinds = []data.Kind{data.Quotation, data.Proforma, data.Contract, data.Confirmation, data.CommercialInvoice, data.PackingList}

// purposeWords are the keys of what mails are about.
var purposeWords = map[data.MailPurpose]string{
	data.MailQuotation: "mail.purpose.quotation", data.MailProforma: "mail.purpose.proforma", data.MailConfirmation: "mail.purpose.confirmation",
	data.MailPayment: "mail.purpose.payment", data.MailShipment: "mail.purpose.shipment", data.MailDelay: "mail.purpose.delay", data.MailLetter: "mail.purpose.letter",
}

func (d *Desk) purposes() []kit.Option[data.MailPurpose] {
	var options []kit.Option[data.MailPurpose]
	for _, p := range data.MailPurposes() {
		options = append(options, kit.Option[data.MailPurpose]{Value: p, Name: d.host.T(purposeWords[p])})
	}
	return options
}

// languages are those that mails are shipped in, by their own names.
func languages() []kit.Option[string] {
	var options []kit.Option[string]
	for i, name := range []string{"English", "中文", "Español", "Français", "Português", "Русский", "العربية", "Deutsch"} {
		code := data.MailLanguages()[i]
		options = append(options, kit.Option[string]{Value: code, Code: code, Name: name})
	}
	return options
}

// usual is what the next mail about the order is likely to be.
func (d *Desk) usual() data.MailPurpose {
	posted := slices.ContainsFunc(d.facts.shipments, func(s data.Shipment) bool { return s.Posted })
	confirmed := slices.ContainsFunc(d.facts.issued, func(i data.Issued) bool { return i.Kind == data.Confirmation && i.Voided == "" })
	proforma := slices.ContainsFunc(d.facts.issued, func(i data.Issued) bool { return i.Kind == data.Proforma && i.Voided == "" })
	switch {
	case posted:
		return data.MailShipment
	case d.order.Status == data.Draft:
		return data.MailQuotation
	case confirmed || !proforma:
		return data.MailConfirmation
	}
	return data.MailProforma
}

// askMail opens the form of a mail, filled as the next mail is likely to be.
func (d *Desk) askMail() { d.askMailOf(d.usual(), nil) }

// askMailOf opens the form of a mail of a purpose; said is what is known of a delay.
func (d *Desk) askMailOf(p data.MailPurpose, said map[string]string) {
	if d.order.ID == 0 {
		return
	}
	t := d.host.T
	l := &letter{desk: d, form: kit.NewPart(d.host), loader: kit.NewLoader[mail.Composed](d.host), facts: kit.NewHint("")}
	l.purpose, l.language, l.about = kit.NewPicker(d.host, d.purposes()), kit.NewPicker(d.host, languages()), kit.NewPicker(d.host, d.numbers())
	words := make([]string, len(mailKinds))
	for i, k := range mailKinds {
		words[i] = kit.PaperWord(d.host, k)
	}
	l.papers, l.excel = kit.NewChecks(mailKinds, words), kit.NewChecks([]bool{true}, []string{t("mail.excel")})
	l.form.Add(
		kit.Field{ID: "purpose", Label: "mail.purpose", Span: kit.Third, Control: l.purpose},
		kit.Field{ID: "about", Label: "mail.about", Span: kit.Third, Control: l.about},
		kit.Field{ID: "language", Label: "mail.language", Span: kit.Third, Control: l.language},
		kit.Field{ID: "to", Label: "mail.to", Span: kit.Whole, Hint: "mail.to.hint"},
	)
	l.delay = kit.NewPart(d.host)
	for _, id := range delayFacts {
		l.delay.Add(kit.Field{ID: id, Label: delayWords[id], Span: kit.Third})
		l.delay.Entry(id).OnSubmitted = func(string) { l.again(true) }
	}
	l.form.AddObject(kit.Whole, l.delay.Content)
	l.form.Add(
		kit.Field{ID: "subject", Label: "mail.subject", Span: kit.Whole},
		kit.Field{ID: "body", Label: "mail.body", Span: kit.Whole, Lines: 8},
		kit.Field{ID: "attach", Label: "mail.attach", Span: kit.Whole, Control: kit.Pile(kit.Tight, l.papers.Content, l.excel.Content)},
	)
	l.form.AddObject(kit.Whole, l.facts)
	for id, text := range said {
		l.delay.Set(id, text)
	}
	kit.SetIn(l.purpose, d.purposes(), p)
	kit.SetIn(l.about, d.numbers(), l.goods())
	l.papers.Set(p.Papers())
	l.purpose.OnChanged = func() {
		l.papers.Set(l.purpose.Value().Papers())
		kit.SetIn(l.about, d.numbers(), l.goods())
		l.delayed()
		l.again(true)
	}
	l.language.OnChanged, l.about.OnChanged = func() { l.again(true) }, func() { l.again(true) }
	l.papers.OnChanged, l.excel.OnChanged = func() { l.again(false) }, func() { l.again(false) }
	l.delayed()
	l.q = d.host.AskWith(t("mail.title", "No", d.order.No), kit.Wide(720, kit.Tall(480, kit.Scroll(kit.Pad(kit.Tight, kit.Medium, l.form.Content)))),
		kit.Choice{Word: t("mail.save"), Ready: func() bool { l.finish(l.save); return false }},
		kit.Choice{Word: t("mail.open"), Main: true, Ready: func() bool { l.finish(l.open); return false }},
		kit.Choice{Word: t("screen.cancel")})
	d.writing = l
	d.host.Focus(l.purpose)
	l.again(true)
}

// numbers are those a mail can be about: the order and its shipments.
func (d *Desk) numbers() []kit.Option[string] {
	options := []kit.Option[string]{{Value: d.order.No, Name: d.order.No}}
	for _, s := range d.facts.shipments {
		options = append(options, kit.Option[string]{Value: s.No, Name: s.No})
	}
	return options
}

// goods is what a mail of the purpose chosen is usually about: shipped goods are those of the shipment that left last.
func (l *letter) goods() string {
	if l.purpose.Value() == data.MailShipment {
		for _, s := range slices.Backward(l.desk.facts.shipments) {
			if s.Posted {
				return s.No
			}
		}
	}
	return l.desk.order.No
}

// delayFacts are what only the merchant knows of a delay.
var delayFacts = []string{"reason", "new_date", "alternative"}

// delayWords are the keys of what they are called.
var delayWords = map[string]string{"reason": "mail.reason", "new_date": "mail.new_date", "alternative": "mail.alternative"}

// delayed offers the fields of a delay while the mail is about one.
func (l *letter) delayed() {
	if l.purpose.Value() == data.MailDelay {
		l.delay.Content.Show()
	} else {
		l.delay.Content.Hide()
	}
	l.form.Relayout()
}

// question is what the form asks for.
func (l *letter) question() mail.Question {
	q := mail.Question{
		Purpose: l.purpose.Value(), Number: l.about.Value(), Language: l.language.Value(), To: l.form.Text("to"), Papers: []mail.Paper{}, Now: l.desk.host.Now(),
		Said: map[string]string{},
	}
	for _, id := range delayFacts {
		q.Said[id] = l.delay.Text(id)
	}
	for _, k := range l.papers.Chosen() {
		q.Papers = append(q.Papers, mail.Paper{Kind: k, Format: "pdf"})
		if len(l.excel.Chosen()) > 0 {
			q.Papers = append(q.Papers, mail.Paper{Kind: k, Format: "xlsx"})
		}
	}
	return q
}

// again composes the mail anew. With fresh the texts are the template's again; without, what was typed stays.
func (l *letter) again(fresh bool) {
	q := l.question()
	if !fresh {
		q.Subject, q.Body = l.form.Text("subject"), l.form.Entry("body").Text
	}
	l.loader.Load(func(ctx context.Context) (mail.Composed, error) { return l.desk.program.Compose(ctx, q) }, func(c mail.Composed, err error) {
		if err != nil {
			l.complain(err)
			return
		}
		l.show(c, fresh)
	})
}

// show puts what was composed into the form.
func (l *letter) show(c mail.Composed, fresh bool) {
	kit.SetIn(l.language, languages(), c.Language)
	if fresh {
		l.form.Set("subject", c.Subject)
		l.form.Set("body", c.Body)
	}
	if l.form.Text("to") == "" {
		to := make([]string, len(c.To))
		for i, a := range c.To {
			to[i] = a.Address
			if a.Name != "" {
				to[i] = a.Name + " <" + a.Address + ">"
			}
		}
		l.form.Set("to", strings.Join(to, ", "))
	}
	t := l.desk.host.T
	var said []string
	for _, f := range c.Files {
		said = append(said, t("mail.file", "Name", f.Name, "Size", bytesSaid(int64(len(f.Content)))))
	}
	if len(c.Unissued) > 0 {
		said = append(said, t("mail.drafts"))
	}
	if len(c.Missing) > 0 {
		said = append(said, t("mail.missing", "Facts", strings.Join(c.Missing, ", ")))
	}
	l.facts.SetText(strings.Join(said, "\n"))
	l.form.Relayout()
}

// finish composes the mail with all that was typed, writes it and hands it to what is to be done with it.
func (l *letter) finish(then func(raw []byte)) {
	q := l.question()
	q.Subject, q.Body = strings.TrimSpace(l.form.Text("subject")), l.form.Entry("body").Text
	kit.Run(l.desk.host, nil, func(ctx context.Context) ([]byte, error) {
		c, err := l.desk.program.Compose(ctx, q)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = mail.Write(&b, c.Draft)
		return b.Bytes(), err
	}, func(raw []byte, err error) {
		if err != nil {
			l.complain(err)
			return
		}
		then(raw)
	})
}

// file is how the mail lies in the folder.
func (l *letter) file() data.OrderFile {
	name := document.MailFileName(l.purpose.Value(), l.about.Value())
	return data.OrderFile{Name: name, Kind: data.FileMail, Direction: data.FileSent, Note: l.form.Text("subject")}
}

// open shows the mail in the mail program, which sends it, and keeps it in the folder.
func (l *letter) open(raw []byte) {
	d, file := l.desk, l.file()
	about, told := l.about.Value(), l.told()
	l.q.Close()
	kit.Run(d.host, d.write, func(ctx context.Context) (string, error) {
		if err := d.program.Open(file.Name, raw); err != nil {
			return "", err
		}
		return d.keep(ctx, about, file, raw, told)
	}, func(batch string, err error) { d.done(batch, d.host.T("mail.opened", "Name", file.Name), err) })
}

// save writes the mail to a path the merchant chooses, and keeps it in the folder.
func (l *letter) save(raw []byte) {
	d, file := l.desk, l.file()
	about, told := l.about.Value(), l.told()
	l.q.Close()
	d.host.SaveFile(file.Name, func(path string) { d.saveMail(about, file, raw, path, told) })
}

// told is the day until which the buyer knows of a delay by this mail: the one that was typed, else today; "" for a mail about something else.
func (l *letter) told() data.Date {
	if l.purpose.Value() != data.MailDelay {
		return ""
	}
	if day, err := data.ParseDate(l.delay.Text("new_date")); err == nil && day != "" {
		return day
	}
	return l.desk.host.Today()
}

// keep puts a mail into the folder, and notes that the buyer was told of a delay, in one step.
func (d *Desk) keep(ctx context.Context, about string, file data.OrderFile, raw []byte, told data.Date) (batch string, err error) {
	no, confirmed := d.order.No, d.order.Status == data.Confirmed
	return d.store.Journal.Made(ctx, func() error {
		return d.store.Atomically(ctx, func(st *store.Store) error {
			_, err := st.Folders.Put(ctx, about, file, raw)
			if err == nil && told != "" && confirmed {
				_, err = st.Milestones.Mark(ctx, no, data.MileTold, func(m *data.MilestoneMark, now time.Time) { m.Due, m.Note, m.DoneAt = told, file.Note, now })
			}
			return err
		})
	})
}

// complain shows what is wrong at the fields of the form.
func (l *letter) complain(err error) {
	var bad data.Problems
	if !errors.As(err, &bad) {
		l.desk.host.ShowError(err)
		return
	}
	l.form.Complain(bad)
	l.q.Refit()
}
