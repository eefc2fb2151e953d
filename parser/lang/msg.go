package lang

import (
	"fmt"
	"slices"
)

// Msg is a text for people in the three languages of the interface. It is
// written unkeyed, so that the compiler demands all three. The verbs are those
// of fmt, indexed where the languages differ in order.
type Msg struct{ EN, FI, SV string }

// In returns the text in the language "en", "fi" or "sv"; English otherwise.
func (m Msg) In(code string) string {
	switch code {
	case "fi":
		return m.FI
	case "sv":
		return m.SV
	}
	return m.EN
}

// Error is an error that can be told in the language of the interface.
type Error struct {
	Msg  Msg
	Args []any
}

// Errorf returns the error with that text; the arguments are those of fmt, and
// an error among them is unwrapped to.
func Errorf(m Msg, args ...any) *Error { return &Error{m, args} }

// Error returns the text in English.
func (e *Error) Error() string { return e.In("en") }

// In returns the text in the language "en", "fi" or "sv", and so the errors among
// the arguments that can be told in it.
func (e *Error) In(code string) string {
	args := slices.Clone(e.Args)
	for k, a := range args {
		if inner, ok := a.(*Error); ok {
			args[k] = inner.In(code)
		}
	}
	return fmt.Sprintf(e.Msg.In(code), args...)
}

// Unwrap returns the error among the arguments, or nil.
func (e *Error) Unwrap() error {
	for _, a := range e.Args {
		if err, ok := a.(error); ok {
			return err
		}
	}
	return nil
}
