package diff

import (
	"fmt"
	"strings"
)

// context is the number of unchanged lines shown around a change.
const context = 3

// Unified returns the unified diff that makes old into new, with three lines of
// context, or "" if they are equal. The names are slash-separated and relative
// to the folder where the patch is to be applied; they are prefixed and quoted
// as git does. Lines end at '\n' alone; every other byte is kept as it is.
//
// The header is the two lines --- and +++ alone: with a "diff --git" line git
// would take the names as relative to the top of the repository and, in a
// subfolder, silently apply nothing.
func Unified(oldName, newName, old, new string) string {
	if old == new {
		return ""
	}
	a, b := lines(old), lines(new)
	var sb strings.Builder
	sb.WriteString("--- " + quote("a/"+oldName) + "\n")
	sb.WriteString("+++ " + quote("b/"+newName) + "\n")
	all := edits(a, b)
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].a0-all[n-1].a1 <= 2*context {
			n++
		}
		writeHunk(&sb, a, b, all[:n])
		all = all[n:]
	}
	return sb.String()
}

// lines splits a text after every '\n'.
func lines(s string) []string {
	out := strings.SplitAfter(s, "\n")
	return out[:len(out)-1+min(1, len(out[len(out)-1]))]
}

// writeHunk writes the edits, which lie close together, as one hunk.
func writeHunk(sb *strings.Builder, a, b []string, es []edit) {
	first, last := es[0], es[len(es)-1]
	before, after := min(context, first.a0), min(context, len(a)-last.a1)
	start, end := first.a0-before, last.a1+after
	fmt.Fprintf(sb, "@@ -%s +%s @@\n", lineRange(start, end), lineRange(first.b0-before, last.b1+after))
	for _, e := range es {
		writeLines(sb, ' ', a[start:e.a0])
		writeLines(sb, '-', a[e.a0:e.a1])
		writeLines(sb, '+', b[e.b0:e.b1])
		start = e.a1
	}
	writeLines(sb, ' ', a[start:end])
}

// lineRange returns the lines [start,end), counted from 0, as a hunk header has
// them: an empty range names the line in front of it.
func lineRange(start, end int) string {
	switch end - start {
	case 0:
		return fmt.Sprintf("%d,0", start)
	case 1:
		return fmt.Sprint(start + 1)
	}
	return fmt.Sprintf("%d,%d", start+1, end-start)
}

func writeLines(sb *strings.Builder, mark byte, lines []string) {
	for _, l := range lines {
		sb.WriteByte(mark)
		sb.WriteString(l)
		if !strings.HasSuffix(l, "\n") {
			sb.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// quote returns a name as a patch header has it: in C quotes if a byte of it
// might be misread, and followed by a tab if it holds a space, so that no
// reader takes the end of the name for a date.
func quote(name string) string {
	const escapes = "abtnvfr" // of the bytes 7 to 13
	var sb strings.Builder
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			sb.WriteByte('\\')
			sb.WriteByte(c)
		case 7 <= c && c <= 13:
			sb.WriteByte('\\')
			sb.WriteByte(escapes[c-7])
		case c < ' ' || c > '~':
			fmt.Fprintf(&sb, `\%03o`, c)
		default:
			sb.WriteByte(c)
		}
	}
	out := sb.String()
	if out != name {
		out = `"` + out + `"`
	}
	if strings.Contains(name, " ") {
		out += "\t"
	}
	return out
}
