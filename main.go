// Command tradewind keeps an export merchant's records and writes the trade documents: started without arguments it
// opens its window, with arguments it does one job and ends (docs/commands.md).
package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"github.com/jeandeaual/go-locale"
	"golang.org/x/term"

	"tradewind/app/command"
	"tradewind/app/launch"
)

func main() {
	// Ctrl+C ends the job at hand at the next safe point: what was confirmed stays, what was half done is undone.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := command.Desk{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv: os.Getenv, Now: time.Now,
		Terminal: term.IsTerminal(int(os.Stderr.Fd())),
		Locale:   systemLocale,
		Window:   launch.Window,
	}.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// systemLocale returns the language the system is set to, such as "zh-CN"; "" when it doesn't say.
func systemLocale() string {
	name, err := locale.GetLocale()
	if err != nil {
		return ""
	}
	return name
}
