package checks

import (
	"embed"
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/steplint/steplint/lint"
)

//go:embed doc/*.txtar
var pages embed.FS

// Page is the manual page of a check.
type Page struct {
	Title lint.Msg // one clause
	Text  lint.Msg // what it finds, why that matters and what to do; paragraphs
	// Files are the documents of the example, as they are stored.
	Files []txtar.File
	// Want is what the suite reports on them, a line each.
	Want string
}

// Archive returns the archive that is the check's manual page, its example and
// its test. Its comment has a section for each language, "# en: title" and
// paragraphs below it; then come the documents, "want" with the findings on
// them, and "fixed/NAME" with each document as the fixes leave it.
func Archive(name string) ([]byte, error) {
	data, err := pages.ReadFile("doc/" + name + ".txtar")
	if err != nil {
		return nil, fmt.Errorf("no manual page for %s: %w", name, err)
	}
	return data, nil
}

// Manual returns the manual page of the check of that name.
func Manual(name string) (*Page, error) {
	data, err := Archive(name)
	if err != nil {
		return nil, err
	}
	a := txtar.Parse(data)
	p := &Page{}
	for section := range strings.SplitSeq("\n"+string(a.Comment), "\n# ") {
		head, body, _ := strings.Cut(section, "\n")
		code, title, _ := strings.Cut(head, ": ")
		body = strings.TrimSpace(body)
		switch code {
		case "en":
			p.Title.EN, p.Text.EN = title, body
		case "fi":
			p.Title.FI, p.Text.FI = title, body
		case "sv":
			p.Title.SV, p.Text.SV = title, body
		}
	}
	for _, f := range a.Files {
		switch {
		case f.Name == "want":
			p.Want = string(f.Data)
		case !strings.HasPrefix(f.Name, "fixed/"):
			p.Files = append(p.Files, f)
		}
	}
	return p, nil
}
