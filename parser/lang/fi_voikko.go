package lang

import (
	"bytes"
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
	walker  walker
	decoder voikkoDecoder
	word    [longestWord]byte
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
// in 5/mor-standard. The error is about the path or says that it is no such
// dictionary.
func OpenVoikko(path string) (*Voikko, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		inner := filepath.Join(path, voikkoFile)
		path = filepath.Join(path, filepath.Base(voikkoFile))
		if _, err := os.Stat(inner); err == nil {
			path = inner
		}
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
	return &Voikko{fst: f, symbols: voikkoSymbols(f)}, nil
}

// Analyse returns all readings of a word, none of a word that the dictionary does
// not know. Its case, soft hyphens and hyphens around it do not count.
func (v *Voikko) Analyse(word string) []Analysis {
	var out []Analysis
	v.search(word, false, func(s *voikkoSearch) {
		a := s.decoder.analysis()
		if !slices.ContainsFunc(out, func(b Analysis) bool { return a.equal(&b) }) {
			out = append(out, a)
		}
	})
	return out
}

// search calls f with every reading of the word, which is valid during the call,
// with dictionary forms in lower case or as they are.
func (v *Voikko) search(word string, lowered bool, f func(*voikkoSearch)) {
	if len(word) > longestWord/2 {
		return
	}
	s, _ := v.pool.Get().(*voikkoSearch)
	if s == nil {
		s = &voikkoSearch{walker: walker{fst: v.fst}, decoder: voikkoDecoder{symbols: v.symbols}}
	}
	defer v.pool.Put(s)
	s.decoder.lower = lowered
	w := bytes.Trim(lower(s.word[:0], word), "-–")
	if len(w) == 0 {
		return
	}
	s.walker.walk(w)
	for k := range s.walker.ends {
		if s.decoder.decode(s.walker.path(k)) {
			f(s)
		}
	}
}
