package diff

// Edit says that the elements [OldStart,OldEnd) of an old list became the
// elements [NewStart,NewEnd) of the new one; either may be empty.
type Edit struct{ OldStart, OldEnd, NewStart, NewEnd int }

// Lists returns what differs between two lists of texts, in order; between two
// edits stands at least one text that both lists have.
func Lists(old, new []string) []Edit {
	var out []Edit
	for _, e := range edits(old, new) {
		out = append(out, Edit{e.a0, e.a1, e.b0, e.b1})
	}
	return out
}
