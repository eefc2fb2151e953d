package report

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

func TestJSON(t *testing.T) {
	want := `{
 "schema": "steplint/report/v1",
 "version": "0.1.0",
 "lang": "fi",
 "summary": {
  "files": 12,
  "pairs": 6,
  "errors": 1,
  "warnings": 0,
  "infos": 0,
  "known": 0
 },
 "problems": [],
 "findings": [
  {
   "check": "missing-bullet",
   "severity": "error",
   "step": "polku/02 piha",
   "message": "luettelon kohta ilman merkkiä",
   "path": "polku/02 piha.sv.txt",
   "startLine": 6,
   "startColumn": 1,
   "endLine": 6,
   "endColumn": 11,
   "startByte": 85,
   "endByte": 96,
   "related": [
    {
     "message": "suomenkielisessä on merkki",
     "path": "polku/02 piha.fi.txt",
     "startLine": 6,
     "startColumn": 2,
     "endLine": 6,
     "endColumn": 3,
     "startByte": 72,
     "endByte": 75
    }
   ],
   "fixes": [
    {
     "title": "lisää merkki",
     "safe": true,
     "edits": [
      {
       "path": "polku/02 piha.sv.txt",
       "startLine": 6,
       "startColumn": 5,
       "endLine": 6,
       "endColumn": 5,
       "startByte": 89,
       "endByte": 89,
       "newText": "• "
      }
     ]
    }
   ],
   "key": "KEY"
  }
 ]
}
`
	r := sample("fi")
	r.Findings = r.Findings[2:]
	got := write(t, JSON, r)
	got = strings.ReplaceAll(got, r.Findings[0].Key(), "KEY")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestJSONEmpty(t *testing.T) {
	want := `{
 "schema": "steplint/report/v1",
 "version": "",
 "lang": "en",
 "summary": {
  "files": 0,
  "pairs": 0,
  "errors": 0,
  "warnings": 0,
  "infos": 0,
  "known": 0
 },
 "problems": [],
 "findings": []
}
`
	if diff := cmp.Diff(want, write(t, JSON, &Run{Lang: "de"})); diff != "" {
		t.Error(diff)
	}
}

func TestJSONColumnsAreCodePoints(t *testing.T) {
	f := parser.NewFile("a.txt", "\uFEFF😀 pa\u0308ä <työ>\n")
	r := &Run{Files: 1, Findings: []lint.Finding{{
		Check: &lint.Check{Name: "banned-term", Severity: lint.Error}, File: f, Span: at(f, "<työ>", 0),
	}}}
	var got jsonReport
	if err := json.Unmarshal([]byte(write(t, JSON, r)), &got); err != nil {
		t.Fatal(err)
	}
	want := jsonPlace{"a.txt", region{1, 8, 1, 13}, 15, 21}
	if diff := cmp.Diff(want, got.Findings[0].jsonPlace, cmp.AllowUnexported(jsonPlace{})); diff != "" {
		t.Error(diff)
	}
}

func FuzzJSON(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		r := fuzzRun(name, src, arg, a, b)
		var got jsonReport
		if err := json.Unmarshal([]byte(write(t, JSON, r)), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Findings) != 1 || len(got.Findings[0].Related) != 2 || len(got.Findings[0].Fixes) != 2 {
			t.Fatalf("lost something: %+v", got)
		}
		finding := got.Findings[0]
		if utf8.ValidString(arg) && (finding.Message != arg || finding.Fixes[0].Edits[0].NewText != arg) {
			t.Errorf("message %q, new text %q, want %q", finding.Message, finding.Fixes[0].Edits[0].NewText, arg)
		}
		file, span := r.Findings[0].File, r.Findings[0].Span
		if finding.StartByte != span.Start || finding.EndByte != span.End || !within(file, finding.region) {
			t.Errorf("place %+v of %v", finding.jsonPlace, span)
		}
	})
}

// A list that is written one by one is the list written at once.
func TestWriteJSONList(t *testing.T) {
	type list struct {
		Name  string
		None  []int
		Inner struct{ List []any }
	}
	for n := range 4 {
		v := list{Name: "[] a\n", None: []int{}}
		v.Inner.List = []any{}
		var got, want strings.Builder
		if err := writeJSONList(&got, v, n, func(i int) any { return map[string][]int{"##vso[": {i, i}} }); err != nil {
			t.Fatal(err)
		}
		for i := range n {
			v.Inner.List = append(v.Inner.List, map[string][]int{"##vso[": {i, i}})
		}
		if err := WriteJSON(&want, v); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), got.String()); diff != "" {
			t.Error(diff)
		}
	}
}
