package lang

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Voikko analyses Finnish words with a dictionary of the Voikko project, version 5
// (voikko.puimula.org), which is read from where the user has it. It is safe for
// concurrent use.
type Voikko struct {
	fst     *fst
	symbols []voikkoSymbol
	pool    sync.Pool // of *voikkoSearch
}

// voikkoSearch is what the analysis of one word takes.
type voikkoSearch struct {
	walker
	voikkoDecoder
	word    [longestWord]byte
	key     []byte      // of a look-up
	whole   []byte      // dictionary forms of the readings of one part, with a space after each
	nouns   []byte      // those of nouns
	matches []TermMatch // of the readings
}

// voikkoPlaces are the folders that packages install the dictionary in.
var voikkoPlaces = [...]string{
	"/usr/lib/voikko", "/usr/share/voikko", "/usr/local/lib/voikko", "/usr/local/share/voikko", "/opt/homebrew/lib/voikko",
	"/usr/lib64/voikko",
}

// voikkoFile is the dictionary within such a folder.
const voikkoFile = "5/mor-standard/mor.vfst"

// FindVoikko returns the path of the installed dictionary, "" if there is none
// where packages put it.
func FindVoikko() string {
	for _, dir := range voikkoPlaces {
		name := filepath.Join(dir, voikkoFile)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return name
		}
	}
	return ""
}

// OpenVoikko reads a dictionary: a file mor.vfst, or a folder that holds one, also
// in 5/mor-standard. The error does not name the path unless the system's does.
func OpenVoikko(path string) (*Voikko, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		inner := filepath.Join(path, voikkoFile)
		path = filepath.Join(path, filepath.Base(voikkoFile))
		if _, err := os.Stat(inner); err == nil {
			path = inner
		}
		if info, err = os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return nil, errNoDictionary
		}
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > largestFST {
		return nil, errNoFST
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return newVoikko(data)
}

func newVoikko(data []byte) (*Voikko, error) {
	f, err := parseFST(data)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(f.symbols, "[Xp]") || !slices.Contains(f.symbols, "[X]") {
		return nil, errNoFST // there are others, of spelling errors
	}
	return &Voikko{fst: f, symbols: voikkoSymbols(f)}, nil
}

// Analyse returns all readings of a word, none of a word that the dictionary does
// not know. Its case, soft hyphens and hyphens around it do not count.
func (v *Voikko) Analyse(word string) []Analysis {
	s := v.search(word)
	defer v.pool.Put(s)
	s.cased = true
	var out []Analysis
	for range s.readings {
		a := s.analysis()
		if !slices.ContainsFunc(out, func(b Analysis) bool { return a.equal(&b) }) {
			out = append(out, a)
		}
	}
	return out
}

// search looks a word up. What it returns goes back to the pool.
func (v *Voikko) search(word string) *voikkoSearch {
	s, _ := v.pool.Get().(*voikkoSearch)
	if s == nil {
		s = &voikkoSearch{walker: walker{fst: v.fst}, voikkoDecoder: voikkoDecoder{meanings: v.symbols}}
	}
	s.cased, s.ends = false, s.ends[:0]
	if len(word) <= longestWord/2 {
		if w := bytes.Trim(lower(s.word[:0], word), "-–"); len(w) > 0 {
			s.walk(w)
		}
	}
	return s
}

// readings decodes one reading after another, each in place of the one before.
func (s *voikkoSearch) readings(yield func() bool) {
	for k := range s.ends {
		if s.decode(s.path(k)) && !yield() {
			return
		}
	}
}
