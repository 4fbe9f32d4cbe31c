// Package printing hands a PDF to the system's printer: lp on Linux, lpr on macOS, the print verb of the program that
// opens PDFs on Windows.
package printing

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// ErrNoPrinter reports that the system has nothing that takes the job: no spooler installed, or no printer set up.
var ErrNoPrinter = errors.New("no printer")

// Print sends the PDF at path to printer, or to the system's default printer when that is "". Title names the job.
// It returns when the spooler has taken the job, not when the paper is out.
func Print(ctx context.Context, path, title, printer string) error {
	path, err := filepath.Abs(path) // so that no name can be taken for an option
	if err != nil {
		return fmt.Errorf("print %s: %w", title, err)
	}
	name, args := command(runtime.GOOS, path, title, printer)
	tool, err := exec.LookPath(name)
	if err != nil {
		return fmt.Errorf("%w: %s isn't installed", ErrNoPrinter, name)
	}
	said, err := exec.CommandContext(ctx, tool, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s: %w: %s", ErrNoPrinter, name, err, strings.TrimSpace(string(said)))
	}
	return nil
}

// command is what prints path on the system called goos.
func command(goos, path, title, printer string) (name string, args []string) {
	switch goos {
	case "windows":
		verb := "Print"
		if printer != "" {
			verb = "PrintTo"
		}
		script := "Start-Process -FilePath " + quoted(path) + " -Verb " + verb + " -WindowStyle Hidden"
		if printer != "" {
			script += " -ArgumentList " + quoted(`"`+printer+`"`)
		}
		return "powershell", []string{"-NoProfile", "-NonInteractive", "-Command", script}
	case "darwin":
		return "lpr", withPrinter([]string{"-T", title}, "-P", printer, path)
	default:
		return "lp", withPrinter([]string{"-t", title}, "-d", printer, path)
	}
}

// withPrinter adds the printer, when one is named, and the file.
func withPrinter(args []string, flag, printer, path string) []string {
	if printer != "" {
		args = append(args, flag, printer)
	}
	return append(args, path)
}

// quoted is s as one literal of PowerShell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
