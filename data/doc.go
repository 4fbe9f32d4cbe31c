// Package data is the export merchant's business and its rules: products, partners, orders, shipments, stock,
// terms and money. It is pure Go: no SQL, no Fyne, no files, no clock and no sentence in a human language. Time and
// record numbers are passed in, so the same input always gives the same answer.
//
// Every figure is exact. Stored figures are whole numbers of a small unit (see [Quantity], [UnitPrice], [Weight],
// [Length], [Percent], [Money], [ExchangeRate]); what is computed from them is a decimal and is rounded once, where
// its comment says so.
package data
