package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Key identifies a finding across versions of its file: a hash of check, step,
// the text of its unit with white space evened out, and its number among
// findings that share these. It survives moved lines; 32 hexadecimal digits.
func (f Finding) Key() string {
	sum := sha256.Sum256([]byte(f.identity() + "\x00" + strconv.Itoa(f.ordinal)))
	return hex.EncodeToString(sum[:16])
}

func (f Finding) identity() string {
	return f.Check.Name + "\x00" + f.Step + "\x00" + strings.Join(strings.Fields(f.Unit), " ")
}
