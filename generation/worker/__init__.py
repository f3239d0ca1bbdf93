"""The worker: django-q2's cluster, held together, watched, and rung for."""
