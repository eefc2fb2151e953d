package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// A part is a paragraph, list or row of cells in both languages, piece by piece.
type part struct {
	before string // of a piece
	after  string
	fi, sv []string
}

// pieces are invented texts in which any one piece may be left out.
var pieces = []part{
	{after: " ", fi: []string{
		"Kuoron harjoitukset pidetään kirjastossa joka tiistai.",
		"Laulussa on 24 riviä, ja ne opetellaan ulkoa.",
		"Nuotit palautetaan hyllyyn harjoitusten jälkeen.",
	}, sv: []string{
		"Körens övningar hålls i biblioteket varje tisdag.",
		"Sången har 24 rader som man lär sig utantill.",
		"Noterna lämnas tillbaka i hyllan efter övningen.",
	}},
	{after: " ", fi: []string{
		"Mehiläispesä tarkastetaan toukokuussa, kun on lämmintä.",
		"Onko emo hengissä?",
		"Kehyksiä on yhdessä laatikossa 10, ja niistä vaihdetaan 3 vuodessa.",
		"Hunaja lingotaan elokuussa, kun kennot on peitetty vahalla.",
	}, sv: []string{
		"Bikupan granskas i maj när det är varmt nog.",
		"Lever drottningen?",
		"Det finns 10 ramar i en låda, och av dem byter man 3 per år.",
		"Honungen slungas i augusti när kakorna är täckta med vax.",
	}},
	{before: " • ", after: "\n", fi: []string{
		"tunnistaa tavallisimmat solmut ja niiden käytön.",
		"sitoo paalusolmun silmät kiinni.",
		"kertoo, mitä köyden vetolujuus 12 kN tarkoittaa.",
		"purkaa solmun köyttä vahingoittamatta.",
		"säilyttää köydet kuivassa ja neuvoo siinä muita.",
	}, sv: []string{
		"identifierar de vanligaste knoparna och deras användning.",
		"knyter en pålstek med slutna ögon.",
		"berättar vad repets draghållfasthet 12 kN betyder.",
		"löser upp en knop utan att skada repet.",
		"förvarar repen torrt och ger andra råd om det.",
	}},
}

// TestAlignDropped leaves out the first, the middle and the last pieces in turn,
// in either language, and expects each to be named and nothing else.
func TestAlignDropped(t *testing.T) {
	for k, p := range pieces {
		for n := range p.fi {
			for side := range 2 {
				name := fmt.Sprintf("%d/%d/%d", k, n, side)
				src, tgt := parsed(t, "fi", droppedFrom(0, k, n, side), lang.FI), parsed(t, "sv", droppedFrom(1, k, n, side), lang.SV)
				links := Align(src, tgt, nil)
				check(t, src, tgt, links)
				want := [2][]string{p.sv, p.fi}[side][n]
				var got []string
				for _, l := range links {
					switch {
					case l.Kind != parser.KindSentence:
					case len(l.Target) == 0:
						got = append(got, src.Text(src.Units()[l.Source[0]].Text))
					case len(l.Source) == 0:
						got = append(got, tgt.Text(tgt.Units()[l.Target[0]].Text))
					}
				}
				if len(got) != 1 || got[0] != want {
					t.Errorf("%s: without counterpart: %q, want %q", name, got, want)
				}
			}
		}
	}
}

// droppedFrom returns the text of a language (0: Finnish) without piece n of
// part k when that is the language it is dropped from.
func droppedFrom(language, k, n, from int) string {
	var b strings.Builder
	b.WriteString([]string{"Opin uutta\n\n", "Jag lär mig nytt\n\n"}[language])
	for q, p := range pieces {
		for m, s := range [2][]string{p.fi, p.sv}[language] {
			if q != k || m != n || language != from {
				b.WriteString(p.before + s + p.after)
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// TestAlignJoined puts five phrases of one cell on one line.
func TestAlignJoined(t *testing.T) {
	fi := []string{
		"käsittelee asiakkaan palautetta rakentavasti ja kertoo siitä työryhmälle",
		"pitää työvälineet kunnossa ja säilyttää niitä ohjeiden mukaan",
		"ottaa huomioon työn aikataulun ja muiden tekijöiden tarpeet",
		"tunnistaa tavallisimmat vaarat ja kertoo niistä esimiehelle",
		"arvioi omaa työtään ja kehittää sitä yhdessä muiden kanssa",
	}
	sv := []string{
		"behandlar kundens respons konstruktivt och berättar om den för arbetsgruppen",
		"håller redskapen i skick och förvarar dem enligt anvisningarna",
		"beaktar arbetets tidtabell och andra medarbetares behov",
		"identifierar de vanligaste farorna och informerar chefen om dem",
		"bedömer sitt eget arbete och utvecklar det tillsammans med andra",
	}
	head := [2]string{"Työssä\n\nTaso 1) Alku\nTaso 2) Jatko\n", "I arbetet\n\nNivå 1) Början\nNivå 2) Fortsättning\n"}
	tail := [2]string{"\nosaa neuvoa muita työntekijöitä\n", "\nkan ge andra arbetstagare råd\n"}
	a := parsed(t, "fi", head[0]+strings.Join(fi, "\n\n")+tail[0], lang.FI)
	for _, n := range []int{4, 5} {
		joined := strings.Join(append([]string{strings.Join(sv[:n], " ")}, sv[n:]...), "\n\n")
		b := parsed(t, "sv", head[1]+joined+tail[1], lang.SV)
		links := Align(a, b, nil)
		check(t, a, b, links)
		most := 0
		for _, l := range links {
			if len(l.Source) == 0 || len(l.Target) == 0 {
				t.Errorf("%d joined: %v has no counterpart", n, l)
			}
			if l.Kind == parser.KindSentence {
				most = max(most, len(l.Source))
			}
		}
		if most != n {
			t.Errorf("%d joined: the longest link has %d", n, most)
		}
	}
}

// TestAlignMovedSection moves each section behind each of the others and expects
// every leaf to keep its counterpart.
func TestAlignMovedSection(t *testing.T) {
	sections := append([]part{{after: "\n\n",
		fi: []string{
			"Vuokravene kuitataan toimistossa, ja avaimen saa 20 euron panttia vastaan.",
			"Pelastusliivit kuuluvat hintaan, ja jokaisen on pidettävä niitä.",
			"Tuulen suunta tarkistetaan lipusta ennen lähtöä.",
			"Saaren pohjoispuolella on matalikko, jonka kivet eivät näy pinnalle.",
			"Moottorin polttoaine riittää noin 3 tunniksi.",
			"Laiturissa perä sidotaan poijuun ja keula renkaaseen.",
			"Nuotion saa tehdä vain rannan tulipaikalle.",
			"Vene palautetaan puhtaana ennen kello 19.",
		},
		sv: []string{
			"Hyrbåten kvitteras ut på kontoret, och nyckeln fås mot en pant på 20 euro.",
			"Flytvästarna ingår i priset, och var och en måste bära en sådan.",
			"Vindens riktning kontrolleras på flaggan före avfärden.",
			"Norr om ön finns ett grund vars stenar inte syns vid ytan.",
			"Motorns bränsle räcker i ungefär 3 timmar.",
			"Vid bryggan fästs aktern i en boj och fören i en ring.",
			"Eld får göras upp endast på eldplatsen vid stranden.",
			"Båten lämnas tillbaka ren före klockan 19.",
		}}}, pieces...)
	headings := [2][]string{{"Vene", "Kuoro", "Mehiläistarha", "Köydet"}, {"Båten", "Kören", "Bigården", "Repen"}}
	write := func(language int, order []int) string {
		var b strings.Builder
		b.WriteString([]string{"Opin uutta\n\nJokaisesta aiheesta on oma lukunsa.", "Jag lär mig nytt\n\nVarje ämne har ett eget kapitel."}[language])
		for _, k := range order {
			p := sections[k]
			fmt.Fprintf(&b, "\n\n%s\n\n", headings[language][k])
			for _, s := range [2][]string{p.fi, p.sv}[language] {
				b.WriteString(p.before + s + p.after)
			}
		}
		return b.String() + "\n"
	}
	straight := []int{0, 1, 2, 3}
	for from := range straight {
		for to := range straight {
			order := slices.Delete(slices.Clone(straight), from, from+1)
			order = slices.Insert(order, to, from)
			src, tgt := parsed(t, "fi", write(0, straight), lang.FI), parsed(t, "sv", write(1, order), lang.SV)
			links := Align(src, tgt, nil)
			check(t, src, tgt, links)
			translation := map[string]string{"Opin uutta": "Jag lär mig nytt", "Jokaisesta aiheesta on oma lukunsa.": "Varje ämne har ett eget kapitel."}
			for k, p := range sections {
				translation[headings[0][k]] = headings[1][k]
				for n, s := range p.fi {
					translation[s] = p.sv[n]
				}
			}
			for _, l := range links {
				if l.Kind != parser.KindSentence && l.Kind != parser.KindHeading {
					continue
				}
				var a, b string
				for _, u := range l.Source {
					a += src.Text(src.Units()[u].Text)
				}
				for _, u := range l.Target {
					b += tgt.Text(tgt.Units()[u].Text)
				}
				if a == "" || translation[a] != b {
					t.Errorf("section %d at %d: %q is linked with %q", from, to, a, b)
				}
			}
		}
	}
}
