"""The site: settings, and what every app may use."""
