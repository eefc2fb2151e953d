package parser

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// structure is a document and its outline.
type structure struct{ name, src, want string }

func testStructures(t *testing.T, file string, tests []structure) {
	t.Helper()
	for _, tt := range tests {
		src := strings.TrimPrefix(tt.src, "\n")
		for _, form := range []struct{ name, src string }{
			{"LF", src},
			{"CRLF", strings.ReplaceAll(src, "\n", "\r\n")},
			{"BOM", bom + src},
			{"no final newline", strings.TrimSuffix(src, "\n")},
		} {
			d, err := Parse(file, []byte(form.src), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), plainOutline(d)); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", tt.name, form.name, diff)
			}
			if d.Src != form.src || !d.Fixable {
				t.Errorf("%s, %s: the source is changed", tt.name, form.name)
			}
			checkMarkup(t, d)
		}
	}
}

// plainOutline is outline with the texts as a reader sees them.
func plainOutline(d *Document) string {
	var b strings.Builder
	units := d.Units()
	lines := strings.Split(outline(d), "\n")
	for _, u := range units {
		if u.Kind == KindSentence {
			continue
		}
		line := lines[0]
		lines = lines[1:]
		raw := strings.Join(strings.Fields(d.Text(u.Text)), " ")
		switch u.Kind {
		case KindHeading, KindItem, KindParagraph, KindLevel:
			line = strings.TrimSuffix(line, raw) + strings.Join(strings.Fields(d.Plain(u.Text)), " ")
		case KindCell:
			line = strings.TrimSuffix(line, raw) + strings.Join(cellTexts(d, u), " / ")
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// cellTexts returns the paragraphs of a cell.
func cellTexts(d *Document, u Unit) []string {
	var out []string
	for _, r := range d.Blocks[u.Block].(*Table).Rows {
		for _, c := range r.Cells {
			for _, p := range c.Paragraphs {
				if u.Contains(p) {
					out = append(out, strings.Join(strings.Fields(d.Plain(p)), " "))
				}
			}
		}
	}
	return out
}

// checkMarkup checks what holds for every document with markup: the spans are
// ordered and nested, each text has something to see, and what is seen can be
// found in the source.
func checkMarkup(t *testing.T, d *Document) {
	t.Helper()
	checkUnits(t, d)
	end := 0
	for _, m := range d.marks {
		if m.Start < end || m.Empty() || m.End > len(d.Src) {
			t.Fatalf("mark %v after %d in %q", m, end, d.Src)
		}
		end = m.End
	}
	end = 0
	for s := range d.Texts() {
		if s.Start < end || s.Empty() || s.End > len(d.Src) || trim(d.Src, s) != s {
			t.Fatalf("text %v after %d in %q", s, end, d.Src)
		}
		end = s.End
		checkPlain(t, d, s)
	}
	for _, b := range d.Blocks {
		if t2, ok := b.(*Table); ok {
			checkTable(t, d, t2)
		}
	}
	for i, u := range d.Units() {
		if u.Parent >= 0 && u.Kind != KindItem && !d.Units()[u.Parent].Contains(u.Span) {
			t.Fatalf("unit %d lies outside of its parent: %+v in %q", i, u, d.Src)
		}
	}
}

func checkTable(t *testing.T, d *Document, table *Table) {
	t.Helper()
	if table.Levels == nil && len(table.Rows) == 0 {
		t.Fatalf("an empty table in %q", d.Src)
	}
	for _, r := range table.Rows {
		if len(r.Cells) == 0 {
			t.Fatalf("an empty row in %q", d.Src)
		}
		for _, c := range r.Cells {
			if len(c.Paragraphs) == 0 || c.Empty() {
				t.Fatalf("an empty cell in %q", d.Src)
			}
		}
	}
}

// checkPlain checks that a text can be read, and that each of its words is where
// Source says.
func checkPlain(t *testing.T, d *Document, s Span) {
	t.Helper()
	plain := d.Plain(s)
	if strings.TrimFunc(plain, isBlank) == "" {
		t.Fatalf("nothing to see in %q of %q", d.Text(s), d.Src)
	}
	if whole := d.Source(s, Span{0, len(plain)}); !s.Contains(whole) {
		t.Fatalf("%v is not in %v of %q", whole, s, d.Src)
	}
	at, end := 0, s.Start
	for w := range d.plainly(s, (*Document).Words) {
		if w.Start < end || !s.Contains(w) {
			t.Fatalf("word %v after %d in %v of %q", w, end, s, d.Src)
		}
		end = w.End
		i := strings.Index(plain[at:], d.Plain(w))
		if i < 0 {
			t.Fatalf("no word %q in %q", d.Plain(w), plain)
		}
		at += i
	}
}

func TestPlain(t *testing.T) {
	for _, tt := range []struct{ file, src, plain, words, sentences string }{
		{"a.html", `<p>Leivo <b>heti.</b> Sy&ouml; <a href="https://leipuri.example/2030?a=1">p&auml;iv&auml;llä</a> &amp; illalla.</p>`,
			"Leivo heti. Syö päivällä & illalla.", "Leivo|heti|Syö|päivällä|illalla",
			`Leivo <b>heti.|Sy&ouml; <a href="https://leipuri.example/2030?a=1">p&auml;iv&auml;llä</a> &amp; illalla.`},
		{"a.html", "<p>hiiva<i>leipä</i>, 12&nbsp;345 kg<!-- 7 --></p>", "hiivaleipä, 12\u00A0345 kg", "hiivaleipä|12\u00A0345|kg",
			"hiiva<i>leipä</i>, 12&nbsp;345 kg"},
		{"a.md", "Leivo **heti.** Sy&ouml; [päivällä](https://leipuri.example/2030 \"Taso 1\") tai *illalla*.", "Leivo heti. Syö päivällä tai illalla.",
			"Leivo|heti|Syö|päivällä|tai|illalla", "Leivo **heti.|Sy&ouml; [päivällä](https://leipuri.example/2030 \"Taso 1\") tai *illalla*."},
		{"a.md", "`rm 1` 5\\*3 <b>kg</b> <https://a.example/9>\\\nloppu ![kuva](x7.png)", "rm 1 5*3 kg https://a.example/9\nloppu kuva",
			"rm|1|5|3|kg|https|a.example|9|loppu|kuva", "rm 1` 5\\*3 <b>kg</b> <https://a.example/9>\\\nloppu ![kuva"},
	} {
		d, err := Parse(tt.file, []byte(tt.src), Options{})
		if err != nil || len(d.Blocks) != 1 {
			t.Fatal(err, d.Blocks)
		}
		s := d.Blocks[0].Range()
		var words, sentences []string
		for w := range d.plainly(s, (*Document).Words) {
			words = append(words, d.Plain(w))
		}
		for w := range d.plainly(s, (*Document).Sentences) {
			sentences = append(sentences, d.Text(w))
		}
		got := []string{d.Plain(s), strings.Join(words, "|"), strings.Join(sentences, "|")}
		if diff := cmp.Diff([]string{tt.plain, tt.words, tt.sentences}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.src, diff)
		}
	}
}

// unitLines returns the structure of a document, without what the formats write
// differently: the levels of headings and the marks of items. With flat, headings
// are paragraphs.
func unitLines(d *Document, flat bool) []string {
	var out []string
	for _, u := range d.Units() {
		if flat && u.Kind == KindHeading {
			u.Kind = KindParagraph
		}
		switch u.Kind {
		case KindSentence:
		case KindHeading, KindParagraph, KindItem, KindLevel, KindCell:
			out = append(out, fmt.Sprintf("%s: %s", u.Kind, strings.Join(strings.Fields(d.Plain(u.Text)), " ")))
		default:
			out = append(out, u.Kind.String())
		}
	}
	return out
}

// TestFormatsReal compares the structure of real documents in their three
// formats. Plain text can't tell all that markup can.
func TestFormatsReal(t *testing.T) {
	names, _ := filepath.Glob("../../shared/real/txt/*/*.txt")
	if len(names) == 0 {
		t.Skip("no real documents beside the project")
	}
	read := func(name string) *Document {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil
		}
		d, err := Parse(name, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	all, same := map[string]int{}, map[string]int{}
	compare := func(what, name string, flat bool, a, b *Document) bool {
		all[what]++
		x, y := unitLines(a, flat), unitLines(b, flat)
		if slices.Equal(x, y) {
			same[what]++
			return true
		}
		if testing.Verbose() {
			i := 0
			for i < min(len(x), len(y)) && x[i] == y[i] {
				i++
			}
			t.Logf("%s: %s\n\t%.150q\n\t%.150q", what, name, x[i:min(len(x), i+2)], y[i:min(len(y), i+2)])
		}
		return false
	}
	for _, name := range names {
		base := strings.TrimSuffix(strings.Replace(name, "/txt/", "/FORMAT/", 1), "txt")
		path := func(format string) string { return strings.Replace(base, "FORMAT", format, 1) + format }
		text, md, page := read(name), read(path("md")), read(path("html"))
		if md == nil {
			continue
		}
		checkMarkup(t, md)
		name = filepath.Base(name)
		compare("text and Markdown, headings as paragraphs", name, true, text, md)
		three := compare("text and Markdown", name, false, text, md)
		if page == nil {
			continue
		}
		checkMarkup(t, page)
		three = compare("Markdown and HTML", name, false, md, page) && three
		all["all three"]++
		if three {
			same["all three"]++
		}
	}
	for _, what := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%s: the same in %d of %d", what, same[what], all[what])
	}
	if 100*same["Markdown and HTML"] < 95*all["Markdown and HTML"] {
		t.Error("Markdown and HTML differ too often")
	}
}
