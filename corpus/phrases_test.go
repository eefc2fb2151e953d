package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

func TestPhraseVariants(t *testing.T) {
	tests := []struct {
		name string
		lang *lang.Lang
		text string
		want []string // as it is written, as elsewhere
	}{
		{"another case", lang.FI, `Pyörän tai kärryn huoltopäivän alussa avataan ovet.
Pyörän tai kärryn huoltopäivän alkajaisiksi keitetään kahvia.
Pyörän tai kärryn huoltopäivään alussa ei ehditä.`, []string{"huoltopäivään, huoltopäivän"}},
		{"another word follows", lang.FI, `Pyörän tai kärryn huoltopäivän alussa avataan ovet.
Pyörän tai kärryn huoltopäivän alkajaisiksi keitetään kahvia.
Pyörän tai kärryn huoltopäivään tulee väkeä.`, nil},
		{"the plural", lang.FI, `Pyörän tai kärryn huoltopäivän alussa avataan ovet.
Pyörän tai kärryn huoltopäivän alkajaisiksi keitetään kahvia.
Pyörän tai kärryn huoltopäivien alussa avataan ovet.`, nil},
		{"no majority", lang.FI, `Pyörän tai kärryn huoltopäivän alussa avataan ovet.
Pyörän tai kärryn huoltopäivään alussa ei ehditä.`, nil},
		{"a slip in a short word", lang.SV, `Tvätta händerna och rengör kedjorna noggrant.
Tvätta händerna och rengör kedjorna noggrant.
Tvätta händerna och rengör kejdorna noggrant.`, []string{"kejdorna, kedjorna"}},
		{"singular and plural", lang.SV, `Vi hjälper den som kunden kommer med.
Vi hjälper den som kunden kommer med.
Vi hjälper den som kunder kommer med.`, nil},
		{"two words", lang.SV, `Hur går man tillväga i verkstaden? Fråga hur du ska gå till väga.`, []string{"till väga, tillväga"}},
		{"two words of their own", lang.SV, `Vi ringer försäljaren. Det är svårt för säljaren, men säljaren förstår.`, nil},
		{"a particle", lang.SV, `Den lagas som uppför sig väl. Sätt upp för säkerhets skull en skylt.`, nil},
		{"a genitive", lang.FI, `Kielenkäyttö on tärkeää. Suomen kielen käyttö on myös.`, nil},
		{"a compound apart", lang.FI, `Huoltokirja täytetään. Huolto kirja on hyllyssä.`, []string{"Huolto kirja, Huoltokirja"}},
		{"addresses and names", lang.SV, `Cykel Verkstaden finns på www.cykelverkstaden.example, välj ArkivExportera eller Arkiv Exportera.`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "Otsikko\n\n" + strings.ReplaceAll(tt.text, "\n", "\n\n") + "\n"
			d, err := parser.Parse("a.txt", []byte(text), parser.Options{Lang: tt.lang})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, v := range PhraseVariants(d) {
				got = append(got, d.Text(v.Odd)+", "+d.Text(v.Usual))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("variants (-want +got):\n%s", diff)
			}
		})
	}
}

// A word that stands in one text of the corpus is compared with all others.
func TestMisspelt(t *testing.T) {
	many := step{
		[]string{"Huoltopäiväkirja on auki.", "Hae huoltopäiväkirja.", "Uusi huoltopäiväkirja.", "Anna huoltopäiväkirja.", "Vanha huoltopäiväkirja."},
		[]string{"Dagboken är öppen.", "Hämta dagboken.", "En ny dagbok.", "Ge dagboken.", "En gammal dagbok."},
	}
	c := loadSteps(t, []step{many, {[]string{"Missä on huoltpäiväkirja?"}, []string{"Var är dagboken?"}}})
	want := map[string]string{"huoltpäiväkirja": "huoltopäiväkirja"}
	if diff := cmp.Diff(want, c.Misspelt(lang.FI)); diff != "" {
		t.Errorf("misspelt (-want +got):\n%s", diff)
	}
	if got := c.Misspelt(lang.SV); len(got) > 0 {
		t.Errorf("misspelt: %v", got)
	}
}

func BenchmarkPhraseVariants(b *testing.B) {
	files, _ := filepath.Glob("../../shared/real/txt/eperusteet/*.fi.txt")
	if len(files) == 0 {
		b.Skip("no texts here")
	}
	var docs []*parser.Document
	size := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		d, err := parser.Parse(name, data, parser.Options{Lang: lang.FI})
		if err != nil {
			b.Fatal(err)
		}
		d.Units()
		docs = append(docs, d)
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			PhraseVariants(d)
		}
	}
}
