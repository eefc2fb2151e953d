package corpus

import (
	"context"
	"slices"

	"github.com/steplint/steplint/parser/lang"
)

// Renderings is what the linked texts of a corpus tell of how its words are
// translated. Words are known by their stems; texts that stand in many documents
// count once.
type Renderings struct {
	words [2]vocabulary
	texts []linkedText
	// links are all links in the order of the corpus; those of a pair follow one
	// another.
	links []textLink
	best  []rendering // by source word
}

// linkedText is the text of a link and that of its translation.
type linkedText struct {
	words [2][]int32 // different ones, ascending
	// cut says that one of them has part of a word only: kuluttajan- ja myyjän.
	cut bool
}

// textLink is a place where a linked text stands.
type textLink struct {
	pair *Pair
	unit [2]int // leaves of the source and the target
	text int32  // index into texts
}

// rendering is the target word that most goes together with a source word.
type rendering struct {
	word     int32 // -1 if there is none
	together int   // texts that hold both
}

// vocabulary numbers the words of one language.
type vocabulary struct {
	lang  *lang.Lang
	known map[uint64]int32 // by hash of the word: index into forms
	forms []writtenForm
	stems map[string]int32
	list  []stemmed
}

// writtenForm is a word as it stands in the texts, in lower case.
type writtenForm struct {
	word  string
	id    int32 // in the list, -1 for words that are not looked at
	count int   // how often it stands
}

// stemmed is a word in all its forms.
type stemmed struct {
	stem  string
	short string // the shortest form in the texts
	noun  bool   // some form is one that nouns have
	texts []int32
}

// Renderings returns what the links of the corpus tell. It is computed once.
func (c *Corpus) Renderings() *Renderings {
	c.renderingsOnce.Do(func() { c.renderings = newRenderings(c.Pairs) })
	return c.renderings
}

func newRenderings(pairs []*Pair) *Renderings {
	const perText, perForm, perStem = 250, 150, 300 // bytes of the documents, or more
	size := 0
	for _, p := range pairs {
		size += len(p.Source.Src) + len(p.Target.Src)
	}
	r := &Renderings{links: make([]textLink, 0, size/perText)}
	for side := range r.words {
		r.words[side] = vocabulary{
			lang: lang.All[side], known: make(map[uint64]int32, size/perForm), forms: make([]writtenForm, 0, size/perForm),
			stems: make(map[string]int32, size/perStem), list: make([]stemmed, 0, size/perStem),
		}
	}
	texts := make([][2]string, 0, size/perText)
	known := make(map[[2]string]int32, size/perText)
	for _, p := range pairs {
		if p.Unrelated() {
			continue
		}
		src, tgt := p.Source.Units(), p.Target.Units()
		for l := range p.Translations() {
			if len(l.Source) > 1 || len(l.Target) > 1 {
				continue
			}
			i, j := l.Source[0], l.Target[0]
			text := [2]string{p.Source.Plain(src[i].Text), p.Target.Plain(tgt[j].Text)}
			if i == 0 || text[0] == text[1] {
				continue // a title is a name; what is not translated tells nothing
			}
			n, ok := known[text]
			if !ok {
				n = int32(len(texts))
				known[text] = n
				texts = append(texts, text)
			}
			r.links = append(r.links, textLink{p, [2]int{i, j}, n})
		}
	}
	r.texts = make([]linkedText, len(texts))
	var cut [2][]bool
	Parallel(context.Background(), 2, 2, func(side int) {
		cut[side] = r.read(texts, side)
		r.words[side].post(r.texts, side)
	})
	for n := range r.texts {
		r.texts[n].cut = cut[0][n] || cut[1][n]
	}
	r.associate()
	return r
}

// longestText is the number of words from which a text is too long to tell which of
// its words translate each other.
const longestText = 80

// read reads one side of the linked texts, and returns which of these have part of a
// word only.
func (r *Renderings) read(texts [][2]string, side int) []bool {
	cut := make([]bool, len(texts))
	v := &r.words[side]
	var ids []int32
	for n := range texts {
		s := texts[n][side]
		ids = ids[:0]
		for scan := (wordScanner{text: s}); scan.next(); {
			if scan.end < len(s) && s[scan.end] == '@' || scan.start > 0 && s[scan.start-1] == '@' {
				continue // an address
			}
			if s[scan.end-1] == '-' {
				cut[n] = true
				continue
			}
			if scan.end-scan.start < shortestWord {
				continue
			}
			f := v.form(&scan)
			f.count++
			if f.id >= 0 {
				ids = append(ids, f.id)
			}
		}
		slices.Sort(ids)
		if ids = slices.Compact(ids); len(ids) <= longestText {
			r.texts[n].words[side] = slices.Clone(ids)
		}
	}
	return cut
}

// post lists the texts of every word.
func (v *vocabulary) post(texts []linkedText, side int) {
	count, total := make([]int32, len(v.list)), 0
	for k := range texts {
		for _, w := range texts[k].words[side] {
			count[w]++
		}
		total += len(texts[k].words[side])
	}
	all := make([]int32, total)
	for w, n := range count {
		v.list[w].texts, all = all[:0:n], all[n:]
	}
	for k := range texts {
		for _, w := range texts[k].words[side] {
			v.list[w].texts = append(v.list[w].texts, int32(k))
		}
	}
}

// shortestWord is the number of bytes from which words are looked at.
const shortestWord = 4

// form returns the form of the word, until another is asked for.
func (v *vocabulary) form(scan *wordScanner) *writtenForm {
	k, ok := v.known[scan.hash]
	if !ok {
		w := scan.lower()
		k = int32(len(v.forms))
		v.forms = append(v.forms, writtenForm{word: w, id: v.add(w)})
		v.known[scan.hash] = k
	}
	return &v.forms[k]
}

func (v *vocabulary) add(w string) int32 {
	if _, ok := v.lang.FunctionWords[w]; ok || len(w) < shortestWord {
		return -1
	}
	stem := v.lang.Stem(w)
	id, ok := v.stems[stem]
	if !ok {
		id = int32(len(v.list))
		v.stems[stem] = id
		v.list = append(v.list, stemmed{stem: stem, short: w})
	}
	e := &v.list[id]
	if len(w) < len(e.short) || len(w) == len(e.short) && w < e.short {
		e.short = w
	}
	e.noun = e.noun || v.lang.NounForm(w, stem)
	return id
}

// associate finds for every source word the target word that most goes together
// with it.
func (r *Renderings) associate() {
	r.best = make([]rendering, len(r.words[0].list))
	c := counter{count: make([]int, len(r.words[1].list))}
	for f := range r.best {
		b := rendering{word: -1}
		strongest := 0.0
		texts := r.words[0].list[f].texts
		if len(texts) > 1 {
			for _, n := range texts {
				c.add(r.texts[n].words[1])
			}
		}
		for _, w := range c.touched {
			if s := dice(c.count[w], len(texts), len(r.words[1].list[w].texts)); s > strongest || s == strongest && w < b.word {
				b, strongest = rendering{w, c.count[w]}, s
			}
		}
		r.best[f] = b
		c.reset()
	}
}

// counter counts in how many texts words stand.
type counter struct {
	count   []int
	touched []int32
}

func (c *counter) add(words []int32) {
	for _, w := range words {
		if c.count[w] == 0 {
			c.touched = append(c.touched, w)
		}
		c.count[w]++
	}
}

func (c *counter) reset() {
	for _, w := range c.touched {
		c.count[w] = 0
	}
	c.touched = c.touched[:0]
}

// dice is the coefficient of Dice: how far two sets are the same, 0 to 1.
func dice(both, a, b int) float64 { return 2 * float64(both) / float64(a+b) }

// sameStart returns the number of bytes that both begin with.
func sameStart(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// sameEnd returns the number of bytes that both end in.
func sameEnd(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
