package parser

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPosition compares the places with a count from the start of the line.
func TestPositionCounts(t *testing.T) {
	long := strings.Repeat("ä😀x", 2000)
	for _, src := range []string{"", "\n", "\uFEFFå\r\nab\n", "\uFEFF", long + "\n" + long, "\xE2\x82" + long + "\xFFz"} {
		f := NewFile("a.txt", src)
		want := Position{1, 1, 1, 1}
		for i := 0; i <= len(src); {
			if got := f.Position(i); got != want && !(i == 0 && strings.HasPrefix(src, bom)) {
				t.Fatalf("offset %d of %.20q: %v, want %v", i, src, got, want)
			}
			r, size := utf8.DecodeRuneInString(src[i:])
			if size == 0 {
				break
			}
			i += size
			switch {
			case i == len(bom) && strings.HasPrefix(src, bom):
			case r == '\n':
				want = Position{want.Line + 1, 1, 1, 1}
			default:
				want.Column++
				want.Column16++
				want.Column8 += size
				if r > 0xFFFF {
					want.Column16++
				}
			}
		}
	}
}
