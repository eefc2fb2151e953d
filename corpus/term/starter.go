package term

import (
	_ "embed" // the starter term base
	"sync"
)

//go:embed starter.tsv
var starterTSV []byte

// Starter returns the term base that comes with the program: concepts of consumer
// education, of teaching and of working life, our own selection. It is shared;
// callers must not change it.
var Starter = sync.OnceValue(func() *Base {
	base, _ := ReadTSV("starter.tsv", starterTSV) // a test holds it to have no errors
	return base
})
