package store

import "iter"

// chunks cuts list into parts of at most n.
func chunks[T any](list []T, n int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for len(list) > 0 {
			m := min(n, len(list))
			if !yield(list[:m]) {
				return
			}
			list = list[m:]
		}
	}
}
