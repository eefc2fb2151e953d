package git

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// maxBlob is the size in bytes above which no content is read: no document of
// people is as long.
const maxBlob = 64 << 20

// Cat reads contents from the repository, one after the other, all with one
// process. It is not safe for concurrent use.
type Cat struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	errOut bytes.Buffer
	dir    string
}

// Cat starts the process, which lives until Close.
func (r *Repo) Cat(ctx context.Context) (*Cat, error) {
	c := &Cat{cmd: command(ctx, r.Root, "cat-file", "--batch"), dir: r.Root}
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.out = bufio.NewReader(out)
	c.cmd.Stderr = &c.errOut
	if err := c.cmd.Start(); err != nil {
		return nil, failure(r.Root, err, "")
	}
	return c, nil
}

// Blob returns the content of that name: an id, or commit:path. It is false when
// there is none.
func (c *Cat) Blob(name string) ([]byte, bool, error) {
	if strings.ContainsAny(name, "\n\x00") {
		return nil, false, nil
	}
	if _, err := io.WriteString(c.in, name+"\n"); err != nil {
		return nil, false, c.broken(err)
	}
	head, err := c.out.ReadString('\n')
	if err != nil {
		return nil, false, c.broken(err)
	}
	// "id type size", or "name missing", where the name may hold blanks.
	fields := strings.Fields(head)
	if len(fields) != 3 || !isID(fields[0]) {
		return nil, false, nil
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return nil, false, c.broken(err)
	}
	var data []byte
	usable := fields[1] == "blob" && size <= maxBlob
	if usable {
		data = make([]byte, size)
		_, err = io.ReadFull(c.out, data)
	} else {
		_, err = io.CopyN(io.Discard, c.out, size)
	}
	if err == nil {
		_, err = c.out.Discard(1) // the newline after it
	}
	if err != nil {
		return nil, false, c.broken(err)
	}
	return data, usable, nil
}

// Need is Blob for what the repository must have: it lacks it only in a partial
// clone, or when it is damaged.
func (c *Cat) Need(id string) ([]byte, error) {
	data, ok, err := c.Blob(id)
	if err == nil && !ok {
		err = lang.Errorf(lang.Msg{
			"this clone lacks the content %.12s of its history (a partial clone?): fetch it with “git fetch --refetch --no-filter”",
			"tästä kloonista puuttuu historian sisältö %.12s (osittainen klooni?): hae se komennolla ”git fetch --refetch --no-filter”",
			"den här klonen saknar innehållet %.12s ur historiken (en partiell klon?): hämta det med ”git fetch --refetch --no-filter”",
		}, id)
	}
	return data, err
}

func (c *Cat) broken(err error) error {
	_ = c.in.Close()
	_ = c.cmd.Wait() // what it printed is complete then
	if c.errOut.Len() == 0 {
		return fmt.Errorf("git cat-file: %w", err)
	}
	return failure(c.dir, err, c.errOut.String())
}

// Close ends the process.
func (c *Cat) Close() {
	// How the process ends says nothing about what was read.
	_ = c.in.Close()
	_, _ = io.Copy(io.Discard, c.out)
	_ = c.cmd.Wait()
}
