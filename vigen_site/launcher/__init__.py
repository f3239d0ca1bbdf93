"""``make run``: database, web server and worker on this machine, as one group that is started, watched and stopped."""
