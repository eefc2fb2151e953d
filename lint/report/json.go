package report

import (
	"encoding/json"
	"io"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// JSON writes the run as one object of the schema steplint/report/v1. Fields
// are never renamed, removed or given another meaning within v1; new ones may
// be added. All fields but checks and shard are always there and no list is null.
//
//	schema    "steplint/report/v1"
//	version   the version of steplint, or ""
//	lang      the language of the messages: "en", "fi" or "sv"
//	summary   files, pairs (steps with both languages), errors, warnings, infos,
//	          known (those listed in the baseline, which findings leaves out)
//	checks    with [Run].Stats: check and the number of its findings, of all checks
//	problems  what could not be read or done, in English
//	shard     of a part of a run: what steplint merge needs of it
//	findings  check, severity ("error", "warning", "info"), step, message,
//	          place, related, fixes, key
//	related   further places, such as the one in the other language: message,
//	          place
//	fixes     alternatives, at most one is to be applied: title, safe (it cannot
//	          change the meaning), edits
//	edits     place, newText: what replaces it
//	place     path; startLine, startColumn, endLine, endColumn; startByte,
//	          endByte
//	key       identifies the finding from run to run, also when lines move
//
// Lines and columns count from 1, columns in code points without a byte order
// mark; bytes count from 0 in the document as UTF-8. Ends are exclusive. A path
// is separated by slashes and relative to the working directory, or absolute.
func JSON(w io.Writer, r *Run) error {
	t := r.tally()
	out := jsonReport{
		Schema: "steplint/report/v1", Version: r.Version, Lang: r.lang(),
		Summary: jsonSummary{
			Files: r.Files, Pairs: r.Pairs,
			Errors: t[lint.Error], Warnings: t[lint.Warning], Infos: t[lint.Info],
			Known: r.Known,
		},
		Problems: append([]string{}, r.Problems...),
		Shard:    r.Shard,
		Findings: []jsonFinding{},
	}
	if r.Stats {
		for _, c := range r.perCheck() {
			out.Checks = append(out.Checks, jsonCheck{c.check, c.n})
		}
	}
	return writeJSONList(w, out, len(r.Findings), func(i int) any { return findingJSON(&r.Findings[i], out.Lang) })
}

type jsonReport struct {
	Schema   string          `json:"schema"`
	Version  string          `json:"version"`
	Lang     string          `json:"lang"`
	Summary  jsonSummary     `json:"summary"`
	Checks   []jsonCheck     `json:"checks,omitempty"`
	Problems []string        `json:"problems"`
	Shard    json.RawMessage `json:"shard,omitempty"`
	Findings []jsonFinding   `json:"findings"`
}

type jsonSummary struct {
	Files    int `json:"files"`
	Pairs    int `json:"pairs"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
	Known    int `json:"known"`
}

type jsonCheck struct {
	Check    string `json:"check"`
	Findings int    `json:"findings"`
}

type jsonFinding struct {
	Check    string `json:"check"`
	Severity string `json:"severity"`
	Step     string `json:"step"`
	Message  string `json:"message"`
	jsonPlace
	Related []jsonRelated `json:"related"`
	Fixes   []jsonFix     `json:"fixes"`
	Key     string        `json:"key"`
}

type jsonRelated struct {
	Message string `json:"message"`
	jsonPlace
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonPlace
	NewText string `json:"newText"`
}

type jsonPlace struct {
	Path string `json:"path"`
	region
	StartByte int `json:"startByte"`
	EndByte   int `json:"endByte"`
}

func findingJSON(f *lint.Finding, lang string) jsonFinding {
	out := jsonFinding{
		Check: f.Check.Name, Severity: severity(f).String(), Step: f.Step,
		Message: f.Text(lang), jsonPlace: placeJSON(f.File, f.Span),
		Related: make([]jsonRelated, 0, len(f.Related)),
		Fixes:   make([]jsonFix, 0, len(f.Fixes)),
		Key:     f.Key(),
	}
	for _, rel := range f.Related {
		out.Related = append(out.Related, jsonRelated{rel.Text(lang), placeJSON(rel.File, rel.Span)})
	}
	for _, fix := range f.Fixes {
		edits := make([]jsonEdit, 0, len(fix.Edits))
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{placeJSON(e.File, e.Span), e.New})
		}
		out.Fixes = append(out.Fixes, jsonFix{fix.Text(lang), fix.Safe, edits})
	}
	return out
}

func placeJSON(f *parser.File, s parser.Span) jsonPlace {
	return jsonPlace{f.Name, regionOf(f, s), s.Start, s.End}
}
