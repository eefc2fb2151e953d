// Package lang holds all that steplint knows of a language: its function words,
// abbreviations, list and level names. One set of files per language.
package lang

// Lang is the data of one language.
type Lang struct {
	Code string // BCP 47: "fi" or "sv"
	// Abbreviations are words that a full stop follows without ending a
	// sentence, in lower case and without the stop.
	Abbreviations map[string]bool
	// FunctionWords are frequent closed-class words, in lower case, that tell
	// the language of a text.
	FunctionWords map[string]bool
	// QuestionWords open a question, in lower case.
	QuestionWords map[string]bool
	// LevelLabels name a level together with its number: "taso", "nivå". In
	// lower case.
	LevelLabels []string
	// GradeNames name a level by themselves: "hyvä", "goda". In lower case.
	GradeNames []string
}

// All lists the languages, in the order in which pairs name them.
var All = []*Lang{FI, SV}

// ByCode returns the language with that code, or nil.
func ByCode(code string) *Lang {
	for _, l := range All {
		if l.Code == code {
			return l
		}
	}
	return nil
}
