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
	sum := sha256.Sum256([]byte(f.identity() + "\x00" + strconv.Itoa(f.ordinal)))
	return hex.EncodeToString(sum[:16])
}

// keyedText is how many bytes of a unit's text tell it from others: a unit may
// be a megabyte long and have a finding in each word.
const keyedText = 400

func (f Finding) identity() string {
	unit := f.Unit
	if len(unit) > keyedText {
		unit = unit[:keyedText]
	}
	return f.Check.Name + "\x00" + f.Step + "\x00" + strings.Join(strings.Fields(unit), " ")
}
