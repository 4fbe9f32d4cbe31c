// Command tradewind keeps an export merchant's records and writes the trade documents.
package main

func main() {}
