package lang

import "strings"

// svBegins is [Begins] for Swedish.
func svBegins(words []string) (Form, int) {
	for i, w := range words {
		form, closed := svFormWords[w]
		switch {
		case closed && form == step, svAdverb(w) && i+1 < len(words):
			continue
		case w == "att":
			return svAtt(words, i)
		case (w == "genom" || w == "utan") && i+1 < len(words) && words[i+1] == "att":
			if f, at := svAtt(words, i+1); f == AttForm {
				if w == "genom" {
					return ByForm, at
				}
				return WithoutForm, at
			}
			return AnyForm, i
		case !closed && len(w) < 2:
			return AnyForm, i
		case !closed:
			form = svWordForm(w, words[i+1:])
		}
		if form&NounForm != 0 && form != AnyForm {
			form = svStatement(form, words[i+1:])
		}
		return form, i
	}
	return AnyForm, 0
}

// svAdverb reports whether a word has the ending of an adverb, or of an adjective
// in the neuter.
func svAdverb(w string) bool {
	return hasSuffix(w, svAdverbEndings) && svSyllables(w) > 1
}

// svAtt returns the form of what att opens.
func svAtt(words []string, i int) (Form, int) {
	for k := i + 1; k < len(words); k++ {
		form, closed := svFormWords[words[k]]
		switch {
		case closed && form == step, svAdverb(words[k]):
			continue
		case !closed:
			form = svWordForm(words[k], words[k+1:])
		}
		switch {
		case form&InfinitiveForm != 0:
			return AttForm, k
		case form == NounForm || form == StatementForm:
			return ClauseForm, i
		}
		return AnyForm, i
	}
	return AnyForm, i
}

// svStatement returns the form of what may be a noun phrase, with the words after
// it: a statement when a finite verb follows, which most are only likely to be.
// One after a conjunction does not make what is before it a statement.
func svStatement(form Form, rest []string) Form {
	for i, w := range rest {
		verb, closed := svFormWords[w]
		if !closed {
			verb = svWordForm(w, rest[i+1:])
		}
		switch {
		case verb == ClauseForm || svSubordinators[w]:
			return form
		case i > 0 && svConjunctions[rest[i-1]]:
		case verb == FiniteForm:
			return form&^NounForm | StatementForm
		case verb&FiniteForm != 0 && verb != AnyForm:
			form |= StatementForm
		}
	}
	return form
}

var (
	svConjunctions = set("och samt eller men utan")
	// svSubordinators open clauses whose verbs are theirs.
	svSubordinators = set("att som vars där dit då när om innan eftersom medan")
	// svModals are words that an infinitive completes.
	svModals = set("kan kunna ska skall bör vill måste får att")
)

// svWordForm returns what a word may be by its ending and by what follows it:
// infinitives look like adjectives in the plural, presents like plurals of nouns.
func svWordForm(w string, next []string) Form {
	if strings.HasSuffix(w, "-") {
		return NounForm // för- och
	}
	form := svEndingForm(w)
	const verb = FiniteForm | InfinitiveForm | ImperativeForm
	if len(next) == 0 && strings.HasSuffix(w, "a") {
		form |= NounForm // a word alone
	}
	if form&NounForm == 0 || form&verb == 0 || len(next) == 0 {
		return form
	}
	switch n := next[0]; {
	case hasSuffix(w, svNoVerbEndings):
	case svAfterVerb[n], svAdverb(n), svAfterVerbOnly(n, w):
		return form & verb
	case n == "och" && len(next) > 1 && !strings.HasSuffix(w, "-"):
		// "planera och genomföra": what is coordinated is alike
		if f := svEndingForm(next[1]); f&NounForm == 0 && f&form != 0 {
			return form & f
		}
	}
	return form
}

// svAfterVerbOnly reports whether a word is a noun of which the one before it is
// no attribute: definite without an article, or in the singular after a plural.
func svAfterVerbOnly(w, before string) bool {
	return svSyllables(w) > 2 && hasSuffix(w, svDefiniteEndings) ||
		hasSuffix(w, svSingularEndings) && hasSuffix(before, svPluralEndings)
}

// svEndingForm returns what a word may be by its ending.
func svEndingForm(w string) Form {
	if f, ok := svFormWords[w]; ok {
		return f
	}
	if strings.HasSuffix(w, "iska") && svSyllables(w) > 2 {
		return NounForm // kritiska, not fiska
	}
	if strings.HasSuffix(w, "iga") && hasPrefix(w, svVerbalPrefixes) {
		return NounForm | InfinitiveForm | ImperativeForm // förverkliga, but försiktiga too
	}
	form := byEnding(w, svFormEndings)
	stem, last := cutLast(w)
	switch {
	case last == 'a' && form == NounForm|InfinitiveForm|ImperativeForm:
		if before, entry := svPart(w, svStrong, svPrefixed); entry != "" && !svNounToo[entry] && (before == "" || svVerbPrefixes[before]) {
			return InfinitiveForm
		}
		if svSecond(stem) {
			return NounForm | InfinitiveForm
		}
	case strings.HasSuffix(w, "er") && form == NounForm|FiniteForm:
		if before, entry := svPart(stem, svStrong, svPrefixed); entry != "" && (before == "" || svVerbPrefixes[before]) {
			return FiniteForm // ber, avser
		}
		stem, _ = cutLast(stem)
		if _, entry := svPart(stem+"a", svStrong, svPrefixed); entry != "" && !svNounToo[entry] {
			return FiniteForm
		}
		if !svSecond(stem) {
			return NounForm
		}
	case last == 'r' && strings.ContainsRune("aeiouyåäö", lastOf(stem)) && form == NounForm|FiniteForm:
		if before, entry := svPart(stem, svStrong, svPrefixed); entry != "" && svVerbPrefixes[before] {
			return FiniteForm // förstår, deltar
		}
	case form == AnyForm && strings.ContainsRune("aeiouyåäö", last):
		if before, entry := svPart(w, svStrong, svPrefixed); entry != "" && svVerbPrefixes[before] {
			return InfinitiveForm | ImperativeForm // förstå, anse
		}
		return NounForm
	case form == NounForm|ImperativeForm && !svSecond(w):
		if _, entry := svPart(w+"a", svStrong, svPrefixed); entry == "" {
			return NounForm
		}
	}
	return form
}
