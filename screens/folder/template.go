package folder

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// saveMail writes a mail to a path and keeps it in the folder of what it is about; told is the day a delay is told until.
func (d *Desk) saveMail(about string, file data.OrderFile, raw []byte, path string, told data.Date) {
	kit.Run(d.host, d.write, func(ctx context.Context) (string, error) {
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			return "", err
		}
		return d.keep(ctx, about, file, raw, told)
	}, func(batch string, err error) {
		d.done(batch, d.host.T("paper.saved", "Path", filepath.Clean(path)), err)
	})
}

// texting is the open form of the texts that mails begin with.
type texting struct {
	desk     *Desk
	form     *kit.Form
	purpose  *kit.Picker[data.MailPurpose]
	language *kit.Picker[string]
	loader   *kit.Loader[data.MailTemplate]
	shown    data.MailTemplate
	state    *kit.Paragraph
	q        *kit.Question
}

// askTemplate opens the texts that mails begin with.
func (d *Desk) askTemplate() {
	t := d.host.T
	x := &texting{desk: d, form: kit.NewPart(d.host), loader: kit.NewLoader[data.MailTemplate](d.host), state: kit.NewHint("")}
	x.purpose, x.language = kit.NewPicker(d.host, d.purposes()), kit.NewPicker(d.host, languages())
	x.form.Add(
		kit.Field{ID: "purpose", Label: "mail.purpose", Span: kit.Half, Control: x.purpose},
		kit.Field{ID: "language", Label: "mail.language", Span: kit.Half, Control: x.language},
		kit.Field{ID: "subject", Label: "mail.subject", Span: kit.Whole},
		kit.Field{ID: "body", Label: "mail.body", Span: kit.Whole, Lines: 9},
	)
	x.form.AddObject(kit.Whole, x.state)
	x.form.AddObject(kit.Whole, kit.NewHint(t("mail.facts", "Facts", data.Braced(data.MailFactNames()))))
	kit.SetIn(x.purpose, d.purposes(), d.usual())
	kit.SetIn(x.language, languages(), d.host.Lang())
	x.purpose.OnChanged, x.language.OnChanged = x.load, x.load
	x.q = d.host.AskWith(t("mail.texts.title"), kit.Wide(720, x.form.Content),
		kit.Choice{Word: t("mail.texts.shipped"), Ready: func() bool { x.shipped(); return false }},
		kit.Choice{Word: t("screen.save"), Main: true, Ready: func() bool { x.save(); return false }},
		kit.Choice{Word: t("screen.close")})
	d.host.Focus(x.purpose)
	x.load()
}

// load asks for the text of the purpose and language chosen.
func (x *texting) load() {
	p, lang := x.purpose.Value(), x.language.Value()
	x.loader.Load(func(ctx context.Context) (data.MailTemplate, error) {
		list, err := x.desk.store.Mails.All(ctx)
		m, _ := data.MailFor(list, p, lang)
		return m, err
	}, func(m data.MailTemplate, err error) {
		if err != nil {
			x.desk.host.ShowError(err)
			return
		}
		x.shown = m
		x.form.Set("subject", m.Subject)
		x.form.Set("body", m.Body)
		x.state.SetText(x.desk.host.T(map[bool]string{false: "mail.texts.is_shipped", true: "mail.texts.is_own"}[m.ID != 0]))
		x.form.Relayout()
	})
}

// save keeps what was typed in the place of the shipped text.
func (x *texting) save() {
	m := x.shown
	m.Subject, m.Body, m.Archived = strings.TrimSpace(x.form.Text("subject")), x.form.Entry("body").Text, false
	x.keep(m, "screen.saved")
}

// shipped takes the shipped text again.
func (x *texting) shipped() {
	if x.shown.ID == 0 {
		x.load() // what was typed goes, too
		return
	}
	m := x.shown
	m.Archived = true
	x.keep(m, "mail.texts.again")
}

func (x *texting) keep(m data.MailTemplate, said string) {
	kit.Run(x.desk.host, nil, func(ctx context.Context) (bool, error) {
		if m.ID == 0 { // one that was put away comes back
			if old, err := x.desk.store.Mails.Of(ctx, m.Purpose, m.Language); err == nil {
				m.Record = old.Record
				m.Archived = false
			}
		}
		_, err := x.desk.store.Mails.Save(ctx, m)
		return true, err
	}, func(_ bool, err error) {
		if err != nil {
			x.form.Complain(err)
			x.q.Refit()
			return
		}
		x.desk.host.Notice(x.desk.host.T(said), nil)
		x.load()
	})
}
