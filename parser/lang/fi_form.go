package lang

import "strings"

// fiBegins is [Begins] for Finnish.
func fiBegins(words []string) (Form, int) {
	for i, w := range words {
		form, closed := fiFormWords[w]
		switch {
		case closed && form == step, fiAdverb(w):
			continue
		case len(w) < 2:
			return AnyForm, i
		case !closed:
			form = fiWordForm(w)
		}
		if form&NounForm != 0 && form != AnyForm {
			form = fiStatement(form, words[i+1:])
		}
		return form, i
	}
	return AnyForm, 0
}

// fiAdverb reports whether a word is an adverb of manner: aktiivisesti, but not
// realisti.
func fiAdverb(w string) bool {
	stem, ok := strings.CutSuffix(w, "sti")
	return ok && fiSyllables(stem) > 1 && (!strings.HasSuffix(stem, "i") || strings.HasSuffix(stem, "ai"))
}

// fiStatement returns the form of what may be a noun phrase, with the words after
// it: a statement when a finite verb follows, or when one may. One after a
// conjunction does not make what is before it a statement.
func fiStatement(form Form, rest []string) Form {
	for i, w := range rest {
		verb, closed := fiFormWords[w]
		if !closed {
			verb = fiWordForm(w)
		}
		switch {
		case verb == ClauseForm:
			return form
		case verb == AnyForm, verb&FiniteForm == 0, i > 0 && fiConjunctions[rest[i-1]]:
		case verb == FiniteForm:
			return form&^NounForm | StatementForm
		default:
			form |= StatementForm
		}
	}
	return form
}

var (
	fiConjunctions = set("ja sekä tai eli mutta vai")
	// fiModals are verbs that an infinitive completes.
	fiModals = set("osaa osaavat voi voivat saa saavat pitää tulee täytyy haluaa haluavat aikoo aikovat saattaa saattavat voidaan")
)

// fiWordForm returns what a word may be by its ending. Many are several things:
// rakentaa is infinitive and finite verb, tietoa might be an infinitive.
func fiWordForm(w string) Form {
	if strings.HasSuffix(w, "-") {
		return NounForm // viestintä- ja
	}
	if f := fiThirdInfinitive(w); f != 0 {
		return f
	}
	if fiSyllables(w) > 2 {
		return byEnding(w, fiLongFormEndings, fiFormEndings)
	}
	return byEnding(w, fiFormEndings)
}

// fiThirdInfinitive returns the form of a third infinitive, or 0. Shorter ones may be nouns
// in -ma, which fiMaNouns lists as far as they would be taken for one.
func fiThirdInfinitive(w string) Form {
	for _, c := range [...]struct {
		ending string
		form   Form
	}{
		{"maan", IntoForm}, {"mään", IntoForm}, {"massa", WithinForm}, {"mässä", WithinForm}, {"masta", OutOfForm}, {"mästä", OutOfForm},
		{"malla", ByForm}, {"mällä", ByForm}, {"matta", WithoutForm}, {"mättä", WithoutForm},
	} {
		stem, ok := strings.CutSuffix(w, c.ending)
		switch {
		case !ok:
			continue
		case !fiEnds(stem, "a ä e i o ö u y") || fiEnds(stem, fiMaNouns):
			return NounForm | c.form
		case c.form == WithoutForm || fiEnds(stem, "aa ää oi öi tta ttä sta stä hta htä nta ntä lta ltä rta rtä") || fiSyllables(stem) > 2,
			fiSyllables(stem) > 1 && fiEnds(stem, "e"):
			return c.form
		}
		return NounForm | c.form
	}
	return 0
}

// fiMaNouns are the ends of nouns in -ma before that.
const fiMaNouns = `ase tee skee kuole elä sano vii voi systee ole`
