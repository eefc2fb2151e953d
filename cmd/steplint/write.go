package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// errChanged says that a file no longer holds what was read from it.
var errChanged = errors.New("changed on disk since it was read; nothing written")

// writeFile replaces the content of a file, which must still be old, by new: as
// a whole or, on any error but that of the final sync of the folder, not at all.
// The file keeps its mode. It must be a regular file that the user may write; a
// symbolic link is refused, as it may lead out of the tree that was named.
//
// The new file takes the place of the old by a rename, so other hard links to
// the old one keep the old content.
func writeFile(name, old, new string) error {
	mode, err := unchanged(name, old)
	if err != nil {
		return err
	}
	temp, err := writeTemp(filepath.Dir(name), mode, new)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	// Once more, for writing and syncing take their time.
	if _, err = unchanged(name, old); err == nil {
		err = os.Rename(temp, name)
	}
	if err != nil {
		os.Remove(temp)
		return err
	}
	if err := syncDir(filepath.Dir(name)); err != nil {
		return fmt.Errorf("%s: written, but perhaps not for good: %w", name, err)
	}
	return nil
}

// unchanged returns the mode of the file if it is a regular file that may be
// written and that holds old.
func unchanged(name, old string) (fs.FileMode, error) {
	info, err := os.Lstat(name)
	switch {
	case err != nil:
		return 0, err
	case info.Mode()&fs.ModeSymlink != 0:
		return 0, fmt.Errorf("%s: a symbolic link is not written through; name the file it points to", name)
	case !info.Mode().IsRegular():
		return 0, fmt.Errorf("%s: not a regular file", name)
	}
	// A rename would replace a file that is write-protected, too.
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return 0, err
	}
	f.Close()
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	if string(data) != old {
		return 0, fmt.Errorf("%s: %w", name, errChanged)
	}
	return info.Mode(), nil
}

// writeTemp writes a new file in the folder, down to the disk, and returns its
// name; there is none after an error.
func writeTemp(dir string, mode fs.FileMode, data string) (string, error) {
	f, err := os.CreateTemp(dir, ".steplint-*.tmp")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(data)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// syncDir makes a rename in the folder last. Windows has no such call, and some
// file systems refuse it.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
