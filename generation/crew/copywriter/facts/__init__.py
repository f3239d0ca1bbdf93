"""From what somebody typed to typed facts, each with the words of the brief that it comes from."""
