package lint

import (
	"errors"
	"fmt"
)

// Validate returns an error for each rule of [Check] that a check of the suite
// breaks: a name in kebab-case that no other check has, a severity, and exactly
// one scope.
func Validate(checks []*Check) error {
	var errs []error
	seen := map[string]bool{}
	for _, c := range checks {
		fail := func(what string) { errs = append(errs, fmt.Errorf("check %q: %s", c.Name, what)) }
		if !kebab(c.Name) {
			fail("the name is not in kebab-case")
		}
		if seen[c.Name] {
			fail("the name is taken")
		}
		seen[c.Name] = true
		if c.Severity < Info || c.Severity > Error {
			fail("no severity")
		}
		scopes := 0
		for _, set := range []bool{c.Document != nil, c.Pair != nil, c.Corpus != nil, c.Suppression != nil} {
			if set {
				scopes++
			}
		}
		if scopes != 1 {
			fail(fmt.Sprintf("%d scopes instead of one", scopes))
		}
	}
	return errors.Join(errs...)
}

func kebab(s string) bool {
	for i, r := range s {
		if (r < 'a' || r > 'z') && (r != '-' || i == 0 || i == len(s)-1 || s[i-1] == '-') {
			return false
		}
	}
	return s != ""
}
