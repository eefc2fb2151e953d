// Command steplint finds where Finnish and Swedish versions of a step document
// differ and where their structure is broken.
package main

func main() {}
