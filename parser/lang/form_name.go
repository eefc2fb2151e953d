package lang

// verbForms are those that endings often don't tell apart.
const verbForms = FiniteForm | InfinitiveForm | ImperativeForm

// Name names the form after "begins with"; ok is false when it is no one thing.
func (f Form) Name() (m Msg, ok bool) {
	switch {
	case f == 0:
		return Msg{}, false
	case f == StatementForm:
		return Msg{"a subject of its own", "omalla subjektilla", "ett eget subjekt"}, true
	case f.Sure(NounForm | StatementForm):
		return Msg{"a noun or its attribute", "substantiivilla tai sen määritteellä", "ett substantiv eller dess bestämning"}, true
	case f.Sure(NounForm | ParticipleForm):
		return Msg{"a participle", "partisiipilla", "ett particip"}, true
	case f.Sure(QuestionForm | ClauseForm):
		return Msg{"a question word", "kysymyssanalla", "ett frågeord"}, true
	}
	if m, ok = formNames[f]; !ok && f.Sure(verbForms) {
		return Msg{"a verb", "verbillä", "ett verb"}, true
	}
	return m, ok
}

var formNames = map[Form]Msg{
	FiniteForm:     {"a verb in the present tense", "persoonamuotoisella verbillä", "ett verb i presens"},
	InfinitiveForm: {"a verb in the infinitive", "verbin perusmuodolla", "ett verb i infinitiv"},
	ImperativeForm: {"a verb in the imperative", "verbin käskymuodolla", "ett verb i imperativ"},
	AttForm:        {"“att” and an infinitive", "att-sanalla ja verbin perusmuodolla", "”att” och ett verb i infinitiv"},
	IntoForm:       {"a verb in -maan or -mään", "verbin maan- tai mään-muodolla", "ett verb på -maan eller -mään"},
	WithinForm:     {"a verb in -massa or -mässä", "verbin massa- tai mässä-muodolla", "ett verb på -massa eller -mässä"},
	OutOfForm:      {"a verb in -masta or -mästä", "verbin masta- tai mästä-muodolla", "ett verb på -masta eller -mästä"},
	ByForm:         {"the way in which something is done", "sillä, miten jotakin tehdään", "hur något görs"},
	WithoutForm:    {"what is not done", "sillä, mitä jätetään tekemättä", "vad man låter bli att göra"},
}
