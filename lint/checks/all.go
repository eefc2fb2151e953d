// Package checks holds the checks: one file and one manual page each.
package checks

import "github.com/steplint/steplint/lint"

// All is the suite, in the order of the manual: documents, pairs, the corpus.
var All = []*lint.Check{
	MissingBullet,
	BrokenLevelHeader,
	LevelSequence,
	UnevenLevelRow,
	UnevenListEnding,
	UnevenBullet,
	UnevenListForm,
	TitleVariant,
	PhraseVariant,
	OddSpace,
	RepeatedWord,
	RepeatedSentence,
	HyphenResidue,
	UnbalancedBracket,
	CommaBeforeJa,
	BannedTerm,
	NoFinalNewline,

	MissingBlock,
	ExtraBlock,
	MissingItem,
	ExtraItem,
	MissingSentence,
	ExtraSentence,
	MissingRow,
	ExtraRow,
	MissingCell,
	ExtraCell,
	KindMismatch,
	LevelMismatch,
	MovedBlock,
	MovedItem,

	UntranslatedText,
	NumberMismatch,
	QuestionMismatch,
	LinkMismatch,
	NegationMismatch,
	SplitBlock,
	MissingTerm,

	TermDrift,
	UnpairedDocument,
	NotATranslation,
	LengthOutlier,
	StaleTranslation,
	StepShape,

	UnusedSuppression,
	UnknownSuppression,
}
