package main

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/steplint/steplint/corpus"
)

// screen is what a terminal shows of what is written to it: a carriage return goes
// back to the start of the line, and what follows is written over it.
func screen(written string) []string {
	var lines []string
	for line := range strings.SplitSeq(written, "\n") {
		var shown []rune
		at := 0
		for _, r := range line {
			switch {
			case r == '\r':
				at = 0
				continue
			case at < len(shown):
				shown[at] = r
			default:
				shown = append(shown, r)
			}
			at++
		}
		lines = append(lines, strings.TrimRight(string(shown), " "))
	}
	return lines
}

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		p := &progress{lang: "fi", w: &b}
		written := func() string {
			p.mu.Lock()
			defer p.mu.Unlock()
			return b.String()
		}
		p.start()
		p.part(corpus.StageRead, 1200)
		time.Sleep(progressAfter - time.Millisecond)
		synctest.Wait()
		if written() != "" {
			t.Errorf("a short run shows %q", written())
		}
		for range 99 {
			p.part(corpus.StageRead, 1200)
		}
		time.Sleep(2 * time.Millisecond)
		synctest.Wait()
		if got := screen(written()); got[0] != "steplint: luetaan 100/1200" {
			t.Errorf("shows %q", got)
		}
		p.part(corpus.StageCheck, 9)
		time.Sleep(progressEvery)
		synctest.Wait()
		if got := screen(written()); got[0] != "steplint: tarkistetaan 1/9" {
			t.Errorf("shows %q", got)
		}
		if _, err := p.Write([]byte("steplint: x: puuttuu\n")); err != nil {
			t.Fatal(err)
		}
		if got := screen(written()); got[0] != "steplint: x: puuttuu" || got[1] != "" {
			t.Errorf("a message is shown as %q", got)
		}
		time.Sleep(progressEvery)
		synctest.Wait()
		p.stop()
		p.stop()
		if got := screen(written()); len(got) != 2 || got[1] != "" {
			t.Errorf("at the end %q is left", got)
		}
		if strings.Contains(written(), "\x1b") {
			t.Errorf("an escape sequence in %q", written())
		}
		n := len(written())
		time.Sleep(10 * progressEvery)
		synctest.Wait()
		if len(written()) > n {
			t.Errorf("after the end: %q", written()[n:])
		}
	})
}

// Workers tell their parts at the same time.
func TestProgressOfWorkers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		p := &progress{lang: "en", w: &b}
		p.start()
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for range 100 {
					time.Sleep(progressEvery / 10)
					p.part(corpus.StageRead, 800)
				}
			})
		}
		wg.Wait()
		p.show()
		if got := screen(b.String()); got[0] != "steplint: reading 800/800" {
			t.Errorf("shows %q", got)
		}
		p.stop()
	})
}

func TestNoProgressBesideATerminal(t *testing.T) {
	if p := newProgress(new(bytes.Buffer), "en"); p != nil {
		t.Error("a buffer is no terminal")
	}
}

func TestTimings(t *testing.T) {
	ti := &timings{spent: map[string]time.Duration{}, start: time.Now()}
	for stage, ms := range map[string]int{"odd-space": 2, corpus.StageAlign: 3, "missing-item": 4, corpus.StageRead: 5, stageReport + "text": 1, stageReport + "json": 7} {
		ti.add(stage, time.Duration(ms)*time.Millisecond)
		ti.add(stage, 500*time.Microsecond)
	}
	var b bytes.Buffer
	ti.write(&b, "en")
	want := `^time by stage, of all workers together:
      5.5 ms  read
      3.5 ms  align
      4.5 ms  check missing-item
      2.5 ms  check odd-space
      7.5 ms  report json
      1.5 ms  report text
 +\d+\.\d ms  in all, by the clock
$`
	if !regexp.MustCompile(want).MatchString(b.String()) {
		t.Error(b.String())
	}
}
