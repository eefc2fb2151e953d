package corpus

import (
	"context"
	"errors"

	"github.com/steplint/steplint/corpus/git"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// trace dates the texts of documents in the history of one repository, from the
// newest commit backwards: a text is as old as the last version that all versions
// since have it in, as git blame has it for lines. Each version of a document is
// read once.
type trace struct {
	rev    *Revision
	tree   *tree
	states map[string]state // by commit: what is to be dated there
	open   int              // pairs that are not decided yet
	last   string           // the commit at hand
	cut    bool             // texts were dated by a commit whose parents the clone lacks
}

// state is the texts that a commit or one before it brought, by the path of their
// document there.
type state map[string][]*track

// track is the texts of a document that are not dated yet.
type track struct {
	doc   *tracedDoc
	texts map[string]bool
}

// add begins to trace a pair, at the newest commit. What that does not have is not
// committed.
func (t *trace) add(tp *tracedPair) error {
	for _, d := range tp.docs {
		texts := map[string]bool{}
		for _, w := range d.wordings {
			if w != "" {
				texts[w] = true
			}
		}
		if d.then == "" {
			d.date(texts, date{at: -1})
			continue
		}
		old, err := t.rev.Old(d.doc)
		if err != nil {
			return err
		}
		if old != d.doc {
			var had map[string]bool
			if old != nil {
				had = wordingSet(old)
			}
			d.date(without(texts, had), date{at: -1})
		}
		t.put(t.tree.commit, d.path, &track{d, texts})
	}
	t.open++
	return t.decide(tp)
}

// date dates the texts.
func (d *tracedDoc) date(texts map[string]bool, at date) {
	for w := range texts {
		d.dates[w] = at
	}
}

// without removes from texts those that are not in had, and returns them.
func without(texts, had map[string]bool) map[string]bool {
	gone := map[string]bool{}
	for w := range texts {
		if !had[w] {
			gone[w] = true
			delete(texts, w)
		}
	}
	return gone
}

func wordingSet(d *parser.Document) map[string]bool {
	set := map[string]bool{}
	for _, w := range wordings(d) {
		set[w] = true
	}
	return set
}

// put lets the texts be dated at a commit. A document that is tracked there already
// takes them in.
func (t *trace) put(commit, path string, add *track) {
	s := t.states[commit]
	if s == nil {
		s = state{}
		t.states[commit] = s
	}
	for _, have := range s[path] {
		if have.doc == add.doc {
			for w := range add.texts {
				have.texts[w] = true
			}
			return
		}
	}
	s[path] = append(s[path], add)
}

// walk goes through the history until all is decided.
func (t *trace) walk(ctx context.Context) (note lang.Msg, err error) {
	n := 0
	if t.open > 0 {
		for c, err := range t.tree.repo.Log(ctx, t.tree.commit, HistoryLimit) {
			if err != nil {
				return note, err
			}
			if err := t.commit(c, n); err != nil {
				return note, err
			}
			n++
			if t.open == 0 {
				break
			}
		}
	}
	switch {
	case t.open > 0 && n == HistoryLimit:
		note = lang.Msg{
			"only the newest 10,000 commits were looked at: what is older counts as one version",
			"vain 10 000 uusinta versiota käytiin läpi: vanhemmat ovat kuin yksi versio",
			"bara de 10 000 senaste versionerna gicks igenom: allt äldre räknas som en version",
		}
	case t.cut:
		note = lang.Msg{
			"the history of this clone is cut short (a shallow clone), so older changes are not seen: fetch all of it with “git fetch --unshallow”",
			"tämän kloonin historia on katkaistu (matala klooni), joten vanhempia muutoksia ei näy: hae koko historia komennolla ”git fetch --unshallow”",
			"den här klonens historik är avkortad (en grund klon), så äldre ändringar syns inte: hämta hela med ”git fetch --unshallow”",
		}
	}
	return note, t.end(n)
}

// end decides what the history has not decided: a text that was not dated is older
// than all that were.
func (t *trace) end(n int) error {
	var left []*tracedPair
	for _, s := range t.states {
		for _, tracks := range s {
			for _, tr := range tracks {
				left = append(left, tr.doc.pair)
				tr.doc.date(tr.texts, date{at: n})
			}
		}
	}
	return t.decideAll(left)
}

// commit dates what the commit, the number n, brought.
func (t *trace) commit(c *git.Commit, n int) error {
	s := t.states[c.ID]
	if s == nil {
		return nil
	}
	delete(t.states, c.ID)
	t.last = c.ID
	at := date{n, Version{short(c.ID), c.Date}}
	var touched []*tracedPair
	if len(c.Parents) == 0 {
		t.cut = t.cut || t.tree.repo.Shallow
		for _, tracks := range s {
			for _, tr := range tracks {
				tr.doc.date(tr.texts, at)
				touched = append(touched, tr.doc.pair)
			}
		}
		return t.decideAll(touched)
	}
	type move struct {
		path string // in the first parent
		*track
	}
	var moved []move
	for _, ch := range c.Changes {
		tracks := s[ch.New]
		if ch.New == "" || len(tracks) == 0 {
			continue
		}
		delete(s, ch.New)
		had, err := t.before(ch, tracks[0].doc)
		if err != nil {
			return err
		}
		for _, tr := range tracks {
			if tr.doc.pair.open == 0 {
				continue
			}
			gone := without(tr.texts, had)
			if err := t.otherParents(c, ch.New, tr.doc, gone); err != nil {
				return err
			}
			tr.doc.date(gone, at)
			touched = append(touched, tr.doc.pair)
			if ch.Old != "" {
				moved = append(moved, move{ch.Old, tr})
			}
		}
	}
	if err := t.decideAll(touched); err != nil {
		return err
	}
	for _, m := range moved {
		m.doc.path = m.path
		s[m.path] = append(s[m.path], m.track)
	}
	t.pass(s, c.Parents[0])
	return nil
}

// pass hands on what is not dated yet to the commit.
func (t *trace) pass(s state, commit string) {
	if t.states[commit] == nil {
		t.states[commit] = s
		return
	}
	for path, tracks := range s {
		for _, tr := range tracks {
			if tr.doc.pair.open > 0 {
				t.put(commit, path, tr)
			}
		}
	}
}

// otherParents hands on to the further parents of a merge the texts that they have.
func (t *trace) otherParents(c *git.Commit, path string, d *tracedDoc, texts map[string]bool) error {
	for _, parent := range c.Parents[1:] {
		if len(texts) == 0 {
			return nil
		}
		had, err := t.wordings(parent+":"+path, path, d)
		if err != nil {
			return err
		}
		theirs := map[string]bool{}
		for w := range texts {
			if had[w] {
				theirs[w] = true
				delete(texts, w)
			}
		}
		if len(theirs) > 0 {
			t.put(parent, path, &track{d, theirs})
		}
	}
	return nil
}

// before returns the wordings of the document before a change.
func (t *trace) before(ch git.Change, d *tracedDoc) (map[string]bool, error) {
	if ch.Old == "" {
		return nil, nil
	}
	data, err := t.tree.cat.Need(ch.OldID)
	if err != nil {
		return nil, err
	}
	old, err := t.parse(ch.Old, data, d)
	if old == nil || err != nil {
		return nil, err
	}
	return wordingSet(old), nil
}

// wordings returns the wordings of a version of the document; none when there is no
// such version or it is no text of ours.
func (t *trace) wordings(name, path string, d *tracedDoc) (map[string]bool, error) {
	old, err := t.version(name, path, d)
	if old == nil || err != nil {
		return nil, err
	}
	return wordingSet(old), nil
}

func (t *trace) version(name, path string, d *tracedDoc) (*parser.Document, error) {
	data, ok, err := t.tree.cat.Blob(name)
	if err != nil || !ok {
		return nil, err
	}
	return t.parse(path, data, d)
}

// parse parses a version of the document, nil when it is no text.
func (t *trace) parse(path string, data []byte, d *tracedDoc) (*parser.Document, error) {
	old, err := ParseDocument(path, data, d.doc.Lang, t.rev.cfg)
	if _, ok := errors.AsType[*parser.Error](err); ok {
		return nil, nil
	}
	return old, err
}

func (t *trace) decideAll(touched []*tracedPair) error {
	done := map[*tracedPair]bool{}
	for _, tp := range touched {
		if tp.open == 0 || done[tp] {
			continue
		}
		done[tp] = true
		if err := t.decide(tp); err != nil {
			return err
		}
	}
	return nil
}

// decide decides what can be decided of a pair after the commit at hand.
func (t *trace) decide(tp *tracedPair) error {
	err := tp.decide(func() (*earlier, error) {
		if tp.earlier == nil || tp.earlier.commit != t.last {
			tp.earlier = nil
			d := tp.docs[0]
			old, err := t.version(t.last+":"+d.path, d.path, d)
			if old == nil || err != nil {
				return nil, err
			}
			tp.earlier = newEarlier(t.last, old, d)
		}
		return tp.earlier, nil
	})
	if tp.open == 0 {
		tp.earlier = nil
		t.open--
	}
	return err
}

const shortID = 10

// short returns the start of an id, as people name a commit.
func short(id string) string { return id[:min(len(id), shortID)] }
