package lang

// SV is Swedish.
var SV = &Lang{Code: "sv"}
