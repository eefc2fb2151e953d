package corpus

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// step is a pair of texts, a line each.
type step struct{ fi, sv []string }

// loadSteps returns the corpus of the steps, each with a title of its own.
func loadSteps(tb testing.TB, steps []step) *Corpus {
	tb.Helper()
	dir := tb.TempDir()
	for i, s := range steps {
		name := filepath.Join(dir, string(rune('a'+i)))
		for code, lines := range map[string][]string{"fi": append([]string{"Otsikko"}, s.fi...), "sv": append([]string{"Rubrik"}, s.sv...)} {
			text := ""
			for _, l := range lines {
				text += l + "\n\n"
			}
			if err := os.WriteFile(name+"."+code+".txt", []byte(text), 0o644); err != nil {
				tb.Fatal(err)
			}
		}
	}
	cfg := new(Config)
	c, errs := Load(context.Background(), Discover([]string{dir}, cfg), cfg, runtime.NumCPU())
	if len(errs) > 0 {
		tb.Fatal(errs)
	}
	return c
}

// diary is a step in which the noun has one translation everywhere.
var diary = step{
	[]string{
		"Huoltopäiväkirja kertoo, mitä pyörälle on tehty.", "Päivä ja työ merkitään huoltopäiväkirjaan.",
		"Asiakas saa lukea huoltopäiväkirjan.", "Kesän lopussa huoltopäiväkirja viedään arkistoon.",
	},
	[]string{
		"Underhållsdagboken berättar vad som har gjorts med cykeln.", "Dag och arbete antecknas i underhållsdagboken.",
		"Kunden får läsa underhållsdagboken.", "I slutet av sommaren förs underhållsdagboken till arkivet.",
	},
}

func TestDrifts(t *testing.T) {
	plus := func(s step, fi, sv string) step {
		return step{append(append([]string(nil), s.fi...), fi), append(append([]string(nil), s.sv...), sv)}
	}
	tests := []struct {
		name  string
		steps []step
		want  []string // where, the other translation, the usual one
	}{
		{"one translation", []step{diary}, nil},
		{"both in a document", []step{plus(diary, "Huoltopäiväkirja", "Underhållsjournal")}, []string{"a: Underhållsjournal, underhållsdagboken"}},
		{"another document", []step{diary, plus(diary, "Näin se alkaa", "Så börjar det"), {[]string{"Huoltopäiväkirja"}, []string{"Underhållsjournal"}}},
			[]string{"c: Underhållsjournal, underhållsdagboken"}},
		{"told once", []step{diary, diary, diary, {[]string{"Huoltopäiväkirja"}, []string{"Underhållsjournal"}}, {[]string{"Huoltopäiväkirja"}, []string{"Underhållsjournal"}}},
			[]string{"d: Underhållsjournal, underhållsdagboken"}},
		{"no majority", []step{diary, {[]string{"Huoltopäiväkirja"}, []string{"Underhållsjournal"}}}, nil},
		{"another form", []step{plus(diary, "Huoltopäiväkirjat", "Underhållsdagböckerna")}, nil},
		{"a compound with it", []step{plus(diary, "Huoltopäiväkirjassa on sivuja", "Underhållsdagbokens sidor")}, nil},
		{"part of a word only", []step{plus(diary, "Huolto- ja myyntipäiväkirja", "Underhålls- och försäljningsjournal")}, nil},
		{"the rest said otherwise", []step{plus(diary, "Huoltopäiväkirja", "Dagbok")}, nil},
		{"something else as well", []step{plus(diary, "Huoltopäiväkirja ja työkaluluettelo", "Underhållsförteckning")}, nil},
		{"not translated", []step{plus(diary, "Huoltopäiväkirja", "Huoltopäiväkirja")}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range loadSteps(t, tt.steps).Renderings().Drifts() {
				for _, p := range d.Places {
					got = append(got, filepath.Base(p.Pair.Step)+": "+p.Pair.Target.Text(p.Target)+", "+d.Usual)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("drifts (-want +got):\n%s", diff)
			}
		})
	}
}

// A lot of text without a drift is read in one pass, and words of any bytes are.
func TestRenderingsOfOddText(t *testing.T) {
	c := loadSteps(t, []step{{
		[]string{"- -- ---", "ä\u00adä-", "Huoltopäivä\u00adkirja", "a@b.fi", "İ ǅ ß"},
		[]string{"- -- ---", "ö\u00adö-", "Underhålls\u00addagbok", "a@b.fi", "İ ǅ ß"},
	}})
	if d := c.Renderings().Drifts(); len(d) > 0 {
		t.Errorf("drifts: %v", d)
	}
}

func BenchmarkDrifts(b *testing.B) {
	const dir = "../../shared/real/txt"
	if _, err := os.Stat(dir); err != nil {
		b.Skipf("not here: %v", err)
	}
	cfg := new(Config)
	c, errs := Load(context.Background(), Discover([]string{dir}, cfg), cfg, runtime.NumCPU())
	if len(errs) > 0 {
		b.Fatal(errs)
	}
	size := 0
	for _, p := range c.Pairs {
		size += len(p.Source.Src) + len(p.Target.Src)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		newRenderings(c.Pairs).Drifts()
	}
}
