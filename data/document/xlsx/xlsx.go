// Package xlsx writes a page as a workbook.
package xlsx
