"""The ads over HTTP, for programs."""
