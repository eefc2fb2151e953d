package corpus

import (
	"os"
	"path/filepath"
)

// BaselineName is the file name of the list of known findings, which stands
// beside the configuration.
const BaselineName = "steplint.baseline"

// FindBaseline returns the path of the baseline for the documents of the paths:
// that which the config names, whether it is there or not, else the nearest one
// as with FindLexicon.
func FindBaseline(cfg *Config, paths []string) (string, bool) {
	if cfg != nil && cfg.Baseline != "" {
		name, err := BaselinePath(cfg, paths)
		return name, err == nil
	}
	return findFor(cfg, paths, BaselineName)
}

// BaselinePath returns the path that a baseline for the documents of the paths
// should have for FindBaseline to find it.
func BaselinePath(cfg *Config, paths []string) (string, error) {
	if cfg != nil && cfg.Baseline != "" {
		cwd, err := os.Getwd()
		if err != nil {
			return "", err
		}
		return shown(cwd, filepath.Join(cfg.Dir, filepath.FromSlash(cfg.Baseline)), false), nil
	}
	return placeFor(cfg, paths, BaselineName)
}

// Steps returns the names of all steps in the folder of the config, sorted; of
// the working directory without one.
func Steps(cfg *Config) []string {
	dir := "."
	if cfg != nil && cfg.Dir != "" {
		dir = cfg.Dir
	}
	var names []string
	for _, e := range Discover([]string{dir}, cfg).Entries {
		names = append(names, e.Step)
	}
	return names
}
