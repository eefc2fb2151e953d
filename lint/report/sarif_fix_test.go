package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// A deletion takes in a character beside it, so that it has a content: applied, it
// is the same.
func TestKeeping(t *testing.T) {
	tests := []struct {
		name, src string
		spans     []parser.Span
		want      string // content of the first edit
	}{
		{"before a character", "aäb", []parser.Span{{Start: 0, End: 1}}, "ä"},
		{"at the end", "aäb", []parser.Span{{Start: 3, End: 4}}, "ä"},
		{"before another edit", "abc", []parser.Span{{Start: 1, End: 2}, {Start: 2, End: 3}}, "a"},
		{"between two", "abc", []parser.Span{{Start: 1, End: 2}, {Start: 2, End: 3}, {Start: 0, End: 1}}, ""},
		{"everything", "abc", []parser.Span{{Start: 0, End: 3}}, ""},
		{"after a byte order mark", "\uFEFFabc", []parser.Span{{Start: 3, End: 6}}, ""},
		{"beside broken bytes", "\xFFa\xFF", []parser.Span{{Start: 1, End: 2}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := parser.NewFile("a.txt", tt.src)
			var edits []lint.Edit
			for _, s := range tt.spans {
				edits = append(edits, lint.Edit{File: f, Span: s})
			}
			got := keeping(edits[0], edits)
			if got.New != tt.want {
				t.Errorf("content %q, want %q", got.New, tt.want)
			}
			apply := func(e lint.Edit) string { return tt.src[:e.Span.Start] + e.New + tt.src[e.Span.End:] }
			if diff := cmp.Diff(apply(edits[0]), apply(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
	edit := lint.Edit{File: parser.NewFile("a.txt", "abc"), Span: parser.Span{Start: 1, End: 2}, New: "x"}
	if got := keeping(edit, []lint.Edit{edit}); got != edit {
		t.Errorf("%+v became %+v", edit, got)
	}
}
