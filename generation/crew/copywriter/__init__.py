"""The embedded copywriter: rules over a real parse of the brief, not a neural model, and labelled so."""

LABEL = "Written by rules (embedded copywriter)"
