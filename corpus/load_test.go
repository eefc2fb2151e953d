package corpus

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
)

// load lays out the files, "name=text", and loads what is there.
func load(t *testing.T, paths []string, files ...string) (*Corpus, []string) {
	t.Helper()
	t.Chdir(writeTree(t, files...))
	list := Discover(paths, nil)
	c, errs := Load(context.Background(), list, nil, 2)
	var out []string
	for _, err := range append(list.Errors, errs...) {
		out = append(out, err.Error())
	}
	return c, out
}

const (
	fiText = "Kylvän siemenet\n\nMaa on jo lämmin ja kuiva. Siemenet kylvetään riviin.\n\nMuista\n\n - kastella taimet\n - kitkeä rivit\n"
	svText = "Jag sår frön\n\nJorden är redan varm och torr. Frön sås i en rad.\n\nKom ihåg\n\n - att vattna plantorna\n - att rensa raderna\n"
)

func TestLoad(t *testing.T) {
	c, errs := load(t, nil, "a.fi.txt="+fiText, "a.sv.txt="+svText, "b.fi.txt="+fiText, "c.fi.txt=x\x00", "c.sv.txt="+svText)
	if d := cmp.Diff([]string{"c.fi.txt:1:2: not text: a NUL byte (UTF-16 needs a byte order mark)"}, errs); d != "" {
		t.Errorf("errors (-want +got):\n%s", d)
	}
	if len(c.Pairs) != 1 || c.Pairs[0].Step != "a" {
		t.Errorf("pairs: %v", c.Pairs)
	}
	var lone []string
	for _, u := range c.Unpaired {
		lone = append(lone, u.Doc.Name+" "+u.Missing)
	}
	if d := cmp.Diff([]string{"b.fi.txt b.sv.txt", "c.sv.txt "}, lone); d != "" {
		t.Errorf("unpaired (-want +got):\n%s", d)
	}
}

// TestLoadTold checks that of two files named as a pair the texts tell which is
// which, whatever their order.
func TestLoadTold(t *testing.T) {
	for _, paths := range [][]string{{"x.txt", "y.txt"}, {"y.txt", "x.txt"}} {
		c, errs := load(t, paths, "x.txt="+svText, "y.txt="+fiText)
		if len(errs) > 0 || len(c.Pairs) != 1 {
			t.Fatal(errs, c.Pairs)
		}
		if p := c.Pairs[0]; p.Source.Name != "y.txt" || p.Target.Name != "x.txt" {
			t.Errorf("%v: source %s, target %s", paths, p.Source.Name, p.Target.Name)
		}
	}
	_, errs := load(t, []string{"x.txt", "y.txt"}, "x.txt="+svText, "y.txt="+svText)
	if len(errs) != 1 || !strings.Contains(errs[0], "both are in the same language (sv)") {
		t.Errorf("two Swedish texts: %q", errs)
	}
}

func TestSides(t *testing.T) {
	sv := strings.Replace(svText, " - att rensa raderna\n", "", 1)
	c, errs := load(t, nil, "a.fi.txt="+fiText, "a.sv.txt="+sv)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	side := c.Pairs[0].FromSource()
	var missing []string
	for u := range side.Orphans(parser.KindItem) {
		at, after := side.Place(u)
		missing = append(missing, side.Doc.Text(side.Doc.Units()[u].Text), side.Other.Text(at))
		if !after {
			t.Error("before")
		}
	}
	if d := cmp.Diff([]string{"kitkeä rivit", "plantorna"}, missing); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	for range c.Pairs[0].FromTarget().Orphans(parser.KindItem) {
		t.Error("an extra item")
	}
	if c.Pairs[0].Unrelated() {
		t.Error("no translation")
	}
}

func TestMoved(t *testing.T) {
	fi := "Ohje\n\n - Avaa portti avaimella numero 4.\n - Kastele 12 taimea kannulla huolellisesti.\n - Sulje portti.\n - Ilmoita vahtimestarille Lehtiselle, että lähdet.\n"
	sv := "Anvisning\n\n - Vattna 12 plantor noga med kannan.\n - Öppna porten med nyckel nummer 4.\n - Stäng porten.\n - Meddela vaktmästare Lehtinen att du går.\n"
	c, errs := load(t, nil, "a.fi.txt="+fi, "a.sv.txt="+sv)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	side := c.Pairs[0].FromSource()
	var moved []string
	for _, u := range side.MovedItems() {
		moved = append(moved, side.Doc.Text(side.Doc.Units()[u].Text))
	}
	if d := cmp.Diff([]string{"Avaa portti avaimella numero 4."}, moved); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// A text that stands twice leaves it open which of the two is the counterpart.
func TestUnrelated(t *testing.T) {
	const fi = "Pyörän huolto\n\nPyörän ketju pestään ja rasvataan kunnolla joka kevät ennen ensimmäistä lenkkiä, ja jarrut tarkistetaan.\n\n • pumppu\n • avain\n • rätti\n • öljy\n"
	const twice = "Cykelns kedja tvättas och smörjs ordentligt varje vår före den första turen, och bromsarna kontrolleras.\n\n"
	sound := "Cykelns underhåll\n\n" + twice + twice + " • pump\n • nyckel\n • trasa\n • olja\n"
	const other = "Surdeg\n\nBlanda 300 gram rågmjöl och 4 deciliter vatten i en burk och rör om. Vänta tre dygn på att degen bubblar.\n\nVarför jäser degen?\n\nSalt tillsätts sist, och brödet gräddas i 225 grader i 45 minuter på den nedersta falsen.\n\nLåt brödet svalna under en duk.\n\nUgn\n"
	for _, c := range []struct {
		name, sv string
		want     bool
	}{{"twice", sound, false}, {"other", other, true}} {
		pairs, errs := load(t, nil, "a.fi.txt="+fi, "a.sv.txt="+c.sv)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		if got := pairs.Pairs[0].Unrelated(); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Lines that are all the same may stand for one another: that tells nothing against
// their being translations.
func TestRepeatedLines(t *testing.T) {
	c, errs := load(t, nil,
		"a.fi.txt=Päiväkirja\n\n"+strings.Repeat("Tarkistin pyörän.\n\n", 5000),
		"a.sv.txt=Dagbok\n\n"+strings.Repeat("Jag kontrollerade cykeln.\n\n", 5000))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if c.Pairs[0].Unrelated() {
		t.Error("no translation")
	}
}
