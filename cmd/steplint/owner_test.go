//go:build unix

package main

import (
	"os"
	"syscall"
	"testing"
)

// A file that root writes stays that of its owner.
func TestWriteFileOwner(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may give files away")
	}
	name := makeFile(t, 0o640)
	if err := os.Chown(name, 12345, 23456); err != nil {
		t.Skipf("no owners here: %v", err)
	}
	if err := writeFile(name, textBefore, textAfter); err != nil {
		t.Fatal(err)
	}
	checkFolder(t, name, textAfter)
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := info.Sys().(*syscall.Stat_t); !ok || s.Uid != 12345 || s.Gid != 23456 || info.Mode() != 0o640 {
		t.Errorf("now %+v", info.Sys())
	}
}
