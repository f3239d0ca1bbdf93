"""Things scenes are built from: pictures, cards, badges, buttons, counters."""
