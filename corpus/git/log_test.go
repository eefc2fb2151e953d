package git

import (
	"bufio"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestLog(t *testing.T) {
	long := strings.Repeat("Sama rivi pysyy.\n", 20)
	dir := repository(t, map[string]string{"a.txt": "1\n", "b \"ä\".txt": long})
	commit(t, dir, map[string]string{"a.txt": "2\n"})
	run(t, dir, "checkout", "-qb", "haara")
	run(t, dir, "mv", "b \"ä\".txt", "uusi.txt")
	commit(t, dir, map[string]string{"uusi.txt": long + "Uusi rivi.\n"})
	run(t, dir, "checkout", "-q", "main")
	commit(t, dir, map[string]string{"a.txt": "", "c.txt": "3\n"})
	run(t, dir, "merge", "-q", "-m", "merge", "haara")
	// What a configuration might change of the output.
	for _, set := range []string{"log.showRoot=false", "diff.renames=false", "log.showSignature=true", "diff.relative=true", "color.ui=always", "log.diffMerges=off", "log.date=relative"} {
		key, value, _ := strings.Cut(set, "=")
		run(t, dir, "config", key, value)
	}

	ctx := context.Background()
	r, err := Open(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	parents := map[string]int{}
	for c, err := range r.Log(ctx, "HEAD", 100) {
		if err != nil {
			t.Fatal(err)
		}
		line := strings.Repeat("^", len(c.Parents))
		for _, ch := range c.Changes {
			line += " " + ch.Old + ">" + ch.New
		}
		got = append(got, line)
		for _, p := range c.Parents {
			parents[p]++
		}
		if !isID(c.ID) || len(c.Date) != len("2027-01-31") {
			t.Errorf("commit %q of %q", c.ID, c.Date)
		}
	}
	want := []string{
		"^^ b \"ä\".txt>uusi.txt",
		"^ a.txt> >c.txt",
		"^ b \"ä\".txt>uusi.txt",
		"^ a.txt>a.txt",
		" >a.txt >b \"ä\".txt",
	}
	// The two branches have no order when they are of one second.
	if len(got) == 5 && got[1] == want[2] {
		got[1], got[2] = got[2], got[1]
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	n := 0
	for _, err := range r.Log(ctx, "HEAD", 2) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 2 {
		t.Errorf("%d commits within a limit of 2", n)
	}
	for range r.Log(ctx, "HEAD", 100) {
		break // ends the process
	}
	for _, err := range r.Log(ctx, "puuttuu", 100) {
		if err == nil {
			t.Error("the log of nothing has a commit")
		}
	}
}

// Whatever is read, nothing is made up: there are no more commits than heads of
// one, and no more text in what they changed than there is at all.
func FuzzReadLog(f *testing.F) {
	f.Add("\x02aa bb cc\x022024-03-01\x00\n:100644 100644 11 22 M\x00a.txt\x00:100644 100644 11 22 R100\x00a\x00b\x00\x02bb \x022024-02-01\x00")
	f.Add(":100644 100644 11 22 M\x00")
	f.Add("\x02\x00:1 2 3 4 R\x00a")
	f.Add("\x02aa\x02\x00\n:1 2 3 4 \x00a\x00")
	f.Fuzz(func(t *testing.T, in string) {
		commits, size := 0, 0
		_, err := readLog(bufio.NewReader(strings.NewReader(in)), func(c *Commit) bool {
			commits++
			size += len(c.ID) + len(c.Date)
			for _, ch := range c.Changes {
				size += len(ch.OldID)
				for _, path := range []string{ch.Old, ch.New} {
					if path != "" && !strings.Contains(norm.NFC.String(in), path) {
						t.Errorf("%q is not in %q", path, in)
					}
				}
			}
			return true
		})
		if commits > strings.Count(in, "\x02") || size > len(in) {
			t.Errorf("%d commits with %d bytes of %q, %v", commits, size, in, err)
		}
	})
}
