package corpus

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Extensions are the file name extensions of the formats that have a reader.
var Extensions = []string{"txt", "md", "markdown", "html", "htm"}

// namePatterns are the built-in names of the two files of a step. Of two
// patterns that could pair a file the earlier one does.
var namePatterns = []string{
	"{step}.{lang}.{ext}",
	"{step}_{lang}.{ext}",
	"{step}-{lang}.{ext}",
	"{lang}/{step}.{lang}.{ext}",
	"{lang}/{step}_{lang}.{ext}",
	"{lang}/{step}-{lang}.{ext}",
	"{lang}/{step}.{ext}",
}

// langNames are the ways to write the two languages in a file name, Finnish
// and Swedish alike in one row.
var langNames = [][2]string{
	{"fi", "sv"}, {"FI", "SV"}, {"Fi", "Sv"},
	{"fi-FI", "sv-FI"}, {"fi-FI", "sv-SE"}, {"fi_FI", "sv_FI"}, {"fi_FI", "sv_SE"},
}

// placeholders may stand in a file name pattern.
var placeholders = []string{"{step}", "{lang}", "{ext}"}

// pattern is a compiled file name pattern. It describes the end of a slash
// path, from the beginning of a name on.
type pattern struct {
	parts []string // literals and placeholders
	re    *regexp.Regexp
}

// match is a path that a pattern describes.
type match struct {
	*pattern
	lang  int    // 0 Finnish, 1 Swedish
	step  string // what {step} stands for, below the folders above the pattern
	texts []string
}

// checkPattern returns what is wrong with a pattern.
func checkPattern(s string) error {
	_, err := compilePattern(s)
	return err
}

func compilePattern(s string) (*pattern, error) {
	if strings.HasPrefix(s, "/") || strings.Contains(s, `\`) {
		return nil, errors.New(`file name pattern with a leading / or a \: write it like "{lang}/{step}.txt"`)
	}
	parts, err := splitPattern(s)
	if err != nil {
		return nil, err
	}
	var re strings.Builder
	re.WriteString(`(?s)^`)
	if parts[0] != "{step}" {
		re.WriteString(`((?:.*/)?)`)
		parts = append([]string{""}, parts...)
	}
	for i, part := range parts {
		switch {
		case part == "{step}" && (i == 0 || strings.HasSuffix(parts[i-1], "/")):
			re.WriteString(`([^/]|[^/].*?[^/])`) // whole names, of folders too
		case part == "{step}":
			re.WriteString(`([^/]+?)`)
		case part == "{lang}":
			re.WriteString(`(` + langRegexp() + `)`)
		case part == "{ext}":
			re.WriteString(`((?i:` + strings.Join(Extensions, "|") + `))`)
		case part != "":
			re.WriteString(`(` + regexp.QuoteMeta(part) + `)`)
		}
	}
	re.WriteString(`$`)
	compiled, err := regexp.Compile(re.String())
	if err != nil {
		return nil, fmt.Errorf("file name pattern: %w", err)
	}
	return &pattern{parts, compiled}, nil
}

// splitPattern returns the literals and placeholders of a pattern.
func splitPattern(s string) ([]string, error) {
	var parts []string
	count := make(map[string]int)
	for rest := s; rest != ""; {
		end := strings.IndexAny(rest, "{}")
		switch end {
		case -1:
			end = len(rest)
		case 0:
			end = strings.IndexByte(rest, '}') + 1
			name := rest[:end]
			if !slices.Contains(placeholders, name) {
				return nil, fmt.Errorf("unknown placeholder in the file name pattern%s", didYouMean(name, placeholders))
			}
			if n := len(parts); n > 0 && strings.HasPrefix(parts[n-1], "{") {
				return nil, fmt.Errorf("nothing between %s and %s in the file name pattern", parts[n-1], name)
			}
			count[name]++
		}
		parts = append(parts, rest[:end])
		rest = rest[end:]
	}
	if count["{step}"] != 1 || count["{lang}"] == 0 || count["{ext}"] > 1 {
		return nil, errors.New("file name pattern needs one {step}, a {lang} and at most one {ext}")
	}
	return parts, nil
}

func langRegexp() string {
	var names []string
	for _, row := range langNames {
		names = append(names, row[:]...)
	}
	return strings.Join(names, "|")
}

// match returns the match of the pattern with a slash path. Where the pattern
// fits in several ways, it takes the folder nearest to the file and then the
// shortest step.
func (p *pattern) match(name string) (*match, bool) {
	texts := p.re.FindStringSubmatch(name)
	if texts == nil {
		return nil, false
	}
	m := &match{pattern: p, texts: texts[1:], lang: -1}
	var head string
	for i, text := range m.texts {
		switch p.parts[i] {
		case "":
			head = text
		case "{step}":
			m.step = head + text
		case "{lang}":
			l := langOf(text)
			if m.lang >= 0 && m.lang != l {
				return nil, false
			}
			m.lang = l
		}
	}
	return m, true
}

// langOf returns the language that a text of langNames names.
func langOf(text string) int {
	for _, row := range langNames {
		if row[0] == text {
			return 0
		}
	}
	return 1
}

// counterparts returns the names that the file may have in the other language,
// likeliest first: written in the same manner, then in any.
func (m *match) counterparts() []string {
	var same, others []string
	for _, row := range langNames {
		name := m.withLang(row[1-m.lang])
		if slices.Contains(m.texts, row[m.lang]) {
			same = append(same, name)
		} else {
			others = append(others, name)
		}
	}
	return append(same, others...)
}

// withLang returns the path with every {lang} written as given.
func (m *match) withLang(lang string) string {
	var b strings.Builder
	for i, text := range m.texts {
		if m.parts[i] == "{lang}" {
			text = lang
		}
		b.WriteString(text)
	}
	return b.String()
}
