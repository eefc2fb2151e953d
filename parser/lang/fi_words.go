package lang

// FI is Finnish.
var FI = &Lang{Code: "fi"}
