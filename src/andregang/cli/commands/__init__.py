"""One module a command; each has `build(words, context)` and is imported when it is called."""
