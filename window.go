//go:build !headless

package main

import "tradewind/app"

// window opens the window over a data file.
var window = app.Run
