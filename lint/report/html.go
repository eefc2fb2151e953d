package report

import (
	"crypto/sha256"
	_ "embed" // the parts of the page
	"encoding/base64"
	"html/template"
	"io"
	"iter"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

//go:embed page/page.html
var pageHTML string

//go:embed page/page.css
var pageStyle string

//go:embed page/text.js
var pageTexts string

//go:embed page/live.js
var pageLive string

//go:embed page/page.js
var pageScript string

// pageCode is the page's only script.
var pageCode = pageTexts + pageLive + pageScript

var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

// HTML writes the run as one page for people who work through the findings: each
// step's two texts beside each other, what was found at the very words, and
// decisions that the browser keeps. The page asks for nothing from elsewhere, and
// its policy forbids it; what documents hold is data in it and never markup.
func HTML(w io.Writer, r *Run) error {
	steps := pageSteps(r)
	return writePage(w, r, pagePolicy(""), "", 0, pageIndexOf(r, steps), texts(steps))
}

// pagePolicy returns the content security policy of the page: that of a server lets it
// ask that server.
func pagePolicy(base string) string {
	policy := "default-src 'none'; script-src '" + digest(pageCode) + "'; style-src '" + digest(pageStyle) + "'; base-uri 'none'; form-action 'none'"
	if base != "" {
		policy += "; connect-src 'self'"
	}
	return policy
}

// writePage writes the page with the steps, each a value that becomes JSON.
func writePage[T any](w io.Writer, r *Run, policy, base string, version int, index pageIndex, steps iter.Seq[T]) error {
	return pageTemplate.Execute(w, map[string]any{
		"Lang": r.lang(), "Version": r.Version, "Policy": policy, "Live": base, "Number": version,
		"Style": template.CSS(pageStyle), "Script": template.JS(pageCode), //nolint:gosec // our own
		"Index": index, "Steps": steps,
	})
}

// digest returns the hash by which a content security policy names a text.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// stepFindings is a step of the run and its part of the findings.
type stepFindings struct {
	name  string
	files [2]string
	found []lint.Finding
	page  func([]lint.Finding) pageStep
	docs  [2]*parser.Document
	of    any // the pair or the single document
}

// pageSteps returns the steps of the run in the order of their names.
func pageSteps(r *Run) []stepFindings {
	if r.Corpus == nil {
		return nil
	}
	var out []stepFindings
	for _, p := range r.Corpus.Pairs {
		out = append(out, stepFindings{
			name: p.Step, files: [2]string{plain(p.Source.Name), plain(p.Target.Name)},
			page: func(f []lint.Finding) pageStep { return pageOf(p, f) },
			docs: [2]*parser.Document{p.Source, p.Target}, of: p,
		})
	}
	for _, u := range r.Corpus.Unpaired {
		s := stepFindings{name: u.Step, page: func(f []lint.Finding) pageStep { return singlePage(u, f) }, of: u}
		s.docs[sideOf(u.Doc)] = u.Doc
		s.files[sideOf(u.Doc)] = plain(u.Doc.Name)
		out = append(out, s)
	}
	of := make(map[string]int, len(out))
	for i, s := range out {
		of[s.name] = i
	}
	for _, f := range r.Findings {
		if i, ok := of[f.Step]; ok {
			out[i].found = append(out[i].found, f)
		}
	}
	return out
}

func texts(steps []stepFindings) iter.Seq[pageStep] {
	return func(yield func(pageStep) bool) {
		for _, s := range steps {
			if !yield(s.page(s.found)) {
				return
			}
		}
	}
}

// pageIndex is what the start page shows.
type pageIndex struct {
	Lang     string          `json:"lang"`
	Checks   []pageCheck     `json:"checks"`
	Steps    []pageIndexStep `json:"steps"`
	Problems []string        `json:"problems"`
}

type pageCheck struct {
	Name  string    `json:"n"`
	Title [3]string `json:"t"`
	Help  [3]string `json:"h"`
}

type pageIndexStep struct {
	Name  string    `json:"n"`
	Files [2]string `json:"f"`
	Found [][3]any  `json:"c"` // check, severity and key of each finding
}

// pageIndexOf returns the index: the checks that found something and the steps.
func pageIndexOf(r *Run, steps []stepFindings) pageIndex {
	x := pageIndex{Lang: r.lang(), Checks: []pageCheck{}, Steps: []pageIndexStep{}, Problems: []string{}}
	for _, p := range r.Problems {
		x.Problems = append(x.Problems, plain(p))
	}
	found := map[string]bool{}
	for i := range r.Findings {
		found[r.Findings[i].Check.Name] = true
	}
	number := map[string]int{}
	for _, rule := range r.Rules {
		if found[rule.Check.Name] {
			number[rule.Check.Name] = len(x.Checks)
			x.Checks = append(x.Checks, pageCheck{rule.Check.Name, [3]string{rule.Short.EN, rule.Short.FI, rule.Short.SV}, [3]string{rule.Help.EN, rule.Help.FI, rule.Help.SV}})
		}
	}
	for _, s := range steps {
		step := pageIndexStep{Name: plain(s.name), Files: s.files, Found: [][3]any{}}
		for i := range s.found {
			f := &s.found[i]
			step.Found = append(step.Found, [3]any{number[f.Check.Name], severity(f), f.Key()})
		}
		x.Steps = append(x.Steps, step)
	}
	return x
}
