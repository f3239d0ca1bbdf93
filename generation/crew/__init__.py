"""The crew: who writes the script and who judges it. Plain Python; knows nothing of Django or of stored
ads.
"""
