package report

import "encoding/json"

// The part of the SARIF 2.1.0 object model that is written. No string may be
// empty: GitHub rejects them. A pointer or omitempty marks what may be absent.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	Automation  sarifID             `json:"automationDetails"`
	Language    string              `json:"language"`
	ColumnKind  string              `json:"columnKind"`
	Invocations []sarifInvocation   `json:"invocations"`
	Properties  *sarifRunProperties `json:"properties,omitempty"`
	Results     []sarifResult       `json:"results"`
}

type sarifRunProperties struct {
	Shard json.RawMessage `json:"shard"`
}

type sarifID struct {
	// ID ends in a slash: what follows the last one would name the single run.
	ID string `json:"id"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID         string              `json:"id"`
	Name       string              `json:"name"`
	Short      sarifText           `json:"shortDescription"`
	Full       sarifText           `json:"fullDescription"`
	Help       sarifHelp           `json:"help"`
	Default    sarifDefault        `json:"defaultConfiguration"`
	Properties sarifRuleProperties `json:"properties"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifRuleProperties struct {
	Tags      []string `json:"tags"`
	Precision string   `json:"precision"`
	Problem   string   `json:"problem.severity"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
	Fingerprints sarifFingerprints `json:"partialFingerprints"`
}

type sarifFingerprints struct {
	// Line is the only one GitHub reads, in the spelling of its own hashes.
	Line string `json:"primaryLocationLineHash"`
	Own  string `json:"steplint/v1"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"` // from 1; the message links to it
	Message  *sarifText    `json:"message,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	region
	Snippet *sarifText `json:"snippet,omitempty"`
}

type sarifFix struct {
	Description *sarifText         `json:"description,omitempty"`
	Changes     []sarifChange      `json:"artifactChanges"`
	Properties  sarifFixProperties `json:"properties"`
}

type sarifFixProperties struct {
	Safe bool `json:"safe"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  region     `json:"deletedRegion"`
	Inserted *sarifText `json:"insertedContent,omitempty"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}
