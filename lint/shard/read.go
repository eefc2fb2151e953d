package shard

import (
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// maxContent returns the number of bytes to which n bytes of base64 may be
// inflated. Texts become some ten times as large; what becomes a thousand times as
// large, which deflate can do, is made to fill the memory.
func maxContent(n int) int64 { return 64<<20 + 100*int64(n) }

// Read returns the part that a report holds, JSON or SARIF. The error is for people
// and names the report.
func Read(name string, report []byte) (*Part, error) {
	var in struct {
		Shard json.RawMessage `json:"shard"`
		Runs  []struct {
			Properties struct {
				Shard json.RawMessage `json:"shard"`
			} `json:"properties"`
		} `json:"runs"`
	}
	if err := json.Unmarshal(report, &in); err != nil {
		return nil, lang.Errorf(lang.Msg{
			"%s: neither a JSON nor a SARIF report, and no other can be merged: check with --format json, or --report json=FILE",
			"%s: ei ole JSON- eikä SARIF-raportti, eikä muita voi yhdistää: tarkista valitsimella --format json tai --report json=TIEDOSTO",
			"%s: varken en JSON- eller en SARIF-rapport, och inga andra kan slås ihop: granska med --format json eller --report json=FIL",
		}, name)
	}
	raw := in.Shard
	for _, r := range in.Runs {
		if raw == nil {
			raw = r.Properties.Shard
		}
	}
	if raw == nil {
		return nil, lang.Errorf(lang.Msg{
			"%s: the report is not of a part of the documents: check with --shard",
			"%s: raportti ei koske osaa asiakirjoista: tarkista valitsimella --shard",
			"%s: rapporten gäller inte en del av dokumenten: granska med --shard",
		}, name)
	}
	var b block
	if err := json.Unmarshal(raw, &b); err != nil {
		return nil, damaged(name)
	}
	if b.Schema != Schema {
		return nil, lang.Errorf(lang.Msg{
			"%s: a part in the form %q; this program reads %q",
			"%s: osan muoto on %q; tämä ohjelma lukee muotoa %q",
			"%s: en del i formen %q; det här programmet läser %q",
		}, name, b.Schema, Schema)
	}
	c, ok := inflate(b.Data, b.Sum)
	if !ok || !c.valid() || b.Count < 1 || b.Index < 1 || b.Index > b.Count {
		return nil, damaged(name)
	}
	return &Part{Header: b.Header, Name: name, Problems: b.Problems, data: c}, nil
}

func damaged(name string) error {
	return lang.Errorf(lang.Msg{
		"%s: the report is damaged: make it anew",
		"%s: raportti on vioittunut: tee se uudelleen",
		"%s: rapporten är skadad: gör om den",
	}, name)
}

// inflate returns the content, false when it is not what the sum says.
func inflate(data, sum string) (*content, bool) {
	in := flate.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(data)))
	hash := sha256.New()
	var c content
	d := json.NewDecoder(io.TeeReader(io.LimitReader(in, maxContent(len(data))), hash))
	if err := d.Decode(&c); err != nil {
		return nil, false
	}
	if rest, err := io.Copy(io.Discard, io.TeeReader(io.LimitReader(in, 1), hash)); err != nil || rest > 0 {
		return nil, false
	}
	return &c, hex.EncodeToString(hash.Sum(nil)) == sum
}

// valid reports whether what the content says of its documents can be.
func (c *content) valid() bool {
	for _, d := range c.Documents {
		if d.Lang != "" && lang.ByCode(d.Lang) == nil {
			return false
		}
	}
	is := func(doc int) bool { return doc >= 0 && doc < len(c.Documents) }
	at := func(p place) bool {
		return is(p.Doc) && p.Span.Start >= 0 && p.Span.Start <= p.Span.End && p.Span.End <= len(c.Documents[p.Doc].Src)
	}
	for _, p := range c.Pairs {
		if !is(p.Source) || !is(p.Target) || c.Documents[p.Source].Lang != lang.FI.Code || c.Documents[p.Target].Lang != lang.SV.Code {
			return false
		}
	}
	for _, u := range c.Unpaired {
		if !is(u.Doc) {
			return false
		}
	}
	for _, o := range c.Outdated {
		if o.Pair < 0 || o.Pair >= len(c.Pairs) || len(o.Source) == 0 || len(o.Target) == 0 {
			return false
		}
	}
	for i := range c.Findings {
		if !c.Findings[i].valid(at) {
			return false
		}
	}
	return true
}

func (f *finding) valid(at func(place) bool) bool {
	ok := at(f.place)
	for _, r := range f.Related {
		ok = ok && at(r.place)
	}
	for _, x := range f.Fixes {
		for _, e := range x.Edits {
			ok = ok && at(e.place)
		}
	}
	return ok
}
