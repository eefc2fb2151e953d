package term

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// byLanguage returns the base with the terms of each concept in order of language,
// which is all that some formats keep of their order.
func byLanguage(b *Base) *Base {
	out := &Base{Concepts: slices.Clone(b.named().Concepts)}
	for k := range out.Concepts {
		terms := slices.Clone(out.Concepts[k].Terms)
		slices.SortStableFunc(terms, func(a, b Term) int { return cmp.Compare(a.Lang.Code, b.Lang.Code) })
		out.Concepts[k].Terms = terms
	}
	return out
}

var sameLang = gocmp.Comparer(func(a, b *lang.Lang) bool { return a == b })

// summary lists what was read: the base as a table, what was omitted, the errors.
func summary(t *testing.T, name, src string) string {
	t.Helper()
	base, omitted, errs := Read(name, []byte(src))
	var out strings.Builder
	if err := base.WriteTSV(&out); err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(out.String(), "\n")
	for _, m := range []map[string]int{omitted.Terms, omitted.Details} {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			table += fmt.Sprintf("omitted %s: %d\n", k, m[k])
		}
	}
	if omitted.Concepts > 0 {
		table += fmt.Sprintf("omitted concepts: %d\n", omitted.Concepts)
	}
	for _, err := range errs {
		table += err.Error() + "\n"
	}
	return table
}

// Every format keeps everything.
func TestFormats(t *testing.T) {
	base, errs := ReadTSV("t", []byte(strings.Join(columns, "\t")+"\n"+
		"pyörä\tfi\tpolkupyörä\t\tnoun\t\t\tajoneuvot\tei <mopo> & \"skootteri\"\n"+
		"pyörä\tfi\tpyörä\tadmitted\tnoun\tpyörii\tpyöriin; pyöriä\n"+
		"pyörä\tsv\tcykel\n"+
		"pyörä\tsv\ttvåhjuling\tdeprecated\n"+
		"pyörä\tsv\tvelociped\tbanned\n"+
		"2 b/ä_x0041_\tfi\tHelmi\tadmitted\tname\n"+
		"http://example.org/osat#9\tsv\tdelen [9], 'a'\n"+
		"\tfi\tyksin\n\tfi\tyksin\n\tsv\tensam\t\tadjective\n"+
		"kaksi\tfi\tyksi\nkaksi\tfi\ttoinen\nkaksi\tsv\tett\tadmitted\n"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	for _, f := range Formats {
		var out bytes.Buffer
		if err := base.Write(&out, f); err != nil {
			t.Fatal(err)
		}
		again, omitted, errs := Read("t", out.Bytes())
		if len(errs) > 0 || len(omitted.Terms)+len(omitted.Details)+omitted.Concepts > 0 {
			t.Errorf("%s: %v %v", f, omitted, errs)
		}
		if d := gocmp.Diff(byLanguage(base), byLanguage(again), sameLang); d != "" {
			t.Errorf("%s (-want +got):\n%s\n%s", f, d, out.String())
		}
	}
	if err := base.Write(new(bytes.Buffer), "csv"); err == nil {
		t.Error("csv is no format")
	}
}

func TestFormatOf(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"a", "concept\tlang\tterm\nx\tfi\tpyörä\n", "pyörä"},
		{"a", "# oma\n[[concept]]\nfi = \"pyörä\"\n", "pyörä"},
		{"a.TOML", "concept = [{fi = \"pyörä\"}]", "pyörä"},
		{"a", "# alku\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <x> a skos:Concept; skos:prefLabel 'pyörä'@fi.", "pyörä"},
		{"a", "<http://x/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept> .\n<http://x/1> <http://www.w3.org/2004/02/skos/core#prefLabel> \"py\\u00F6r\\u00E4\"@fi .", "pyörä"},
		{"a.txt", "\ufeff<?xml version='1.0' encoding='UTF-16'?><martif><text><body><termEntry><langSet xml:lang='fi'><tig><term>pyörä</term></tig></langSet></termEntry></body></text></martif>", "pyörä"},
		{"a.ttl", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='http://www.w3.org/2004/02/skos/core#'><s:Concept><s:prefLabel xml:lang='fi'>pyörä</s:prefLabel></s:Concept></rdf:RDF>", "pyörä"},
	} {
		base, _, errs := Read(tt.name, []byte(tt.src))
		if len(errs) > 0 || len(base.Concepts) != 1 || base.Concepts[0].Terms[0].Text != tt.want {
			t.Errorf("%s %q: %v %v", tt.name, tt.src, base, errs)
		}
	}
}

// fuzzFormat holds a reader to this: no bytes panic; every fault has a place in the
// file; what is read is read the same from what is written, in the same format.
func fuzzFormat(f *testing.F, name string, format Format) {
	f.Fuzz(func(t *testing.T, data []byte) {
		base, _, errs := Read(name, data)
		file, err := parser.Decode(name, data)
		for _, err := range errs {
			e, ok := errors.AsType[*parser.Error](err)
			if !ok {
				t.Fatalf("%v", err)
			}
			if file == nil {
				continue
			}
			if lines := strings.Count(file.Src, "\n") + strings.Count(file.Src, "\r") + 1; e.Line < 1 || e.Line > lines || e.Column < 1 || e.Column > len(file.Src)+1 {
				t.Fatalf("%v", err)
			}
		}
		if err != nil && len(errs) == 0 {
			t.Fatal("no error for what is no text")
		}
		var out bytes.Buffer
		if err := base.Write(&out, format); err != nil {
			t.Fatal(err)
		}
		again, omitted, errs := Read(name, out.Bytes())
		if len(errs) > 0 || len(omitted.Terms)+len(omitted.Details)+omitted.Concepts > 0 {
			t.Fatalf("%v %v\n%s", omitted, errs, out.String())
		}
		if d := gocmp.Diff(byLanguage(base), byLanguage(again), sameLang); d != "" {
			t.Errorf("(-want +got):\n%s\n%s", d, out.String())
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, f := range Formats {
		var out bytes.Buffer
		if err := Starter().Write(&out, f); err != nil {
			b.Fatal(err)
		}
		b.Run(string(f), func(b *testing.B) {
			b.SetBytes(int64(out.Len()))
			for b.Loop() {
				Read("t", out.Bytes())
			}
		})
	}
}
