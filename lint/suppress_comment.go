package lint

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// The instructions that a comment can give. Names of checks follow, with commas
// between, and after a colon the reason.
const (
	disableNextLine = "steplint-disable-next-line"
	disableFile     = "steplint-disable-file"
	disable         = "steplint-disable"
	enable          = "steplint-enable"
)

var instructions = []string{disableNextLine, disableFile, disable, enable}

// document applies the comments of a document.
func (s *suppressor) document(step string, d *parser.Document) {
	if len(d.Comments) == 0 {
		return
	}
	texts := slices.Collect(d.Texts())
	open := map[string]*opened{} // by check
	whole := map[string]bool{}
	first := len(s.all)
	for _, at := range d.Comments {
		what, sup := s.comment(step, d, at)
		s.all = append(s.all, sup)
		if what == enable && len(sup.Checks) == 0 {
			for _, o := range open {
				s.close(d, o, at.Start)
			}
			clear(open)
		}
		for i := range sup.Checks {
			n := &sup.Checks[i]
			switch what {
			case disableNextLine:
				n.Used = s.cover(d.File, n.Name, nextLine(d, texts, at))
			case disableFile:
				if !whole[n.Name] { // once more is of no use
					n.Used = s.cover(d.File, n.Name, parser.Span{Start: 0, End: len(d.Src) + 1})
				}
				whole[n.Name] = true
			case disable, enable:
				s.close(d, open[n.Name], at.Start)
				delete(open, n.Name)
				if what == disable {
					open[n.Name] = &opened{n, at.Start}
				} else {
					n.Used = true
				}
			}
		}
	}
	for _, o := range open {
		s.close(d, o, len(d.Src)+1)
	}
	for _, sup := range s.all[first:] {
		for i := range sup.Checks {
			n := &sup.Checks[i]
			n.Judged = !n.Used && s.judgesFile(step, d.Name, n.Name)
		}
	}
}

// opened is a check that a comment has disabled until another one enables it.
type opened struct {
	*Suppressed
	from int
}

func (s *suppressor) close(d *parser.Document, o *opened, end int) {
	if o != nil && s.cover(d.File, o.Name, parser.Span{Start: o.from, End: end}) {
		o.Used = true
	}
}

// comment reads a comment: its instruction, "" when it has none that holds.
func (s *suppressor) comment(step string, d *parser.Document, at parser.Span) (string, *Suppression) {
	sup := &Suppression{Step: step, File: d.File, Span: at}
	text, closed := strings.CutSuffix(d.Text(at), "-->")
	start := len("<!--")
	start += len(text[start:]) - len(strings.TrimLeftFunc(text[start:], unicode.IsSpace))
	end := start + len(text[start:])
	if n := strings.IndexFunc(text[start:], func(r rune) bool { return r == ':' || unicode.IsSpace(r) }); n >= 0 {
		end = start + n
	}
	what := text[start:end]
	names, _, _ := strings.Cut(text[end:], ":")
	var plain bool
	sup.Checks, plain = s.namesIn(names, at.Start+end)
	switch {
	case !closed:
		sup.Fault = lang.Errorf(Msg{"the comment does not end: --> is missing", "kommentti ei pääty: --> puuttuu", "kommentaren slutar inte: --> saknas"})
	case !slices.Contains(instructions, what):
		sup.Fault = lang.Errorf(Msg{
			"“%s” is no instruction; there are %s",
			"”%s” ei ole ohje; ohjeita ovat %s",
			"”%s” är ingen instruktion; de som finns är %s",
		}, startOf(what), strings.Join(instructions, ", "))
	case len(sup.Checks) == 0 && what != enable:
		sup.Fault = lang.Errorf(Msg{
			"the comment names no check, such as “%s missing-item: the reason”",
			"kommentti ei nimeä tarkistusta, kuten ”%s missing-item: perustelu”",
			"kommentaren anger ingen kontroll, som ”%s missing-item: skälet”",
		}, what)
	case !plain:
		sup.Fault = lang.Errorf(Msg{
			"commas go between checks and a colon before the reason, such as “%s missing-item: the reason”",
			"tarkistusten väliin tulee pilkku ja perustelun eteen kaksoispiste, kuten ”%s missing-item: perustelu”",
			"mellan kontroller står komma och före skälet kolon, som ”%s missing-item: skälet”",
		}, what)
	}
	if sup.Fault != nil {
		sup.Checks, what = nil, ""
	}
	return what, sup
}

// namesIn returns the names in the text, which starts at that byte of the file, and
// whether there is nothing else in it.
func (s *suppressor) namesIn(text string, start int) (out []Suppressed, plain bool) {
	plain = true
	for part := range strings.SplitSeq(text, ",") {
		if name := strings.TrimSpace(part); name != "" {
			at := start + strings.Index(part, name)
			out = append(out, s.named(name, parser.Span{Start: at, End: at + len(name)}))
			plain = plain && strings.IndexFunc(name, unicode.IsSpace) < 0
		}
		start += len(part) + len(",")
	}
	return out, plain
}

// nextLine returns what a comment about the next line covers, from itself on: the
// text that comes next, and the rest of the line that this starts on; within a text
// that goes on over several lines, its next line.
func nextLine(d *parser.Document, texts []parser.Span, comment parser.Span) parser.Span {
	lineEnd := func(at int) int { return d.Line(d.LineOf(at)).End }
	i := sort.Search(len(texts), func(i int) bool { return texts[i].End > comment.End })
	end := len(d.Src) + 1
	switch {
	case i == len(texts):
	case texts[i].Start >= comment.End:
		end = max(texts[i].End, lineEnd(texts[i].Start))
	default:
		end = lineEnd(afterComments(d, comment.End))
	}
	return parser.Span{Start: comment.Start, End: end}
}

// afterComments returns the offset from at on of the first character that is no
// white space and in no comment.
func afterComments(d *parser.Document, at int) int {
	k := sort.Search(len(d.Comments), func(k int) bool { return d.Comments[k].Start >= at })
	for {
		at += len(d.Src[at:]) - len(strings.TrimLeftFunc(d.Src[at:], unicode.IsSpace))
		if k == len(d.Comments) || d.Comments[k].Start != at {
			return at
		}
		at = d.Comments[k].End
		k++
	}
}
