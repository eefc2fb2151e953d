package main

import (
	"cmp"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// told is what a finding says, without its place.
type told struct{ check, severity, message string }

// findings counts what is told about a step.
type findings map[told]int

// The three formats of a pair give the same findings, nearly: what a reader of
// plain text has to guess, markup says. The test prints the pairs that differ and
// why, and fails when fewer agree than did.
func TestFormats(t *testing.T) {
	if testing.Short() {
		t.Skip("takes its time")
	}
	const leastShare = 0.9
	steps := stepsOf(t, "html") // some have no such page
	text := findingsByStep(t, "txt", steps)
	markdown := findingsByStep(t, "md", steps)
	page := findingsByStep(t, "html", steps)
	same, classes := 0, map[string]int{}
	for _, step := range steps {
		agree := true
		for _, class := range []string{
			difference("text and Markdown", text[step], markdown[step]),
			difference("Markdown and HTML", markdown[step], page[step]),
		} {
			if class != "" {
				agree = false
				classes[class]++
				t.Logf("%s: %s", step, class)
			}
		}
		if agree {
			same++
		}
	}
	t.Logf("%d of %d pairs agree in all formats", same, len(steps))
	for _, class := range slices.SortedFunc(maps.Keys(classes), func(a, b string) int {
		return cmp.Or(classes[b]-classes[a], strings.Compare(a, b))
	}) {
		t.Logf("%3d  %s", classes[class], class)
	}
	if float64(same) < leastShare*float64(len(steps)) {
		t.Errorf("%d of %d pairs agree in all formats, want %v of them", same, len(steps), leastShare)
	}
}

// stepsOf returns the real steps that are there in the format.
func stepsOf(t *testing.T, format string) []string {
	t.Helper()
	dir := sharedPath(t, "real/"+format)
	end := ".fi." + format
	files, err := filepath.Glob(filepath.Join(dir, "*", "*"+end))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents in %s: %v", dir, err)
	}
	for i, name := range files {
		parts := strings.Split(filepath.ToSlash(strings.TrimSuffix(name, end)), "/")
		files[i] = strings.Join(parts[len(parts)-2:], "/")
	}
	return files
}

// findingsByStep checks the steps in the format, alone, as the documents at hand
// teach the words to align by: the findings of each step, none for most.
func findingsByStep(t *testing.T, format string, steps []string) map[string]findings {
	t.Helper()
	from, dir := sharedPath(t, "real/"+format), t.TempDir()
	all := map[string]findings{}
	for _, step := range steps {
		all[step] = findings{}
		for _, lang := range []string{".fi.", ".sv."} {
			name := filepath.FromSlash(step) + lang + format
			data, err := os.ReadFile(filepath.Join(from, name))
			if err != nil {
				t.Fatal(err)
			}
			name = filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	var report struct {
		Findings []struct{ Check, Severity, Step, Message string }
	}
	if err := json.Unmarshal(runOK(t, "check", "--lang", "en", "--format", "json", dir), &report); err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		parts := strings.Split(f.Step, "/")
		all[strings.Join(parts[len(parts)-2:], "/")][told{f.Check, f.Severity, f.Message}]++
	}
	return all
}

// difference returns why the findings in two formats differ, "" when they do
// not: the first cause that explains any of what differs.
func difference(formats string, a, b findings) string {
	if maps.Equal(a, b) {
		return ""
	}
	var cause string
	switch found := append(minus(a, b), minus(b, a)...); {
	case maps.Equal(a.as(blockKinds), b.as(blockKinds)):
		cause = "headings are told by their shape in text"
	case maps.Equal(a.as(plainSeverity), b.as(plainSeverity)):
		cause = "the alignments are not equally sure"
	case anyOf(found, "kind-mismatch", "missing-bullet"):
		cause = "bullets and numbers that are typed are a list in one of them"
	case anyOf(found, "missing-cell", "extra-cell", "missing-row", "extra-row", "uneven-level-row") || speaksOf(found, "table"):
		cause = "tables without level names are paragraphs in text"
	case speaksOf(found, "what follows it"):
		cause = "headings are told by their shape in text, and what is below them with them"
	case anyOf(found, "moved-block", "split-block", "missing-block", "extra-block"):
		cause = "blocks begin and end elsewhere"
	case anyOf(found, "length-outlier"):
		cause = "the usual ratio of lengths is not the same in both corpora"
	default:
		var checks []string
		for _, f := range found {
			checks = append(checks, f.check)
		}
		slices.Sort(checks)
		cause = "other: " + strings.Join(slices.Compact(checks), ", ")
	}
	return formats + ": " + cause
}

// minus returns what is told in a and not, or less often, in b.
func minus(a, b findings) []told {
	var out []told
	for f, n := range a {
		if n > b[f] {
			out = append(out, f)
		}
	}
	return out
}

// as returns the findings as seen through f.
func (a findings) as(f func(told) told) findings {
	out := findings{}
	for x, n := range a {
		out[f(x)] += n
	}
	return out
}

func blockKinds(f told) told {
	f.message = strings.NewReplacer("the heading “", "the block “", "the paragraph “", "the block “").Replace(f.message)
	return f
}

func plainSeverity(f told) told {
	f.severity = ""
	return f
}

func anyOf(found []told, checks ...string) bool {
	return slices.ContainsFunc(found, func(f told) bool { return slices.Contains(checks, f.check) })
}

func speaksOf(found []told, words string) bool {
	return slices.ContainsFunc(found, func(f told) bool { return strings.Contains(f.message, words) })
}
