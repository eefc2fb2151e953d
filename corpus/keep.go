package corpus

import (
	"context"

	"github.com/steplint/steplint/corpus/align"
)

// Keeper loads documents again and again and keeps those that have not changed. The
// zero Keeper keeps nothing yet.
type Keeper struct {
	entries []Entry
	loaded  []loadedEntry // of each entry
}

// Load does what the function Load does, but keeps the pair or the document, and the
// errors, of every entry that was there the last time and of whose files changed says
// no. The config must be the same each time and hold a lexicon.
func (k *Keeper) Load(ctx context.Context, l *Listing, cfg *Config, changed func(file string) bool, jobs int) (*Corpus, []error) {
	kept := make(map[Entry]int, len(k.entries))
	for i, e := range k.entries {
		if !(e.Files[0] != "" && changed(e.Files[0]) || e.Files[1] != "" && changed(e.Files[1])) {
			kept[e] = i
		}
	}
	loaded := make([]loadedEntry, len(l.Entries))
	var again []int
	sub := new(Listing)
	for i, e := range l.Entries {
		if old, ok := kept[e]; ok {
			loaded[i] = k.loaded[old]
			continue
		}
		again = append(again, i)
		sub.Entries = append(sub.Entries, e)
	}
	var none align.Learner
	for n, e := range loadEntries(ctx, sub, cfg, cfg.Lexicon.With(cfg.termPairs()), &none, jobs) {
		loaded[again[n]] = e
	}
	k.entries, k.loaded = l.Entries, loaded
	return corpusOf(cfg, loaded), errorsOf(loaded)
}
