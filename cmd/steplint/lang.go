package main

import "strings"

// interfaceLang returns the language of the messages: the value of --lang, else
// that of the locale, else English. It is needed before the flags are parsed,
// for their own help.
func interfaceLang(args []string, getenv func(string) string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return knownLang(v)
		}
		if a == "--lang" && i+1 < len(args) {
			return knownLang(args[i+1])
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return knownLang(v)
		}
	}
	return "en"
}

func knownLang(s string) string {
	code, _, _ := strings.Cut(strings.ToLower(s), "_")
	code, _, _ = strings.Cut(code, "-")
	if code == "fi" || code == "sv" {
		return code
	}
	return "en"
}
