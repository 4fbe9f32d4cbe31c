package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestTextsContrastWithWhatTheyStandOn(t *testing.T) {
	const text, outline = 4.5, 3.0
	pairs := []struct {
		front, back fyne.ThemeColorName
		least       float64
	}{
		{theme.ColorNameForeground, theme.ColorNameBackground, text},
		{theme.ColorNameForeground, ColorSurface, text},
		{theme.ColorNameForeground, theme.ColorNameButton, text},
		{theme.ColorNameForeground, theme.ColorNameSelection, text},
		{theme.ColorNameForeground, ColorNav, text},
		{theme.ColorNameForeground, theme.ColorNameOverlayBackground, text},
		{theme.ColorNameForeground, theme.ColorNameInputBackground, text},
		{ColorMuted, theme.ColorNameBackground, text},
		{ColorMuted, ColorSurface, text},
		{ColorMuted, theme.ColorNameSelection, text},
		{ColorMuted, ColorTintPlain, text},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, text},
		{theme.ColorNamePrimary, theme.ColorNameBackground, text},
		{theme.ColorNamePrimary, ColorTintInfo, text},
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, text},
		{theme.ColorNameForegroundOnError, theme.ColorNameError, text},
		{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning, text},
		{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess, text},
		{theme.ColorNameError, theme.ColorNameBackground, text},
		{theme.ColorNameError, ColorTintBad, text},
		{theme.ColorNameWarning, theme.ColorNameBackground, text},
		{theme.ColorNameWarning, ColorTintWarn, text},
		{theme.ColorNameSuccess, theme.ColorNameBackground, text},
		{theme.ColorNameSuccess, ColorTintGood, text},
		{theme.ColorNameInputBorder, theme.ColorNameBackground, outline},
		{theme.ColorNamePrimary, theme.ColorNameInputBackground, outline},
	}
	for name, variant := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		for _, p := range pairs {
			got := contrast(Theme{}.Color(p.front, variant), Theme{}.Color(p.back, variant))
			if got < p.least {
				t.Errorf("%s: %s on %s has %.2f, needs %.1f", name, p.front, p.back, got, p.least)
			}
		}
	}
}

func TestBothVariantsHaveEveryColour(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("dark has no %s", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("light has %d colours, dark %d", len(light), len(dark))
	}
}

// contrast is the contrast ratio of WCAG 2.1.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	line := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*line(r) + 0.7152*line(g) + 0.0722*line(b)
}
