package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// stage writes what is to take the place of the file of that name: a hidden file in
// the same folder, down to the disk, with the mode and owner of the old one if there
// is any. It returns its name; after an error there is no such file.
func stage(name string, old fs.FileInfo, write func(io.Writer) error) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(name), stagePrefix(name)+"*.tmp")
	if err != nil {
		return "", err
	}
	mode := fs.FileMode(0o644)
	if old != nil {
		mode = keepOwner(f, old)
	}
	w := bufio.NewWriter(f)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
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

// stagePrefix is how the name of a staged file begins; the same for one target in a
// folder.
func stagePrefix(name string) string {
	sum := sha256.Sum256([]byte(filepath.Base(name)))
	return ".steplint-" + hex.EncodeToString(sum[:6]) + "-"
}

// removeLeftovers removes the files that killed runs have staged for the files of
// these names, which have been written now. Should another run be about to replace
// one of them, it will find its own gone and say that the file has changed.
func removeLeftovers(names ...string) {
	byDir := map[string][]string{}
	for _, name := range names {
		dir := filepath.Dir(name)
		byDir[dir] = append(byDir[dir], stagePrefix(name))
	}
	for dir, prefixes := range byDir {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue // it is only about tidiness
		}
		slices.Sort(prefixes)
		for _, e := range entries {
			name := e.Name()
			if len(name) <= len(prefixes[0]) || !strings.HasSuffix(name, ".tmp") {
				continue
			}
			if _, ours := slices.BinarySearch(prefixes, name[:len(prefixes[0])]); ours {
				os.Remove(filepath.Join(dir, name))
			}
		}
	}
}

// synced makes the rename of a file in its folder last. Windows has no such call,
// and some file systems refuse it.
func synced(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(filepath.Dir(name))
	if err == nil {
		err = f.Sync()
		f.Close()
	}
	if err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return fmt.Errorf("%s: written, but perhaps not for good: %w", name, rootCause(err))
	}
	return nil
}
