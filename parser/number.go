package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Number is a run of digits: a decimal, a date and a clock time are several, so
// that the ways of writing them do not matter.
type Number struct {
	Span          // the digits
	Digits string // without leading zeros
	Token  Span   // the decimal, date or time that they are part of
	Note   bool   // they may be the mark of a footnote
}

// Numbers returns the numbers of the span that a translation keeps. Those in web
// and mail addresses, of acts and documents ("2005:32", "OPH-2263-2019") and of
// credits are left out: they are other ones in each language.
func (d *Document) Numbers(s Span) []Number {
	var out []Number
	text := d.Plain(s)
	if !strings.ContainsAny(text, digits) {
		return nil
	}
	for at := 0; at < len(text); {
		n := strings.IndexFunc(text[at:], unicode.IsSpace)
		if n < 0 {
			n = len(text) - at
		}
		if word := text[at : at+n]; counts(word, text[at+n:]) {
			out = appendNumbers(out, word, at)
		}
		_, size := utf8.DecodeRuneInString(text[at+n:])
		at += n + size
	}
	for k := range out {
		out[k].Span, out[k].Token = d.Source(s, out[k].Span), d.Source(s, out[k].Token)
	}
	return out
}

const digits = "0123456789"

// counts reports whether the digits of a word are ones to compare. rest is what
// follows it.
func counts(word, rest string) bool {
	if !strings.ContainsAny(word, digits) {
		return false
	}
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@") || actNumber(word) || recordNumber(word) {
		return false
	}
	const unit = 40 // bytes: enough for the word of a unit
	next, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(rest[:min(len(rest), unit)])), " ")
	switch strings.TrimRight(next, ".,;:)") {
	case "osp", "kp":
		return false
	}
	return !strings.HasPrefix(next, "osaamispiste") && !strings.HasPrefix(next, "kompetenspoäng")
}

// actNumber reports whether the word has a year and a number with a colon
// between: each language has its own edition of the work cited.
func actNumber(word string) bool {
	i := strings.IndexByte(word, ':')
	return i >= 4 && i+1 < len(word) && allDigits(word[i-4:i]) && allDigits(word[i+1:i+2])
}

// recordNumber reports whether the word is the number under which an authority
// filed a document, such as "OPH-2263-2019": each language has its own.
func recordNumber(word string) bool {
	parts := strings.Split(strings.Trim(word, "(),.;:"), "-")
	return len(parts) == 3 && strings.ToUpper(parts[0]) == parts[0] && hasLetters(parts[0]) && allDigits(parts[1]) && allDigits(parts[2])
}

func hasLetters(s string) bool { return len(s) >= 2 && strings.IndexFunc(s, unicode.IsLetter) == 0 }

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" && s != "" }

// appendNumbers adds the numbers of a word without white space. Full hours are
// none.
func appendNumbers(out []Number, word string, base int) []Number {
	first := len(out)
	for i := 0; i < len(word); {
		if word[i] < '0' || word[i] > '9' {
			i++
			continue
		}
		j := i
		for j < len(word) && word[j] >= '0' && word[j] <= '9' {
			j++
		}
		if word[i:j] != "00" {
			out = append(out, Number{
				Digits: strings.TrimLeft(word[i:j-1], "0") + word[j-1:j],
				Span:   Span{Start: base + i, End: base + j},
				Note:   footnote(word[:i], word[j:]),
			})
		}
		i = j
	}
	for k := first; k < len(out); k++ {
		out[k].Token = out[k].Span
		// "3,5" and "8.50" are told whole, "1–3" and "1/2019" are two.
		if k > first && out[k].Span.Start == out[k-1].Span.End+1 && strings.IndexByte(".,:", word[out[k-1].Span.End-base]) >= 0 {
			out[k].Token.Start = out[k-1].Token.Start
			for m := k - 1; m >= first && out[m].Token.Start == out[k].Token.Start; m-- {
				out[m].Token.End = out[k].Token.End
			}
		}
	}
	return out
}

// footnote reports whether digits between before and after, which make a word
// with them, may be the mark of a footnote: they stand in square brackets, or
// close a word in lower case or its full stop.
func footnote(before, after string) bool {
	if strings.HasSuffix(before, "[") && strings.HasPrefix(after, "]") {
		return true
	}
	if strings.Trim(after, ".,;:!?)”\"") != "" {
		return false
	}
	before = strings.TrimRight(before, ".,;:!?)”\"")
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(r)
}
