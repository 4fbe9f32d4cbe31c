package folder

import (
	"context"
	"errors"
	stdmail "net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/mail"
	"tradewind/screens/kit"
	"tradewind/screens/trial"

	"fyne.io/fyne/v2"
)

// bench is the desk over a file with an order. The mail it composes says what it was asked for.
type bench struct {
	*Desk
	*trial.Bench
	opened map[string][]byte // by the system's programs
	asked  mail.Question     // last
	fails  error             // of the system's programs
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Bench: trial.Open(t, data.Order{}), opened: map[string][]byte{}}
	b.Desk = New(b.Host, b.Store, Program{
		Compose: b.compose,
		Open:    func(name string, content []byte) error { b.opened[name] = content; return b.fails },
		Issued:  func(string, data.Issued) {},
	})
	b.Stand(b.Object())
	b.Show(b.Order)
	return b
}

// compose stands for what draws papers: the mail says purpose, language and number.
func (b *bench) compose(_ context.Context, q mail.Question) (c mail.Composed, err error) {
	b.asked = q
	c.Language = q.Language
	if c.Language == "" {
		c.Language = "es"
	}
	c.To = []stdmail.Address{{Name: "Ida", Address: "ida@lux.example"}}
	if q.To != "" {
		if c.To, err = mail.Recipients(q.To); err != nil {
			return c, err
		}
	}
	c.Subject, c.Body = "About "+q.Number, string(q.Purpose)+" in "+c.Language
	if q.Subject != "" {
		c.Subject = q.Subject
	}
	if q.Body != "" {
		c.Body = q.Body
	}
	for _, p := range q.Papers {
		c.Files = append(c.Files, mail.File{Name: string(p.Kind) + "." + p.Format, Content: []byte("paper")})
	}
	return c, nil
}

// file writes a file that can be taken.
func (b *bench) file(name, text string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

func TestAFileIsKeptOpenedAndRemoved(t *testing.T) {
	b := open(t)
	b.Take(b.file("bank slip.pdf", "%PDF slip"))
	if len(b.table.Rows) != 1 || b.kind(b.table.Rows[0]) != "Bank slip" || size(b.table.Rows[0]) != "1 KB" {
		t.Fatalf("rows %+v", b.table.Rows)
	}
	b.table.List.Select(0)
	b.Answer("folder.open")
	if string(b.opened["bank slip.pdf"]) != "%PDF slip" {
		t.Errorf("opened %v", b.opened)
	}
	b.table.List.Select(0)
	b.Answer("folder.remove")
	if len(b.table.Rows) != 0 {
		t.Errorf("after removing %+v", b.table.Rows)
	}
	if last, err := b.store.Journal.Last(t.Context(), 1); err != nil || b.store.Journal.Undo(t.Context(), last[0].Batch) != nil {
		t.Fatal(err)
	}
	b.Show(b.order)
	if len(b.table.Rows) != 1 {
		t.Error("a removed file doesn't come back")
	}
	b.Take(b.file("run.exe", "MZ"))
	if q := b.host.Question(); q == nil && len(b.table.Rows) != 1 {
		t.Error("a program is taken")
	}
}

func TestAMailIsWrittenWithTwoKeysAndKept(t *testing.T) {
	b := open(t)
	b.First()
	b.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	l := b.writing
	if b.host.Question() == nil || l.form.Text("subject") != "About SO-1" || l.form.Text("to") != "Ida <ida@lux.example>" || b.asked.Purpose != data.MailQuotation || l.language.Value() != "es" {
		t.Fatalf("begins with %+v", b.asked)
	}
	b.Answer("mail.open")
	if b.host.Question() != nil {
		t.Fatal("the form stays")
	}
	raw := string(b.opened["mail-quotation-SO-1.eml"])
	if !strings.Contains(raw, "X-Unsent: 1") || !strings.Contains(raw, "quotation in es") || !strings.Contains(raw, "quotation.pdf") {
		t.Errorf("opened %s", raw)
	}
	if r := b.table.Rows; len(r) != 1 || r[0].file.Kind != data.FileMail || r[0].file.Direction != data.FileSent || r[0].file.Note != "About SO-1" {
		t.Errorf("kept %+v", r)
	}
}

func TestWhatWasTypedStaysWhilePapersAreChosen(t *testing.T) {
	b := open(t)
	b.askMail()
	l := b.writing
	l.form.Set("subject", "My own words")
	l.form.Entry("body").SetText("Dear Ida,\nlook.")
	l.papers.Box(1).SetChecked(true)
	l.excel.Box(0).SetChecked(true)
	if l.form.Text("subject") != "My own words" || len(b.asked.Papers) != 4 {
		t.Errorf("%q, %v", l.form.Text("subject"), b.asked.Papers)
	}
	kit.SetIn(l.purpose, b.purposes(), data.MailDelay)
	l.purpose.OnChanged()
	if !l.delay.Content.Visible() || l.form.Entry("body").Text != "delay in es" || len(b.asked.Papers) != 0 {
		t.Errorf("of a delay: %q, %v", l.form.Entry("body").Text, b.asked.Papers)
	}
	l.form.Set("to", "nobody")
	b.Answer("mail.open")
	if b.host.Question() == nil || l.form.Complaint("to") == "" {
		t.Error("a mail to no address is written")
	}
}

func TestAMailAboutADelayTellsTheBuyer(t *testing.T) {
	b := open(t)
	o := b.order
	o.Status, o.LastShipment = data.Confirmed, "2026-11-10"
	o, err := b.store.Orders.Save(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	late := func() int {
		_, delays, err := b.store.Milestones.Of(t.Context(), o.ID, "2026-11-22")
		if err != nil {
			t.Fatal(err)
		}
		return len(delays)
	}
	if late() != 1 {
		t.Fatal("no delay to tell of")
	}
	b.Write(o, data.MailDelay, map[string]string{"new_date": "2026-12-01"})
	if b.asked.Purpose != data.MailDelay || b.asked.Said["new_date"] != "2026-12-01" {
		t.Fatalf("asked %+v", b.asked)
	}
	b.Answer("mail.open")
	if late() != 0 || len(b.table.Rows) != 1 {
		t.Errorf("%d delays after the buyer was told, files %+v", late(), b.table.Rows)
	}
}

func TestWithoutAMailProgramNothingIsKept(t *testing.T) {
	b := open(t)
	b.fails = errors.New("there is no program for it")
	b.askMail()
	b.Answer("mail.open")
	if len(b.table.Rows) != 0 {
		t.Errorf("kept %+v", b.table.Rows)
	}
}

func TestTheTextsOfMailsAreTheMerchantsUntilTheShippedOnesAreTakenAgain(t *testing.T) {
	b := open(t)
	text := func() string {
		list, err := b.store.Mails.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		m, _ := data.MailFor(list, data.MailQuotation, "en")
		return m.Subject
	}
	shipped := text()
	for range 2 { // also after it was put away once
		b.askTemplate()
		b.host.Window.Canvas().FocusNext() // language
		b.host.Window.Canvas().FocusNext() // subject
		entry := b.host.Window.Canvas().Focused().(*kit.Entry)
		entry.SetText("{{colour}}")
		b.Answer("screen.save")
		if text() != shipped {
			t.Fatal("a fact there isn't is taken")
		}
		entry.SetText("Offer {{paper_no}}")
		b.Answer("screen.save")
		if text() != "Offer {{paper_no}}" {
			t.Fatalf("saved %q", text())
		}
		b.Answer("mail.texts.shipped")
		if text() != shipped {
			t.Errorf("not the shipped text again: %q", text())
		}
		b.Answer("screen.close")
	}
}
