// Package lang holds all that steplint knows of a language: its function words,
// abbreviations, list and level names. One set of files per language.
package lang

import (
	"slices"
	"strings"
)

// Lang is the data of one language. All words are in lower case; callers must
// not change them.
type Lang struct {
	Code string // BCP 47: "fi" or "sv"
	// Abbreviations are words that a full stop follows without ending a
	// sentence, without their last stop: "esim", "t.ex".
	Abbreviations map[string]bool
	// FinalAbbreviations are the abbreviations that often stand last in a
	// sentence, so that a capital after their stop starts a new one: "jne".
	// They are no part of Abbreviations.
	FinalAbbreviations map[string]bool
	// FunctionWords are frequent closed-class words that tell the language of
	// a text. No word is one of two languages.
	FunctionWords map[string]bool
	// QuestionWords open a question.
	QuestionWords map[string]bool
	// Joiners may follow a suspended compound: "ongelma- ja", "för- och".
	Joiners map[string]bool
	// LevelLabels name a level together with its number: "taso", "nivå".
	LevelLabels []string
	// Grades name a level by themselves: "hyvä", "goda". Each element holds the
	// forms of one grade; the same grade has the same index in all languages.
	Grades []string
}

// GradeRank returns which grade the word names, from 1, or 0 for none.
func GradeRank(l *Lang, word string) int {
	for i, forms := range l.Grades {
		if word != "" && slices.Contains(strings.Fields(forms), word) {
			return i + 1
		}
	}
	return 0
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

// set returns the white-space separated words as a set.
func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
