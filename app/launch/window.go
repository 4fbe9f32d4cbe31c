//go:build !headless

package launch

import "tradewind/app"

// Window opens the window over a data file.
var Window = app.Run
