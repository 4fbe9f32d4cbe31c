package command

import (
	"path/filepath"

	"tradewind/data"
	"tradewind/data/intake"
)

// keepFile puts a file into an order's folder. The file is found beside the apply file.
func (a *applying) keepFile(f fields) (outcome, error) {
	var problems data.Problems
	number, name := required(f, "number", &problems), required(f, "file", &problems)
	file := data.OrderFile{
		Kind: data.FileKind(f.text("kind", &problems)), Direction: data.FileDirection(f.text("direction", &problems)), Date: data.Date(f.text("date", &problems)),
		Note: f.text("note", &problems), Name: f.text("name", &problems),
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	raw, err := intake.ReadFile(intake.Beside(a.folder, name), data.MaxFile)
	if err != nil {
		return outcome{}, under("file", err)
	}
	if file.Name == "" {
		file.Name = filepath.Base(name)
	}
	kept, err := a.st.Folders.Put(a.ctx, number, file, raw)
	if err != nil {
		return outcome{}, notFound("number", number, err)
	}
	return outcome{Kind: "file", Number: kept.OrderNo, Result: "attached"}, nil
}

// removeFile takes a file out of an order's folder, by its name.
func (a *applying) removeFile(f fields) (outcome, error) {
	var problems data.Problems
	order, err := a.orderNamed(f, &problems)
	name := required(f, "file", &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	list, err := a.st.Folders.Of(a.ctx, order.ID)
	if err != nil {
		return outcome{}, err
	}
	for _, one := range list {
		if one.Name == name {
			return outcome{Kind: "file", Number: order.No, Result: "archived"}, a.st.Folders.Remove(a.ctx, one.ID)
		}
	}
	return outcome{}, data.Problems{{Field: "file", Key: "problem.no_file", Args: map[string]any{"Value": name, "Order": order.No}}}
}

// saveMail changes the text of mails of a purpose in a language. "archived": true takes the shipped one again.
func (a *applying) saveMail(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("template", &problems)
	purpose, language := keyText(given, "purpose", &problems), keyText(given, "language", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Mails.Of(a.ctx, data.MailPurpose(purpose), language))
	if err != nil {
		return outcome{}, err
	}
	if !exists {
		before, _ = data.MailFor(data.ShippedMails(), data.MailPurpose(purpose), language)
		before.Language = language
	}
	return keepFilled(before, exists, given, "template", purpose+" "+language, func(m data.MailTemplate) (data.MailTemplate, error) { return a.st.Mails.Save(a.ctx, m) })
}
