package lang

import "testing"

func TestEditDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 1, 0},
		{"a", "", 1, 1},
		{"odd-space", "odd-spcae", 3, 1},
		{"odd-space", "add-space", 3, 1},
		{"kitten", "sitting", 3, 3},
		{"kitten", "sitting", 2, 3}, // more than the limit
		{"määrä", "maara", 5, 3},
		{"ca", "abc", 3, 3}, // no letter is edited twice
		{"abcdef", "x", 2, 3},
	} {
		if got := EditDistance(tt.a, tt.b, tt.limit); got != tt.want {
			t.Errorf("EditDistance(%q, %q, %d) = %d, want %d", tt.a, tt.b, tt.limit, got, tt.want)
		}
		if got := EditDistance(tt.b, tt.a, tt.limit); got != tt.want {
			t.Errorf("EditDistance(%q, %q, %d) = %d, want %d", tt.b, tt.a, tt.limit, got, tt.want)
		}
	}
}
