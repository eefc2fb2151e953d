package term

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

func TestStarter(t *testing.T) {
	base, errs := ReadTSV("starter.tsv", starterTSV)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if len(base.Concepts) < 150 {
		t.Errorf("%d concepts", len(base.Concepts))
	}
	for _, c := range base.Concepts {
		for _, l := range lang.All {
			preferred := 0
			for _, term := range c.In(l) {
				if term.Status == Preferred {
					preferred++
				}
			}
			if preferred != 1 {
				t.Errorf("%s has %d preferred terms in %s", c.ID, preferred, l.Code)
			}
		}
	}
}

func TestReadTSV(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		want      string // as written again
		errs      []string
	}{
		{name: "empty", want: ""},
		{name: "one", src: "concept\tlang\tterm\nx\tfi\tmyyjä\nx\tsv\tsäljare\n", want: "x\tfi\tmyyjä\nx\tsv\tsäljare\n"},
		{name: "free order, comments, Windows", src: "\ufeffterm\tstatus\tconcept\tlang\r\n# own\r\n\r\nsäljare\tBanned\tx\tSV\r\n", want: "x\tsv\tsäljare\tbanned\n"},
		{name: "all", src: "concept\tlang\tterm\tstatus\tpos\tforms\tnot\tdomain\tnote\nx\tfi\tkuusi  puu\tadmitted\tnoun\tkuusta; kuusia\tkuuta\td\tsee  this\n",
			want: "x\tfi\tkuusi puu\tadmitted\tnoun\tkuusta; kuusia\tkuuta\td\tsee this\n"},
		{name: "faults", src: "concept\tlang\tterm\tstatus\tpos\nx\ten\tseller\nx\tfi\t1\ny\tfi\ttalo\told\nz\tfi\ttalo\t\tword\nx\tfi\tmyyjä\nq\tfi\ta\t\t\tmore\n", want: "x\tfi\tmyyjä\n", errs: []string{
			`t:2:3: unknown language "en" (fi or sv)`, "t:3:6: no term", `t:4:11: unknown status "old" (of preferred, admitted, deprecated, banned)`,
			`t:5:12: unknown part of speech "word" (of noun, adjective, verb, name)`, "t:7:10: more fields than columns"}},
		{name: "no header", src: "x\tfi\tmyyjä\n", errs: []string{
			`t:1:1: unknown or repeated column "x" (of concept, lang, term, status, pos, forms, not, domain, note)`, `t:1:3: unknown or repeated column "fi" (of concept, lang, term, status, pos, forms, not, domain, note)`,
			`t:1:6: unknown or repeated column "myyjä" (of concept, lang, term, status, pos, forms, not, domain, note)`, `t:1:1: no column "concept" in the header`, `t:1:1: no column "lang" in the header`, `t:1:1: no column "term" in the header`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			base, errs := ReadTSV("t", []byte(tt.src))
			var got []string
			for _, err := range errs {
				got = append(got, err.Error())
			}
			if d := cmp.Diff(tt.errs, got); d != "" {
				t.Errorf("errors (-want +got):\n%s", d)
			}
			var b strings.Builder
			if err := base.WriteTSV(&b); err != nil {
				t.Fatal(err)
			}
			_, lines, _ := strings.Cut(b.String(), "\n")
			if d := cmp.Diff(tt.want, lines); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestAdd(t *testing.T) {
	read := func(lines string) *Base {
		b, errs := ReadTSV("t", []byte("concept\tlang\tterm\tstatus\n"+lines))
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		return b
	}
	base := read("a\tfi\tyksi\nb\tfi\tkaksi\nb\tsv\ttvå\n")
	shared := base.Concepts[1].Terms
	base.Add(read("b\tsv\ttvå\tbanned\nb\tsv\tett par\nc\tfi\tkolme\n\tfi\tilman\n"))
	want := read("a\tfi\tyksi\nb\tfi\tkaksi\nb\tsv\ttvå\tbanned\nb\tsv\tett par\nc\tfi\tkolme\n\tfi\tilman\n")
	if d := cmp.Diff(want, base, cmp.Comparer(func(a, b *lang.Lang) bool { return a == b })); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if shared[1].Status != Preferred {
		t.Error("what was shared has changed")
	}
}

// FuzzTSV: no bytes panic; every fault has a place in the file; what is read is
// read the same from what is written.
func FuzzTSV(f *testing.F) {
	f.Add("concept\tlang\tterm\tstatus\tpos\tforms\tnot\tdomain\tnote\nx\tfi\tkuusi puu\tadmitted\tnoun\tkuusta; kuusia\tkuuta\td\tsee\n")
	f.Add("\ufeffterm\tlang\tconcept\r\nå\tsv\t\r\n#\r\n\t\t\t")
	f.Fuzz(func(t *testing.T, src string) {
		base, errs := ReadTSV("t", []byte(src))
		lines := strings.Count(src, "\n") + strings.Count(src, "\r") + 1
		for _, err := range errs {
			e, ok := errors.AsType[*parser.Error](err)
			if !ok || e.Line < 1 || e.Line > lines || e.Column < 1 {
				t.Fatalf("%v", err)
			}
		}
		var b bytes.Buffer
		if err := base.WriteTSV(&b); err != nil {
			t.Fatal(err)
		}
		again, errs := ReadTSV("t", b.Bytes())
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		if d := cmp.Diff(base, again, cmp.Comparer(func(a, b *lang.Lang) bool { return a == b })); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	})
}
