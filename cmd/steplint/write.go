package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/steplint/steplint/parser/lang"
)

// errChanged says that a file no longer holds what was read from it.
var errChanged = errors.New("changed on disk")

func changedError(name string) error {
	return lang.Errorf(lang.Msg{
		"%[1]s: changed on disk since it was read; nothing written",
		"%[1]s: muuttunut levyllä lukemisen jälkeen; mitään ei kirjoitettu",
		"%[1]s: ändrad på disken sedan den lästes; inget skrevs",
	}, name, errChanged)
}

// writeFile replaces the content of a file, which must still be old, by new: as
// a whole or, on any error but that of the final sync of the folder, not at all.
// The file keeps its mode, and its owner where the user may give it to them. It
// must be a regular file that the user may write; a symbolic link is refused, as
// it may lead out of the tree that was named.
//
// The new file takes the place of the old by a rename, so other hard links to
// the old one keep the old content. A run that is killed in between leaves a
// hidden file beside it; see removeLeftovers.
func writeFile(name, old, new string) error {
	info, err := unchanged(name, old)
	if err != nil {
		return err
	}
	temp, err := stage(name, info, func(w io.Writer) error {
		_, err := io.WriteString(w, new)
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", name, rootCause(err))
	}
	// Once more, for writing and syncing take their time.
	if _, err = unchanged(name, old); err == nil {
		err = os.Rename(temp, name)
		switch {
		case errors.Is(err, fs.ErrNotExist): // another run has written it and cleaned up
			err = changedError(name)
		case err != nil:
			err = fmt.Errorf("%s: %w", name, rootCause(err))
		}
	}
	if err != nil {
		os.Remove(temp)
		return err
	}
	return synced(name)
}

// unchanged returns the state of the file if it is a regular file that may be
// written and that holds old.
func unchanged(name, old string) (fs.FileInfo, error) {
	info, err := writable(name)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, rootCause(err))
	}
	if string(data) != old {
		return nil, changedError(name)
	}
	return info, nil
}

// writable returns the state of the file if it is a regular file that may be
// written.
func writable(name string) (fs.FileInfo, error) {
	info, err := os.Lstat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, rootCause(err))
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, lang.Errorf(lang.Msg{
			"%s: a symbolic link is not written through; name the file it points to",
			"%s: symbolisen linkin läpi ei kirjoiteta; anna sen kohteen nimi",
			"%s: det skrivs inte genom en symbolisk länk; ange filen som den pekar på",
		}, name)
	case !info.Mode().IsRegular():
		return nil, lang.Errorf(lang.Msg{"%s: not a regular file", "%s: ei ole tavallinen tiedosto", "%s: är ingen vanlig fil"}, name)
	}
	// A rename would replace a file that is write-protected, too.
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, rootCause(err))
	}
	f.Close()
	return info, nil
}

// replaceFile makes the file of that name, or replaces it whatever it holds, in the
// way of writeFile. What is no regular file, as a device or a pipe, is written to.
func replaceFile(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("%s: %w", name, rootCause(err))
		}
		w := bufio.NewWriter(f)
		if err := errors.Join(write(w), w.Flush(), f.Close()); err != nil {
			return fmt.Errorf("%s: %w", name, rootCause(err))
		}
		return nil
	}
	old, err := writable(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	temp, err := stage(name, old, write)
	if err == nil {
		if err = os.Rename(temp, name); err != nil {
			os.Remove(temp)
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, rootCause(err))
	}
	removeLeftovers(name)
	return synced(name)
}

// createFile makes a file, whole or not at all. When there is one of that name,
// the error is fs.ErrExist.
func createFile(name, data string) error {
	temp, err := stage(name, nil, func(w io.Writer) error {
		_, err := io.WriteString(w, data)
		return err
	})
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err = os.Link(temp, name); err != nil && !errors.Is(err, fs.ErrExist) { // not every file system has links
		if _, err = os.Lstat(name); err == nil {
			return fs.ErrExist
		}
		err = os.Rename(temp, name)
	}
	if err != nil {
		return err
	}
	return synced(name)
}
