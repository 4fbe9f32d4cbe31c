//go:build headless

package main

import "context"

// window is missing in this build: it has the commands only, and needs neither OpenGL nor a C compiler.
var window func(ctx context.Context, dataFile, language string) error
