package term

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// turtleLexer reads the words of Turtle. After a fault nothing that it returns
// means anything.
type turtleLexer struct {
	src     string
	pos     int
	fault   *lang.Error // the first
	faultAt int
}

func (x *turtleLexer) fail(pos int, m lang.Msg, args ...any) {
	if x.fault == nil {
		x.fault, x.faultAt = lang.Errorf(m, args...), pos
	}
}

// peek returns the next byte, 0 at the end.
func (x *turtleLexer) peek() byte {
	if x.pos < len(x.src) {
		return x.src[x.pos]
	}
	return 0
}

// take passes over the byte if it is the next one.
func (x *turtleLexer) take(c byte) bool {
	if x.peek() != c || x.pos >= len(x.src) {
		return false
	}
	x.pos++
	return true
}

// space passes over white space and comments.
func (x *turtleLexer) space() {
	for x.pos < len(x.src) {
		switch x.src[x.pos] {
		case ' ', '\t', '\r', '\n':
			x.pos++
		case '#':
			if end := strings.IndexAny(x.src[x.pos:], "\r\n"); end >= 0 {
				x.pos += end
			} else {
				x.pos = len(x.src)
			}
		default:
			return
		}
	}
}

// keyword passes over the word if it is the next one: in any case, but those that
// begin with @ and the truth values.
func (x *turtleLexer) keyword(word string) bool {
	end := x.pos + len(word)
	if end > len(x.src) {
		return false
	}
	is := x.src[x.pos:end] == word
	if word == "PREFIX" || word == "BASE" {
		is = strings.EqualFold(x.src[x.pos:end], word)
	}
	if next, _ := utf8.DecodeRuneInString(x.src[end:]); !is || end < len(x.src) && (nameRune(next) || next == ':') {
		return false
	}
	x.pos = end
	return true
}

// letterA passes over the a that is short for rdf:type.
func (x *turtleLexer) letterA() bool {
	if x.peek() != 'a' || x.pos+1 < len(x.src) && !strings.ContainsRune(" \t\r\n<[_\"'#", rune(x.src[x.pos+1])) {
		return false
	}
	x.pos++
	return true
}

// address reads an address in angle brackets.
func (x *turtleLexer) address() string {
	start := x.pos
	end := strings.IndexAny(x.src[x.pos:], "> \t\r\n\"{}|^`")
	if x.peek() != '<' || end < 0 || x.src[x.pos+end] != '>' {
		x.fail(start, lang.Msg{"an address in < > is due here", "tähän kuuluu osoite merkeissä < >", "här ska stå en adress i < >"})
		return ""
	}
	x.pos += end + 1
	return x.unescape(x.src[start+1:start+end], start+1, false)
}

// prefix reads a prefix with its colon, and returns it without.
func (x *turtleLexer) prefix() string {
	start := x.pos
	for x.pos < len(x.src) {
		r, size := utf8.DecodeRuneInString(x.src[x.pos:])
		if !nameRune(r) && r != '.' {
			break
		}
		x.pos += size
	}
	if !x.take(':') {
		x.fail(start, lang.Msg{"neither a name nor a text", "ei nimi eikä teksti", "varken ett namn eller en text"})
		return ""
	}
	return x.src[start : x.pos-1]
}

func nameRune(r rune) bool {
	return r == '_' || r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00b7'
}

// name reads the part of a name after its prefix. A full stop at its end is not
// part of it.
func (x *turtleLexer) name() string {
	var out strings.Builder
	for x.pos < len(x.src) {
		r, size := utf8.DecodeRuneInString(x.src[x.pos:])
		switch {
		case nameRune(r) || r == ':' || r == '%':
		case r == '\\' && x.pos+1 < len(x.src) && strings.IndexByte("_~.-!$&'()*+,;=/?#@%", x.src[x.pos+1]) >= 0:
			x.pos++
			r = rune(x.src[x.pos])
		case r == '.':
			rest := strings.TrimLeft(x.src[x.pos:], ".")
			if next, _ := utf8.DecodeRuneInString(rest); rest == "" || !nameRune(next) && next != ':' && next != '%' && next != '\\' {
				return out.String()
			}
		default:
			return out.String()
		}
		out.WriteRune(r)
		x.pos += size
	}
	return out.String()
}

// text reads a string in any of the four kinds of quotation marks.
func (x *turtleLexer) text() string {
	start := x.pos
	mark := x.src[x.pos : x.pos+1]
	if long := strings.Repeat(mark, 3); strings.HasPrefix(x.src[x.pos:], long) {
		mark = long
	}
	x.pos += len(mark)
	from := x.pos
	for x.pos < len(x.src) {
		switch c := x.src[x.pos]; {
		case c == '\\':
			x.pos += 2
		case strings.HasPrefix(x.src[x.pos:], mark):
			// Of more than three marks the last three end the text.
			for len(mark) == 3 && x.pos+3 < len(x.src) && x.src[x.pos+3] == mark[0] {
				x.pos++
			}
			s := x.src[from:x.pos]
			x.pos += len(mark)
			return x.unescape(s, from, true)
		case len(mark) == 1 && (c == '\n' || c == '\r'):
			x.fail(start, lang.Msg{"the text does not end in its line", "teksti ei pääty rivillään", "texten slutar inte på sin rad"})
			return ""
		default:
			x.pos++
		}
	}
	x.pos = len(x.src)
	x.fail(start, lang.Msg{"the text has no end", "teksti ei pääty", "texten har inget slut"})
	return ""
}

var escapes = map[byte]byte{'t': '\t', 'b': '\b', 'n': '\n', 'r': '\r', 'f': '\f', '"': '"', '\'': '\'', '\\': '\\'}

// unescape resolves the escapes of a text at that place, or of an address, which
// has but those of characters.
func (x *turtleLexer) unescape(s string, pos int, text bool) string {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s
	}
	var out strings.Builder
	for ; i >= 0; i = strings.IndexByte(s, '\\') {
		out.WriteString(s[:i])
		digits := 0
		if i+1 < len(s) {
			switch c := s[i+1]; {
			case c == 'u':
				digits = 4
			case c == 'U':
				digits = 8
			case text && escapes[c] != 0:
				out.WriteByte(escapes[c])
				pos += i + 2
				s = s[i+2:]
				continue
			}
		}
		end := i + 2 + digits
		var n uint64
		err := strconv.ErrSyntax
		if digits > 0 && end <= len(s) {
			n, err = strconv.ParseUint(s[i+2:end], 16, 31)
		}
		if err != nil || !utf8.ValidRune(rune(n)) {
			x.fail(pos+i, lang.Msg{"unknown escape", "tuntematon ohjausmerkintä", "okänd styrsekvens"})
			return ""
		}
		out.WriteRune(rune(n))
		pos += end
		s = s[end:]
	}
	out.WriteString(s)
	return out.String()
}

// languageTag reads a tag such as fi or sv-FI.
func (x *turtleLexer) languageTag() string {
	start := x.pos
	for c := x.peek(); c == '-' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'; c = x.peek() {
		x.pos++
	}
	if x.pos == start {
		x.fail(start, lang.Msg{"a language is due here", "tähän kuuluu kieli", "här ska stå ett språk"})
	}
	return x.src[start:x.pos]
}

// number reads a number, which is kept as it is written.
func (x *turtleLexer) number() string {
	start := x.pos
	for x.pos < len(x.src) {
		c := x.src[x.pos]
		last := x.pos+1 >= len(x.src) || strings.IndexByte("0123456789eE", x.src[x.pos+1]) < 0
		if (c < '0' || c > '9') && strings.IndexByte("+-eE", c) < 0 && (c != '.' || last) {
			break
		}
		x.pos++
	}
	if strings.Trim(x.src[start:x.pos], "+-.eE") == "" {
		x.fail(start, lang.Msg{"neither a name nor a text", "ei nimi eikä teksti", "varken ett namn eller en text"})
	}
	return x.src[start:x.pos]
}
