package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme is the one look of the program, light and dark. Its contrasts meet WCAG AA, which a test checks.
type Theme struct {
	Variant *fyne.ThemeVariant // light or dark as the merchant chose; nil follows the system

	// The window's one face and its heavier twin must hold Latin and Chinese, so that no character comes from another
	// font. The window sets them; without them, as in tests, Fyne's own are used.
	Regular, Bold fyne.Resource
}

// Font returns the face for a style.
func (t Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol, t.Regular == nil, t.Bold == nil:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return t.Bold
	}
	return t.Regular
}

// Icon returns Fyne's icons.
func (t Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size returns the sizes of the 4-px grid: texts of 12, 14, 18 and 24, fields and buttons 32 high.
func (t Theme) Size(n fyne.ThemeSizeName) float32 {
	if s, ok := sizes[n]; ok {
		return s
	}
	return theme.DefaultTheme().Size(n)
}

// Color returns a colour of the palette.
func (t Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if t.Variant != nil {
		v = *t.Variant
	}
	palette := light
	if v == theme.VariantDark {
		palette = dark
	}
	if c, ok := palette[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, v)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               14,
	theme.SizeNameCaptionText:        12,
	theme.SizeNameSubHeadingText:     18,
	theme.SizeNameHeadingText:        24,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       6,
	theme.SizeNameModalBlurRadius:    0, // a blurred window behind a question costs a second without a graphics card
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameInlineIcon:         18,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        4,
	theme.SizeNameSelectionRadius:    4,
	theme.SizeNameButtonRadius:       4,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     3,
}

type palette map[fyne.ThemeColorName]color.NRGBA

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func alpha(v uint32, a uint8) color.NRGBA {
	c := rgb(v)
	c.A = a
	return c
}

var light = palette{
	theme.ColorNameBackground:          rgb(0xFFFFFF),
	theme.ColorNameForeground:          rgb(0x1F2933),
	theme.ColorNamePlaceHolder:         rgb(0x66727F),
	theme.ColorNameDisabled:            rgb(0x6B7785),
	theme.ColorNameButton:              rgb(0xE9EDF1),
	theme.ColorNameDisabledButton:      rgb(0xF0F2F5),
	theme.ColorNamePrimary:             rgb(0x0B5C9E),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x0B5C9E),
	theme.ColorNameFocus:               alpha(0x0B5C9E, 0x40),
	theme.ColorNameHover:               alpha(0x1F2933, 0x0D),
	theme.ColorNamePressed:             alpha(0x1F2933, 0x22),
	theme.ColorNameSelection:           rgb(0xDCEAF6),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0x8593A1),
	theme.ColorNameHeaderBackground:    rgb(0xF4F6F8),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameSeparator:           rgb(0xDFE4E9),
	theme.ColorNameScrollBar:           alpha(0x1F2933, 0x66),
	theme.ColorNameScrollBarBackground: alpha(0x1F2933, 0x0A),
	theme.ColorNameShadow:              alpha(0x1F2933, 0x44),
	theme.ColorNameError:               rgb(0xB42318),
	theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	theme.ColorNameWarning:             rgb(0xB45309),
	theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
	theme.ColorNameSuccess:             rgb(0x1B7F4B),
	theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	ColorSurface:                       rgb(0xF4F6F8),
	ColorMuted:                         rgb(0x55616E),
	ColorLine:                          rgb(0xDFE4E9),
	ColorNav:                           rgb(0xDCEAF6),
	ColorTintGood:                      rgb(0xEAF6EF),
	ColorTintWarn:                      rgb(0xFDF3E7),
	ColorTintBad:                       rgb(0xFDEDEB),
	ColorTintInfo:                      rgb(0xE6F0F9),
	ColorTintPlain:                     rgb(0xEDF0F3),
}

var dark = palette{
	theme.ColorNameBackground:          rgb(0x12181F),
	theme.ColorNameForeground:          rgb(0xE6EBF0),
	theme.ColorNamePlaceHolder:         rgb(0x94A1AE),
	theme.ColorNameDisabled:            rgb(0x8996A4),
	theme.ColorNameButton:              rgb(0x2A3440),
	theme.ColorNameDisabledButton:      rgb(0x1F2731),
	theme.ColorNamePrimary:             rgb(0x6CB2EB),
	theme.ColorNameForegroundOnPrimary: rgb(0x0B1620),
	theme.ColorNameHyperlink:           rgb(0x6CB2EB),
	theme.ColorNameFocus:               alpha(0x6CB2EB, 0x55),
	theme.ColorNameHover:               alpha(0xE6EBF0, 0x12),
	theme.ColorNamePressed:             alpha(0xE6EBF0, 0x2A),
	theme.ColorNameSelection:           rgb(0x1E3A54),
	theme.ColorNameInputBackground:     rgb(0x182029),
	theme.ColorNameInputBorder:         rgb(0x6A7887),
	theme.ColorNameHeaderBackground:    rgb(0x1A222B),
	theme.ColorNameMenuBackground:      rgb(0x1E2731),
	theme.ColorNameOverlayBackground:   rgb(0x1E2731),
	theme.ColorNameSeparator:           rgb(0x2B3641),
	theme.ColorNameScrollBar:           alpha(0xE6EBF0, 0x66),
	theme.ColorNameScrollBarBackground: alpha(0xE6EBF0, 0x0A),
	theme.ColorNameShadow:              alpha(0x000000, 0x88),
	theme.ColorNameError:               rgb(0xF98A80),
	theme.ColorNameForegroundOnError:   rgb(0x2A0906),
	theme.ColorNameWarning:             rgb(0xF2B155),
	theme.ColorNameForegroundOnWarning: rgb(0x281600),
	theme.ColorNameSuccess:             rgb(0x5CCB93),
	theme.ColorNameForegroundOnSuccess: rgb(0x04200F),
	ColorSurface:                       rgb(0x1A222B),
	ColorMuted:                         rgb(0xA5B1BD),
	ColorLine:                          rgb(0x2B3641),
	ColorNav:                           rgb(0x1E3A54),
	ColorTintGood:                      rgb(0x14301F),
	ColorTintWarn:                      rgb(0x35260E),
	ColorTintBad:                       rgb(0x3A1815),
	ColorTintInfo:                      rgb(0x16304A),
	ColorTintPlain:                     rgb(0x27313C),
}
