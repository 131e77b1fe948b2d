"""One module a page: handlers of a few lines over a use case of the same name."""
