package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint/report"
	"github.com/steplint/steplint/parser/lang"
)

// formats of the report by name.
var formats = map[string]func(*app, io.Writer, *report.Run) error{
	"text": func(a *app, w io.Writer, r *report.Run) error {
		return report.Text(w, r, report.TextOptions{Color: a.colored(), Width: a.width(100)})
	},
	"json":       func(_ *app, w io.Writer, r *report.Run) error { return report.JSON(w, r) },
	"sarif":      func(_ *app, w io.Writer, r *report.Run) error { return report.SARIF(w, r) },
	"github":     func(_ *app, w io.Writer, r *report.Run) error { return report.GitHub(w, r) },
	"gitlab":     func(_ *app, w io.Writer, r *report.Run) error { return report.GitLab(w, r) },
	"junit":      func(_ *app, w io.Writer, r *report.Run) error { return report.JUnit(w, r) },
	"checkstyle": func(_ *app, w io.Writer, r *report.Run) error { return report.Checkstyle(w, r) },
	"rdjson":     func(_ *app, w io.Writer, r *report.Run) error { return report.RDJSON(w, r) },
	"markdown":   func(_ *app, w io.Writer, r *report.Run) error { return report.Markdown(w, r, report.MaxComment) },
	"tsv":        func(_ *app, w io.Writer, r *report.Run) error { return report.TSV(w, r) },
	"html":       func(_ *app, w io.Writer, r *report.Run) error { return report.HTML(w, r) },
}

// formatNames returns the names of the formats in the order of the manual.
func formatNames() []string {
	return []string{"text", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "tsv", "html"}
}

// destination is where a report goes, and in which format.
type destination struct {
	flag, format string
	file         string // "" or "-" for standard output
}

// destinations returns that of --format and --output and those of --report.
func destinations(format, output string, reports []string) ([]destination, error) {
	if err := oneOf("--format", format, formatNames()...); err != nil {
		return nil, err
	}
	all := []destination{{"--output", format, output}}
	for _, s := range reports {
		format, file, ok := strings.Cut(s, "=")
		if !ok || file == "" || file == "-" {
			return nil, lang.Errorf(lang.Msg{
				"--report: %q is not FORMAT=FILE, such as sarif=steplint.sarif",
				"--report: %q ei ole muotoa MUOTO=TIEDOSTO, esimerkiksi sarif=steplint.sarif",
				"--report: %q är inte FORMAT=FIL, till exempel sarif=steplint.sarif",
			}, s)
		}
		if err := oneOf("--report", format, formatNames()...); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(d destination) bool { return d.writesTo(file) }) {
			return nil, lang.Errorf(lang.Msg{
				"--report: two reports would be written to %s",
				"--report: tiedostoon %s kirjoitettaisiin kaksi raporttia",
				"--report: två rapporter skulle skrivas till %s",
			}, file)
		}
		all = append(all, destination{"--report", format, file})
	}
	return all, nil
}

// writesTo reports whether the destination is the file of that name, which a
// second report would replace. A device takes any number of them.
func (d destination) writesTo(name string) bool {
	if d.file == "" || d.file == "-" {
		return false
	}
	a, errA := filepath.Abs(d.file)
	b, errB := filepath.Abs(name)
	if errA != nil || errB != nil || a != b {
		return false
	}
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular()
}

// writeReports writes the run to all destinations. One that cannot be written is
// said and does not keep the others from being written. That of --output is the
// last: a pipe that nobody reads to its end stops the program.
func (a *app) writeReports(ctx context.Context, to []destination, r *report.Run) {
	watcher := corpus.WatcherOf(ctx)
	summary := os.Getenv("GITHUB_STEP_SUMMARY")
	for _, d := range append(to[1:len(to):len(to)], to[0]) {
		run := *r
		if d.format != "text" && !a.langSet {
			// What machines read does not depend on the locale.
			run.Lang = "en"
		}
		written := watcher.Time(stageReport + d.format)
		if err := a.output(d.file, func(w io.Writer) error { return formats[d.format](a, w, &run) }); err != nil {
			a.trouble(err)
		}
		written()
		if d.format == "github" && summary != "" {
			if err := appendSummary(summary, &run); err != nil {
				a.trouble(fmt.Errorf("GITHUB_STEP_SUMMARY: %s: %w", summary, rootCause(err)))
			}
			summary = "" // once is enough
		}
	}
}

// appendSummary adds the findings to the summary of a step of a GitHub workflow,
// which shows those that there is no annotation for. What is in the file counts
// for its limit.
func appendSummary(name string, r *report.Run) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var b strings.Builder
	if info.Size() > 0 {
		b.WriteString("\n\n")
	}
	if err := report.Markdown(&b, r, report.MaxSummary-int(info.Size())-b.Len()); err != nil {
		return err
	}
	if _, err = f.WriteString(b.String()); err != nil {
		return err
	}
	return f.Close()
}

// notInput returns an error when a report would replace a document, the
// configuration or one of the other files.
func notInput(to []destination, c *corpus.Corpus, others ...string) error {
	for _, d := range to {
		info, err := os.Stat(d.file)
		replaces := err == nil && info.Mode().IsRegular()
		if !replaces {
			continue
		}
		names := slices.Clone(others)
		for _, doc := range c.Documents() {
			names = append(names, doc.Name)
		}
		if c.Config != nil && c.Config.Dir != "" {
			names = append(names, filepath.Join(c.Config.Dir, corpus.ConfigName))
		}
		for _, name := range names {
			if other, err := os.Stat(name); err == nil && os.SameFile(info, other) {
				return lang.Errorf(lang.Msg{
					"%s: %s is read in this run and is not written over",
					"%s: tiedostoa %s luetaan tässä ajossa, eikä sen päälle kirjoiteta",
					"%s: %s läses i den här körningen och skrivs inte över",
				}, d.flag, d.file)
			}
		}
	}
	return nil
}
