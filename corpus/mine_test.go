package corpus

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser/lang"
)

// minedCorpus returns the corpus of one pair with these items.
func minedCorpus(t testing.TB, fi, sv []string) *Corpus {
	t.Helper()
	dir := t.TempDir()
	for name, items := range map[string][]string{"a.fi.txt": fi, "a.sv.txt": sv} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.Join(items, "\n\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, errs := Load(context.Background(), Discover([]string{dir}, nil), nil, 1)
	if len(errs) > 0 || len(c.Pairs) != 1 {
		t.Fatal(errs)
	}
	return c
}

func TestCandidates(t *testing.T) {
	for _, tt := range []struct {
		name   string
		fi, sv []string
		want   string
	}{
		{"singular seen nowhere", []string{"Pajan moottorit ja polkimet", "Moottorit ovat telineessä 1.", "Tarkista moottorien kunto 2.", "Pese moottoreita vedellä 3.", "Irrota poljin 4.", "Rasvaa poljinta 5.", "Polkimen akseli 6."},
			[]string{"Verkstadens motorer och pedaler", "Motorn hänger i stället 1.", "Kontrollera motorernas skick 2.", "Tvätta en motor med vatten 3.", "Ta bort pedalen 4.", "Smörj en pedal 5.", "Pedalens axel 6."},
			"moottori = motor 4 [4 4]; poljin = pedal 4 [4 4]"},
		{"a phrase and its parts", []string{"Puhkeaminen", "Tyhjä rengas paikataan 1.", "Tyhjän renkaan venttiili 2.", "Tyhjää rengasta ei pumpata 3.", "Tyhjissä renkaissa on reikä 4."},
			[]string{"Hål", "En punktering lagas 1.", "Ventilen vid punkteringen 2.", "Pumpa inte vid punktering 3.", "Punkteringar visar hål 4."},
			"tyhjä rengas = punktering 4 [4 4]"},
		{"the same text counts once", []string{"Satula säädetään 1.", "Satula säädetään 1.", "Satula säädetään 1."}, []string{"Sadeln justeras 1.", "Sadeln justeras 1.", "Sadeln justeras 1."}, ""},
	} {
		var got []string
		for _, c := range minedCorpus(t, tt.fi, tt.sv).Candidates(context.Background(), 3, 2) {
			got = append(got, fmt.Sprint(c.Source, " = ", c.Target, " ", c.Both, " ", c.In))
		}
		if d := cmp.Diff(tt.want, strings.Join(got, "; ")); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func TestRebased(t *testing.T) {
	for _, tt := range []struct {
		lang  *lang.Lang
		forms string // of one word, the first the one that stands for all
		want  string
	}{
		{lang.FI, "moottorit moottoreita moottorien", "moottori"},
		{lang.FI, "kysymykset kysymyksiä kysymyksen", "kysymys"},
		{lang.FI, "muoviset muovisia muovisten", "muovinen"},
		{lang.FI, "jätteet jätteitä jätteiden", "jäte"},
		{lang.FI, "haasteet haasteita haasteiden", "haaste"},
		{lang.FI, "mielipiteet mielipiteitä", "mielipide"},
		{lang.FI, "tilanteet tilanteita tilanteen", "tilanne"},
		{lang.FI, "alueet alueita alueiden", "alue"},
		{lang.FI, "opinnot opintoja opintojen", "opinnot"},
		{lang.FI, "moottorit", "moottorit"},
		{lang.SV, "kedjan kedjor kedjorna", "kedja"},
		{lang.SV, "lagningen", "lagning"},
		{lang.SV, "priset", "priset"},
		{lang.SV, "kriget", "kriget"},
	} {
		s := mineSide{forms: newWordForms(tt.lang)}
		for w := range strings.FieldsSeq(tt.forms) {
			id := s.forms.add(w)
			s.forms.words[id].noun = true
			s.forms.words[0].forms++
		}
		s.units = []mined{{unit: unit{0, -1, -1}}}
		first, _, _ := strings.Cut(tt.forms, " ")
		if got := s.rebased(0, first); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.forms, got, tt.want)
		}
	}
}

func TestAgrees(t *testing.T) {
	words := newWordForms(lang.FI)
	for _, w := range strings.Fields("vanha vanhan vanhaa vanhalla vanhat pyörä pyörän pyörää pyörällä pyörät pyörissä talon talo") {
		words.add(w)
	}
	words.group()
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"vanha pyörä", true}, {"vanhan pyörän", true}, {"vanhaa pyörää", true}, {"vanhalla pyörällä", true}, {"vanhat pyörät", true}, {"talon pyörät", true},
		{"vanhaa pyörällä", false}, {"vanhat pyörän", false}, {"vanhalla pyörä", false}, {"vanha pyörät", false},
	} {
		a, b, _ := strings.Cut(tt.text, " ")
		if got := agrees(&words.words[words.ids[a]], &words.words[words.ids[b]], words); got != tt.want {
			t.Errorf("%s: %v", tt.text, got)
		}
	}
}

func BenchmarkCandidates(b *testing.B) {
	c, errs := Load(context.Background(), Discover([]string{"../testdata/path"}, nil), nil, 1)
	if len(errs) > 0 {
		b.Fatal(errs)
	}
	for b.Loop() {
		c.Candidates(context.Background(), 3, 1)
	}
}
