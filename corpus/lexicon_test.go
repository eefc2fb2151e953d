package corpus

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus/align"
)

// links returns the links of every step.
func links(c *Corpus) map[string][]align.Link {
	out := map[string][]align.Link{}
	for _, p := range c.Pairs {
		out[p.Step] = p.Links
	}
	return out
}

// learnedFrom returns the lexicon of a folder as its file holds it.
func learnedFrom(t testing.TB, dir string, jobs int) []byte {
	t.Helper()
	lex, errs := Learn(context.Background(), Discover([]string{dir}, nil), nil, jobs)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var b bytes.Buffer
	if err := lex.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLearn expects of a lexicon that was written and read the links that the
// folder gives without it, also for one document alone.
func TestLearn(t *testing.T) {
	const dir = "../testdata/path"
	ctx := context.Background()
	data := learnedFrom(t, dir, 1)
	if again := learnedFrom(t, dir, 8); !bytes.Equal(data, again) {
		t.Error("the lexicon depends on the number of workers")
	}
	lex, err := align.ReadLexicon(LexiconName, data)
	if err != nil {
		t.Fatal(err)
	}
	cfg := &Config{Lexicon: lex}
	all, _ := Load(ctx, Discover([]string{dir}, nil), nil, 2)
	with, _ := Load(ctx, Discover([]string{dir}, nil), cfg, 2)
	if diff := cmp.Diff(links(all), links(with)); diff != "" {
		t.Errorf("links (-learned at once +from the file):\n%s", diff)
	}
	for _, p := range all.Pairs {
		alone, _ := Load(ctx, Discover([]string{p.Source.Name}, nil), cfg, 1)
		if len(alone.Pairs) != 1 {
			t.Fatalf("%s: %d pairs", p.Source.Name, len(alone.Pairs))
		}
		if diff := cmp.Diff(p.Links, alone.Pairs[0].Links); diff != "" {
			t.Errorf("%s: links (-of all +alone):\n%s", p.Source.Name, diff)
		}
	}
}

func TestLexiconPath(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a/.git", "a/b/c", "a/d", "e"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a/b/x.txt", "a/b/c/y.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(filepath.Join(dir, "a", "b"))
	inConfig := &Config{Dir: filepath.Join(dir, "a")}
	tests := []struct {
		cfg   *Config
		paths []string
		want  string
	}{
		{nil, nil, "steplint.lexicon"},
		{new(Config), []string{"."}, "steplint.lexicon"},
		{nil, []string{"c"}, "c/steplint.lexicon"},
		{nil, []string{"c/y.txt"}, "c/steplint.lexicon"},
		{nil, []string{"c/y.txt", "x.txt"}, "steplint.lexicon"},
		{nil, []string{"c", "../d"}, "../steplint.lexicon"},
		{nil, []string{dir + "/a/b/c"}, filepath.ToSlash(dir) + "/a/b/c/steplint.lexicon"},
		{inConfig, []string{"c"}, "../steplint.lexicon"},
		{inConfig, nil, "../steplint.lexicon"},
	}
	for _, tt := range tests {
		got, err := LexiconPath(tt.cfg, tt.paths)
		if err != nil || got != tt.want {
			t.Errorf("LexiconPath(%v, %q) = %q, %v, want %q", tt.cfg, tt.paths, got, err, tt.want)
			continue
		}
		if name, ok := FindLexicon(tt.cfg, tt.paths); ok {
			t.Errorf("FindLexicon(%v, %q) = %q before it is there", tt.cfg, tt.paths, name)
		}
		if err := os.WriteFile(got, []byte("steplint lexicon 1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if name, ok := FindLexicon(tt.cfg, tt.paths); !ok || name != got {
			t.Errorf("FindLexicon(%v, %q) = %q, %t, want %q", tt.cfg, tt.paths, name, ok, got)
		}
		if err := CheckLexiconPath(got); err != nil {
			t.Error(err)
		}
		if lex, err := LoadLexicon(got); err != nil || lex.Len() != 0 {
			t.Errorf("LoadLexicon: %v", err)
		}
		if err := os.Remove(got); err != nil {
			t.Fatal(err)
		}
	}

	// The search ends at the root of the version-controlled tree.
	if err := os.WriteFile("../../steplint.lexicon", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if name, ok := FindLexicon(nil, nil); ok {
		t.Errorf("found %s", name)
	}
}

// BenchmarkLoad loads our learning path, learning from it and with a lexicon.
func BenchmarkLoad(b *testing.B) {
	lex, err := align.ReadLexicon(LexiconName, learnedFrom(b, "../testdata/path", 2))
	if err != nil {
		b.Fatal(err)
	}
	list := Discover([]string{"../testdata/path"}, nil)
	for _, bb := range []struct {
		name string
		cfg  *Config
	}{{"learning", new(Config)}, {"lexicon", &Config{Lexicon: lex}}} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Load(context.Background(), list, bb.cfg, 2)
			}
		})
	}
}
