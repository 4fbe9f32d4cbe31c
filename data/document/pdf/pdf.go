// Package pdf puts a page on A4 paper.
package pdf
