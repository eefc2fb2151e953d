package corpus

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/corpus/align"
)

// TestLoadJobs loads the same folder with one worker and with many.
func TestLoadJobs(t *testing.T) {
	links := func(jobs int) map[string][]align.Link {
		c, errs := Load(context.Background(), Discover([]string{"../testdata/path"}, nil), nil, jobs)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out := map[string][]align.Link{}
		for _, p := range c.Pairs {
			out[p.Step] = p.Links
		}
		return out
	}
	want := links(1)
	if len(want) == 0 {
		t.Fatal("no pairs")
	}
	for range 3 {
		if diff := cmp.Diff(want, links(8)); diff != "" {
			t.Fatalf("links (-1 worker +8):\n%s", diff)
		}
	}
}

// TestLoadLearns expects what only the other texts can tell: which of two items
// that share no word with their counterparts is missing.
func TestLoadLearns(t *testing.T) {
	c, errs := Load(context.Background(), Discover([]string{"../testdata/path"}, nil), nil, 2)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var got []string
	for _, p := range c.Pairs {
		for _, l := range p.Links {
			if len(l.Target) == 0 && l.Kind.String() == "item" {
				got = append(got, p.Source.Text(p.Source.Units()[l.Source[0]].Text))
			}
		}
	}
	if diff := cmp.Diff([]string{"huolehtimaan omasta ja muiden turvallisuudesta."}, got); diff != "" {
		t.Errorf("items without counterpart (-want +got):\n%s", diff)
	}
}
