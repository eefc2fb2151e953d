package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/steplint/steplint/lint"
)

func comment(w io.Writer, r *Run) error { return Markdown(w, r, MaxComment) }

func TestMarkdown(t *testing.T) {
	r := sample("sv")
	r.Known, r.Baseline = 2, "kända.tsv"
	r.Problems = []string{"a_b.txt: no *text*"}
	want := `### steplint: 1 fel, 1 varning, 1 anmärkning i 1 av 6 steg

<code>2 kända fynd i kända.tsv visas inte</code>

Vad som inte kunde läsas eller göras:

- <code>a&#95;b.txt&#58; no &#42;text&#42;</code>

|  | plats | fynd |
|---|---|---|
| fel | <code>polku/02 piha.sv.txt&#58;6</code> | <code>listpunkt utan tecken (polku/02 piha.fi.txt&#58;6&#58; den finska har ett)</code> (<code>missing-bullet</code>) |
| varning | <code>polku/02 piha.fi.txt&#58;6</code> | <code>fast mellanslag efter &#34;kasvit&#34;</code> (<code>odd-space</code>) |
| anmärkning | <code>polku/02 piha.sv.txt&#58;1</code> | <code>rubriken är &#91;kort&#93;(1)</code> (<code>title-variant</code>) |

<details><summary>per kontroll</summary>

| kontroll | antal |
|---|---|
| <code>missing-bullet</code> | 1 |
| <code>odd-space</code> | 1 |
| <code>title-variant</code> | 1 |

</details>
`
	if diff := cmp.Diff(want, write(t, comment, r)); diff != "" {
		t.Error(diff)
	}
	if got, want := write(t, comment, &Run{Files: 1}), "### steplint: nothing found in 1 file\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A comment holds the worst findings and as many of the rest as there is room for,
// and says how many there is none for.
func TestMarkdownLimit(t *testing.T) {
	r := bench(3000, false)
	r.Findings[2999].Severity = lint.Info
	for limit := range 3000 {
		if got := write(t, func(w io.Writer, r *Run) error { return Markdown(w, r, limit) }, r); len(got) > limit {
			t.Fatalf("%d bytes, limit %d", len(got), limit)
		}
	}
	out := write(t, comment, r)
	if len(out) > MaxComment || len(out) < MaxComment-1000 {
		t.Errorf("%d bytes", len(out))
	}
	page := rendered(t, out)
	rows := page.rows - 1 // one of the counts
	if want := fmt.Sprintf("\nNot shown for lack of room: %d\n", 3000-rows); !strings.HasSuffix(out, want) {
		t.Errorf("%d rows; ends in %q, want %q", rows, out[len(out)-60:], want)
	}
	if opened := strings.Count(out, "<details>"); opened != 2 || strings.Count(out, "</details>") != opened {
		t.Errorf("%d opened", opened)
	}
	if strings.Contains(out, "| info |") {
		t.Error("an info stands before errors")
	}
}

func TestMarkdownStats(t *testing.T) {
	r := sample("en")
	r.Findings, r.Stats = r.Findings[:1], true
	if out := write(t, comment, r); !strings.Contains(out, "| <code>missing-bullet</code> | 0 |\n| <code>odd-space</code> | 1 |\n") {
		t.Errorf("no zeros in %s", out)
	}
}

// page is what a browser shows of a comment.
type page struct {
	tags []string // of all elements, sorted, each once
	rows int      // of the bodies of tables
	code []string // the texts of the code elements
	rest string   // the text outside of them
}

// rendered reads the comment as GitHub and GitLab do, raw HTML included.
func rendered(t *testing.T, markdown string) page {
	t.Helper()
	var b bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(goldhtml.WithUnsafe()))
	if err := md.Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	var p page
	inCode := false
	for z := html.NewTokenizer(&b); z.Next() != html.ErrorToken; {
		switch tok := z.Token(); tok.Type {
		case html.StartTagToken, html.SelfClosingTagToken:
			p.tags = append(p.tags, tok.Data)
			if len(tok.Attr) > 0 {
				t.Errorf("<%s> has attributes: %v", tok.Data, tok.Attr)
			}
			if tok.Data == "code" {
				inCode = true
				p.code = append(p.code, "")
			}
		case html.EndTagToken:
			inCode = inCode && tok.Data != "code"
			if tok.Data == "tr" {
				p.rows++
			}
		case html.TextToken:
			if inCode {
				p.code[len(p.code)-1] += tok.Data
			} else {
				p.rest += tok.Data
			}
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("a comment: %q", tok.Data)
		}
	}
	p.rows -= strings.Count(markdown, "|---|\n") // heads
	slices.Sort(p.tags)
	p.tags = slices.Compact(p.tags)
	return p
}

// Whatever a document holds, all of it is shown, in code elements, and none of it
// is markup, a link or a mention.
func FuzzMarkdown(f *testing.F) {
	addSeeds(f)
	f.Add("www.example.org/@a.txt", `\| a \\| b`, "`a|b` \\| &amp; <b>x</b> WWW.example.org http://x.y a@b.fi @steplint #1 !1 :+1: ~~x~~ - [ ] | c", uint(2), uint(3), uint8(1))
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		r := fuzzRun(name, src, arg, a, b)
		r.Problems = []string{arg}
		r.Known, r.Baseline = 1, name
		out := write(t, comment, r)
		if len(out) > MaxComment {
			t.Fatalf("%d bytes", len(out))
		}
		p := rendered(t, out)
		known := []string{"code", "details", "h3", "li", "p", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"}
		if diff := cmp.Diff(known, p.tags); diff != "" {
			t.Errorf("elements: %s in %s", diff, out)
		}
		if strings.ContainsAny(p.rest, "@#!~`<>[]*_\\") || strings.Contains(p.rest, "://") {
			t.Errorf("outside of code: %q", p.rest)
		}
		if p.rows != 2 {
			t.Errorf("%d rows, want 2: %s", p.rows, out)
		}
		want := cut(describe(&r.Findings[0], r.lang()), maxMessage)
		if !slices.Contains(p.code, want) {
			t.Errorf("%q is not in %q", want, p.code)
		}
	})
}
