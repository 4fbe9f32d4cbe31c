package document

import "slices"

// matched returns for each line of b its line in a, or -1: as many of the same article as possible in the order they
// stand, then those that moved.
func matched(a, b []Line) (pairs []int, moved map[int]bool) {
	pairs, moved = slices.Repeat([]int{-1}, len(b)), map[int]bool{}
	from, end := 0, 0 // most papers differ in few lines: those alike at both ends need no search
	for from < min(len(a), len(b)) && called(a[from]) == called(b[from]) {
		pairs[from] = from
		from++
	}
	for end < min(len(a), len(b))-from && called(a[len(a)-1-end]) == called(b[len(b)-1-end]) {
		pairs[len(b)-1-end] = len(a) - 1 - end
		end++
	}
	for j, i := range inOrder(a[from:len(a)-end], b[from:len(b)-end]) {
		if i >= 0 {
			pairs[from+j] = from + i
		}
	}
	for j := range b {
		for i := range a {
			if pairs[j] < 0 && called(a[i]) == called(b[j]) && !slices.Contains(pairs, i) {
				pairs[j], moved[j] = i, true
			}
		}
	}
	return pairs, moved
}

// inOrder returns for each line of b its line in a, or -1, without crossings: the longest common subsequence.
func inOrder(a, b []Line) []int {
	longest := make([][]int, len(a)+1) // [i][j] of a[i:] and b[j:]
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if called(a[i]) == called(b[j]) {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	pairs := slices.Repeat([]int{-1}, len(b))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case called(a[i]) == called(b[j]):
			pairs[j] = i
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
