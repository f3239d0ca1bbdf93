"""What is said: each fact as lines of several lengths, the opening, the call to action."""
