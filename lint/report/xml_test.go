package report

import (
	"os/exec"
	"strings"
	"testing"
)

// xmllint reads the document with a parser that is not Go's.
func xmllint(t *testing.T, doc string) {
	t.Helper()
	path, err := exec.LookPath("xmllint")
	if err != nil {
		t.Log("not read by xmllint, which is not installed")
		return
	}
	c := exec.Command(path, "--noout", "--huge", "-")
	c.Stdin = strings.NewReader(doc)
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("xmllint: %v\n%s", err, out)
	}
}

// Whatever a document holds, another parser reads what is made of it.
func TestXMLIsReadByOthers(t *testing.T) {
	var all strings.Builder
	for i := range 0x110 {
		all.WriteByte(byte(i))
		all.WriteRune(rune(i))
	}
	all.WriteString("]]> <![CDATA[ &#0; \uFFFE\uFFFF\u2028\u202E\xED\xA0\x80 😀 " + strings.Repeat("ä", 1<<20))
	r := fuzzRun(all.String()[:400], all.String(), all.String(), 10, 1000)
	for name, format := range map[string]func() string{
		"checkstyle": func() string { return write(t, Checkstyle, r) },
		"junit":      func() string { return write(t, JUnit, r) },
	} {
		t.Run(name, func(t *testing.T) { xmllint(t, format()) })
	}
}
