package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// shared holds texts that are not ours to publish; tests on them are skipped
// where they are not there.
const shared = "../../../shared"

// sharedPath returns the path of a file or folder of shared.
func sharedPath(tb testing.TB, name string) string {
	tb.Helper()
	path := filepath.Join(shared, name)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("not here: %v", err)
	}
	return path
}

// seedFiles returns the Finnish and the Swedish document.
func seedFiles(tb testing.TB) [2]string {
	tb.Helper()
	dir := sharedPath(tb, "seeds")
	return [2]string{filepath.Join(dir, "000_c1f4e11507ecd274.txt"), filepath.Join(dir, "001_95ee3e6e6a3acf62.txt")}
}

// runOK returns what a command prints; it may find something, but not fail.
func runOK(tb testing.TB, args ...string) []byte {
	tb.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(args, &stdout, &stderr); status == exitTrouble || stderr.Len() > 0 {
		tb.Fatalf("steplint %s: exit status %d\n%s", strings.Join(args, " "), status, stderr.Bytes())
	}
	return stdout.Bytes()
}

// place is a span of a document: lines and columns from 1, columns in code
// points, the end exclusive.
type place struct {
	lang                                       int // 0 Finnish, 1 Swedish
	startLine, startColumn, endLine, endColumn int
}

func (p place) String() string {
	return fmt.Sprintf("%s:%d", [...]string{"fi", "sv"}[p.lang], p.startLine)
}

func (p place) holdsLine(lang, line int) bool {
	return p.lang == lang && p.startLine <= line && line <= p.endLine
}

func (p place) overlaps(q place) bool {
	before := func(line1, column1, line2, column2 int) bool {
		return line1 < line2 || line1 == line2 && column1 < column2
	}
	return p.lang == q.lang && before(p.startLine, p.startColumn, q.endLine, q.endColumn) &&
		before(q.startLine, q.startColumn, p.endLine, p.endColumn)
}

// result is a finding as its places: the primary one comes first.
type result struct {
	check, message string
	places         []place
}

// sarifResults returns the findings of a SARIF log on the files.
func sarifResults(t *testing.T, log []byte, files [2]string) []result {
	t.Helper()
	type location struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
			Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
		}
	}
	var sarif struct {
		Runs []struct {
			Results []struct {
				RuleID                      string
				Message                     struct{ Text string }
				Locations, RelatedLocations []location
			}
		}
	}
	if err := json.Unmarshal(log, &sarif); err != nil {
		t.Fatal(err)
	}
	var out []result
	for _, r := range sarif.Runs[0].Results {
		f := result{check: r.RuleID, message: r.Message.Text}
		for _, l := range append(r.Locations, r.RelatedLocations...) {
			lang := slices.IndexFunc(files[:], func(name string) bool {
				return strings.HasSuffix(l.PhysicalLocation.ArtifactLocation.URI, filepath.Base(name))
			})
			if lang < 0 {
				t.Fatalf("a finding in %s", l.PhysicalLocation.ArtifactLocation.URI)
			}
			g := l.PhysicalLocation.Region
			f.places = append(f.places, place{lang, g.StartLine, g.StartColumn, g.EndLine, g.EndColumn})
		}
		out = append(out, f)
	}
	return out
}

// goldRow is a known defect, or a trap: what looks like one and is none.
type goldRow struct {
	id, check, first string
	places           []place // the lines, and for a trap the very words
}

// readGold returns the rows of gold.tsv.
func readGold(t *testing.T, dir string, files [2]string) []goldRow {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "gold.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var texts [2][]string
	for i, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = strings.Split(string(text), "\n")
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	header := strings.Split(lines[0], "\t")
	var rows []goldRow
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		column := func(name string) string { return cells[slices.Index(header, name)] }
		row := goldRow{id: column("id"), check: column("check"), first: column("first")}
		spans := strings.Split(column("span"), " | ")
		for i, at := range strings.Split(column("lines"), "; ") {
			var p place
			if _, err := fmt.Sscanf(strings.Replace(strings.Replace(at, "fi:", "0:", 1), "sv:", "1:", 1), "%d:%d", &p.lang, &p.startLine); err != nil {
				t.Fatalf("%s: lines %q: %v", row.id, at, err)
			}
			text := texts[p.lang][p.startLine-1]
			p.endLine, p.startColumn, p.endColumn = p.startLine, 1, utf8.RuneCountInString(text)+2
			if row.first == "trap" && len(spans) > i {
				before, _, ok := strings.Cut(text, spans[i])
				if !ok {
					t.Fatalf("%s: no %q in %v", row.id, spans[i], p)
				}
				p.startColumn = 1 + utf8.RuneCountInString(before)
				p.endColumn = p.startColumn + utf8.RuneCountInString(spans[i])
			}
			row.places = append(row.places, p)
		}
		rows = append(rows, row)
	}
	return rows
}

// explains reports whether the finding is the defect of the row.
func (g goldRow) explains(f result) bool {
	return g.first != "trap" && slices.Contains(strings.Split(g.check, " or "), f.check) &&
		slices.ContainsFunc(g.places, func(p place) bool { return g.foundAt(f, p) })
}

func (g goldRow) foundAt(f result, p place) bool {
	return slices.ContainsFunc(f.places, func(q place) bool { return q.holdsLine(p.lang, p.startLine) })
}

// The defects of the seed documents that are due are found where they are,
// nothing is found in the traps, and nothing else is found.
func TestSeeds(t *testing.T) {
	files := seedFiles(t)
	log := runOK(t, "check", "--format", "sarif", files[0], files[1])
	if again := runOK(t, "check", "--format", "sarif", files[1], files[0]); !bytes.Equal(log, again) {
		t.Error("the report depends on the order of the arguments")
	}
	found := sarifResults(t, log, files)
	gold := readGold(t, filepath.Dir(files[0]), files)

	for _, g := range gold {
		if g.first != "yes" && g.first != "terms" {
			continue
		}
		// A defect that both languages share is found in both.
		for lang := range files {
			at := slices.DeleteFunc(slices.Clone(g.places), func(p place) bool { return p.lang != lang })
			if len(at) > 0 && !slices.ContainsFunc(found, func(f result) bool {
				return slices.Contains(strings.Split(g.check, " or "), f.check) && slices.ContainsFunc(at, func(p place) bool { return g.foundAt(f, p) })
			}) {
				t.Errorf("%s: no %s at %v", g.id, g.check, at)
			}
		}
	}
	for _, f := range found {
		if slices.ContainsFunc(gold, func(g goldRow) bool { return g.explains(f) }) {
			continue
		}
		t.Errorf("beyond the gold list: %v %s: %s", f.places[0], f.check, f.message)
		for _, g := range gold {
			if g.first == "trap" && slices.ContainsFunc(g.places, f.places[0].overlaps) {
				t.Errorf("%s: %v %s: %s", g.id, f.places[0], f.check, f.message)
			}
		}
	}
}

// Every block of the seed documents has its one counterpart, and so has every
// item, row and cell.
func TestSeedsAligned(t *testing.T) {
	files := seedFiles(t)
	out := runOK(t, "compare", "--format", "json", files[0], files[1])
	if again := runOK(t, "compare", "--format", "json", files[1], files[0]); !bytes.Equal(out, again) {
		t.Error("the comparison depends on the order of the arguments")
	}
	var compared struct {
		Links []struct {
			Kind           string
			Source, Target []struct{ StartLine int }
		}
	}
	if err := json.Unmarshal(out, &compared); err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, l := range compared.Links {
		count[l.Kind]++
		if l.Kind != "sentence" && (len(l.Source) != 1 || len(l.Target) != 1) {
			t.Errorf("%s: lines %v and %v", l.Kind, l.Source, l.Target)
		}
	}
	if blocks := count["heading"] + count["paragraph"] + count["list"] + count["table"]; blocks != 13 {
		t.Errorf("%d blocks are linked, want 13: %v", blocks, count)
	}
}
