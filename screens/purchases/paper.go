package purchases

import (
	"context"
	"os"

	"tradewind/data"
	"tradewind/screens/kit"
)

// made is the paper ready to be written or printed.
type made struct {
	name string
	file []byte
}

// make makes the paper of the order shown as it was saved, and hands it on.
func (s *Screen) make(format string, trigger *kit.Button, done func(made)) {
	no := s.Chosen()
	if no == "" {
		return
	}
	s.host.Leave(s.Dirty(), s.Keep, func() {
		kit.Run(s.host, trigger, func(ctx context.Context) (made, error) {
			name, file, err := s.program.Paper(ctx, no, format)
			return made{name, file}, err
		}, func(m made, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			done(m)
		})
	}, nil)
}

// save lets the merchant choose where the paper's file goes.
func (s *Screen) save(format string, trigger *kit.Button) {
	s.make(format, trigger, func(m made) {
		s.host.SaveFile(m.name, func(path string) {
			kit.Run(s.host, trigger, func(context.Context) (bool, error) { return true, os.WriteFile(path, m.file, 0o600) }, func(_ bool, err error) {
				if err != nil {
					s.host.ShowError(err)
					return
				}
				s.host.Notice(s.host.T("paper.saved", "Path", path), nil)
			})
		})
	})
}

// print hands the paper to the printer.
func (s *Screen) print() {
	s.make("pdf", s.buttons.print, func(m made) {
		kit.Run(s.host, s.buttons.print, func(ctx context.Context) (bool, error) {
			return true, s.program.Print(ctx, m.file, m.name)
		}, func(_ bool, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.host.Notice(s.host.T("paper.printed"), nil)
		})
	})
}

// askTakeBack asks before a receipt is met by its counter-entry.
func (s *Screen) askTakeBack(r data.PostedReceipt) {
	t := s.host.T
	s.host.Ask(t("purchase.takeback.title"), t("purchase.takeback.text", "Quantity", kit.Quantity(s.host, r.Quantity), "SKU", r.SKU),
		kit.Choice{Word: t("purchase.takeback"), Danger: true, Then: func() { s.takeBack(r) }},
		kit.Choice{Word: t("screen.cancel")})
}

func (s *Screen) takeBack(r data.PostedReceipt) {
	kit.Run(s.host, nil, func(ctx context.Context) (bool, error) { return true, s.store.Purchases.TakeBack(ctx, r.UUID) }, func(_ bool, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.host.Notice(s.host.T("purchase.takenback", "SKU", r.SKU), nil)
		s.again()
	})
}

// again shows the list and the order as they are now.
func (s *Screen) again() {
	s.Records.Reload()
	if no := s.Chosen(); no != "" {
		s.Open(no)
	}
}

// ScrollTo scrolls the record.
func (s *Screen) ScrollTo(down float32) { s.editor.form.ScrollTo(down) }

// Receive opens the dialog in which what came is booked, as its button does.
func (s *Screen) Receive() { s.askReceive() }
