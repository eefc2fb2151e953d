package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// TextOptions say what the terminal can show.
type TextOptions struct {
	Color bool // use colours; they never carry a meaning of their own
	Width int  // columns of a line of the document; 100 when zero
}

// Text writes the run for people: each finding with the line it stands in, the
// exact characters marked, then the places that belong to it and the fixes, and
// a summary at the end. A message stays on one line, which starts with
// file:line:col. Whatever the documents hold, no control character but the
// newline is written, except in the colours.
func Text(w io.Writer, r *Run, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = 100
	}
	t := text{Writer: bufio.NewWriter(w), TextOptions: o, lang: r.lang()}
	for i := range r.Findings {
		t.finding(&r.Findings[i])
	}
	if r.Stats {
		t.stats(r)
	}
	fmt.Fprintln(t, r.headline())
	if known := r.known(); known != "" {
		fmt.Fprintln(t, known)
	}
	return t.Flush()
}

// The colours.
const (
	reset  = "\x1b[0m"
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[1;31m"
	green  = "\x1b[32m"
	yellow = "\x1b[1;33m"
	blue   = "\x1b[34m"
	cyan   = "\x1b[1;36m"
)

var severityStyles = [...]struct {
	color string
	name  lint.Msg
	count plural
}{
	lint.Info: {cyan, lint.Msg{"info", "huomautus", "anmärkning"}, plural{
		lint.Msg{"info", "huomautus", "anmärkning"}, lint.Msg{"infos", "huomautusta", "anmärkningar"},
	}},
	lint.Warning: {yellow, lint.Msg{"warning", "varoitus", "varning"}, plural{
		lint.Msg{"warning", "varoitus", "varning"}, lint.Msg{"warnings", "varoitusta", "varningar"},
	}},
	lint.Error: {red, lint.Msg{"error", "virhe", "fel"}, plural{
		lint.Msg{"error", "virhe", "fel"}, lint.Msg{"errors", "virhettä", "fel"},
	}},
}

var (
	msgFix    = lint.Msg{"fix", "korjaus", "rättelse"}
	msgOr     = lint.Msg{"or", "tai", "eller"}
	msgUnsafe = lint.Msg{
		"check it yourself: only applied with --unsafe",
		"tarkista itse: tehdään vain valitsimella --unsafe",
		"kontrollera själv: görs bara med --unsafe",
	}
	msgToLine = lint.Msg{"to line %d", "riville %d asti", "till rad %d"}
)

type text struct {
	*bufio.Writer
	TextOptions
	lang string
}

func (t *text) finding(f *lint.Finding) {
	style := severityStyles[severity(f)]
	fmt.Fprintf(t, "%s %s %s %s\n", t.paint(bold, t.place(f.File, f.Span)+":"),
		t.paint(style.color, style.name.In(t.lang)+":"),
		plain(f.Text(t.lang)), t.paint(dim, "["+plain(f.Check.Name)+"]"))
	t.source(f.File, f.Span, style.color)
	for _, rel := range f.Related {
		head := t.paint(bold, t.place(rel.File, rel.Span)+":")
		if message := plain(rel.Text(t.lang)); message != "" {
			head += " " + message
		}
		fmt.Fprintf(t, "  %s\n", head)
		t.source(rel.File, rel.Span, blue)
	}
	for i, fix := range f.Fixes {
		word := msgFix
		if i > 0 {
			word = msgOr
		}
		fmt.Fprintf(t, "  %s %s", t.paint(green, word.In(t.lang)+":"), plain(fix.Text(t.lang)))
		if !fix.Safe {
			fmt.Fprintf(t, " (%s)", msgUnsafe.In(t.lang))
		}
		t.WriteByte('\n')
	}
	t.WriteByte('\n')
}

// place returns file:line:col of the start of the span.
func (t *text) place(f *parser.File, s parser.Span) string {
	name := plain(f.Name)
	if start := strings.TrimLeft(name, " "); strings.HasPrefix(start, ":") || strings.HasPrefix(start, "##") {
		name = "./" + name // or a CI runner reads the line as a command
	}
	at := f.Position(s.Start)
	return fmt.Sprintf("%s:%d:%d", name, at.Line, at.Column)
}

// source writes the line the span starts in and marks the span below.
func (t *text) source(f *parser.File, s parser.Span, color string) {
	line := f.LineOf(s.Start)
	gutter := fmt.Sprintf("%5d | ", line)
	e := excerptOf(f, s, max(t.Width-len(gutter), 20))
	fmt.Fprintf(t, "%s%s\n", t.paint(dim, gutter), e.text)

	blank := strings.Repeat(" ", len(gutter)-2) + "| "
	mark := t.paint(color, strings.Repeat("^", e.mark))
	if last := f.LineOf(shownEnd(f, s)); last > line {
		mark += " " + t.paint(dim, fmt.Sprintf(msgToLine.In(t.lang), last))
	}
	fmt.Fprintf(t, "%s%s%s\n", t.paint(dim, blank), strings.Repeat(" ", e.before), mark)
}

// shownEnd returns the start of the last byte of the span that is no line end.
func shownEnd(f *parser.File, s parser.Span) int {
	s = shown(f, s)
	return max(s.Start, s.End-1)
}

func (t *text) paint(color, s string) string {
	if !t.Color {
		return s
	}
	return color + s + reset
}
