//go:build !headless

package main

import "context"

// window opens the window over a data file.
var window func(ctx context.Context, dataFile, language string) error
