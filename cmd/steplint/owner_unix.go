//go:build unix

package main

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives the file to the owner and the group of the old one, as far as the
// user may, and returns the mode for it: that of the old one, but where the group is
// another one, it may do no more than anybody.
func keepOwner(f *os.File, old fs.FileInfo) fs.FileMode {
	mode := old.Mode()
	was, ok := old.Sys().(*syscall.Stat_t)
	if !ok {
		return mode
	}
	err := f.Chown(int(was.Uid), int(was.Gid))
	if err != nil {
		err = f.Chown(-1, int(was.Gid))
	}
	if err != nil {
		mode = mode&^0o070 | mode&0o007<<3
	}
	return mode
}
