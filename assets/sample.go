package assets

import "embed"

// Sample is the sample company under "sample/": the files a merchant of the trade would bring along (products,
// partners, orders, stock and rates as CSV with our own field names), company.json with its pictures, a picture
// per product, and order.json, library.json, work.json, showcase.json and campaign.json with what has no columns there. Everybody and everything in it is made up.
//
//go:embed sample
var Sample embed.FS
