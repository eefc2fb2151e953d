package align

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// odd returns the links that are not one unit with one unit of the same kind,
// as "kind source ↔ target" with the beginnings of the texts.
func odd(src, tgt *parser.Document, links []Link) []string {
	var out []string
	text := func(d *parser.Document, ids []int) string {
		var s []string
		for _, k := range ids {
			t, _, _ := strings.Cut(d.Text(d.Units()[k].Text), " ")
			s = append(s, d.Units()[k].Kind.String()+" "+t)
		}
		return strings.Join(s, ", ")
	}
	for _, l := range links {
		if len(l.Source) == 1 && len(l.Target) == 1 && src.Units()[l.Source[0]].Kind == tgt.Units()[l.Target[0]].Kind {
			continue
		}
		out = append(out, fmt.Sprintf("%s: %s ↔ %s", l.Kind, text(src, l.Source), text(tgt, l.Target)))
	}
	return out
}

// check reports what every alignment must keep to: each leaf of both sides in
// exactly one link of leaves, each container in at least one, indices
// ascending, scores from 0 to 1, links in order.
func check(t testing.TB, src, tgt *parser.Document, links []Link) {
	t.Helper()
	sides := [2][]parser.Unit{src.Units(), tgt.Units()}
	seen := [2]map[int]int{{}, {}}
	held := [2]map[int]bool{{}, {}}
	last := [2]int{-1, -1}
	for n, l := range links {
		if !(l.Score >= 0 && l.Score <= 1) {
			t.Errorf("link %d: score %v", n, l.Score)
		}
		for _, p := range l.Loose {
			side, ids := 0, l.Source
			if p.Target {
				side, ids = 1, l.Target
			}
			if !slices.Contains(ids, p.Unit) || !sides[side][p.Unit].Contains(p.Text) || p.Text.Empty() {
				t.Errorf("link %d: loose part %v", n, p)
			}
		}
		first := [2]int{len(sides[0]), -1}
		leaves := true
		for side, ids := range [2][]int{l.Source, l.Target} {
			if len(ids) > 0 {
				first[side] = ids[0]
			}
			for k, id := range ids {
				if k > 0 && ids[k-1] >= id {
					t.Errorf("link %d: %v is not ascending", n, ids)
				}
				held[side][id] = true
				leaves = leaves && sides[side][id].Leaf()
			}
		}
		if len(l.Source)+len(l.Target) == 0 {
			t.Errorf("link %d is empty", n)
		}
		if leaves {
			for side, ids := range [2][]int{l.Source, l.Target} {
				for _, id := range ids {
					seen[side][id]++
				}
			}
		}
		if slices.Compare(first[:], last[:]) < 0 {
			t.Errorf("link %d is out of order", n)
		}
		last = first
	}
	for side, units := range sides {
		for k, u := range units {
			switch {
			case !held[side][k]:
				t.Errorf("side %d: %s %d has no link", side, u.Kind, k)
			case u.Leaf() && seen[side][k] != 1:
				t.Errorf("side %d: %s %d is in %d links", side, u.Kind, k, seen[side][k])
			}
		}
	}
}

func TestAlign(t *testing.T) {
	tests := []struct {
		name     string
		old, new []string // edits of the Swedish step
		fi       []string // edits of the Finnish step
		want     []string
	}{
		{name: "sound"},
		{
			name: "item dropped", old: []string{" • justerar bromsarna och växlarna. Han eller hon provar cykeln före överlämningen.\n"}, new: []string{""},
			want: []string{"item: item säätää ↔ ", "sentence: sentence säätää ↔ ", "sentence: sentence Hän ↔ "},
		},
		{
			name: "sentence dropped", old: []string{" Han eller hon provar cykeln före överlämningen."}, new: []string{""},
			want: []string{"sentence: sentence Hän ↔ "},
		},
		{
			name: "paragraph dropped", old: []string{"Fundera på frågorna med gruppen. Det är inte meningen att frågorna ska ställas som sådana.\n\n"}, new: []string{""},
			want: []string{"paragraph: paragraph Pohdi ↔ ", "sentence: sentence Pohdi ↔ ", "sentence: sentence Kysymyksiä ↔ "},
		},
		{
			name: "heading dropped", old: []string{"Eftersträvad kompetens\n\n"}, new: []string{""},
			want: []string{"heading: heading Tavoiteltava ↔ "},
		},
		{
			name: "item added", old: []string{" • berättar"}, new: []string{" • målar ramen röd.\n • berättar"},
			want: []string{"item:  ↔ item målar", "sentence:  ↔ sentence målar"},
		},
		{
			name: "paragraph split", old: []string{" Det är inte meningen"}, new: []string{"\n\nDet är inte meningen"},
			want: []string{"paragraph: paragraph Pohdi ↔ paragraph Fundera, paragraph Det"},
		},
		{
			name: "heading missing in both", fi: []string{"Tavoiteltava osaaminen\n\n", ""}, old: []string{"Eftersträvad kompetens\n\n"}, new: []string{""},
		},
		{
			name: "item as paragraph", old: []string{" • byter däck och lappar innerslangen med tre lappar.\n"},
			new:  []string{"\nByter däck och lappar innerslangen med tre lappar.\n\n"},
			want: []string{"list: list • ↔ list •, paragraph Byter, list •", "item: item vaihtaa ↔ paragraph Byter"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fi, sv := stepFI, stepSV
			for k := 0; k+1 < len(tt.fi); k += 2 {
				fi = edited(t, fi, tt.fi[k], tt.fi[k+1])
			}
			for k := range tt.old {
				sv = edited(t, sv, tt.old[k], tt.new[k])
			}
			a, b := parsed(t, "fi", fi, lang.FI), parsed(t, "sv", sv, lang.SV)
			links := Align(a, b, nil)
			check(t, a, b, links)
			if diff := cmp.Diff(tt.want, odd(a, b, links)); diff != "" {
				t.Errorf("odd links (-want +got):\n%s", diff)
			}
		})
	}
}

func edited(t *testing.T, s, old, new string) string {
	t.Helper()
	if strings.Count(s, old) != 1 {
		t.Fatalf("%q is not there once", old)
	}
	return strings.Replace(s, old, new, 1)
}

// TestAlignMoved swaps two items and expects crossing links, none empty.
func TestAlignMoved(t *testing.T) {
	a := " • rengör kedjan och smörjer den enligt tillverkarens anvisning.\n"
	sv := edited(t, stepSV, a, "")
	sv = edited(t, sv, " • berättar för kunden", a+" • berättar för kunden")
	src, tgt := parsed(t, "fi", stepFI, lang.FI), parsed(t, "sv", sv, lang.SV)
	links := Align(src, tgt, nil)
	check(t, src, tgt, links)
	if diff := cmp.Diff([]string(nil), odd(src, tgt, links)); diff != "" {
		t.Errorf("odd links (-want +got):\n%s", diff)
	}
}

// TestAlignSiblings drops one of three cells that differ in a word or two.
func TestAlignSiblings(t *testing.T) {
	cells := []string{
		"Den studerande rengör kedjan under handledning.\n",
		"Den studerande rengör kedjan självständigt.\n",
		"Den studerande ger andra råd om att rengöra kedjan.\n",
	}
	want := []string{"Opiskelija puhdistaa ketjun ohjattuna.", "Opiskelija puhdistaa ketjun itsenäisesti.", "Opiskelija neuvoo muita ketjun puhdistamisessa."}
	for k, c := range cells {
		src, tgt := parsed(t, "fi", stepFI, lang.FI), parsed(t, "sv", edited(t, stepSV, c, ""), lang.SV)
		links := Align(src, tgt, nil)
		check(t, src, tgt, links)
		var got []string
		for _, l := range links {
			if l.Kind == parser.KindCell && len(l.Target) == 0 {
				got = append(got, src.Text(src.Units()[l.Source[0]].Text))
			}
		}
		if diff := cmp.Diff(want[k:k+1], got); diff != "" {
			t.Errorf("cells without counterpart (-want +got):\n%s", diff)
		}
	}
}

// TestAlignExchanged gives the texts in the other order.
func TestAlignExchanged(t *testing.T) {
	sv := edited(t, stepSV, "Eftersträvad kompetens\n\n", "")
	a, b := parsed(t, "fi", stepFI, lang.FI), parsed(t, "sv", sv, lang.SV)
	want := Align(a, b, nil)
	got := Align(b, a, nil)
	check(t, b, a, got)
	for k := range got {
		got[k].Source, got[k].Target = got[k].Target, got[k].Source
	}
	sortLinks(got)
	less := func(x, y Link) bool { return fmt.Sprint(x) < fmt.Sprint(y) }
	slices.SortFunc(want, func(x, y Link) int { return bool2int(less(y, x)) - bool2int(less(x, y)) })
	slices.SortFunc(got, func(x, y Link) int { return bool2int(less(y, x)) - bool2int(less(x, y)) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links of exchanged texts (-want +got):\n%s", diff)
	}
}

func bool2int(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestAlignOddTexts(t *testing.T) {
	long := strings.Repeat(stepSV+"\n", 10)
	tests := []struct{ name, fi, sv string }{
		{"both empty", "", ""},
		{"source empty", "", stepSV},
		{"target empty", stepFI, ""},
		{"blank", " \n\n \n", stepSV},
		{"ten times as long", stepFI, long},
		{"a tenth", strings.Repeat(stepFI+"\n", 10), stepSV},
		{"one line again and again", strings.Repeat("Arviointi\n\n", 3000), strings.Repeat("Bedömning\n\n", 2900)},
		{"no words", "…\n\n • –\n • —\n", "\u200b\n\n\u00a0"},
		{"the same text", stepFI, stepFI},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := parsed(t, "fi", tt.fi, lang.FI), parsed(t, "sv", tt.sv, lang.SV)
			check(t, a, b, Align(a, b, nil))
		})
	}
}

// TestAlignDeterministic aligns with one and with many threads.
func TestAlignDeterministic(t *testing.T) {
	a, b := parsed(t, "fi", stepFI, lang.FI), parsed(t, "sv", stepSV, lang.SV)
	texts := []Texts{{a, b}}
	want := Align(a, b, Learn(slices.Values(texts), 2))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for range 5 {
		if diff := cmp.Diff(want, Align(a, b, Learn(slices.Values(texts), 2))); diff != "" {
			t.Fatalf("second run (-first +second):\n%s", diff)
		}
	}
}

func FuzzAlign(f *testing.F) {
	f.Add(stepFI, stepSV)
	f.Add("", "a")
	f.Add("1.\n2.\n", " • \n • x\n\n\n • 3")
	f.Fuzz(func(t *testing.T, fi, sv string) {
		if len(fi)+len(sv) > 20000 {
			return
		}
		a, err := parser.Parse("fi", []byte(fi), parser.Options{Lang: lang.FI})
		if err != nil {
			return
		}
		b, err := parser.Parse("sv", []byte(sv), parser.Options{Lang: lang.SV})
		if err != nil {
			return
		}
		check(t, a, b, Align(a, b, nil))
	})
}
