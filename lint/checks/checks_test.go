package checks_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/linttest"
)

func TestSuite(t *testing.T) {
	if err := lint.Validate(checks.All); err != nil {
		t.Error(err)
	}
}

// TestPages runs each check over its manual page.
func TestPages(t *testing.T) {
	for _, c := range checks.All {
		t.Run(c.Name, func(t *testing.T) {
			linttest.Run(t, filepath.Join("doc", c.Name+".txtar"), checks.All, c)
		})
	}
}

func TestManual(t *testing.T) {
	for _, c := range checks.All {
		p, err := checks.Manual(c.Name)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, m := range []lint.Msg{p.Title, p.Text} {
			for _, code := range []string{"en", "fi", "sv"} {
				if strings.TrimSpace(m.In(code)) == "" {
					t.Errorf("%s: the page lacks its text in %q", c.Name, code)
				}
			}
		}
		if len(p.Files) == 0 || p.Want == "" {
			t.Errorf("%s: the page has no example", c.Name)
		}
	}
}
