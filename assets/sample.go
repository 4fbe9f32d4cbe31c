package assets

import "embed"

// Sample is the sample company under "sample/": the files a merchant of the trade would bring along (products,
// partners, orders, stock and rates as CSV with our own field names), company.json with its pictures, and a picture
// per product. Everybody and everything in it is made up.
//
//go:embed sample
var Sample embed.FS
