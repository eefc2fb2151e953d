package parser

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/steplint/steplint/parser/lang"
)

// Decode returns the file of that name with the text of data, which is UTF-8 or,
// with a byte order mark, UTF-16. The mark is left out. The error is an *Error.
func Decode(name string, data []byte) (*File, error) {
	src, _, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	return NewFile(name, strings.TrimPrefix(src, bom)), nil
}

// decode returns the text of data and whether it is data itself. UTF-16 with a
// byte order mark is converted; what is neither UTF-8 nor that is an *Error.
func decode(name string, data []byte) (src string, same bool, err error) {
	if len(data) >= 2 {
		switch {
		case data[0] == 0xFF && data[1] == 0xFE:
			return decode16(name, data[2:], binary.LittleEndian)
		case data[0] == 0xFE && data[1] == 0xFF:
			return decode16(name, data[2:], binary.BigEndian)
		}
	}
	src = string(data)
	if at, what := notText(src); at >= 0 {
		return "", false, textError(name, src, at, what)
	}
	return src, true, nil
}

var (
	nulByte   = lang.Msg{"not text: a NUL byte (UTF-16 needs a byte order mark)", "ei tekstiä: NUL-tavu (UTF-16 vaatii tavujärjestysmerkin)", "inte text: en NUL-byte (UTF-16 kräver ett byteordningsmärke)"}
	notUTF8   = lang.Msg{"not UTF-8 text: save the file as UTF-8", "ei UTF-8-tekstiä: tallenna tiedosto UTF-8-muodossa", "inte UTF-8-text: spara filen som UTF-8"}
	halfUTF16 = lang.Msg{"not UTF-16 text: half a character", "ei UTF-16-tekstiä: vajaa merkki", "inte UTF-16-text: ett halvt tecken"}
)

// notText returns the first byte of s that no text has, or -1.
func notText(s string) (int, lang.Msg) {
	nul := strings.IndexByte(s, 0)
	if utf8.ValidString(s) {
		return nul, nulByte
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			if nul >= 0 && nul < i {
				break
			}
			return i, notUTF8
		}
		i += n
	}
	return nul, nulByte
}

func textError(name, src string, at int, what lang.Msg) error {
	line := 1 + strings.Count(src[:at], "\n")
	start := 1 + strings.LastIndexByte(src[:at], '\n')
	return &Error{Name: name, Line: line, Column: 1 + runes(strings.TrimPrefix(src[start:at], bom)), What: what}
}

func decode16(name string, data []byte, order binary.ByteOrder) (string, bool, error) {
	var b strings.Builder
	for i := 0; i < len(data); i += 2 {
		if i+1 == len(data) {
			return "", false, textError(name, b.String(), b.Len(), halfUTF16)
		}
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			var low rune
			if i+3 < len(data) {
				low = rune(order.Uint16(data[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				return "", false, textError(name, b.String(), b.Len(), halfUTF16)
			}
			i += 2
		}
		if r == 0 {
			return "", false, textError(name, b.String(), b.Len(), nulByte)
		}
		b.WriteRune(r)
	}
	return b.String(), false, nil
}
