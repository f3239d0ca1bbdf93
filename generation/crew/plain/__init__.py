"""Plain scripts in languages for which no parser ships: the brief's own sentences, whole, in the order of an ad."""
