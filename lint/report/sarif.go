package report

import (
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

const (
	// maxResults is the number of results GitHub accepts in a run; it rejects
	// the whole file when there are more.
	maxResults = 25_000
	// maxDescription is the number of characters GitHub accepts in a rule's
	// short and full description.
	maxDescription = 1024
	// maxSnippet keeps a file of many findings on long blocks small.
	maxSnippet = 300
)

var (
	leftOut = lint.Msg{
		"%[1]d of %[2]d findings are left out, the least severe ones first: a run holds at most %[3]d results",
		"löydöksiä on %[2]d, joista %[1]d lievintä on jätetty pois: ajossa voi olla enintään %[3]d tulosta",
		"%[1]d av %[2]d fynd är utelämnade, de lindrigaste först: en körning rymmer högst %[3]d resultat",
	}
	levels     = map[lint.Severity]string{lint.Error: "error", lint.Warning: "warning", lint.Info: "note"}
	problems   = map[lint.Severity]string{lint.Error: "error", lint.Warning: "warning", lint.Info: "recommendation"}
	precisions = map[lint.Severity]string{lint.Error: "high", lint.Warning: "medium", lint.Info: "low"}
)

// SARIF writes the run as a log of the Static Analysis Results Interchange
// Format 2.1.0, within the limits of GitHub code scanning: when there are more
// findings than it accepts, the worst ones are written and a notification says
// so. Columns are code points; paths are relative, percent-encoded URIs.
func SARIF(w io.Writer, r *Run) error {
	s := sarif{lang: r.lang(), rules: map[string]int{}, seen: fingerprints{}}
	t := r.tally()
	findings := worst(r.Findings, t, maxResults)

	run := sarifRun{
		Automation:  sarifID{"steplint/"},
		Language:    s.lang,
		ColumnKind:  "unicodeCodePoints",
		Invocations: []sarifInvocation{{Successful: len(r.Problems) == 0}},
		Results:     []sarifResult{},
	}
	if r.Shard != nil {
		run.Properties = &sarifRunProperties{r.Shard}
	}
	if n := len(r.Findings) - len(findings); n > 0 {
		text := fmt.Sprintf(leftOut.In(s.lang), n, len(r.Findings), maxResults)
		run.Invocations[0].Notifications = []sarifNotification{{"warning", sarifText{text}}}
	}
	for _, problem := range r.Problems {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, sarifNotification{"error", sarifText{problem}})
	}
	run.Tool.Driver = sarifDriver{Name: "steplint", Version: r.Version, Rules: []sarifRule{}}
	for _, rule := range r.Rules {
		s.rules[rule.Check.Name] = len(run.Tool.Driver.Rules)
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, s.rule(&rule))
	}
	for i := range findings {
		c := findings[i].Check
		if _, ok := s.rules[c.Name]; !ok { // a finding of the tool's own, without a page
			s.rules[c.Name] = len(run.Tool.Driver.Rules)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, s.rule(&Rule{Check: c}))
		}
	}
	log := sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
	return writeJSONList(w, log, len(findings), func(i int) any { return s.result(&findings[i]) })
}

// sarif is the state of writing one run.
type sarif struct {
	lang  string
	rules map[string]int // check name → index of its rule
	seen  fingerprints
}

func (s *sarif) rule(r *Rule) sarifRule {
	name, sev := r.Check.Name, r.Check.Severity
	short := orElse(r.Short.In(s.lang), name)
	full := orElse(r.Full.In(s.lang), short)
	help := orElse(r.Help.In(s.lang), full)
	return sarifRule{
		ID: name, Name: pascal(name),
		Short: sarifText{cut(short, maxDescription)}, Full: sarifText{cut(full, maxDescription)},
		Help:    sarifHelp{Text: help, Markdown: help},
		Default: sarifDefault{levels[sev]},
		Properties: sarifRuleProperties{
			Tags: []string{"steplint", scope(r.Check)}, Precision: precisions[sev], Problem: problems[sev],
		},
	}
}

func (s *sarif) result(f *lint.Finding) sarifResult {
	id := s.seen.of(f)
	res := sarifResult{
		RuleID: f.Check.Name, RuleIndex: s.rules[f.Check.Name], Level: levels[severity(f)],
		Locations:    []sarifLocation{{Physical: s.physical(f.File, f.Span)}},
		Fingerprints: sarifFingerprints{Line: id, Own: id},
	}
	var message strings.Builder
	message.WriteString(noLink(orElse(f.Text(s.lang), f.Check.Name)))
	for i, rel := range f.Related {
		loc := sarifLocation{ID: i + 1, Physical: s.physical(rel.File, rel.Span)}
		line := loc.Physical.Region.StartLine
		text := orElse(rel.Text(s.lang), rel.File.Name+":"+strconv.Itoa(line))
		loc.Message = &sarifText{noLink(text)}
		// GitHub shows a related place only where the message links to it.
		fmt.Fprintf(&message, " ([%s](%d))", linkText.Replace(text), loc.ID)
		res.Related = append(res.Related, loc)
	}
	res.Message.Text = message.String()
	for _, fix := range f.Fixes {
		if len(fix.Edits) > 0 { // a fix must change something
			res.Fixes = append(res.Fixes, s.fix(&fix))
		}
	}
	return res
}

func (s *sarif) physical(f *parser.File, span parser.Span) sarifPhysical {
	span = shown(f, span)
	p := sarifPhysical{Artifact: sarifArtifact{uri(f.Name)}, Region: sarifRegion{region: regionOf(f, span)}}
	if text := f.Text(span); text != "" && len(text) <= maxSnippet {
		p.Region.Snippet = &sarifText{text}
	}
	return p
}

func (s *sarif) fix(fix *lint.Fix) sarifFix {
	out := sarifFix{Properties: sarifFixProperties{fix.Safe}}
	if title := fix.Text(s.lang); title != "" {
		out.Description = &sarifText{title}
	}
	for _, group := range byFile(fix.Edits) {
		change := sarifChange{Artifact: sarifArtifact{uri(group.file.Name)}}
		for _, e := range group.edits {
			e = keeping(e, group.edits)
			rep := sarifReplacement{Deleted: regionOf(e.File, e.Span)}
			if e.New != "" {
				rep.Inserted = &sarifText{e.New}
			}
			change.Replacements = append(change.Replacements, rep)
		}
		out.Changes = append(out.Changes, change)
	}
	return out
}

// keeping returns an edit that only deletes as one that also takes in a character
// beside it and puts it back. SARIF leaves out the content then, for which some
// readers are not prepared. An edit that has another one on both sides stays.
func keeping(e lint.Edit, all []lint.Edit) lint.Edit {
	if e.New != "" || e.Span.Empty() {
		return e
	}
	src := e.File.Src
	kept := func(span, char parser.Span) (lint.Edit, bool) {
		text := src[char.Start:char.End]
		free := text != "" && text != bom && utf8.ValidString(text)
		for _, other := range all {
			free = free && (other == e || other.Span.End < char.Start || other.Span.Start > char.End)
		}
		return lint.Edit{File: e.File, Span: span, New: text}, free
	}
	_, n := utf8.DecodeRuneInString(src[e.Span.End:])
	if wide, ok := kept(parser.Span{Start: e.Span.Start, End: e.Span.End + n}, parser.Span{Start: e.Span.End, End: e.Span.End + n}); ok {
		return wide
	}
	_, n = utf8.DecodeLastRuneInString(src[:e.Span.Start])
	if wide, ok := kept(parser.Span{Start: e.Span.Start - n, End: e.Span.End}, parser.Span{Start: e.Span.Start - n, End: e.Span.Start}); ok {
		return wide
	}
	return e
}

// uri returns the URI reference of a slash-separated file name.
func uri(name string) string {
	drive := len(name) > 2 && name[1] == ':' && name[2] == '/'
	switch {
	case name == "":
		return "-"
	case drive:
		return (&url.URL{Scheme: "file", Path: "/" + name}).String()
	case name[0] == '/':
		return (&url.URL{Scheme: "file", Path: name}).String()
	}
	return (&url.URL{Path: name}).String()
}

// scope names what the check looks at.
func scope(c *lint.Check) string {
	switch {
	case c.Pair != nil:
		return "pair"
	case c.Corpus != nil:
		return "corpus"
	}
	return "document"
}

// pascal returns missing-bullet as MissingBullet: SARIF wants a rule's name to
// differ from its id.
func pascal(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "-") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return orElse(b.String(), name)
}

// cut returns s with at most n characters, the last one … if some are left out.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// linkText escapes what would end the text of a link in a SARIF message.
var linkText = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

// noLink breaks what looks like a link in quoted text.
func noLink(s string) string { return strings.ReplaceAll(s, "](", `\](`) }
