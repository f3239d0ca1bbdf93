"""The ad: its brief, its life cycle, and what pages and API show of it."""
