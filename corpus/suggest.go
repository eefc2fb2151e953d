package corpus

import (
	"fmt"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// didYouMean returns "; did you mean …?" with the candidate nearest to the
// word, or nothing if none is near. The first of equally near ones wins.
func didYouMean(word string, candidates []string) string {
	best, near := "", max(1, utf8.RuneCountInString(word)/3)
	for _, c := range candidates {
		if d := lang.EditDistance(word, c, near); d <= near {
			best, near = c, d-1
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}
