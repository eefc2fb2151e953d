package lang

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// installedVoikko opens the dictionary of this machine, or skips the test.
func installedVoikko(tb testing.TB) *Voikko {
	tb.Helper()
	path := FindVoikko()
	if path == "" {
		tb.Skip("no Voikko dictionary is installed (Debian package voikko-fi)")
	}
	v, err := OpenVoikko(path)
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

func voikkoOf(f *fst) *Voikko { return &Voikko{fst: f, symbols: voikkoSymbols(f)} }

// fstNode is a state of a transducer that is made for a test.
type fstNode struct {
	final bool
	next  map[[2]string]*fstNode // by input and output
}

// fstBytes returns a dictionary of the paths with these outputs. Letters between
// [X…] and [X] are output alone, as are tags; flag diacritics are both.
func fstBytes(outputs ...string) []byte {
	root := &fstNode{next: map[[2]string]*fstNode{}}
	flags, letters, tags := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, o := range outputs {
		node, marked := root, false
		for o != "" {
			_, size := utf8.DecodeRuneInString(o)
			symbol := [2]string{"", o[:size]}
			switch o[0] {
			case '[':
				symbol[1] = o[:strings.IndexByte(o, ']')+1]
				tags[symbol[1]] = true
				marked = symbol[1] != "[X]" && (marked || strings.HasPrefix(symbol[1], "[X"))
			case '@':
				symbol[1] = o[:strings.IndexByte(o[1:], '@')+2]
				symbol[0] = symbol[1]
				flags[symbol[1]] = true
			default:
				letters[symbol[1]] = true
				if !marked {
					symbol[0] = symbol[1]
				}
			}
			o = o[len(symbol[1]):]
			if node.next[symbol] == nil {
				node.next[symbol] = &fstNode{next: map[[2]string]*fstNode{}}
			}
			node = node.next[symbol]
		}
		node.final = true
	}
	symbols := slices.Concat([]string{""}, slices.Sorted(maps.Keys(flags)), slices.Sorted(maps.Keys(letters)), slices.Sorted(maps.Keys(tags)))
	return fstFile(symbols, root)
}

func fstFile(symbols []string, root *fstNode) []byte {
	ids := map[string]uint16{}
	out := make([]byte, 18)
	binary.LittleEndian.PutUint32(out, 0x00013A6E)
	binary.LittleEndian.PutUint32(out[4:], 0x000351FA)
	binary.LittleEndian.PutUint16(out[16:], uint16(len(symbols)))
	for k, s := range symbols {
		ids[s] = uint16(k)
		out = append(append(out, s...), 0)
	}
	out = append(out, make([]byte, (8-len(out)%8)%8)...)

	order := []*fstNode{root}
	starts := map[*fstNode]uint32{}
	cells := map[*fstNode][][2]string{}
	at := uint32(0)
	for k := 0; k < len(order); k++ {
		n := order[k]
		starts[n] = at
		if n.final {
			at++
		}
		list := slices.SortedFunc(maps.Keys(n.next), func(a, b [2]string) int {
			return slices.Compare([]uint16{ids[a[0]], ids[a[1]]}, []uint16{ids[b[0]], ids[b[1]]})
		})
		cells[n] = list
		for _, s := range list {
			if to := n.next[s]; !slices.Contains(order, to) {
				order = append(order, to)
			}
		}
		if at += uint32(len(list)); at-starts[n] > manyCells {
			at++
		}
	}
	for _, n := range order {
		var own []uint64
		if n.final {
			own = append(own, finalCell)
		}
		for _, s := range cells[n] {
			own = append(own, uint64(ids[s[0]])|uint64(ids[s[1]])<<16|uint64(starts[n.next[s]])<<32)
		}
		switch {
		case len(own) > manyCells:
			own[0] |= manyCells << 56
			own = slices.Insert(own, 1, uint64(len(own)-1))
		case len(own) > 0:
			own[0] |= uint64(len(own)-1) << 56
		}
		for _, c := range own {
			out = binary.LittleEndian.AppendUint64(out, c)
		}
	}
	return out
}

// smallVoikko is a dictionary of some words of a repair shop.
var smallVoikko = fstBytes(
	"[Ln][Xp]paja[X]paja[Sn][Ny]",
	"[Ln][Xp]paja[X]paj[Sine][Nm]oissa",
	"[Ln][Xp]ruuvi[X]ruuvi[Sn][Ny][Bh][Bc][Ln][Xp]paja[X]paja[Sn][Ny]",
	"[Ln][Xp]paja[X]paja[Sn][Ny][Bh][Bc][Ln][Xp]apu[X]apu[Sn][Ny]",
	"[Ln][Xp]paja[X]paja-[Bh][Bc][Ln][Xp]apu[X]apu[Sn][Ny]",
	"[Lep][Xp]Pori[X]pori[Sine][Ny]ssa",
	"[Lt][Xp]korjata[X]korja[Tt][Ap][P3][Ny][Ef]a",
	"[Lt][Xp]korjata[X]korjaa[Tk][Ap][P2][Ny][Eb]",
	"[Lt][Xp]korjata[X]korja[Ll][Ru]nn[Xj]ut[X][Sn][Ny]ut",
	"[Lt][Xp]korjata[X]korja[Ln][Xj]us[X]u[Sn][Ny]s",
	"[Lt][Xp]korjata[X]korjaa[Tn4]mi[Sg][Ny]sen",
	"[Ll][Xp]nopea[X]nopea[Ssti]sti",
	"[La][Xr]jj[X][Xp]EU[X]eu[Sg][Ny]:n",
	"[Lu][Xp]kuusi[X]kuu[Sn][Ny]si[Bc]toista[Xp][X]",
	"@P.ALKU.ON@[Ln][Xp]äes[X]äes@R.ALKU.ON@[Sn][Ny]",
	"@P.ALKU.ON@[Ln][Xp]oas[X]oas@D.ALKU@[Sn][Ny]",
	"@U.ALKU.ON@[Ln][Xp]ies[X]ies@U.ALKU.EI@[Sn][Ny]",
	"@P.ALKU.ON@@C.ALKU@[Ln][Xp]vasara[X]vasara@D.ALKU.ON@@U.ALKU.EI@@R.ALKU@[Sn][Ny]",
)

func TestAnalyse(t *testing.T) {
	v, err := newVoikko(smallVoikko)
	if err != nil {
		t.Fatal(err)
	}
	noun := func(c Case, plural bool) Features { return Features{POS: Noun, Case: c, Plural: plural} }
	for word, want := range map[string][]Analysis{
		"PAJA":       {{Base: "paja", Parts: []string{"paja"}, Features: noun(Nominative, false)}},
		"-pajoissa":  {{Base: "paja", Parts: []string{"paja"}, Features: noun(Inessive, true)}},
		"ruuvipaja-": {{Base: "ruuvipaja", Parts: []string{"ruuvi", "paja"}, Features: noun(Nominative, false)}},
		"pajaapu":    nil,
		"paja-apu":   {{Base: "paja-apu", Parts: []string{"paja", "apu"}, Features: noun(Nominative, false)}},
		"porissa":    {{Base: "Pori", Parts: []string{"Pori"}, Features: Features{POS: Name, Case: Inessive}}},
		"korjaa": {
			{Base: "korjata", Parts: []string{"korjata"}, Features: Features{POS: Verb, Mood: Indicative, Person: 3}},
			{Base: "korjata", Parts: []string{"korjata"}, Features: Features{POS: Verb, Mood: Imperative, Person: 2, Connegative: true}},
		},
		"korjannut":    {{Base: "korjannut", Verb: "korjata", Parts: []string{"korjannut"}, Features: Features{POS: Adjective, Case: Nominative, Participle: PastActive}}},
		"korjaus":      {{Base: "korjaus", Parts: []string{"korjaus"}, Features: noun(Nominative, false)}},
		"korjaamisen":  {{Base: "korjaaminen", Verb: "korjata", Parts: []string{"korjaaminen"}, Features: noun(Genitive, false)}},
		"nopeasti":     {{Base: "nopeasti", Parts: []string{"nopeasti"}, Features: Features{POS: Adverb}}},
		"EU:n":         {{Base: "EU", Parts: []string{"EU"}, Features: Features{POS: Abbreviation, Case: Genitive}}},
		"kuusitoista":  {{Base: "kuusitoista", Parts: []string{"kuusi", "toista"}, Features: Features{POS: Numeral}}},
		"äes":          {{Base: "äes", Parts: []string{"äes"}, Features: noun(Nominative, false)}},
		"oas":          nil,
		"ies":          nil,
		"vasara":       {{Base: "vasara", Parts: []string{"vasara"}, Features: noun(Nominative, false)}},
		"pajo":         nil,
		"pajaa":        nil,
		"sirkkeli":     nil,
		"":             nil,
		"-":            nil,
		"pa\u00adja":   {{Base: "paja", Parts: []string{"paja"}, Features: noun(Nominative, false)}},
		"\xffpaja":     nil,
		"paja\u0000":   nil,
		"[Ln]paja":     nil,
		"@P.ALKU.ON@p": nil,
	} {
		if diff := cmp.Diff(want, v.Analyse(word)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
	if got := v.Analyse(strings.Repeat("paja", 1000)); got != nil {
		t.Errorf("a word of 4,000 letters: %v", got)
	}
}

// A state may have more than 255 transitions.
func TestAnalyseManyCells(t *testing.T) {
	var words []string
	for r := rune(0x4E00); r < 0x4E00+600; r++ {
		words = append(words, "[Ln][Xp]"+string(r)+"[X]"+string(r), string(r)+"a")
	}
	v, err := newVoikko(fstBytes(words...))
	if err != nil {
		t.Fatal(err)
	}
	for r := rune(0x4E00); r < 0x4E00+600; r++ {
		if got := v.Analyse(string(r)); len(got) != 1 || got[0].Base != string(r) {
			t.Fatalf("%c: %v", r, got)
		}
		if got := v.Analyse(string(r) + "a"); len(got) != 1 {
			t.Fatalf("%ca: %v", r, got)
		}
	}
}

func TestOpenVoikko(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, data, 0o644)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, path := range []string{
		write("a/5/mor-standard/mor.vfst", smallVoikko), filepath.Join(dir, "a"), filepath.Join(dir, "a", "5", "mor-standard"),
	} {
		if v, err := OpenVoikko(path); err != nil || len(v.Analyse("paja")) != 1 {
			t.Errorf("%s: %v", path, err)
		}
	}
	weighted := bytes.Clone(smallVoikko)
	weighted[8] = 1
	lying := bytes.Clone(smallVoikko)
	lying[16], lying[17] = 0xFF, 0xFE
	for path, want := range map[string]error{
		write("text", []byte("paja\npajat\n, which is no dictionary")): errNoFST,
		write("empty", nil):                            errNoFST,
		write("weighted", weighted):                    errWeightedFST,
		write("cut", smallVoikko[:len(smallVoikko)-8]): errDamagedFST,
		write("symbols", smallVoikko[:100]):            errDamagedFST,
		write("header", smallVoikko[:18]):              errDamagedFST,
		write("lying", lying):                          errDamagedFST,
		filepath.Join(dir, "nothing"):                  os.ErrNotExist,
		dir:                                            errNoDictionary,
		os.DevNull:                                     errNoFST,
		write("words", fstBytes("paja")):               errNoFST,
	} {
		if _, err := OpenVoikko(path); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", path, err, want)
		}
	}
}

// A transducer that goes round in circles ends.
func TestAnalyseCycle(t *testing.T) {
	root := &fstNode{next: map[[2]string]*fstNode{}}
	root.next[[2]string{"", "[Ln]"}] = root
	root.next[[2]string{"", "a"}] = root
	root.next[[2]string{"a", "a"}] = root
	fst, err := parseFST(fstFile([]string{"", "a", "[Ln]"}, root))
	if err != nil {
		t.Fatal(err)
	}
	v := voikkoOf(fst)
	if got := v.Analyse("aaaaaaaa"); len(got) > fstAnalyses {
		t.Errorf("%d analyses", len(got))
	}
}

func TestAnalyseInstalled(t *testing.T) {
	v := installedVoikko(t)
	for word, want := range map[string]string{
		"korjauspajoissakin":     "korjauspaja [korjaus paja]",
		"asiakassuhteissaan":     "asiakassuhde [asiakas suhde]",
		"opettamiseen":           "opettaminen/opettaa [opettaminen]",
		"kouluttautunut":         "kouluttautunut/kouluttautua [kouluttautunut]",
		"tekemästäni":            "tekemä/tehdä [tekemä]",
		"EU:n":                   "EU [EU]",
		"Helsingissä":            "Helsinki [Helsinki]",
		"nopeasti":               "nopeasti [nopeasti]",
		"nopeimmat":              "nopea [nopea]",
		"suomenkielisen":         "suomenkielinen [suomi kielinen]",
		"hakeutumissuunnitelmaa": "hakeutumissuunnitelma [hakeutuminen suunnitelma]",
		"qwrtp":                  "",
	} {
		var got []string
		for _, a := range v.Analyse(word) {
			verb := ""
			if a.Verb != "" {
				verb = "/" + a.Verb
			}
			got = append(got, fmt.Sprintf("%s%s %v", a.Base, verb, a.Parts))
		}
		if slices.Sort(got); want != strings.Join(slices.Compact(got), "; ") {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

// Words are analysed alike by many goroutines at a time.
func TestAnalyseConcurrently(t *testing.T) {
	v, err := newVoikko(smallVoikko)
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"paja", "korjannut", "ruuvipaja", "korjaa", "porissa"}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for k := range 200 {
				w := words[(g+k)%len(words)]
				if got, want := v.Analyse(w), v.Analyse(w); !cmp.Equal(got, want) || len(got) == 0 {
					t.Errorf("%s: %v, %v", w, got, want)
				}
			}
		})
	}
	wg.Wait()
}

// Damaged dictionaries are an error or give some readings after bounded work.
func FuzzOpenVoikko(f *testing.F) {
	f.Add(smallVoikko, "ruuvipaja")
	f.Add(smallVoikko[:len(smallVoikko)-8], "korjannut")
	f.Add(fstBytes("a"), "a")
	f.Fuzz(func(t *testing.T, data []byte, word string) {
		fst, err := parseFST(data)
		if err != nil {
			return
		}
		v := voikkoOf(fst)
		s := v.search(word)
		if s.steps > fstSteps+2*fstDepth {
			t.Fatalf("%d steps", s.steps)
		}
		for range s.readings {
			for k := range s.parts {
				if s.parts[k].start > len(s.surface) || len(s.joined(nil, 0, k)) < len(s.base(k)) {
					t.Fatalf("%q: part %d of %q", word, k, s.surface)
				}
			}
		}
		if n := len(v.Analyse(word)); n > fstAnalyses {
			t.Fatalf("%d analyses", n)
		}
	})
}

// What is put into a dictionary is found, and nothing else.
func FuzzVoikkoWords(f *testing.F) {
	f.Add("paja pajat pajalla", "paja")
	f.Add("äes ies oas ää äää", "ä")
	f.Fuzz(func(t *testing.T, list, other string) {
		words := strings.FieldsFunc(string(lower(nil, list)), func(r rune) bool {
			return r == utf8.RuneError || r <= ' ' || strings.ContainsRune("[]@-–=|:", r)
		})
		if len(list) > 200 || len(words) == 0 {
			return
		}
		fst, err := parseFST(fstBytes(words...))
		if err != nil {
			t.Fatal(err)
		}
		v := voikkoOf(fst)
		for _, w := range append(words, other) {
			found := len(v.Analyse(w)) > 0
			if want := slices.Contains(words, strings.Trim(string(lower(nil, w)), "-–")) && len(w) <= longestWord/2; found != want {
				t.Fatalf("%q in %q: %v, want %v", w, words, found, want)
			}
		}
	})
}

func BenchmarkAnalyse(b *testing.B) {
	v := installedVoikko(b)
	words := strings.FieldsFunc(fiSample, func(r rune) bool { return r == ' ' || r == '\n' || r == '.' || r == ',' })
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s := v.search(words[i%len(words)])
		for range s.readings {
		}
		v.pool.Put(s)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
