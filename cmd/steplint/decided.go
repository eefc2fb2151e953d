package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/steplint/steplint/lint"
)

// agreed returns the decisions without those that disagree about a finding, which it
// says. Of several that agree the first one stays, of questions all.
func (a *app) agreed(all []lint.Decided) []lint.Decided {
	type about struct {
		finding *lint.Finding
		key     string // of a finding that is gone
	}
	of := func(d lint.Decided) about {
		if d.Finding != nil {
			return about{finding: d.Finding}
		}
		return about{key: d.Key}
	}
	first, split := map[about]lint.Decided{}, map[about]bool{}
	for _, d := range all {
		w, ok := first[of(d)]
		if !ok {
			first[of(d)] = d
			continue
		}
		if w.Kind == d.Kind {
			continue
		}
		split[of(d)] = true
		a.say(lint.Msg{
			"%s: disagrees with %s about %s in step %s, “%s”: %s, %s; neither is applied",
			"%s: eri mieltä kuin %s löydöksestä %s, askel %s, ”%s”: %s, %s; kumpaakaan ei toteuteta",
			"%s: oense med %s om %s i steget %s, ”%s”: %s, %s; ingen tillämpas",
		}, decisionPlace(d.Decision), decisionPlace(w.Decision), d.Check, d.Step, shortText(d.Unit), a.saidBy(d.Decision), a.saidBy(w.Decision))
		a.status = max(a.status, exitFindings)
	}
	return slices.DeleteFunc(all, func(d lint.Decided) bool {
		return split[of(d)] || d.Kind != lint.Question && first[of(d)].Decision != d.Decision
	})
}

// sayGone says that the finding of the decision is gone, with all that was decided.
func (a *app) sayGone(d lint.Decided) {
	a.say(lint.Msg{
		"%s: the finding is gone: %s in step %s, “%s” (%s)",
		"%s: löydös on poissa: %s, askel %s, ”%s” (%s)",
		"%s: fyndet är borta: %s i steget %s, ”%s” (%s)",
	}, decisionPlace(d.Decision), d.Check, d.Step, shortText(d.Unit), a.saidBy(d.Decision))
}

// decisionPlace returns where the decision was read.
func decisionPlace(d lint.Decision) string {
	at := d.File.Position(d.Span.Start)
	return fmt.Sprintf("%s:%d:%d", d.File.Name, at.Line, at.Column)
}

// saidBy returns what was decided, why and by whom.
func (a *app) saidBy(d lint.Decision) string {
	kind := map[lint.DecisionKind]lint.Msg{
		lint.Accept:   {"accepted", "hyväksytty", "godkänt"},
		lint.WillFix:  {"will be fixed", "korjataan", "rättas"},
		lint.Question: {"question", "kysymys", "fråga"},
	}[d.Kind]
	parts := []string{a.text(kind)}
	for _, s := range []string{d.Note, d.Name} {
		if s = oneLine(s); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shortText returns the start of a text.
func shortText(s string) string {
	runes := []rune(oneLine(s))
	if len(runes) > 60 {
		return strings.TrimRight(string(runes[:59]), " ") + "…"
	}
	return string(runes)
}

// inOrder sorts the decisions as the findings are, those whose finding is not there
// last.
func inOrder(all []lint.Decided, found []lint.Finding) {
	place := make(map[*lint.Finding]int, len(found))
	for i := range found {
		place[&found[i]] = i - len(found)
	}
	slices.SortStableFunc(all, func(x, y lint.Decided) int { return place[x.Finding] - place[y.Finding] })
}

// questions counts the findings that are asked about.
func questions(asked []lint.Decided) int {
	findings := map[*lint.Finding]bool{}
	for _, d := range asked {
		findings[d.Finding] = true
	}
	return len(findings)
}

// writeQuestions writes each finding that is asked about, and below it who asks what.
func (a *app) writeQuestions(w io.Writer, asked []lint.Decided, found []lint.Finding) error {
	inOrder(asked, found)
	for i, d := range asked {
		if f := d.Finding; i == 0 || f != asked[i-1].Finding {
			at := f.File.Position(f.Span.Start)
			fmt.Fprintln(w, plain(fmt.Sprintf("%s:%d:%d: %s [%s]", f.File.Name, at.Line, at.Column, f.Text(a.lang), f.Check.Name)))
		}
		who, what := oneLine(d.Name), oneLine(d.Note)
		if who != "" {
			who += ": "
		}
		if what == "" {
			what = a.text(lint.Msg{"a question", "kysymys", "en fråga"})
		}
		if _, err := fmt.Fprintln(w, "  "+plain(who+what)); err != nil {
			return err
		}
	}
	return nil
}

// showDecisions lists the decisions a line each, with the place of their finding.
func (a *app) showDecisions(ctx context.Context, args []string) error {
	files, paths := decisionFiles(args)
	paths = a.usualPaths(paths)
	c, err := a.load(ctx, paths)
	if err != nil {
		return err
	}
	all, err := a.readDecisions(files, c, paths)
	if err != nil {
		return err
	}
	found, err := a.lint(ctx, c)
	if err != nil {
		return err
	}
	decided, err := a.decided(all, c, found)
	if err != nil {
		return err
	}
	inOrder(decided, found)
	return a.output("", func(w io.Writer) error {
		for _, d := range decided {
			where, unit, state := decisionPlace(d.Decision), shortText(d.Unit), ""
			switch f := d.Finding; {
			case f != nil:
				at := f.File.Position(f.Span.Start)
				where, unit = fmt.Sprintf("%s:%d:%d", f.File.Name, at.Line, at.Column), lint.NewEntry(*f).Text
			case d.Gone:
				state = a.text(lint.Msg{"gone; ", "poissa; ", "borta; "})
			default:
				state = a.text(lint.Msg{"not looked for; ", "ei etsitty; ", "inte eftersökt; "})
			}
			if _, err := fmt.Fprintln(w, plain(fmt.Sprintf("%s: %s “%s” (%s%s)", where, d.Check, unit, state, a.saidBy(d.Decision)))); err != nil {
				return err
			}
		}
		return nil
	})
}
