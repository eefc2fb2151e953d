package git

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"iter"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Commit is a commit of a history.
type Commit struct {
	ID      string
	Parents []string
	Date    string // when it was committed, as 2027-01-31
	// Changes are what it changed against its first parent.
	Changes []Change
}

// Change is what a commit did to one file. Paths are in Unicode normal form C.
type Change struct {
	Old, New string // the paths, which differ after a rename; "" for no such file
	OldID    string // of the old content
}

// Log yields the commits of the history up to one, at most limit, no parent before
// all its children, otherwise the newest first. An error ends it.
func (r *Repo) Log(ctx context.Context, from string, limit int) iter.Seq2[*Commit, error] {
	return func(yield func(*Commit, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		// What the configuration may change of the output is set.
		cmd := command(ctx, r.Root, "log", "-z", "--raw", "--no-abbrev", "--root", "-M", "-l400",
			"--diff-merges=first-parent", "--date-order", "--no-show-signature", "--no-ext-diff", "--no-textconv",
			"--no-color", "--no-relative", "--no-follow", "--format=%x02%H %P%x02%cs", "-n", strconv.Itoa(limit), from, "--")
		var errOut bytes.Buffer
		cmd.Stderr = &errOut
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			yield(nil, failure(r.Root, err, ""))
			return
		}
		stopped, err := readLog(bufio.NewReaderSize(out, 1<<16), func(c *Commit) bool { return yield(c, nil) })
		if stopped {
			cancel()
			_ = cmd.Wait() // killed
			return
		}
		if wait := cmd.Wait(); wait != nil {
			err = wait
		}
		if err != nil {
			yield(nil, failure(r.Root, err, errOut.String()))
		}
	}
}

// readLog reads what git log prints and hands on each commit, until that returns
// false. Anything that is no part of a log is passed over.
func readLog(in *bufio.Reader, yield func(*Commit) bool) (stopped bool, err error) {
	var c *Commit
	for {
		token, err := next(in)
		if err != nil && token == "" {
			break
		}
		token = strings.TrimPrefix(token, "\n")
		switch {
		case strings.HasPrefix(token, "\x02"):
			if c != nil && !yield(c) {
				return true, nil
			}
			ids, date, _ := strings.Cut(token[1:], "\x02")
			c = &Commit{Date: date}
			if fields := strings.Fields(ids); len(fields) > 0 {
				c.ID, c.Parents = fields[0], fields[1:]
			}
		case strings.HasPrefix(token, ":") && c != nil:
			change, ok, err := readChange(token, in)
			if err != nil {
				return false, err
			}
			if ok {
				c.Changes = append(c.Changes, change)
			}
		}
	}
	if c != nil {
		return !yield(c), nil
	}
	return false, nil
}

// readChange reads a change from its head, :mode mode id id status, and the one or
// two paths that follow.
func readChange(head string, in *bufio.Reader) (Change, bool, error) {
	fields := strings.Fields(head)
	if len(fields) != 5 {
		return Change{}, false, nil
	}
	path, err := next(in)
	if err != nil {
		return Change{}, false, io.ErrUnexpectedEOF
	}
	path = norm.NFC.String(path)
	change := Change{Old: path, New: path, OldID: fields[2]}
	switch fields[4][0] {
	case 'A':
		change.Old = ""
	case 'T':
		if fields[0] == ":160000" { // a submodule was there
			change.Old = ""
		}
	case 'D':
		change.New = ""
	case 'R', 'C':
		if path, err = next(in); err != nil {
			return Change{}, false, io.ErrUnexpectedEOF
		}
		change.New = norm.NFC.String(path)
	}
	return change, true, nil
}

// next reads up to the next NUL, which is left out.
func next(in *bufio.Reader) (string, error) {
	s, err := in.ReadString(0)
	return strings.TrimSuffix(s, "\x00"), err
}
