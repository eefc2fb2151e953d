package lint

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
)

// Change is what the chosen fixes do to one file.
type Change struct {
	File *parser.File
	// New is the text after the fixes; File.Src if all were skipped.
	New string
	// Applied holds the findings whose fix is in New, Skipped the rest of those
	// that have a fix for this file, both in the order of the findings. A finding
	// whose fix edits several files is in the change of each.
	Applied []Finding
	Skipped []Skip
}

// Skip is a finding whose fix was left out.
type Skip struct {
	Finding Finding
	Why     Msg
}

// The reasons for a Skip.
var (
	skipOverlap = Msg{"the fix overlaps an earlier one", "korjaus on päällekkäinen aiemman kanssa", "åtgärden överlappar en tidigare"}
	skipInvalid = Msg{"the fix does not fit the text", "korjaus ei sovi tekstiin", "åtgärden passar inte texten"}
)

// Apply returns what the fixes of the findings do to their files, sorted by
// file name. Of each finding it takes the first safe fix, or with unsafe the
// first fix of any kind. The edits of a fix are applied together or not at all,
// also across files. Where two fixes touch the same text, that of the earlier
// finding is applied; insertions touch no text, and those at one place stand in
// the order of the findings. The same edit wanted twice is made once. A fix with
// an edit out of range, within a code point or against another edit of its own
// is skipped.
//
// Files of the same name are one file and must have the same text. Findings and
// files are not changed. Skipped fixes may be possible after another run on the
// changed text, which is where a caller learns that nothing is left to fix.
func Apply(findings []Finding, unsafe bool) []Change {
	files := make(map[string]*fileEdits)
	for _, f := range findings {
		i := slices.IndexFunc(f.Fixes, func(x Fix) bool { return unsafe || x.Safe })
		if i < 0 || len(f.Fixes[i].Edits) == 0 {
			continue
		}
		edits := f.Fixes[i].Edits
		touched := touch(files, edits)
		why, skip := refuse(files, edits)
		for _, t := range touched {
			if skip {
				t.skipped = append(t.skipped, Skip{f, why})
			} else {
				t.applied = append(t.applied, f)
			}
		}
		if skip {
			continue
		}
		for _, e := range edits {
			files[e.File.Name].add(e)
		}
	}
	changes := make([]Change, 0, len(files))
	for _, t := range files {
		changes = append(changes, Change{t.file, t.text(), t.applied, t.skipped})
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Compare(a.File.Name, b.File.Name) })
	return changes
}

// fileEdits collects what happens to one file. The edits share no text and are
// sorted by span; equal (empty) spans stand in the order of their findings.
type fileEdits struct {
	file    *parser.File
	edits   []Edit
	applied []Finding
	skipped []Skip
}

// touch returns the entries of the files that the edits name, each once.
func touch(files map[string]*fileEdits, edits []Edit) []*fileEdits {
	var out []*fileEdits
	for _, e := range edits {
		t := files[e.File.Name]
		if t == nil {
			t = &fileEdits{file: e.File}
			files[e.File.Name] = t
		}
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// refuse says whether the edits of one fix cannot be applied, and why.
func refuse(files map[string]*fileEdits, edits []Edit) (Msg, bool) {
	for i, e := range edits {
		t := files[e.File.Name]
		if e.File.Src != t.file.Src || !fits(e) || slices.ContainsFunc(edits[:i], func(x Edit) bool { return clash(x, e) }) {
			return skipInvalid, true
		}
	}
	for _, e := range edits {
		t := files[e.File.Name]
		if i := t.find(e); i < len(t.edits) && clash(t.edits[i], e) {
			return skipOverlap, true
		}
	}
	return Msg{}, false
}

// fits reports whether the edit's span lies in its file, on code points.
func fits(e Edit) bool {
	src, s := e.File.Src, e.Span
	boundary := func(i int) bool { return i == len(src) || utf8.RuneStart(src[i]) }
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(src) && boundary(s.Start) && boundary(s.End)
}

// clash reports whether two different edits touch the same text. An insertion
// does so only within the other's span, not at its ends.
func clash(a, b Edit) bool {
	return a.File.Name == b.File.Name && a.Span.Overlaps(b.Span) && (a.Span != b.Span || a.New != b.New)
}

// find returns the index of the first edit that ends behind the start of e: the
// only one to look at, for if e clashes with any, it does with this one.
func (t *fileEdits) find(e Edit) int {
	return sort.Search(len(t.edits), func(i int) bool { return t.edits[i].Span.End > e.Span.Start })
}

// add puts in an edit that clashes with none, unless it is there already.
func (t *fileEdits) add(e Edit) {
	i := sort.Search(len(t.edits), func(i int) bool {
		s := t.edits[i].Span
		return cmp.Or(cmp.Compare(s.Start, e.Span.Start), cmp.Compare(s.End, e.Span.End)) > 0
	})
	for k := i - 1; k >= 0 && t.edits[k].Span == e.Span; k-- {
		if t.edits[k].New == e.New {
			return
		}
	}
	t.edits = slices.Insert(t.edits, i, e)
}

// text returns the file's text with the edits made.
func (t *fileEdits) text() string {
	var sb strings.Builder
	at := 0
	for _, e := range t.edits {
		sb.WriteString(t.file.Src[at:e.Span.Start])
		sb.WriteString(e.New)
		at = e.Span.End
	}
	sb.WriteString(t.file.Src[at:])
	return sb.String()
}
