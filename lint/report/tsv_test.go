package report

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/lint"
)

func TestTSV(t *testing.T) {
	r := checked()
	rows := readTSV(t, write(t, TSV, r))
	keys := []string{r.Findings[0].Key(), r.Findings[1].Key(), r.Findings[2].Key()}
	want := [][]string{
		{"severity", "check", "step", "path", "line", "column", "message", "source", "target", "fix", "key"},
		{"warning", "odd-space", "polku/02 piha", "polku/02 piha.fi.txt", "6", "19", `no-break space after "kasvit"`, "valitsee kasvit\u00A0kasvupaikan mukaan.", "", "write a common space", keys[0]},
		{"info", "title-variant", "polku/02 piha", "polku/02 piha.sv.txt", "1", "1", "the title is [short](1)", "", "Jag planerar gården", "write A; write B", keys[1]},
		{"error", "missing-bullet", "polku/02 piha", "polku/02 piha.sv.txt", "6", "1", "list item without a bullet", "valitsee kasvit\u00A0kasvupaikan mukaan.", "• mäter gården och ritar en karta.     väljer växter enligt växtplatsen.", "add the bullet", keys[2]},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	r.Corpus = nil
	if row := readTSV(t, write(t, TSV, r))[1]; row[7] != "" || row[8] != "" {
		t.Errorf("texts of unknown documents: %q", row)
	}
}

func TestTSVCell(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Korjaan pyörän", "Korjaan pyörän"},
		{"a\tb\r\nc\u2028d\ve", "a b  c d e"},
		{"=1+1", "'=1+1"},
		{"+358", "'+358"},
		{"-maan", "'-maan"},
		{"@SUM(1)", "'@SUM(1)"},
		{"＝1", "'＝1"},
		{" \t=1", "'=1"},
		{`"a" b`, `'"a" b`},
		{"1-2", "1-2"},
		{"a\x1b[0m\u202Eb", "a<U+001B>[0m<U+202E>b"},
		{"##vso[x]", "##vso<U+005B>x]"},
		{"a\xFFb\u00A0c", "a\uFFFDb\u00A0c"},
	}
	for _, tt := range tests {
		if got := tsvCell(tt.in); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

// readTSV reads the table in two ways, as separated by tabs alone and as a
// spreadsheet does, which must be the same.
func readTSV(t *testing.T, out string) [][]string {
	t.Helper()
	out, ok := strings.CutPrefix(out, bom)
	if !ok {
		t.Error("no byte order mark")
	}
	r := csv.NewReader(strings.NewReader(out))
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var plainly [][]string
	for line := range strings.Lines(out) {
		plainly = append(plainly, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	if diff := cmp.Diff(plainly, rows); diff != "" {
		t.Error(diff)
	}
	return rows
}

func FuzzTSV(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		r := checked()
		r.Findings = append(fuzzRun(name, src, arg, a, b).Findings, r.Findings...)
		for i := range r.Findings[1:] {
			r.Findings[i+1].Msg, r.Findings[i+1].Args = lint.Msg{EN: "%s", FI: "%s", SV: "%s"}, []any{src}
		}
		rows := readTSV(t, write(t, TSV, r))
		if len(rows) != 5 {
			t.Fatalf("%d rows", len(rows))
		}
		for _, row := range rows {
			if len(row) != len(tsvColumns) {
				t.Fatalf("%d cells: %q", len(row), row)
			}
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "-") || strings.HasPrefix(cell, "@") {
					t.Errorf("a formula: %q", cell)
				}
				if cell != visible(cell) {
					t.Errorf("acts on who reads it: %q", cell)
				}
			}
		}
	})
}
