package lang

import "slices"

// OddForms returns the items of a list that begin in another form than all others
// may begin in, and that form, in which there may be several that nothing tells
// apart. It returns none when they are more than most, when it is not clear which
// of the items are odd, or when too little is known of the others. call is the
// form that the text before the list calls for.
func OddForms(items []Form, call Form, most int) (odd []int, want Form) {
	fewest := most + 1
	called := func(f Form) bool { return call != AnyForm && f&call != 0 }
	for f := Form(1); f < AnyForm; f <<= 1 {
		without := lacking(items, f)
		switch n := len(without); {
		case n == 0:
			return nil, 0
		case n > fewest, n > most, n == fewest && called(want) && !called(f):
		case n < fewest, called(f) && !called(want):
			odd, want, fewest = without, f, n
		case !slices.Equal(odd, without):
			return nil, 0
		default:
			want |= f
		}
	}
	if len(odd) == 0 || !enough(items, odd, want, call) {
		return nil, 0
	}
	return odd, want
}

// lacking returns the items that cannot have the form.
func lacking(items []Form, f Form) (out []int) {
	for i, form := range items {
		if form&f == 0 {
			out = append(out, i)
		}
	}
	return out
}

// enough reports whether the list is known well enough: two items surely have the
// form that is wanted, and if the odd ones had theirs rightly, twice as many
// others would be odd.
func enough(items []Form, odd []int, want, call Form) bool {
	if _, ok := want.Name(); !ok {
		return false
	}
	family := want
	if want&(NounForm|StatementForm) != 0 {
		family |= NounForm | StatementForm
	}
	sure, unknown := 0, 0
	if call.Sure(want) {
		sure++
		family |= verbForms // the lead-in tells which of them an item has
	}
	for _, f := range items {
		switch {
		case f == AnyForm:
			unknown++
		case f&want != 0 && f.Sure(family):
			sure++
		}
	}
	if sure < 2 || 2*unknown > len(items) {
		return false
	}
	for _, i := range odd {
		apart := len(lacking(items, items[i]))
		if call&items[i] == 0 {
			apart++
		}
		if call != AnyForm && call&items[i] != 0 || apart < max(2*len(odd), len(items)/4) {
			return false
		}
	}
	return true
}

// Parallel reports whether all items may begin in the same form and most surely do.
func Parallel(items []Form) bool {
	for f := Form(1); f < AnyForm; f <<= 1 {
		if len(lacking(items, f)) > 0 {
			continue
		}
		family := f
		if f&(NounForm|StatementForm) != 0 {
			family = NounForm | StatementForm
		}
		sure := 0
		for _, form := range items {
			if form.Sure(family) {
				sure++
			}
		}
		if 3*sure >= 2*len(items) {
			return true
		}
	}
	return false
}
