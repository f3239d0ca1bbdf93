"""Turns a brief into a finished film: the crew that writes, the studio that makes, the pipeline between them."""
