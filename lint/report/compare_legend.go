package report

import (
	"fmt"
	"slices"

	"github.com/steplint/steplint/lint"
)

// sign is a character of a comparison and what it says.
type sign struct {
	mark    mark
	sign    string
	meaning lint.Msg
}

// markSigns are the signs of the marks in the order they are printed in.
var markSigns = []sign{
	{markMissing, "-", lint.Msg{"missing from the Swedish text", "puuttuu ruotsinkielisestä tekstistä", "saknas i den svenska texten"}},
	{markExtra, "+", lint.Msg{"only in the Swedish text", "vain ruotsinkielisessä tekstissä", "bara i den svenska texten"}},
	{markInstead, "?", lint.Msg{"another text in its place", "tilalla toinen teksti", "en annan text i stället"}},
	{markMoved, "↕", lint.Msg{"moved", "eri paikassa", "på annat ställe"}},
	{markJoined, "~", lint.Msg{"joined or split", "yhdistetty tai jaettu", "sammanslaget eller delat"}},
	{markForm, "≠", lint.Msg{
		"list item, table or running text in one language only",
		"luettelokohta, taulukko tai leipäteksti vain toisella kielellä",
		"listpunkt, tabell eller löpande text på bara ett av språken",
	}},
}

const openSign, closeSign = "[", "]"

var otherSigns = []sign{
	{0, openSign, lint.Msg{"number or name in one text only", "luku tai nimi vain toisessa tekstissä", "tal eller namn i bara den ena texten"}},
	{0, "#", lint.Msg{"heading", "otsikko", "rubrik"}},
	{0, "•", lint.Msg{"list item", "luettelokohta", "listpunkt"}},
	{0, "=", lint.Msg{"level", "taso", "nivå"}},
	{0, "|", lint.Msg{"table cell", "taulukon solu", "tabellcell"}},
}

// markColor returns the colour of the first of the marks; they say the same
// without it.
func markColor(marks string) string {
	switch marks[0] {
	case '-':
		return red
	case '+':
		return green
	case ' ':
		return ""
	}
	return yellow
}

// legend explains the signs that the output holds.
func (c *comparison) legend() {
	var parts []string
	for _, s := range slices.Concat(markSigns, otherSigns) {
		if c.signs[s.sign] {
			sign := s.sign
			if s.sign == openSign {
				sign += "…" + closeSign
			}
			parts = append(parts, sign+" "+s.meaning.In(c.lang))
		}
	}
	if len(parts) == 0 {
		return
	}
	fmt.Fprintln(c)
	for _, l := range fill(parts, "   ", c.Width) {
		if c.Color {
			l = dim + l + reset
		}
		fmt.Fprintln(c, l)
	}
}

var (
	countLinked   = plural{lint.Msg{"linked", "vastinpari", "motsvarighet"}, lint.Msg{"linked", "vastinparia", "motsvarigheter"}}
	countMissing  = plural{lint.Msg{"missing", "puuttuu", "saknas"}, lint.Msg{"missing", "puuttuu", "saknas"}}
	countExtra    = plural{lint.Msg{"extra", "ylimääräinen", "extra"}, lint.Msg{"extra", "ylimääräistä", "extra"}}
	countMoved    = plural{lint.Msg{"moved", "eri paikassa", "på annat ställe"}, lint.Msg{"moved", "eri paikassa", "på annat ställe"}}
	countReplaced = plural{lint.Msg{"replaced", "vaihtunut", "utbytt"}, lint.Msg{"replaced", "vaihtunutta", "utbytta"}}
)

func (c *comparison) summary() {
	var parts []string
	add := func(m mark, p plural) { parts = append(parts, fmt.Sprint(c.count[m], " ", p.in(c.lang, c.count[m]))) }
	add(0, countLinked)
	add(markMissing, countMissing)
	add(markExtra, countExtra)
	add(markMoved, countMoved)
	if c.count[markInstead] > 0 {
		add(markInstead, countReplaced)
	}
	fmt.Fprintln(c)
	for i, p := range parts[:len(parts)-1] {
		parts[i] = p + ","
	}
	for _, l := range fill(parts, " ", c.Width) {
		fmt.Fprintln(c, l)
	}
}
