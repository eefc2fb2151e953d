//go:build !unix

package main

import (
	"io/fs"
	"os"
)

// keepOwner returns the mode of the old file for the new one, which has the rights
// of its folder.
func keepOwner(_ *os.File, old fs.FileInfo) fs.FileMode { return old.Mode() }
