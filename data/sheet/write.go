package sheet

import (
	"io"

	"tradewind/data"
)

// WriteProducts writes the products that each hands out, as format "csv" or "xlsx".
func WriteProducts(w io.Writer, format string, each func(func(data.Product) error) error) error {
	return nil
}

// WritePartners writes the partners that each hands out, as format "csv" or "xlsx".
func WritePartners(w io.Writer, format string, each func(func(data.Partner) error) error) error {
	return nil
}

// WriteOrders writes the orders that each hands out, one row per line, as format "csv" or "xlsx".
func WriteOrders(w io.Writer, format string, each func(func(data.Order) error) error) error {
	return nil
}

// WriteStock writes the stock levels that each hands out, as format "csv" or "xlsx".
func WriteStock(w io.Writer, format string, each func(func(data.Level) error) error) error {
	return nil
}
