package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// progress shows on a terminal how far a run has come, on one line that is gone
// when anything else is written and when the run ends. Until the run takes longer
// than one notices, nothing is shown.
type progress struct {
	lang string

	mu       sync.Mutex
	w        io.Writer
	stage    string
	done, of int
	width    int // of the line that is shown
	quit     chan struct{}
	ended    bool
}

const (
	progressAfter = 500 * time.Millisecond
	progressEvery = 100 * time.Millisecond
)

var stageNames = map[string]lint.Msg{
	corpus.StageRead:    {EN: "reading", FI: "luetaan", SV: "läser"},
	corpus.StageRealign: {EN: "aligning", FI: "kohdistetaan", SV: "ställer mot varandra"},
	corpus.StageCheck:   {EN: "checking", FI: "tarkistetaan", SV: "granskar"},
}

// newProgress returns the progress on standard error, nil when it is no terminal
// or one that cannot take back what it shows.
func newProgress(stderr io.Writer, lang string) *progress {
	f, ok := stderr.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return &progress{lang: lang, w: stderr}
}

// start begins to show what part tells.
func (p *progress) start() {
	p.quit = make(chan struct{})
	go func() {
		wait := time.NewTimer(progressAfter)
		defer wait.Stop()
		for {
			select {
			case <-p.quit:
				return
			case <-wait.C:
				p.show()
				wait.Reset(progressEvery)
			}
		}
	}()
}

// part notes that one of so many parts of a stage is done.
func (p *progress) part(stage string, of int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if stage != p.stage {
		p.stage, p.done = stage, 0
	}
	p.done, p.of = p.done+1, of
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	name, ok := stageNames[p.stage]
	if !ok || p.ended {
		return
	}
	line := fmt.Sprintf("steplint: %s %d/%d", name.In(p.lang), p.done, p.of)
	width := utf8.RuneCountInString(line)
	fmt.Fprint(p.w, "\r"+line+strings.Repeat(" ", max(0, p.width-width)))
	p.width = max(width, p.width)
}

// erase takes the line back. It needs no escape sequence.
func (p *progress) erase() {
	if p.width > 0 {
		fmt.Fprint(p.w, "\r"+strings.Repeat(" ", p.width)+"\r")
		p.width = 0
	}
}

// Write writes to standard error in place of the line.
func (p *progress) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
	return p.w.Write(b)
}

// stop takes the line back for good. It may be called again.
func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.ended {
		p.ended = true
		p.erase()
		close(p.quit)
	}
}
