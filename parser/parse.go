package parser

import (
	"path/filepath"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// Options say what a reader cannot see in the bytes.
type Options struct {
	// Lang is the language of the text; nil to have it told from the text.
	Lang *lang.Lang
	// Levels names further level labels and level names than lang has, in lower
	// case; it may be nil.
	Levels *Levels
}

// Levels holds the words that make a line the header of a level table.
type Levels struct {
	Labels []string // stand before a number: "taso"
	Names  []string // name a level by themselves: "hyvä"
}

// Parse reads one step document: Markdown or HTML if the extension of its name
// says so, else plain text. The error is an *Error and says where data stops
// being text; any text at all has a Document.
func Parse(name string, data []byte, opt Options) (*Document, error) {
	src, same, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	d := &Document{File: NewFile(name, src), Lang: opt.Lang, Fixable: same}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		readMarkdown(d, opt.Levels)
	case ".html", ".htm":
		readHTML(d, opt.Levels)
	default:
		readText(d, opt.Levels)
	}
	return d, nil
}
