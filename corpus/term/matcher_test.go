package term

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

func TestFind(t *testing.T) {
	base, errs := ReadTSV("t", []byte("concept\tlang\tterm\tforms\tnot\n"+
		"laki\tfi\tlaki\t\tlaissa\nsuoja\tfi\tkuluttajansuoja\nkaksi\tfi\tkohtuullinen sopimusehto\nehto\tfi\tsopimusehto\n"+
		"eu\tfi\tEU\nkone\tfi\tkone\tvehkeet; vehkeitä\npuu\tfi\tkuusi puu\n"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	m := base.Matcher(lang.FI)
	for _, tt := range []struct{ text, want string }{
		{"Lakia sovelletaan, ei laissa.", "laki word Lakia"},
		{"Kuluttajansuojaa ja kuluttajan suojaa", "suoja word Kuluttajansuojaa"},
		{"Kohtuullisten sopimusehtojen lista", "kaksi word Kohtuullisten sopimusehtojen"},
		{"kohtuullinen, selvä sopimusehto", "ehto word sopimusehto"},
		{"vakiosopimusehdoissa", "ehto compound vakiosopimusehdoissa"},
		{"EU:n vehkeitä", "eu word EU:n; kone word vehkeitä"},
		{"kuusi\u00a0puuta ja kuusi puu\u00adta", "puu word kuusi\u00a0puuta; puu word kuusi puu\u00adta"},
		{norm.NFD.String("Sopimusehtojä"), "ehto word " + norm.NFD.String("Sopimusehtojä")},
		{"", ""}, {"– 12 %", ""},
	} {
		d, err := parser.Parse("t.txt", []byte("x\n\n"+tt.text+" "), parser.Options{Lang: lang.FI})
		if err != nil {
			t.Fatal(err)
		}
		span := parser.Span{Start: 3, End: len(d.Src)}
		var got []string
		for _, h := range m.Find(d, span, nil) {
			got = append(got, base.Concepts[h.Concept].ID+" "+h.Kind.String()+" "+d.Text(h.Span))
			if !m.Holds(d, span, h.Concept) {
				t.Errorf("%q does not hold what it holds", tt.text)
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
	if base.Unapproved(lang.FI) != nil || base.Matcher(lang.SV) != nil {
		t.Error("a matcher of no terms")
	}
}

// A Swedish adjective stands in the form of its noun.
func TestFindAgreeing(t *testing.T) {
	base, errs := ReadTSV("t", []byte("concept\tlang\tterm\ntuki\tsv\tsärskilt stöd\nehto\tsv\tskäligt avtalsvillkor\nyleinen\tsv\tallmänt stöd\n"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	m := base.Matcher(lang.SV)
	for _, tt := range []struct {
		text string
		want int
	}{
		{"det särskilda stödet och skäliga avtalsvillkor", 2},
		{"särskilt stöd, allmänna stödets gränser", 2},
		{"särskild vikt, skälig tid", 0},
	} {
		d, err := parser.Parse("t.txt", []byte("x\n\n"+tt.text+" "), parser.Options{Lang: lang.SV})
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Find(d, parser.Span{Start: 3, End: len(d.Src)}, nil); len(got) != tt.want {
			t.Errorf("%q: %v, want %d", tt.text, got, tt.want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	m := Starter().Matcher(lang.FI)
	text := strings.Repeat("Myyjän on otettava huomioon kuluttajansuoja ja kohtuulliset sopimusehdot, kun asiakkaalle lähetetään maksumuistutus. ", 100)
	d, err := parser.Parse("t.txt", []byte(text), parser.Options{Lang: lang.FI})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	var hits []Hit
	for b.Loop() {
		hits = m.Find(d, parser.Span{Start: 0, End: len(d.Src)}, hits[:0])
	}
}

// A dictionary that the base has is asked about Finnish alone.
func TestFindWithDictionary(t *testing.T) {
	path := lang.FindVoikko()
	if path == "" {
		t.Skip("no Voikko dictionary is installed (Debian package voikko-fi)")
	}
	v, err := lang.OpenVoikko(path)
	if err != nil {
		t.Fatal(err)
	}
	base, errs := ReadTSV("t", []byte("concept\tlang\tterm\ntila\tfi\ttila\nläge\tsv\tläge\n"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	base.Dictionary = v
	for _, tt := range []struct {
		l    *lang.Lang
		text string
		want int
	}{{lang.FI, "Tilanne ja pajatila", 1}, {lang.SV, "Läget", 1}} {
		d, err := parser.Parse("t.txt", []byte(tt.text), parser.Options{Lang: tt.l})
		if err != nil {
			t.Fatal(err)
		}
		if got := base.Matcher(tt.l).Find(d, parser.Span{Start: 0, End: len(d.Src)}, nil); len(got) != tt.want {
			t.Errorf("%s: %v", tt.text, got)
		}
	}
}
