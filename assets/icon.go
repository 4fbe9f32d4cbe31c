package assets

import _ "embed" // puts the icon into the program

// Icon is the program's icon: 512 by 512 pixels, PNG, drawn from icon.svg.
//
//go:embed icon.png
var Icon []byte
