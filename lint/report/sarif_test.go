package report

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

const schemaFile = "../../../shared/schema/sarif-schema-2.1.0.json"

// sarifSchema returns the official schema, or nil with a message when it does
// not lie beside the checkout: it is not ours to distribute.
func sarifSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open(schemaFile)
	if err != nil {
		t.Logf("not validated: %v", err)
		return nil
	}
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}

// validate checks the log against the schema and for empty strings, which
// GitHub does not accept.
func validate(t *testing.T, schema *jsonschema.Schema, log string) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	if schema != nil {
		if err := schema.Validate(v); err != nil {
			t.Fatalf("%v in %s", err, log)
		}
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case nil:
			t.Errorf("null at %s", path)
		case string:
			if v == "" {
				t.Errorf("empty string at %s", path)
			}
		case []any:
			for _, e := range v {
				walk(path+"[]", e)
			}
		case map[string]any:
			for k, e := range v {
				walk(path+"."+k, e)
			}
		}
	}
	walk("", v)
}

func decode(t *testing.T, log string) sarifRun {
	t.Helper()
	var got sarifLog
	dec := json.NewDecoder(strings.NewReader(log))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&got); err != nil {
		t.Fatal(err)
	}
	return got.Runs[0]
}

func TestSARIFSchema(t *testing.T) {
	schema := sarifSchema(t)
	if schema == nil {
		t.Skip("the SARIF schema is not there")
	}
	for _, lang := range []string{"en", "fi", "sv"} {
		validate(t, schema, write(t, SARIF, sample(lang)))
	}
	validate(t, schema, write(t, SARIF, &Run{}))
}

func TestSARIFResult(t *testing.T) {
	r := sample("en")
	run := decode(t, write(t, SARIF, r))
	got, err := json.MarshalIndent(run.Results[2], "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want := `{
 "ruleId": "missing-bullet",
 "ruleIndex": 0,
 "level": "error",
 "message": {
  "text": "list item without a bullet ([the Finnish item has one](1))"
 },
 "locations": [
  {
   "physicalLocation": {
    "artifactLocation": {
     "uri": "polku/02%20piha.sv.txt"
    },
    "region": {
     "startLine": 6,
     "startColumn": 1,
     "endLine": 6,
     "endColumn": 11,
     "snippet": {
      "text": "    väljer"
     }
    }
   }
  }
 ],
 "relatedLocations": [
  {
   "id": 1,
   "message": {
    "text": "the Finnish item has one"
   },
   "physicalLocation": {
    "artifactLocation": {
     "uri": "polku/02%20piha.fi.txt"
    },
    "region": {
     "startLine": 6,
     "startColumn": 2,
     "endLine": 6,
     "endColumn": 3,
     "snippet": {
      "text": "•"
     }
    }
   }
  }
 ],
 "fixes": [
  {
   "description": {
    "text": "add the bullet"
   },
   "artifactChanges": [
    {
     "artifactLocation": {
      "uri": "polku/02%20piha.sv.txt"
     },
     "replacements": [
      {
       "deletedRegion": {
        "startLine": 6,
        "startColumn": 5,
        "endLine": 6,
        "endColumn": 5
       },
       "insertedContent": {
        "text": "• "
       }
      }
     ]
    }
   ],
   "properties": {
    "safe": true
   }
  }
 ],
 "partialFingerprints": {
  "primaryLocationLineHash": "KEY:1",
  "steplint/v1": "KEY:1"
 }
}`
	if diff := cmp.Diff(want, strings.ReplaceAll(string(got), r.Findings[2].Key(), "KEY")); diff != "" {
		t.Error(diff)
	}
	if got, want := run.Results[1].Message.Text, `the title is [short\](1)`; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
	if got := len(run.Results[1].Fixes[0].Changes); got != 2 {
		t.Errorf("%d files changed, want 2", got)
	}
}

func TestSARIFRules(t *testing.T) {
	r := sample("sv")
	r.Rules = r.Rules[:1]
	r.Rules[0].Full = lint.Msg{"", "", strings.Repeat("ö", 1025)}
	run := decode(t, write(t, SARIF, r))
	ids := []string{}
	for _, rule := range run.Tool.Driver.Rules {
		ids = append(ids, rule.ID+" "+rule.Name+" "+rule.Default.Level+" "+rule.Short.Text)
	}
	want := []string{
		"missing-bullet MissingBullet error en listpunkt saknar punkttecken",
		"odd-space OddSpace warning odd-space",
		"title-variant TitleVariant note title-variant",
	}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Error(diff)
	}
	if n := utf8.RuneCountInString(run.Tool.Driver.Rules[0].Full.Text); n != 1024 {
		t.Errorf("full description of %d characters", n)
	}
	for _, res := range run.Results {
		if id := run.Tool.Driver.Rules[res.RuleIndex].ID; id != res.RuleID {
			t.Errorf("rule index of %s points to %s", res.RuleID, id)
		}
	}
}

func TestSARIFFingerprints(t *testing.T) {
	c := &lint.Check{Name: "repeated-word", Severity: lint.Warning}
	prints := func(src string) (out []string) {
		f := parser.NewFile("a.txt", src)
		r := &Run{Files: 1}
		for n := range 2 {
			r.Findings = append(r.Findings, lint.Finding{Check: c, File: f, Span: at(f, "ja ja", n), Unit: "ja ja"})
		}
		for _, res := range decode(t, write(t, SARIF, r)).Results {
			out = append(out, res.Fingerprints.Line, res.Fingerprints.Own)
		}
		return out
	}
	before, after := prints("ja ja\nja ja\n"), prints("Otsikko\n\nja ja\n\nja ja\n")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("changed by inserted lines: %s", diff)
	}
	if before[0] == before[2] {
		t.Error("two results with the same fingerprint")
	}
}

func TestSARIFLimit(t *testing.T) {
	f := parser.NewFile("a.txt", "a\n")
	c := &lint.Check{Name: "odd-space", Severity: lint.Info}
	r := &Run{Files: 1, Findings: make([]lint.Finding, maxResults+2)}
	for i := range r.Findings {
		r.Findings[i] = lint.Finding{Check: c, File: f}
	}
	last := &r.Findings[maxResults+1]
	last.Severity = lint.Error
	run := decode(t, write(t, SARIF, r))
	if n := len(run.Results); n != maxResults || run.Results[n-1].Level != "error" {
		t.Errorf("%d results, the last one of level %s", n, run.Results[n-1].Level)
	}
	want := "2 of 25002 findings are left out, the least severe ones first: a run holds at most 25000 results"
	if got := run.Invocations[0].Notifications[0].Message.Text; got != want {
		t.Errorf("notification %q, want %q", got, want)
	}
}

func TestURI(t *testing.T) {
	for name, want := range map[string]string{
		"polku/jälki 1.txt": "polku/j%C3%A4lki%201.txt",
		"50%.txt":           "50%25.txt",
		"a:b.txt":           "./a:b.txt",
		"../a#?[1].txt":     "../a%23%3F%5B1%5D.txt",
		"/tmp/ä.txt":        "file:///tmp/%C3%A4.txt",
		"C:/polku/a.txt":    "file:///C:/polku/a.txt",
		"//a":               "file:////a",
		"\xFF":              "%FF",
		"":                  "-",
	} {
		if got := uri(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func FuzzSARIF(f *testing.F) {
	addSeeds(f)
	schema := sarifSchema(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		r := fuzzRun(name, src, arg, a, b)
		log := write(t, SARIF, r)
		validate(t, schema, log)
		run, file := decode(t, log), r.Findings[0].File
		if len(run.Results) != 1 {
			t.Fatalf("%d results", len(run.Results))
		}
		for _, loc := range append(run.Results[0].Related, run.Results[0].Locations...) {
			place := loc.Physical.Region
			wide := place.StartLine < place.EndLine || place.StartColumn < place.EndColumn
			if !within(file, place.region) || !wide && strings.TrimPrefix(src, "\uFEFF") != "" {
				t.Errorf("place %+v", place.region)
			}
		}
	})
}
