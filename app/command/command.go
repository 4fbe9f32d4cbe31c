// Package command is the command line: everything the window does to records, without a display.
package command
