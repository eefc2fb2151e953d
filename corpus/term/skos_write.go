package term

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// writeSKOS writes the term base as SKOS in Turtle. What a label alone cannot say,
// which SKOS knows but as preferred, alternative and hidden, says a label of
// SKOS-XL beside it.
func (b *Base) writeSKOS(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString(`@prefix skos: <` + skosSpace + `> .
@prefix skosxl: <` + skosxSpace + `> .
@prefix dct: <` + dctSpace + `> .
@prefix own: <` + ownSpace + `> .

<#> a skos:ConceptScheme .
`)
	for _, c := range b.named().Concepts {
		fmt.Fprintf(out, "\n%s a skos:Concept ;\n    skos:inScheme <#>", address(c.ID))
		preferred := map[*lang.Lang]bool{}
		for k := range c.Terms {
			t := &c.Terms[k]
			property, plain := "altLabel", Admitted
			switch {
			case t.Status == Preferred && !preferred[t.Lang]:
				property, plain = "prefLabel", Preferred
				preferred[t.Lang] = true
			case !t.Status.Approved():
				property = "hiddenLabel"
			}
			text := turtleText(t.Text) + "@" + t.Lang.Code
			fmt.Fprintf(out, " ;\n    skos:%s %s", property, text)
			if more := t.turtle(plain); more != "" {
				fmt.Fprintf(out, " ;\n    skosxl:%s [ a skosxl:Label ; skosxl:literalForm %s%s ]", property, text, more)
			}
		}
		if c.Domain != "" {
			fmt.Fprintf(out, " ;\n    dct:subject %s", turtleText(c.Domain))
		}
		if c.Note != "" {
			fmt.Fprintf(out, " ;\n    skos:note %s", turtleText(c.Note))
		}
		out.WriteString(" .\n")
	}
	return out.Flush()
}

// turtle returns what there is to say of a term beside that it is a label of that
// status.
func (t *Term) turtle(plain Status) string {
	var out strings.Builder
	say := func(name, value string) {
		if value != "" {
			out.WriteString(" ; own:" + name + " " + turtleText(value))
		}
	}
	if t.Status != plain {
		say("status", t.Status.String())
	}
	say("partOfSpeech", posNames[t.POS])
	say("forms", strings.Join(t.Forms, separator+" "))
	say("not", strings.Join(t.Not, separator+" "))
	return out.String()
}

// absolute matches an address that stands for itself.
var absolute = regexp.MustCompile("^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|^`\\\\]*$")

// address returns the identifier of a concept as an address: an absolute one as it
// is, any other as one within the file.
func address(id string) string {
	if absolute.MatchString(id) {
		return "<" + id + ">"
	}
	return "<#" + strings.ReplaceAll(url.PathEscape(id), ":", "%3A") + ">"
}

// turtleText returns the text as a string of Turtle.
func turtleText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`).Replace(s) + `"`
}
