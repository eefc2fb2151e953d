package parser

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The parser takes quadratic time, or memory, where marks pile up. Beyond these
// bounds, which no text that people write comes near, marks are read as they
// stand.
const (
	maxNesting  = 100  // of quotes and lists that open on one line
	maxInline   = 1000 // characters in one text that may be inline markup
	maxRefLines = 1000 // lines of one paragraph that may define links
	minPadding  = 100  // cells that a table may have beyond a cell a byte
)

// newMarkdownParser returns a parser of GitHub's Markdown with bounds.
func newMarkdownParser() parser.Parser {
	var inline, paragraphs []util.PrioritizedValue
	for _, p := range append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(extension.NewStrikethroughParser(), 500)) {
		inline = append(inline, util.Prioritized(boundedInline{p.Value.(parser.InlineParser)}, p.Priority))
	}
	for _, p := range parser.DefaultParagraphTransformers() {
		paragraphs = append(paragraphs, util.Prioritized(boundedRefs{p.Value.(parser.ParagraphTransformer)}, p.Priority))
	}
	paragraphs = append(paragraphs, util.Prioritized(boundedTable{extension.NewTableParagraphTransformer()}, 200))
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(inline...),
		parser.WithParagraphTransformers(paragraphs...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// deepMarkdown reports whether a line opens more quotes and lists than is sane.
func deepMarkdown(src string) bool {
	for line := range strings.Lines(src) {
		if len(line) > maxNesting && nesting(line) > maxNesting {
			return true
		}
	}
	return false
}

// nesting counts the marks of quotes and items with which the line starts.
func nesting(line string) int {
	n := 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == '>', strings.IndexByte("-+*.)", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case strings.IndexByte(" \t-+*.)0123456789", c) < 0:
			return n
		}
	}
	return n
}

// boundedInline reads no markup in a text with too much of it.
type boundedInline struct{ parser.InlineParser }

var inlineBlockKey, inlineOpenKey = parser.NewContextKey(), parser.NewContextKey()

func (p boundedInline) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.Get(inlineBlockKey) != parent {
		pc.Set(inlineBlockKey, parent)
		pc.Set(inlineOpenKey, inlineMarks(parent, block.Source()) <= maxInline)
	}
	if open, _ := pc.Get(inlineOpenKey).(bool); !open {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// CloseBlock implements parser.CloseBlocker.
func (p boundedInline) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

func inlineMarks(block ast.Node, src []byte) int {
	n := 0
	lines := block.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		for _, c := range src[s.Start:s.Stop] {
			if c < 0x80 && strings.IndexByte("*_`~<[]!", c) >= 0 {
				n++
			}
		}
	}
	return n
}

// boundedRefs defines no links in a paragraph with too many lines.
type boundedRefs struct{ parser.ParagraphTransformer }

func (p boundedRefs) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() <= maxRefLines {
		p.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// boundedTable makes no table of short rows below a header so wide that most
// cells would be empty.
type boundedTable struct{ parser.ParagraphTransformer }

func (p boundedTable) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	size, widest := 0, 0
	for i := range lines.Len() {
		s := lines.At(i)
		size += s.Stop - s.Start
		widest = max(widest, bytes.Count(reader.Source()[s.Start:s.Stop], []byte("|")))
	}
	if widest*lines.Len() <= minPadding+size {
		p.ParagraphTransformer.Transform(node, reader, pc)
	}
}
