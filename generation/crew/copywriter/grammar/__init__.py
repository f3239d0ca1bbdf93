"""English: one parser, and what may be asked of a word, a phrase and a sentence."""
