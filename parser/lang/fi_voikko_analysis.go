package lang

// Analysis is one reading of a Finnish word by Voikko's dictionary.
type Analysis struct {
	// Base is the dictionary form: asiakassuhde of asiakassuhteissaan. That of a
	// participle is its nominative (opettanut), that of a noun in -minen is the noun
	// (opettaminen), and that of an adverb in -sti is the adverb itself.
	Base string
	// Verb is the verb of a participle or of a noun in -minen, "" of other words.
	Verb string
	// Parts are the dictionary forms of the parts of a compound, one for a simple word.
	Parts []string
	Features
}

// Features are the grammatical features of a word form. The zero value of each
// means that the form has none such.
type Features struct {
	POS        POS // of the last part
	Case       Case
	Plural     bool // of a nominal, or of the person of a verb
	Degree     Degree
	Participle Participle
	Infinitive Infinitive
	Mood       Mood // of a finite verb
	Past       bool
	// Person of a finite verb: 1 to 3, and 4 for the passive.
	Person uint8
	// Connegative says that the form may stand with the negative verb: (en) sano. It
	// may be another one as well: sano!
	Connegative bool
	Possessive  bool // has a possessive suffix
	Question    bool // has the clitic -ko
}

// Case is a grammatical case.
type Case uint8

// The cases of Finnish; the accusative is that of personal pronouns alone.
const (
	NoCase Case = iota
	Nominative
	Genitive
	Partitive
	Essive
	Translative
	Inessive
	Elative
	Illative
	Adessive
	Ablative
	Allative
	Abessive
	Comitative
	Instructive
	Accusative
)

// Degree is a degree of comparison.
type Degree uint8

// The degrees of comparison.
const (
	Positive Degree = iota
	Comparative
	Superlative
)

// Participle is a kind of participle.
type Participle uint8

// The participles: opettava, opettanut, opetettava, opetettu, opettama, opettamaton.
const (
	NoParticiple Participle = iota
	PresentActive
	PastActive
	PresentPassive
	PastPassive
	Agent
	Negative
)

// Infinitive is a kind of infinitive.
type Infinitive uint8

// The infinitives: opettaa, opettaen, opettamaan, opettamaisillaan.
const (
	NoInfinitive Infinitive = iota
	InfinitiveA
	InfinitiveE
	InfinitiveMa
	InfinitiveMaisilla
)

// Mood is a mood of finite verbs.
type Mood uint8

// The moods.
const (
	NoMood Mood = iota
	Indicative
	Conditional
	Potential
	Imperative
)

// add adds what a tag says.
func (f *Features) add(tag *Features) {
	setTo(&f.POS, tag.POS)
	setTo(&f.Case, tag.Case)
	setTo(&f.Plural, tag.Plural)
	setTo(&f.Degree, tag.Degree)
	setTo(&f.Participle, tag.Participle)
	setTo(&f.Infinitive, tag.Infinitive)
	setTo(&f.Mood, tag.Mood)
	setTo(&f.Past, tag.Past)
	setTo(&f.Person, tag.Person)
	setTo(&f.Connegative, tag.Connegative)
	setTo(&f.Possessive, tag.Possessive)
	setTo(&f.Question, tag.Question)
}

// setTo sets a feature unless the tag says nothing of it.
func setTo[T comparable](feature *T, value T) {
	var none T
	if value != none {
		*feature = value
	}
}

// voikkoTags are the tags of Voikko's dictionaries that tell features. Those of
// borders and dictionary forms are the decoder's.
var voikkoTags = map[string]Features{
	"[Ln]": {POS: Noun}, "[Lnl]": {POS: Noun},
	"[Ll]": {POS: Adjective}, "[Lt]": {POS: Verb},
	"[Lee]": {POS: Name}, "[Les]": {POS: Name},
	"[Lep]": {POS: Name}, "[Lem]": {POS: Name},
	"[Ls]": {POS: Adverb}, "[Lr]": {POS: Pronoun},
	"[Lu]": {POS: Numeral}, "[Lur]": {POS: Numeral},
	"[Lc]": {POS: Conjunction}, "[Ld]": {POS: Adposition},
	"[Lk]": {POS: NegativeVerb}, "[Lh]": {POS: Interjection},
	"[Lp]": {POS: Prefix}, "[La]": {POS: Abbreviation},

	"[Sn]": {Case: Nominative}, "[Sg]": {Case: Genitive},
	"[Sp]": {Case: Partitive}, "[Ses]": {Case: Essive},
	"[Str]": {Case: Translative}, "[Sine]": {Case: Inessive},
	"[Sela]": {Case: Elative}, "[Sill]": {Case: Illative},
	"[Sade]": {Case: Adessive}, "[Sabl]": {Case: Ablative},
	"[Sall]": {Case: Allative}, "[Sab]": {Case: Abessive},
	"[Sko]": {Case: Comitative}, "[Sin]": {Case: Instructive},
	"[Sak]": {Case: Accusative},

	"[Nm]": {Plural: true},
	"[Cc]": {Degree: Comparative}, "[Cs]": {Degree: Superlative},

	"[Rv]": {Participle: PresentActive}, "[Ra]": {Participle: PresentPassive},
	"[Ru]": {Participle: PastActive}, "[Rt]": {Participle: PastPassive},
	"[Rm]": {Participle: Agent}, "[Re]": {Participle: Negative},

	"[Tn1]": {Infinitive: InfinitiveA}, "[Tn2]": {Infinitive: InfinitiveE},
	"[Tn3]": {Infinitive: InfinitiveMa}, "[Tn5]": {Infinitive: InfinitiveMaisilla},
	"[Tt]": {Mood: Indicative}, "[Te]": {Mood: Conditional},
	"[Tm]": {Mood: Potential}, "[Tk]": {Mood: Imperative},
	"[Ai]": {Past: true},
	"[P1]": {Person: 1}, "[P2]": {Person: 2},
	"[P3]": {Person: 3}, "[P4]": {Person: 4},
	"[Et]": {Connegative: true}, "[Eb]": {Connegative: true},

	"[O1y]": {Possessive: true}, "[O1m]": {Possessive: true},
	"[O2y]": {Possessive: true}, "[O2m]": {Possessive: true},
	"[O3]": {Possessive: true}, "[Fko]": {Question: true},
}
