package corpus

// DecisionsName is the file name of the decisions about findings, which stands beside
// the configuration.
const DecisionsName = "steplint.decisions"

// FindDecisions returns the path of the decisions about the documents of the paths: of
// the nearest file as with FindLexicon.
func FindDecisions(cfg *Config, paths []string) (string, bool) {
	return findFor(cfg, paths, DecisionsName)
}

// DecisionsPath returns the path that decisions about the documents of the paths should
// have for FindDecisions to find them.
func DecisionsPath(cfg *Config, paths []string) (string, error) {
	return placeFor(cfg, paths, DecisionsName)
}
