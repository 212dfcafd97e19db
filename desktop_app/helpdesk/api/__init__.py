"""The HTTP API, thin: each function reads the words, calls one verb, answers words."""
