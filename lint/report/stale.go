package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/diff"
	"github.com/steplint/steplint/parser"
)

// Work is what a translator has to do: the texts whose source has changed since
// they were written, and the sources that have no translation.
type Work struct {
	Outdated     []corpus.Outdated
	Untranslated []*corpus.Unpaired
	Problems     []string // what could not be read or done, in English
	Lang         string   // of the messages: "en", "fi" or "sv"; English otherwise
}

var (
	msgChanged    = lint.Msg{"changed in %s of %s", "muuttunut versiossa %s (%s)", "ändrad i version %s den %s"}
	msgUncommit   = lint.Msg{"changed, not committed yet", "muuttunut, ei vielä viety versioon", "ändrad, inte incheckad än"}
	msgStands     = lint.Msg{"stands as in %s of %s", "on kuten versiossa %s (%s)", "står som i version %s den %s"}
	msgStandsLong = lint.Msg{"stands as in the oldest version", "on kuten vanhimmassa versiossa", "står som i den äldsta versionen"}
	msgAlone      = lint.Msg{"not translated", "ei käännetty", "inte översatt"}
	msgExpected   = lint.Msg{"not translated: %s is missing", "ei käännetty: %s puuttuu", "inte översatt: %s saknas"}

	toTranslate = plural{
		lint.Msg{"text", "teksti", "text"}, lint.Msg{"texts", "tekstiä", "texter"},
	}
	toCreate = plural{
		lint.Msg{"document", "asiakirja", "dokument"}, lint.Msg{"documents", "asiakirjaa", "dokument"},
	}
	msgWork = lint.Msg{
		"%d %s to translate anew, %d %s without a translation",
		"%d %s käännettävä uudelleen, %d %s vailla käännöstä",
		"%d %s att översätta på nytt, %d %s utan översättning",
	}
	msgNoWork = lint.Msg{"every translation is as new as its source", "jokainen käännös on ajan tasalla", "alla översättningar är aktuella"}
)

// Stale writes the work for people: each source that has changed, with the changes
// marked, and below it what stands in the translation now. Whatever the documents
// hold, no control character but the newline is written, except in the colours.
func Stale(w io.Writer, work *Work, o TextOptions) error {
	t := text{Writer: bufio.NewWriter(w), TextOptions: o, lang: (&Run{Lang: work.Lang}).lang()}
	for i := range work.Outdated {
		t.outdated(&work.Outdated[i])
	}
	for _, u := range work.Untranslated {
		what := msgAlone.In(t.lang)
		if u.Missing != "" {
			what = fmt.Sprintf(msgExpected.In(t.lang), plain(u.Missing))
		}
		fmt.Fprintf(t, "%s %s\n\n", t.paint(bold, t.place(u.Doc.File, parser.Span{})+":"), what)
	}
	a, b := len(work.Outdated), len(work.Untranslated)
	switch {
	case a+b == 0 && len(work.Problems) > 0: // nothing is known
	case a+b == 0:
		fmt.Fprintln(t, msgNoWork.In(t.lang))
	default:
		fmt.Fprintf(t, msgWork.In(t.lang)+"\n", a, toTranslate.in(t.lang, a), b, toCreate.in(t.lang, b))
	}
	return t.Flush()
}

func (t *text) outdated(o *corpus.Outdated) {
	src, tgt := o.Pair.Source, o.Pair.Target
	when := msgUncommit.In(t.lang)
	if o.Changed != (corpus.Version{}) {
		when = fmt.Sprintf(msgChanged.In(t.lang), o.Changed.Commit, o.Changed.Date)
	}
	stands := msgStandsLong.In(t.lang)
	if o.Translated != (corpus.Version{}) {
		stands = fmt.Sprintf(msgStands.In(t.lang), o.Translated.Commit, o.Translated.Date)
	}
	fmt.Fprintf(t, "%s %s\n", t.paint(bold, t.place(src.File, src.Units()[o.Source[0]].Span)+":"), when)
	var b strings.Builder
	for _, op := range diff.Words(o.Old, o.New) {
		marked := plain(diff.Format([]diff.Op{op}))
		switch op.Kind {
		case diff.Delete:
			marked = t.paint(red, marked)
		case diff.Insert:
			marked = t.paint(green, marked)
		}
		b.WriteString(marked)
	}
	fmt.Fprintf(t, "    %s\n", b.String())
	fmt.Fprintf(t, "  %s %s\n", t.paint(bold, t.place(tgt.File, tgt.Units()[o.Target[0]].Span)+":"), stands)
	fmt.Fprintf(t, "    %s\n\n", plain(standing(o)))
}

// standing returns what stands in the translation now.
func standing(o *corpus.Outdated) string {
	var texts []string
	for _, u := range o.Target {
		texts = append(texts, o.Pair.Target.Plain(o.Pair.Target.Units()[u].Text))
	}
	return strings.Join(texts, " ")
}

// StaleJSON writes the work as one object of the schema steplint/stale/v1. All
// fields are always there and no list is null.
//
//	schema       "steplint/stale/v1"
//	problems     what could not be read or done, in English
//	outdated     step; old and new, what the source said when the translation was
//	             written and says now; changed and translated, when the two
//	             changed last; source and target, each text and place
//	changed      commit, the start of its id, and date; both "" for a change that
//	             is not committed yet
//	translated   the same; "" for one before all history that was looked at
//	untranslated step, path, and missing, the name the translation should have, or
//	             ""
//
// For a place see JSON.
func StaleJSON(w io.Writer, work *Work) error {
	type version struct {
		Commit string `json:"commit"`
		Date   string `json:"date"`
	}
	type side struct {
		Text string `json:"text"`
		jsonPlace
	}
	type outdated struct {
		Step       string  `json:"step"`
		Old        string  `json:"old"`
		New        string  `json:"new"`
		Changed    version `json:"changed"`
		Translated version `json:"translated"`
		Source     side    `json:"source"`
		Target     side    `json:"target"`
	}
	type alone struct {
		Step    string `json:"step"`
		Path    string `json:"path"`
		Missing string `json:"missing"`
	}
	out := struct {
		Schema       string     `json:"schema"`
		Problems     []string   `json:"problems"`
		Outdated     []outdated `json:"outdated"`
		Untranslated []alone    `json:"untranslated"`
	}{"steplint/stale/v1", append([]string{}, work.Problems...), []outdated{}, []alone{}}
	place := func(d *parser.Document, units []int) jsonPlace {
		first, last := d.Units()[units[0]].Text, d.Units()[units[len(units)-1]].Text
		return placeJSON(d.File, parser.Span{Start: first.Start, End: max(first.End, last.End)})
	}
	for i := range work.Outdated {
		o := &work.Outdated[i]
		src, tgt := o.Pair.Source, o.Pair.Target
		out.Outdated = append(out.Outdated, outdated{
			Step: o.Pair.Step, Old: o.Old, New: o.New,
			Changed: version(o.Changed), Translated: version(o.Translated),
			Source: side{o.New, place(src, o.Source)}, Target: side{standing(o), place(tgt, o.Target)},
		})
	}
	for _, u := range work.Untranslated {
		out.Untranslated = append(out.Untranslated, alone{u.Step, u.Doc.Name, u.Missing})
	}
	return WriteJSON(w, out)
}
