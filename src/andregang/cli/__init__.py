"""The command line: results to stdout, notices to stderr, an exit code that tells."""
