package align

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// A unit with a seam that has no counterpart is one unit without counterpart.
func TestSeamInOrphan(t *testing.T) {
	const fi = "Pyörän huolto\n\nKetju rasvataan 3 kertaa keväällä.\n\nJarrut tarkistetaan ennen 5 pitkää lenkkiä.\n"
	const sv = "Cykelns underhåll\n\nKedjan smörjs 3 gånger på våren.\n\nDen som väljer den här verkstaden ska först läsa häftena Stöd för den som tvättar cyklar, Stöd för den som lånar verktyg och material.\n\nBromsarna kontrolleras före 5 långa turer.\n"
	src, _ := parser.Parse("a.txt", []byte(fi), parser.Options{Lang: lang.FI})
	tgt, _ := parser.Parse("b.txt", []byte(sv), parser.Options{Lang: lang.SV})
	check(t, src, tgt, Align(src, tgt, nil))
}

func TestLoose(t *testing.T) {
	const fi = "Pyörän huolto\n\nPyörä pestään ja ketju rasvataan keväällä. Jarrut tarkistetaan ennen ensimmäistä pitkää lenkkiä. Talvella pyörä säilytetään kuivassa varastossa.\n"
	const sv = "Cykelns underhåll\n\nCykeln tvättas och kedjan smörjs på våren. Bromsarna kontrolleras före den första långa turen. På vintern förvaras cykeln i ett torrt förråd.\n"
	const glued = "Syftet med hela det här avsnittet är att "
	for _, c := range []struct{ name, fi, sv, want string }{
		{"sound", fi, sv, ""},
		{"before", fi, strings.Replace(sv, "Cykeln tvättas", glued+"Cykeln tvättas", 1), "target: " + strings.TrimSpace(glued)},
		{"after", fi, strings.Replace(sv, "torrt förråd.", "torrt förråd Den här cykeln är inte med i undersökningen av kommunens lekparker.", 1),
			"target: Den här cykeln är inte med i undersökningen av kommunens lekparker."},
		{"source", strings.Replace(fi, "Pyörä pestään", "Tämän osan tavoitteena on, että jokainen kurssilainen Pyörä pestään", 1), sv,
			"source: Tämän osan tavoitteena on, että jokainen kurssilainen"},
		{"name", fi, strings.Replace(sv, "På vintern förvaras cykeln i", "På vintern förvaras den enligt föreningen Helsingin Pyöräilijät ry i", 1), ""},
		{"short", fi, strings.Replace(sv, "Cykeln tvättas", "Obs Cykeln tvättas", 1), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, _ := parser.Parse("a.txt", []byte(c.fi), parser.Options{Lang: lang.FI})
			tgt, _ := parser.Parse("b.txt", []byte(c.sv), parser.Options{Lang: lang.SV})
			for _, exchanged := range []bool{false, true} {
				a, b := src, tgt
				if exchanged {
					a, b = tgt, src
				}
				links := Align(a, b, nil)
				check(t, a, b, links)
				var got []string
				for _, l := range links {
					for _, p := range l.Loose {
						doc, side := src, "source: "
						if p.Target != exchanged {
							doc, side = tgt, "target: "
						}
						got = append(got, side+doc.Text(p.Text))
					}
				}
				if d := cmp.Diff(c.want, strings.Join(got, "\n")); d != "" {
					t.Errorf("exchanged %v (-want +got):\n%s", exchanged, d)
				}
			}
		})
	}
}
