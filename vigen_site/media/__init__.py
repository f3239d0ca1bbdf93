"""Files of the embedded default: kept in a folder, given out through signed addresses that expire."""
