package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

func TestRDJSON(t *testing.T) {
	want := `{"source":{"name":"steplint"},"diagnostics":[
{"message":"no-break space after \"kasvit\"","location":{"path":"polku/02 piha.fi.txt","range":{"start":{"line":6,"column":21},"end":{"line":6,"column":23}}},"severity":"WARNING","code":{"value":"odd-space"},"suggestions":[{"range":{"start":{"line":6,"column":21},"end":{"line":6,"column":23}},"text":" "}]},
{"message":"the title is [short](1)","location":{"path":"polku/02 piha.sv.txt","range":{"start":{"line":1,"column":1},"end":{"line":1,"column":21}}},"severity":"INFO","code":{"value":"title-variant"},"suggestions":[{"range":{"start":{"line":1,"column":1},"end":{"line":1,"column":21}},"text":"B"}]},
{"message":"list item without a bullet","location":{"path":"polku/02 piha.sv.txt","range":{"start":{"line":6,"column":1},"end":{"line":6,"column":12}}},"severity":"ERROR","code":{"value":"missing-bullet"},"suggestions":[{"range":{"start":{"line":6,"column":5},"end":{"line":6,"column":5}},"text":"• "}],"related_locations":[{"message":"the Finnish item has one","location":{"path":"polku/02 piha.fi.txt","range":{"start":{"line":6,"column":2},"end":{"line":6,"column":5}}}}]}
]}
`
	if diff := cmp.Diff(want, write(t, RDJSON, sample("en"))); diff != "" {
		t.Error(diff)
	}
	if got := readRDJSON(t, write(t, RDJSON, &Run{})); len(got) != 0 {
		t.Errorf("no findings: %v", got)
	}
}

// A suggestion is the fix's edits in one, on the lines of the finding.
func TestSuggestion(t *testing.T) {
	src := "yksi kaksi\nkolme neljä\nviisi\n"
	f := parser.NewFile("a.txt", src)
	span := func(part string) parser.Span { return at(f, part, 0) }
	edit := func(part, text string) lint.Edit { return lint.Edit{File: f, Span: span(part), New: text} }
	tests := []struct {
		name, found string
		edits       []lint.Edit
		want        string // the file with the suggestion; "" for none
	}{
		{"one", "kaksi", []lint.Edit{edit("kaksi", "2")}, "yksi 2\nkolme neljä\nviisi\n"},
		{"two", "kaksi", []lint.Edit{edit("kaksi", "2"), edit("yksi", "1")}, "1 2\nkolme neljä\nviisi\n"},
		{"the same line", "yksi", []lint.Edit{edit("kaksi", "2")}, "yksi 2\nkolme neljä\nviisi\n"},
		{"one line of two", "kaksi\nkolme", []lint.Edit{edit("kolme", "3")}, "yksi kaksi\n3 neljä\nviisi\n"},
		{"another line", "yksi", []lint.Edit{edit("viisi", "5")}, ""},
		{"another file", "yksi", []lint.Edit{{File: parser.NewFile("b.txt", src), New: "0"}}, ""},
		{"its line end", "viisi", []lint.Edit{edit("viisi\n", "")}, ""},
		{"overlap", "yksi", []lint.Edit{edit("yksi", "1"), edit("ksi", "")}, ""},
		{"nothing", "yksi", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, ok := suggestion(&lint.Finding{File: f, Span: span(tt.found)}, tt.edits)
			got := ""
			if ok {
				i, j := byteOffsets(t, src, s.Range)
				got = src[:i] + s.Text + src[j:]
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// byteOffsets finds a range in the bytes of the file as reviewdog does: a line is
// what stands between two line feeds, a column a byte of it.
func byteOffsets(t *testing.T, src string, r rdRange) (start, end int) {
	t.Helper()
	offset := func(p rdPosition) int {
		lines := strings.SplitAfter(src, "\n")
		if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len(lines[p.Line-1])+1 {
			t.Fatalf("place %+v in %q", p, src)
		}
		return len(strings.Join(lines[:p.Line-1], "")) + p.Column - 1
	}
	return offset(r.Start), offset(r.End)
}

func readRDJSON(t *testing.T, out string) []rdDiagnostic {
	t.Helper()
	var got struct {
		Source      struct{ Name string }
		Diagnostics []rdDiagnostic
	}
	dec := json.NewDecoder(strings.NewReader(out))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&got); err != nil {
		t.Fatal(err)
	}
	if got.Source.Name != "steplint" {
		t.Errorf("source %q", got.Source.Name)
	}
	return got.Diagnostics
}

// Whatever the text, the byte columns cut what is flagged out of the file, and a
// suggestion makes of it what the fix makes.
func FuzzRDJSON(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		if strings.Contains(src, "\r") {
			t.Skip("reviewdog knows no other line end than a line feed")
		}
		r := fuzzRun(name, src, arg, a, b)
		found := &r.Findings[0]
		got := readRDJSON(t, write(t, RDJSON, r))
		if len(got) != 1 || len(got[0].Related) != 2 || !printable(got[0].Message) {
			t.Fatalf("%+v", got)
		}
		i, j := byteOffsets(t, src, got[0].Location.Range)
		if want := found.File.Text(shown(found.File, found.Span)); src[i:j] != want {
			t.Errorf("the place is %q, want %q", src[i:j], want)
		}
		if i := slices.IndexFunc(found.Fixes, func(x lint.Fix) bool { return len(x.Edits) > 0 }); i >= 0 && utf8.ValidString(src) && utf8.ValidString(arg) {
			for _, s := range got[0].Suggestions {
				e := found.Fixes[i].Edits[0]
				want := src[:e.Span.Start] + e.New + src[e.Span.End:]
				if i, j := byteOffsets(t, src, s.Range); src[:i]+s.Text+src[j:] != want {
					t.Errorf("the suggestion makes %q, want %q", src[:i]+s.Text+src[j:], want)
				}
			}
		}
	})
}
