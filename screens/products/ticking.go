package products

import (
	"tradewind/screens/kit"
)

// letTick lets products be ticked in the list, and says under it how many are.
func (s *Screen) letTick() {
	t := s.host.T
	s.ticks = s.Finder.LetTick()
	text := kit.NewText("").Cut()
	change := kit.NewButton(t("many.tick.change"), nil, s.askMany)
	untick := kit.NewButton(t("many.untick"), nil, s.Finder.Untick)
	s.ticks.OnChanged = func() {
		got := s.ticks.Ticked()
		switch {
		case got.All && len(got.Keys) > 0:
			text.SetText(t("many.some_but", "Count", len(got.Keys)))
		case got.All:
			text.SetText(t("many.some_all"))
		default:
			text.SetText(t("many.some", "Count", len(got.Keys)))
		}
		s.Finder.Under(s.ticks.Any(), kit.Pad(kit.Small, kit.Medium, kit.Row(kit.Small, text, change, untick)))
	}
}
