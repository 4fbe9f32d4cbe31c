//go:build !headless

package app

import (
	"context"
	"log/slog"
	"os"
	"runtime"

	"tradewind/data"

	fyneapp "fyne.io/fyne/v2/app"
)

// appID names the program's preferences.
const appID = "org.tradewind.tradewind"

// Run opens the window over the data file at path and returns when it is closed. Without a display it gives
// [data.Problems] with a sentence that says so.
func Run(_ context.Context, path, language string) error {
	if !display() {
		return data.Problems{{Key: "screen.problem.display"}}
	}
	if os.Getenv("XMODIFIERS") != "" && os.Getenv("FYNE_PLATFORM") == "" {
		// GLFW's Wayland part knows no input methods; its X11 part does, and Chinese is typed with one.
		if err := os.Setenv("FYNE_PLATFORM", "x11"); err != nil {
			return err
		}
	}
	w, err := NewWindow(fyneapp.NewWithID(appID), path, language)
	if err != nil {
		return err
	}
	w.warm()
	w.Start()
	w.win.ShowAndRun()
	w.end()
	return nil
}

// warm gets the preview ready in the background, so that the first page needn't wait for it.
func (w *Window) warm() {
	w.host.Go(func() {
		if err := viewer.Warm(); err != nil {
			slog.Error("preview", "err", err)
		}
	})
}

// display reports whether there is a screen to draw on.
func display() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
