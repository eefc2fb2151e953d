package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Key identifies a finding across versions of its file: a hash of check, step,
// the start of its unit's text with white space evened out, and its number among
// findings that share these. It survives moved lines; 32 hexadecimal digits.
func (f Finding) Key() string {
	return keyOf(f.Check.Name, f.Step, unitID(f.Unit), f.ordinal+1)
}

// keyOf returns the key of the finding with that number, from 1, among those that
// share the check, the step and the unit.
func keyOf(check, step, unit string, number int) string {
	return hash(check+"\x00"+step+"\x00"+unit+"\x00"+strconv.Itoa(number), 16)
}

// keyedText is how many bytes of a unit's text tell it from others: a unit may
// be a megabyte long and have a finding in each word.
const keyedText = 400

// unitID identifies the text of a unit, white space evened out: 16 hexadecimal
// digits.
func unitID(unit string) string {
	if len(unit) > keyedText {
		unit = unit[:keyedText]
	}
	return hash(strings.Join(strings.Fields(unit), " "), 8)
}

// hash returns the first bytes of a hash of s in hexadecimal.
func hash(s string, bytes int) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:bytes])
}

// identity is what findings share that only their number tells apart.
type identity struct{ check, step, unit string }

func (f Finding) identity() identity { return identity{f.Check.Name, f.Step, unitID(f.Unit)} }
