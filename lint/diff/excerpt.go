package diff

import (
	"strings"
	"unicode/utf8"
)

// Excerpt returns the ops as Format does, on one line and with no more of what is
// equal than about so many code points on either side of a change, and no more of
// a change than four times as many.
func Excerpt(ops []Op, around int) string {
	var sb strings.Builder
	for i, op := range ops {
		text := strings.Join(strings.Fields(op.Text), " ")
		if strings.TrimLeft(op.Text, " \t\r\n") != op.Text {
			text = " " + text
		}
		if text != " " && strings.TrimRight(op.Text, " \t\r\n") != op.Text {
			text += " "
		}
		switch {
		case op.Kind != Equal:
			text = head(text, 4*around)
		case i == 0:
			text = tail(text, around)
		case i == len(ops)-1:
			text = head(text, around)
		case utf8.RuneCountInString(text) > 2*around+1:
			text = strings.TrimSuffix(head(text, around), "…") + "…" + strings.TrimPrefix(tail(text, around), "…")
		}
		sb.WriteString(Format([]Op{{op.Kind, text}}))
	}
	return sb.String()
}

// head returns the first n code points of a text, up to the end of a word, and …
// for the rest.
func head(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = string([]rune(s)[:n])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return s + "…"
}

// tail returns the last n code points of a text, from the start of a word, and … for
// the rest.
func tail(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	s = string(r[len(r)-n:])
	if i := strings.IndexByte(s, ' '); i >= 0 && i < len(s)/2 {
		s = s[i+1:]
	}
	return "…" + s
}
