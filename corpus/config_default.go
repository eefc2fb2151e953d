package corpus

// DefaultConfig is the steplint.toml that a project starts from. It sets
// nothing, so that it means the defaults; a line that begins with a bare "#"
// shows a setting.
const DefaultConfig = `# Settings of steplint. Everything has a default: this file may be empty.
# To use a setting, take the # away from the beginning of its line.

# How the files are named. {step} is the name that both languages share, {lang}
# the language (fi or sv), {ext} the file type (txt). Tried before the usual
# names, which always work too: step.fi.txt, step_fi.txt, step-fi.txt and
# fi/step.txt.
#pattern = ["{step}.{lang}.txt"]

# Files and folders to leave out, seen from the folder of this file. * stands
# for any part of a name, ** for any number of folders. A folder that matches
# is left out with all that is in it.
#exclude = ["drafts", "**/old-*"]

# Files with your own terms, seen from the folder of this file: a table with tabs
# between the columns concept, lang, term and status, or TOML, TBX or SKOS. Without
# the terms that come with steplint, only these are looked for.
#terms = ["terms.tsv"]
#starter-terms = false

# The file of the findings that are known and not shown, which "steplint baseline
# write" makes, seen from the folder of this file.
#baseline = "steplint.baseline"

# The Finnish dictionary of Voikko, where it is installed (the package voikko-fi of
# Debian and Ubuntu): "auto", "off", or the path of its folder. It tells the parts
# of compounds. "off" is what steplint does by itself, so that a check finds the
# same on every machine: choose "auto" where all of them have the dictionary.
#voikko = "auto"

# How grave the findings of a check are: "error", "warning", "info", or "off" to
# switch the check off. "steplint explain" lists the checks.
#[severity]
#missing-bullet = "error"
#odd-space = "off"

# The same for some of the files. When several fit a file, the last one wins.
#[[path]]
#glob = "legacy/**"
#[path.severity]
#odd-space = "info"

# Findings that are as they should be, for texts that may hold no comments: of a
# check, in the files of a path or in a step, about units that hold the text. Say
# why; "until" is the last day on which it holds.
#[[accept]]
#check = "odd-space"
#path = "legacy/**"
#text = "Vaihdan lampun"
#reason = "as in the printed edition"
#until = 2099-12-31

# The sections that every step has, each by how its heading begins, or by a list of
# such beginnings. Without this they are learned: what most steps of a folder have.
# A [path.shape] in a [[path]] is for some of the files.
#[shape]
#fi = ["Taidot", ["Kysymyksiä", "Pohdittavaa"]]
#sv = ["Färdigheter", ["Frågor", "Att fundera på"]]

# Further words that name the levels of a level table: labels stand with a
# number ("Taso 1"), names stand by themselves ("Hyvä").
#[levels.fi]
#labels = ["taso"]
#names = ["hyvä"]
#[levels.sv]
#labels = ["nivå"]
#names = ["goda"]
`
