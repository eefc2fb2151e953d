package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// reviewdog reads the reports of the real corpus and gives back what they say: all
// messages at their places, and from rdjson the very text that is flagged.
func TestReviewdog(t *testing.T) {
	if testing.Short() {
		t.Skip("takes its time")
	}
	reviewdog := reviewdogPath(t)
	dir, err := filepath.Abs(sharedPath(t, "real/txt"))
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	args := []string{"check", "--lang", "en", "--format", "json"}
	formats := []string{"rdjson", "checkstyle", "sarif"}
	for _, f := range formats {
		args = append(args, "--report", f+"="+filepath.Join(out, f))
	}
	var want struct{ Findings []shownFinding }
	if err := json.Unmarshal(runOK(t, append(args, dir)...), &want); err != nil {
		t.Fatal(err)
	}
	if len(want.Findings) == 0 {
		t.Fatal("nothing found")
	}
	for _, format := range formats {
		t.Run(format, func(t *testing.T) {
			got := reviewed(t, reviewdog, format, filepath.Join(out, format))
			if len(got) != len(want.Findings) {
				t.Fatalf("%d diagnostics, want %d", len(got), len(want.Findings))
			}
			byPlace := map[string]int{}
			for i := range got {
				byPlace[fmt.Sprint(got[i].path(t), got[i].Location.Range.Start.Line)]++
			}
			for i := range want.Findings {
				f := &want.Findings[i]
				byPlace[fmt.Sprint(f.Path, f.StartLine)]--
				if format != "rdjson" { // which alone keeps the order
					continue
				}
				if d := &got[i]; d.Message != spelt(f.Message) || d.text(t) != f.text(t) {
					t.Errorf("%s:%d: reviewdog shows %q at %q, want %q at %q", f.Path, f.StartLine, d.Message, d.text(t), f.Message, f.text(t))
				}
			}
			for place, n := range byPlace {
				if n != 0 {
					t.Errorf("%s: %+d", place, n)
				}
			}
		})
	}
}

// reviewdogPath returns the program of .ci/run, or else the one that is installed.
func reviewdogPath(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"../../.bin/reviewdog", "reviewdog"} {
		if path, err := exec.LookPath(name); err == nil {
			path, err = filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	t.Skip("reviewdog is not installed; .ci/run does it")
	return ""
}

// shownFinding is a finding of the JSON report.
type shownFinding struct {
	Message, Path                 string
	StartLine, StartByte, EndByte int
}

func (f *shownFinding) text(t *testing.T) string {
	return strings.TrimRight(readText(t, f.Path)[f.StartByte:f.EndByte], "\r\n")
}

// spelt returns the message as it may be printed.
func spelt(message string) string {
	return regexp.MustCompile(`\p{Cc}`).ReplaceAllStringFunc(message, func(c string) string {
		return fmt.Sprintf("<U+%04X>", []rune(c)[0])
	})
}

// diagnostic is what reviewdog makes of a finding.
type diagnostic struct {
	Message  string
	Location struct {
		Path  string
		Range struct{ Start, End struct{ Line, Column int } }
	}
}

// checkout is where reviewdog runs: it tells paths from there, or from the root of the
// repository, which is the same then.
const checkout = "../.."

func (d *diagnostic) path(t *testing.T) string {
	path := d.Location.Path
	if !filepath.IsAbs(path) {
		path = filepath.Join(checkout, path)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// text cuts the place out of the file, by lines and bytes.
func (d *diagnostic) text(t *testing.T) string {
	lines := strings.SplitAfter(readText(t, d.path(t)), "\n")
	r := d.Location.Range
	text := strings.Join(lines[r.Start.Line-1:r.End.Line], "")
	return text[r.Start.Column-1 : len(text)-len(lines[r.End.Line-1])+r.End.Column-1]
}

// reviewed returns what reviewdog reads in the report.
func reviewed(t *testing.T, reviewdog, format, file string) []diagnostic {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	c := exec.Command(reviewdog, "-f="+format, "-diff=true", "-filter-mode=nofilter", "-reporter=rdjson")
	c.Dir = checkout
	c.Stdin = in
	c.Stderr = t.Output()
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got struct{ Diagnostics []diagnostic }
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	return got.Diagnostics
}

func readText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
