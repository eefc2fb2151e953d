package term

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// writeTBX writes the term base as TBX-Basic of ISO 30042:2019 with data categories
// as attributes: tools that know TBX version 2 know these from there, and one
// schema in one namespace checks all of it.
func (b *Base) writeTBX(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString(xml.Header + `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Term base of steplint</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
`)
	for _, c := range b.named().Concepts {
		fmt.Fprintf(out, "      <conceptEntry id=\"%s\">\n", encodeName(c.ID))
		tbxElement(out, 8, `descrip type="subjectField"`, c.Domain)
		tbxElement(out, 8, "note", c.Note)
		for _, l := range lang.All {
			open := false
			for k := range c.Terms {
				if c.Terms[k].Lang != l {
					continue
				}
				if !open {
					fmt.Fprintf(out, "        <langSec xml:lang=\"%s\">\n", l.Code)
				}
				open = true
				c.Terms[k].writeTBX(out)
			}
			if open {
				out.WriteString("        </langSec>\n")
			}
		}
		out.WriteString("      </conceptEntry>\n")
	}
	out.WriteString("    </body>\n  </text>\n</tbx>\n")
	return out.Flush()
}

func (t *Term) writeTBX(out *bufio.Writer) {
	out.WriteString("          <termSec>\n")
	tbxElement(out, 12, "term", t.Text)
	// A banned term is deprecated to other tools, which mark it as forbidden.
	value := min(t.Status, Deprecated).String() + "Term-admn-sts"
	tbxElement(out, 12, `termNote type="administrativeStatus"`, value)
	if pos := posNames[t.POS]; t.POS == lang.Name {
		tbxElement(out, 12, `termNote type="partOfSpeech"`, posNames[lang.Noun])
		tbxElement(out, 12, "note", "part of speech: "+pos)
	} else {
		tbxElement(out, 12, `termNote type="partOfSpeech"`, pos)
	}
	if t.Status == Banned {
		tbxElement(out, 12, "note", "status: "+t.Status.String())
	}
	for _, f := range []struct {
		name  string
		forms []string
	}{{"forms", t.Forms}, {"not", t.Not}} {
		if len(f.forms) > 0 {
			tbxElement(out, 12, "note", f.name+": "+strings.Join(f.forms, separator+" "))
		}
	}
	out.WriteString("          </termSec>\n")
}

// tbxElement writes an element, given with its attributes, unless it has no text.
func tbxElement(out *bufio.Writer, indent int, tag, text string) {
	if text == "" {
		return
	}
	name, _, _ := strings.Cut(tag, " ")
	fmt.Fprintf(out, "%*s<%s>", indent, "", tag)
	xml.EscapeText(out, []byte(text)) //nolint:errcheck // Flush tells it
	fmt.Fprintf(out, "</%s>\n", name)
}

// encodeName returns the text as a name of XML: what a name may not hold is
// written as _x and four or six hexadecimal digits and _, as spreadsheets do.
func encodeName(s string) string {
	var out strings.Builder
	for i, r := range s {
		letter := r == '_' || unicode.IsLetter(r) && (r < 0x80 || 0xC0 <= r && r < 0x250)
		digit := '0' <= r && r <= '9' || r == '-' || r == '.'
		switch {
		case r == '_' && strings.HasPrefix(s[i+1:], "x"):
			out.WriteString("_x005F_")
		case letter || digit && i > 0:
			out.WriteRune(r)
		default:
			fmt.Fprintf(&out, "_x%04X_", r)
		}
	}
	return out.String()
}

var escapedName = regexp.MustCompile(`^_x([0-9A-F]{4,6})_`)

// decodeName returns what encodeName was given.
func decodeName(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		if m := escapedName.FindStringSubmatch(s[i:]); m != nil {
			if n, err := strconv.ParseInt(m[1], 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				out.WriteRune(rune(n))
				i += len(m[0])
				continue
			}
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		out.WriteString(s[i : i+size])
		i += size
	}
	return out.String()
}
