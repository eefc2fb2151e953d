package corpus

import (
	"fmt"

	"github.com/steplint/steplint/parser/lang"
)

// didYouMean returns "; did you mean …?" with the candidate nearest to the
// word, or nothing if none is near. The first of equally near ones wins.
func didYouMean(word string, candidates []string) string {
	best := lang.Nearest(word, candidates)
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}
