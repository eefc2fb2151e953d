package corpus

// Config is the content of steplint.toml.
type Config struct{}
