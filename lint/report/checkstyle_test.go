package report

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCheckstyle(t *testing.T) {
	want := `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
<file name="polku/02 piha.fi.txt">
 <error line="6" column="19" severity="warning" message="no-break space after &#34;kasvit&#34;" source="steplint.odd-space"/>
</file>
<file name="polku/02 piha.sv.txt">
 <error line="1" column="1" severity="info" message="the title is [short](1)" source="steplint.title-variant"/>
 <error line="6" column="1" severity="error" message="list item without a bullet (polku/02 piha.fi.txt:6: the Finnish item has one)" source="steplint.missing-bullet"/>
</file>
</checkstyle>
`
	got := write(t, Checkstyle, sample("en"))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	xmllint(t, got)
	if got := readCheckstyle(t, write(t, Checkstyle, &Run{})); len(got) != 0 {
		t.Errorf("no findings: %v", got)
	}
}

type checkstyleFile struct {
	Name   string `xml:"name,attr"`
	Errors []struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	} `xml:"error"`
}

func readCheckstyle(t *testing.T, out string) []checkstyleFile {
	t.Helper()
	var got struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Files   []checkstyleFile `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	return got.Files
}

func FuzzCheckstyle(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		r := fuzzRun(name, src, arg, a, b)
		got := readCheckstyle(t, write(t, Checkstyle, r))
		if len(got) != 1 || len(got[0].Errors) != 1 {
			t.Fatalf("lost something: %+v", got)
		}
		e := got[0].Errors[0]
		if got[0].Name != xmlText(name) || e.Message != describe(&r.Findings[0], r.lang()) || !printable(e.Message) {
			t.Errorf("name %q, message %q", got[0].Name, e.Message)
		}
		if at := (region{e.Line, e.Column, e.Line, e.Column}); !within(r.Findings[0].File, at) {
			t.Errorf("place %+v", at)
		}
	})
}

// xmlText returns what is left of a text in XML 1.0.
func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r != 0xFFFE && r != 0xFFFF {
			return r
		}
		return '\uFFFD'
	}, s)
}
