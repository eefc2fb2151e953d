package linttest

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

const then = "then/"

// commitThen commits the earlier versions of the documents in the archive, if it
// has any.
func commitThen(t *testing.T, a *txtar.Archive) {
	t.Helper()
	any := false
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, then); ok {
			write(t, name, escapes.Replace(string(f.Data)))
			any = true
		}
	}
	if !any {
		return
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"commit", "-q", "-m", then}} {
		c := exec.Command("git", args...)
		c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
			"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", args[0], err, out)
		}
	}
}
