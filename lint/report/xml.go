package report

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// xmlWriter writes XML 1.0. What it may not hold, control characters and bytes
// that are no UTF-8, becomes U+FFFD. It stays out of CDATA, in which nothing can
// be replaced.
type xmlWriter struct{ *bufio.Writer }

func newXML(w io.Writer) xmlWriter {
	x := xmlWriter{bufio.NewWriter(w)}
	x.WriteString(xml.Header)
	return x
}

// attr writes an attribute of the element that is open.
func (x xmlWriter) attr(name, value string) {
	x.WriteString(" " + name + `="`)
	x.text(value)
	x.WriteByte('"')
}

func (x xmlWriter) number(name string, value int) { x.attr(name, strconv.Itoa(value)) }

// text writes character data. Line ends and tabs become references, which no
// parser evens out, and so do brackets that would make it a command for a CI runner.
func (x xmlWriter) text(s string) {
	if !command.MatchString(s) {
		_ = xml.EscapeText(x, []byte(s)) // the error is that of Flush
		return
	}
	for i, part := range strings.Split(s, "[") {
		if i > 0 {
			x.WriteString("&#91;")
		}
		_ = xml.EscapeText(x, []byte(part))
	}
}
