"""Pictures in motion: a storyboard and a timeline become frames, and frames become a film."""
