"""One module a source format: rows in, mentions and facts out."""
