module github.com/steplint/steplint

go 1.26.0
