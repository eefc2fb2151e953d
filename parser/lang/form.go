package lang

import "strings"

// Form is a set of grammatical forms: those that the beginning of a text may be
// read as. One form alone is certain.
type Form uint16

// The forms.
const (
	NounForm       Form = 1 << iota // a noun, with or without what belongs to it
	StatementForm                   // a subject of its own and a finite verb
	FiniteForm                      // a finite verb: rakentaa, bygger
	InfinitiveForm                  // the infinitive: rakentaa, bygga
	AttForm                         // the infinitive after att
	ImperativeForm                  // rakenna, bygg
	IntoForm                        // the Finnish third infinitive: rakentamaan
	WithinForm                      // rakentamassa
	OutOfForm                       // rakentamasta
	ByForm                          // rakentamalla, genom att bygga
	WithoutForm                     // rakentamatta, utan att bygga
	ParticipleForm                  // what has been done: rakentanut
	QuestionForm                    // a question of its own
	ClauseForm                      // a subordinate clause: miten se rakennetaan, hur det byggs

	// AnyForm is the beginning of which nothing is known.
	AnyForm Form = 1<<iota - 1
)

// Sure reports whether the form is one of those alone.
func (f Form) Sure(of Form) bool { return f&^of == 0 }

// FormWords is the number of words from which the form of a beginning is told.
const FormWords = 8

// Begins returns the forms that a text of the language may begin in, and the
// index of the word that shows it. The words are the first ones of the text, at
// most FormWords, up to a comma or another mark.
func Begins(l *Lang, words []string) (form Form, at int) {
	if len(words) > FormWords {
		words = words[:FormWords]
	}
	lower := make([]string, 0, FormWords)
	for _, w := range words {
		if len(w) > longestWord/2 {
			break
		}
		lower = append(lower, strings.ToLower(w))
	}
	switch l {
	case FI:
		form, at = fiBegins(lower)
	case SV:
		form, at = svBegins(lower)
	default:
		return AnyForm, 0
	}
	if len(lower) == 1 && form != AnyForm {
		if _, closed := formWords(l)[lower[0]]; !closed {
			form |= NounForm // nothing tells lampaannata from avata
		}
	}
	return form, at
}

// LeadsTo returns the form that a text calls for which a list completes, by its
// last words: "opiskelija osaa", "att eleven"; AnyForm if it calls for none.
func LeadsTo(l *Lang, words []string) Form {
	n := len(words)
	if n == 0 {
		return AnyForm
	}
	last := strings.ToLower(words[n-1])
	modals, that := fiModals, "että"
	if l == SV {
		modals, that = svModals, "att"
	}
	if modals[last] {
		return InfinitiveForm
	}
	for _, w := range words[max(0, n-4) : n-1] {
		if strings.EqualFold(w, that) {
			if f, _ := Begins(l, words[n-1:]); f&NounForm != 0 {
				return FiniteForm
			}
		}
	}
	return AnyForm
}

func formWords(l *Lang) map[string]Form {
	if l == FI {
		return fiFormWords
	}
	return svFormWords
}

// step is the entry of a word that says nothing of the form: what follows does.
const step Form = 0

// formLetters name the forms in the tables of words and endings.
var formLetters = map[rune]Form{
	'n': NounForm, 's': StatementForm, 'f': FiniteForm, 'i': InfinitiveForm, 'm': ImperativeForm,
	'p': ParticipleForm, 'c': ClauseForm, '?': AnyForm, '>': step,
}

// formTable reads lines of a set of forms, by their letters, and the words or
// endings that have it.
func formTable(lines string) map[string]Form {
	m := map[string]Form{}
	for line := range strings.Lines(lines) {
		var form Form
		for i, word := range strings.Fields(line) {
			if i > 0 {
				m[word] = form
				continue
			}
			for _, r := range word {
				form |= formLetters[r]
			}
		}
	}
	return m
}

// longestForm is the bytes of the longest ending in the tables.
const longestForm = 12

// byEnding returns the entry of the longest ending of the word.
func byEnding(word string, tables ...map[string]Form) Form {
	for n := min(len(word), longestForm); n > 0; n-- {
		for _, t := range tables {
			if f, ok := t[word[len(word)-n:]]; ok {
				return f
			}
		}
	}
	return AnyForm
}
