// Package shard carries a part of a run in its report, so that the parts together
// give the report of the whole run: the documents and their alignment, which the
// checks that compare steps with each other need, and what the other checks have
// found.
package shard

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"hash/fnv"
	"io"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// Schema is the name of the form that the part of a report has.
const Schema = "steplint/shard/v1"

// Header tells which part of which run a shard is. Shards of one run have the same
// one but for Index.
type Header struct {
	Index   int    `json:"index"` // from 1
	Count   int    `json:"count"`
	Version string `json:"version"` // of steplint
	// Settings, Lexicon and Documents are digests: of the settings, of the lexicon,
	// and of the names of all documents.
	Settings  string `json:"settings"`
	Lexicon   string `json:"lexicon"`
	Documents string `json:"documents"`
	// Paths are what the run was started with.
	Paths []string `json:"paths"`
}

// Of returns the number of the shard, from 1 to count, that a step belongs to. It
// depends on the name alone.
func Of(step string, count int) int {
	h := fnv.New64a()
	_, _ = io.WriteString(h, step)
	return int(h.Sum64()%uint64(count)) + 1
}

// Part is a part of a run.
type Part struct {
	Header
	Name     string // of the report it was read from
	Problems []string
	data     *content
}

// block is the part of a report.
type block struct {
	Schema string `json:"schema"`
	Header
	Problems []string `json:"problems"`
	// Data is a content as JSON, deflated, in base64; Sum is the SHA-256 of the
	// JSON.
	Data string `json:"data"`
	Sum  string `json:"sum"`
}

// content is the documents of a part and what was found in them. Documents go by
// their number.
type content struct {
	Documents []document `json:"documents"`
	Pairs     []pair     `json:"pairs"`
	Unpaired  []unpaired `json:"unpaired"`
	Findings  []finding  `json:"findings"`
	Outdated  []outdated `json:"outdated"`
	Dated     bool       `json:"dated"`
}

type document struct {
	Name    string `json:"name"`
	Lang    string `json:"lang"`
	Src     string `json:"src"`
	Fixable bool   `json:"fixable"`
}

type pair struct {
	Step   string       `json:"step"`
	Source int          `json:"source"`
	Target int          `json:"target"`
	Links  []align.Link `json:"links"`
}

type unpaired struct {
	Step    string `json:"step"`
	Doc     int    `json:"doc"`
	Missing string `json:"missing"`
}

// place is a span of a document.
type place struct {
	Doc  int         `json:"doc"`
	Span parser.Span `json:"span"`
}

type finding struct {
	Check    string        `json:"check"`
	Severity lint.Severity `json:"severity"`
	Step     string        `json:"step"`
	place
	Msg     lint.Msg  `json:"msg"`
	Related []related `json:"related,omitempty"`
	Fixes   []fix     `json:"fixes,omitempty"`
	Unit    string    `json:"unit"`
}

type related struct {
	place
	Msg lint.Msg `json:"msg"`
}

type fix struct {
	Title lint.Msg `json:"title"`
	Safe  bool     `json:"safe"`
	Edits []edit   `json:"edits"`
}

type edit struct {
	place
	New string `json:"new"`
}

type outdated struct {
	Pair       int            `json:"pair"`
	Source     []int          `json:"source"`
	Target     []int          `json:"target"`
	Old        string         `json:"old"`
	New        string         `json:"new"`
	Changed    corpus.Version `json:"changed"`
	Translated corpus.Version `json:"translated"`
}

// Encode returns the part of a report, a JSON object, for a part of a corpus and
// what [lint.Local] has found in it.
func Encode(h Header, c *corpus.Corpus, local []lint.Finding, problems []string) (json.RawMessage, error) {
	text, err := json.Marshal(contentOf(c, local))
	if err != nil {
		return nil, err
	}
	var deflated bytes.Buffer
	w, err := flate.NewWriter(&deflated, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	return json.Marshal(block{
		Schema: Schema, Header: h, Problems: append([]string{}, problems...),
		Data: base64.StdEncoding.EncodeToString(deflated.Bytes()), Sum: hex.EncodeToString(sum[:]),
	})
}

// contentOf returns the content for a part of a corpus.
func contentOf(c *corpus.Corpus, local []lint.Finding) *content {
	out := &content{Dated: c.Dated}
	number := map[*parser.File]int{}
	add := func(d *parser.Document) int {
		code := ""
		if d.Lang != nil {
			code = d.Lang.Code
		}
		number[d.File] = len(out.Documents)
		out.Documents = append(out.Documents, document{d.Name, code, d.Src, d.Fixable})
		return number[d.File]
	}
	pairs := map[*corpus.Pair]int{}
	for i, p := range c.Pairs {
		pairs[p] = i
		out.Pairs = append(out.Pairs, pair{p.Step, add(p.Source), add(p.Target), p.Links})
	}
	for _, u := range c.Unpaired {
		out.Unpaired = append(out.Unpaired, unpaired{u.Step, add(u.Doc), u.Missing})
	}
	for i := range local {
		out.Findings = append(out.Findings, findingOf(&local[i], number))
	}
	for _, o := range c.Outdated {
		out.Outdated = append(out.Outdated, outdated{pairs[o.Pair], o.Source, o.Target, o.Old, o.New, o.Changed, o.Translated})
	}
	return out
}

// findingOf returns the finding with its messages as they read.
func findingOf(f *lint.Finding, number map[*parser.File]int) finding {
	at := func(file *parser.File, s parser.Span) place { return place{number[file], s} }
	all := func(text func(string) string) lint.Msg {
		return lint.Msg{EN: text("en"), FI: text("fi"), SV: text("sv")}
	}
	out := finding{
		Check: f.Check.Name, Severity: f.Severity, Step: f.Step, place: at(f.File, f.Span),
		Msg: all(f.Text), Unit: f.Unit,
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, related{at(r.File, r.Span), all(r.Text)})
	}
	for _, x := range f.Fixes {
		edits := []edit{}
		for _, e := range x.Edits {
			edits = append(edits, edit{at(e.File, e.Span), e.New})
		}
		out.Fixes = append(out.Fixes, fix{all(x.Text), x.Safe, edits})
	}
	return out
}
