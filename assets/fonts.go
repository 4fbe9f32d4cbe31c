package assets

import _ "embed" // puts the fonts into the program

// The fonts of papers and of the window, under the SIL Open Font License (fonts/OFL-*.txt). Treat them as read-only:
// every user shares these very bytes.
var (
	// NotoSansRegular has Latin, Cyrillic, Greek and Vietnamese.
	//go:embed fonts/NotoSans-Regular.ttf
	NotoSansRegular []byte
	// NotoSansBold is the heavier face of NotoSansRegular.
	//go:embed fonts/NotoSans-Bold.ttf
	NotoSansBold []byte
	// NotoSansSCRegular has Chinese, kana and Latin; it is the window's one face.
	//go:embed fonts/NotoSansSC-Regular.ttf
	NotoSansSCRegular []byte
	// NotoSansSCBold is the heavier face of NotoSansSCRegular.
	//go:embed fonts/NotoSansSC-Bold.ttf
	NotoSansSCBold []byte
)
