package shard

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/report"
)

// load loads our learning path, or a part of it.
func load(tb testing.TB, index, count int) *corpus.Corpus {
	tb.Helper()
	list := corpus.Discover([]string{"../../testdata/path"}, nil)
	cfg := &corpus.Config{}
	lex, errs := corpus.Learn(context.Background(), list, cfg, 2)
	cfg.Lexicon = lex
	if len(errs)+len(list.Errors) > 0 || len(list.Entries) == 0 {
		tb.Fatal(errs, list.Errors)
	}
	list.Entries = slices.DeleteFunc(list.Entries, func(e corpus.Entry) bool { return Of(e.Step, count) != index })
	c, errs := corpus.Load(context.Background(), list, cfg, 2)
	if len(errs) > 0 {
		tb.Fatal(errs)
	}
	return c
}

// written returns the findings as the report has them.
func written(tb testing.TB, c *corpus.Corpus, found []lint.Finding) string {
	tb.Helper()
	var b bytes.Buffer
	run := &report.Run{Findings: found, Files: 2*len(c.Pairs) + len(c.Unpaired), Pairs: len(c.Pairs), Corpus: c}
	for _, write := range []func() error{
		func() error { return report.JSON(&b, run) },
		func() error { return report.SARIF(&b, run) },
		func() error { return report.Text(&b, run, report.TextOptions{}) },
		func() error { return report.HTML(&b, run) },
	} {
		if err := write(); err != nil {
			tb.Fatal(err)
		}
	}
	return b.String()
}

// The parts of a run, in any order, give what the whole run gives.
func TestParts(t *testing.T) {
	ctx, opt := context.Background(), lint.Options{Jobs: 2}
	whole := load(t, 1, 1)
	want := written(t, whole, lint.Run(ctx, whole, checks.All, opt))
	for count := 1; count <= 7; count++ {
		var parts []*Part
		steps := 0
		for index := count; index >= 1; index-- {
			c := load(t, index, count)
			steps += len(c.Pairs)
			block, err := Encode(Header{Index: index, Count: count}, c, lint.Local(ctx, c, checks.All, opt), nil)
			if err != nil {
				t.Fatal(err)
			}
			p, err := Read(fmt.Sprint(index), []byte(`{"runs":[{"properties":{"shard":`+string(block)+`}}]}`))
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, p)
		}
		if steps != len(whole.Pairs) {
			t.Errorf("%d parts have %d steps, not %d", count, steps, len(whole.Pairs))
		}
		if err := Match(parts, ""); err != nil {
			t.Fatal(err)
		}
		c, local, err := Corpus(ctx, parts, whole.Config, checks.All, 2)
		if err != nil {
			t.Fatal(err)
		}
		if got := written(t, c, lint.Whole(ctx, c, local, checks.All, opt)); got != want {
			t.Errorf("%d parts differ from the whole:\n%s", count, cmp.Diff(want, got))
		}
	}
}

// A step is in one part, whatever else there is.
func TestOf(t *testing.T) {
	for _, test := range []struct {
		step  string
		count int
		want  int
	}{{"1-suunnittelu", 1, 1}, {"1-suunnittelu", 5, 4}, {"polku/2-vastaanotto", 5, 4}, {"", 3, 3}, {"ääkköset", 5, 3}} {
		if got := Of(test.step, test.count); got != test.want {
			t.Errorf("Of(%q, %d) = %d, want %d: reports of earlier versions would not fit", test.step, test.count, got, test.want)
		}
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string][2]int{
		"1/1": {1, 1}, "2/5": {2, 5}, "0/5": {}, "6/5": {}, "1": {}, "1/": {}, "/1": {}, "1/0": {}, "-1/5": {}, "+1/5": {},
		"1/5/5": {}, " 1/5": {}, "1/10000": {}, "a/b": {}, "": {},
	} {
		i, n, err := Parse(s)
		if [2]int{i, n} != want || (err == nil) != (want != [2]int{}) {
			t.Errorf("Parse(%q) = %d, %d, %v", s, i, n, err)
		}
	}
}

func TestMatch(t *testing.T) {
	part := func(name string, change func(*Part)) *Part {
		p := &Part{Name: name, Header: Header{Index: int(name[0] - '0'), Count: 3, Version: "v1", Settings: "s", Lexicon: "l", Documents: "d", Paths: []string{"."}}}
		if change != nil {
			change(p)
		}
		return p
	}
	one, two, three := part("1", nil), part("2", nil), part("3", nil)
	for _, test := range []struct {
		parts []*Part
		want  string
	}{
		{[]*Part{three, one, two}, ""},
		{[]*Part{three, one}, "part 2 of 3 is missing"},
		{[]*Part{one, two}, "part 3 of 3 is missing"},
		{[]*Part{two, three}, "part 1 of 3 is missing"},
		{[]*Part{one, two, part("2b", nil), three}, "2, 2b: both are part 2 of 3"},
		{[]*Part{one, two, part("3", func(p *Part) { p.Count = 4 })}, "3: the report is of another number of parts than 1"},
		{[]*Part{one, two, part("3", func(p *Part) { p.Version = "v2" })}, "3: the report is of another version of steplint than 1"},
		{[]*Part{one, two, part("3", func(p *Part) { p.Settings = "" })}, "3: the report is made with other settings than 1"},
		{[]*Part{one, two, part("3", func(p *Part) { p.Lexicon = "" })}, "3: the report is made with another lexicon than 1"},
		{[]*Part{one, two, part("3", func(p *Part) { p.Documents = "" })}, "3: the report is of other documents than 1"},
		{[]*Part{one, two, part("3", func(p *Part) { p.Paths = nil })}, "3: the report is of other documents than 1"},
	} {
		err := Match(test.parts, "v1")
		if got := fmt.Sprint(err); test.want == "" && err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
	}
	if err := Match([]*Part{one, two, three}, "v9"); err == nil || !strings.Contains(err.Error(), "this is v9") {
		t.Error(err)
	}
}

// wrap returns a report with the content.
func wrap(tb testing.TB, text []byte) []byte {
	tb.Helper()
	var deflated bytes.Buffer
	w, err := flate.NewWriter(&deflated, flate.BestSpeed)
	if err != nil {
		tb.Fatal(err)
	}
	w.Write(text)
	w.Close()
	sum := sha256.Sum256(text)
	out, err := json.Marshal(map[string]any{"shard": block{
		Schema: Schema, Header: Header{Index: 1, Count: 1},
		Data: base64.StdEncoding.EncodeToString(deflated.Bytes()), Sum: hex.EncodeToString(sum[:]),
	}})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// No report makes reading fail in another way than by an error, and what a content
// says is what the corpus that is made of it says.
func FuzzRead(f *testing.F) {
	c := load(f, 1, 6)
	text, err := json.Marshal(contentOf(c, lint.Local(context.Background(), c, checks.All, lint.Options{Jobs: 1})))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{"documents":[{"name":"a","lang":"fi","src":"A b."},{"name":"b","lang":"sv","src":"C."}],"pairs":[{"step":"s","source":0,"target":1,"links":[{"Kind":9,"Source":[1],"Target":[1],"Score":1}]}],` +
		`"findings":[{"check":"odd-space","severity":2,"step":"s","doc":0,"span":{"Start":1,"End":2},"msg":{"EN":"x"},"fixes":[{"edits":[{"doc":1,"span":{"Start":0,"End":1}}]}]}],` +
		`"outdated":[{"pair":0,"source":[0],"target":[0]}]}`))
	f.Add([]byte(`{"documents":[{"name":"a","lang":"fi","src":"ä"}],"unpaired":[{"step":"s","doc":0}],"findings":[{"check":"odd-space","severity":1,"doc":0,"span":{"Start":1,"End":1}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		_, _ = Read("raw", text)
		p, err := Read("r", wrap(t, text))
		if err != nil {
			return
		}
		again := func(p *Part) ([]byte, bool) {
			c, local, err := Corpus(context.Background(), []*Part{p}, nil, checks.All, 1)
			if err != nil {
				return nil, false
			}
			written(t, c, local)
			out, err := json.Marshal(contentOf(c, local))
			if err != nil {
				t.Fatal(err)
			}
			return out, true
		}
		first, ok := again(p)
		if !ok {
			return
		}
		p, err = Read("again", wrap(t, first))
		if err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, first)
		}
		if second, _ := again(p); !bytes.Equal(first, second) {
			t.Errorf("changed:\n%s\n%s", first, second)
		}
	})
}

// A damaged report is an error.
func TestDamaged(t *testing.T) {
	c := load(t, 1, 6)
	block, err := Encode(Header{Index: 1, Count: 6}, c, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	sound := `{"shard":` + string(block) + `}`
	if _, err := Read("r", []byte(sound)); err != nil {
		t.Fatal(err)
	}
	i := strings.Index(sound, `"data":"`) + len(`"data":"`)
	for _, test := range []struct{ report, want string }{
		{"text", "neither a JSON nor a SARIF report"},
		{"", "neither a JSON nor a SARIF report"},
		{sound[:len(sound)-9], "neither a JSON nor a SARIF report"},
		{"{}", "the report is not of a part of the documents"},
		{`{"shard":{"schema":"steplint/shard/v9"}}`, `a part in the form "steplint/shard/v9"`},
		{`{"shard":5}`, "the report is damaged"},
		{strings.Replace(sound, `"index":1`, `"index":7`, 1), "the report is damaged"},
		{sound[:i+40] + "AAAA" + sound[i+44:], "the report is damaged"},
		{strings.Replace(sound, `"sum":"`, `"sum":"0`, 1), "the report is damaged"},
	} {
		if _, err := Read("r", []byte(test.report)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%.60q: %v, want %q", test.report, err, test.want)
		}
	}
}

// A small report that would fill the memory is damaged, even when its sum is right;
// one of many equal texts is not.
func TestInflateBound(t *testing.T) {
	for _, test := range []struct {
		spaces int
		sound  bool
	}{{1 << 20, true}, {80 << 20, false}} {
		_, err := Read("r", wrap(t, slices.Concat([]byte("{"), bytes.Repeat([]byte(" "), test.spaces), []byte("}"))))
		if (err == nil) != test.sound {
			t.Errorf("%d spaces: %v, want sound: %v", test.spaces, err, test.sound)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	if _, err := os.Stat(filepath.Join("..", "..", "testdata", "path")); err != nil {
		b.Fatal(err)
	}
	c := load(b, 1, 1)
	local := lint.Local(context.Background(), c, checks.All, lint.Options{Jobs: 2})
	for b.Loop() {
		if _, err := Encode(Header{Index: 1, Count: 1}, c, local, nil); err != nil {
			b.Fatal(err)
		}
	}
}
