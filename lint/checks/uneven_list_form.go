package checks

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// UnevenListForm finds the items of a list that begin in another grammatical form
// than their siblings.
var UnevenListForm = &lint.Check{
	Name:     "uneven-list-form",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		if d.Lang == nil {
			return
		}
		for i, b := range d.Blocks {
			if l, ok := b.(*parser.List); ok {
				lead := parser.Span{}
				if i > 0 {
					lead = d.Blocks[i-1].Range()
				}
				unevenForms(p, d, l.Items, lead)
			}
		}
	},
}

// unevenForms looks at the items, which the text at lead leads in.
func unevenForms(p *lint.Pass, d *parser.Document, items []parser.Item, lead parser.Span) {
	for _, it := range items {
		if len(it.Items) > 0 {
			unevenForms(p, d, it.Items, it.Text)
		}
	}
	const fewest = 3
	if len(items) < fewest {
		return
	}
	l := formList{d, items, make([]lang.Form, len(items)), make([]parser.Span, len(items))}
	l.read()
	call := leadsTo(d, lead)
	odd, want := lang.OddForms(l.forms, call, max(1, (len(items)-1)/3))
	if len(odd) > 0 && l.forgetForeign() {
		odd, want = lang.OddForms(l.forms, call, max(1, (len(items)-1)/3))
	}
	if len(odd) == 0 {
		return
	}
	there := l.counterparts(p)
	// One in five may be odd, more when those of the other language are alike.
	if len(odd) > max(1, len(items)/5) && there == nil {
		return
	}
	for _, i := range odd {
		switch {
		case items[i].Marker.Empty(), extra(p.Side(d), items[i]): // missing-bullet, extra-item tell it
		case there == nil && l.topic(i, want):
		default:
			l.report(p, i, want, there)
		}
	}
}

// extra reports whether the item has no counterpart in the other language.
func extra(side *corpus.Side, it parser.Item) bool {
	if side == nil {
		return false
	}
	u := itemUnit(side.Doc, it)
	return u >= 0 && len(side.Counterparts(u)) == 0
}

// topic reports whether the item and the others name topics, one as a noun and one
// as a clause such as "how it is done": many a list has both on purpose.
func (l *formList) topic(i int, want lang.Form) bool {
	const clause, noun = lang.ClauseForm | lang.QuestionForm, lang.NounForm
	return l.forms[i].Sure(clause) && want&noun != 0 || want.Sure(clause) && l.forms[i]&noun != 0
}

// A formList is the items of a list, the forms that each may begin in, and its
// words up to the one that shows it.
type formList struct {
	doc   *parser.Document
	items []parser.Item
	forms []lang.Form
	spans []parser.Span
}

func (l *formList) read() {
	for i, it := range l.items {
		l.forms[i], l.spans[i] = begins(l.doc, it.Text)
	}
	if slices.Contains(l.forms, lang.ImperativeForm) {
		return
	}
	for i, it := range l.items {
		// "tieto" might be a command, but not in this list.
		if r, _ := utf8.DecodeRuneInString(l.doc.Text(it.Text)); unicode.IsLower(r) && l.forms[i] != lang.AnyForm {
			l.forms[i] &^= lang.ImperativeForm
		}
	}
}

// begins returns the forms that a text may begin in, and its words up to the one
// that shows it.
func begins(d *parser.Document, text parser.Span) (lang.Form, parser.Span) {
	var words [lang.FormWords]string
	var spans [lang.FormWords]parser.Span
	n, end := 0, text.Start
	for w := range d.Words(text) {
		if gap := d.Src[end:w.Start]; strings.ContainsAny(gap, ".,;:()?!–—/") || n == 0 && strings.ContainsAny(gap, "\"”“»'’`") {
			break // a name or a title in quotation marks may begin in any form
		}
		words[n], spans[n], end = d.Text(w), w, w.End
		if n++; n == len(words) {
			break
		}
	}
	if n == 0 {
		return lang.AnyForm, text
	}
	form, at := lang.Begins(d.Lang, words[:n])
	shown := parser.Span{Start: text.Start, End: spans[at].End}
	switch first, _ := utf8.DecodeRuneInString(words[0]); ending(d, parser.Item{Text: text}) {
	case '?':
		return lang.QuestionForm, shown
	case ':':
		return lang.AnyForm, shown // it leads in a list of its own
	case '.', '!':
		if unicode.IsUpper(first) && form&(lang.NounForm|lang.StatementForm) != 0 {
			return lang.AnyForm, shown // a sentence, which may begin as it likes
		}
	}
	if form == lang.ClauseForm {
		form |= lang.QuestionForm // uneven-list-ending tells the missing mark
	}
	return form, shown
}

// leadsTo returns the form that the text before the list calls for.
func leadsTo(d *parser.Document, lead parser.Span) lang.Form {
	const window = 80 // bytes: enough for a clause
	lead.Start = max(lead.Start, lead.End-window)
	text := strings.TrimRight(d.Src[lead.Start:lead.End], ": \r\n")
	return lang.LeadsTo(d.Lang, strings.Fields(text[strings.LastIndexAny(text, ".,;()\n")+1:]))
}

// forgetForeign forgets the forms of items in another language, which
// untranslated-text tells, and reports whether there are any.
func (l *formList) forgetForeign() bool {
	found := false
	for i, it := range l.items {
		w := lang.Weigh(l.doc.Plain(it.Text))
		if other := w.Certain(); other != nil && other != l.doc.Lang || w.Foreign() {
			l.forms[i] = lang.AnyForm
			found = true
		}
	}
	return found
}

// counterparts returns the items of the other language if all of them begin
// alike, else nil.
func (l *formList) counterparts(p *lint.Pass) []parser.Span {
	side := p.Side(l.doc)
	if side == nil || side.Other.Lang == nil {
		return nil
	}
	forms := make([]lang.Form, len(l.items))
	texts := make([]parser.Span, len(l.items))
	for i, it := range l.items {
		v := counterpartItem(side, it)
		if v < 0 {
			return nil
		}
		texts[i] = side.Other.Units()[v].Text
		forms[i], _ = begins(side.Other, texts[i])
	}
	if !lang.Parallel(forms) {
		return nil
	}
	return texts
}

// counterpartItem returns the unit of the item of the other document that the
// item is linked with, or -1.
func counterpartItem(side *corpus.Side, it parser.Item) int {
	u := itemUnit(side.Doc, it)
	if u < 0 {
		return -1
	}
	for _, v := range side.Counterparts(u) {
		if side.Other.Units()[v].Kind == parser.KindItem {
			return v
		}
	}
	return -1
}

// itemUnit returns the unit of the item, or -1.
func itemUnit(d *parser.Document, it parser.Item) int {
	u := d.UnitAt(it.Text)
	for u >= 0 && d.Units()[u].Kind != parser.KindItem {
		u = d.Units()[u].Parent
	}
	return u
}

func (l *formList) report(p *lint.Pass, i int, want lang.Form, there []parser.Span) {
	others, _ := want.Name()
	msg := lint.Msg{
		"this item does not begin with " + others.EN + ", as the others do",
		"tämä kohta ei ala " + others.FI + " niin kuin muut",
		"den här punkten börjar inte med " + others.SV + " som de andra",
	}
	if is, ok := l.forms[i].Name(); ok {
		msg = lint.Msg{
			"this item begins with " + is.EN + ", the others with " + others.EN,
			"tämä kohta alkaa " + is.FI + ", muut " + others.FI,
			"den här punkten börjar med " + is.SV + ", de andra med " + others.SV,
		}
	}
	f := lint.Finding{File: l.doc.File, Span: l.spans[i], Msg: msg}
	if k := slices.IndexFunc(l.forms, func(form lang.Form) bool { return form.Sure(want) }); k >= 0 {
		f.Related = append(f.Related, lint.Related{File: l.doc.File, Span: l.spans[k], Msg: lint.Msg{
			"one of the others", "yksi muista", "en av de andra"}})
	}
	if there != nil {
		f.Related = append(f.Related, lint.Related{File: p.Side(l.doc).Other.File, Span: there[i], Msg: lint.Msg{
			"in the other language all items begin alike", "toisella kielellä kaikki kohdat alkavat samalla tavalla", "på det andra språket börjar alla punkter likadant"}})
	}
	p.Report(f)
}
