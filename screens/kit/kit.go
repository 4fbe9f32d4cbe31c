// Package kit holds what every screen is built from: the host a screen lives in, slow work done off the window's
// goroutine, lists, forms, pickers, tables, questions and notices.
//
// A screen fills its form with show and reads it back with read, each the other's inverse, so "are there unsaved
// changes?" is a comparison of two values and never a flag. Only this package calls fyne.Do or starts goroutines.
package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of our theme that Fyne has no name for.
const (
	ColorSurface   fyne.ThemeColorName = "tradewind.surface"   // navigation, column heads, read-only panels
	ColorMuted     fyne.ThemeColorName = "tradewind.muted"     // labels and hints
	ColorLine      fyne.ThemeColorName = "tradewind.line"      // hairlines
	ColorNav       fyne.ThemeColorName = "tradewind.nav"       // the chosen navigation item
	ColorTintGood  fyne.ThemeColorName = "tradewind.tint.good" // behind chips
	ColorTintWarn  fyne.ThemeColorName = "tradewind.tint.warn"
	ColorTintBad   fyne.ThemeColorName = "tradewind.tint.bad"
	ColorTintInfo  fyne.ThemeColorName = "tradewind.tint.info"
	ColorTintPlain fyne.ThemeColorName = "tradewind.tint.plain"
)

// The distances of the 4-px grid.
const (
	Tight  float32 = 4
	Small  float32 = 8
	Medium float32 = 12
	Large  float32 = 16
	Huge   float32 = 24
)

// RowHeight is the height of a row's content in lists and tables; with the list's own gap a row is 34 high.
const RowHeight float32 = 30

// The text sizes of the theme, 12, 14, 18 and 24.
const (
	SizeCaption = theme.SizeNameCaptionText
	SizeText    = theme.SizeNameText
	SizeTitle   = theme.SizeNameSubHeadingText
	SizeHeading = theme.SizeNameHeadingText
)
