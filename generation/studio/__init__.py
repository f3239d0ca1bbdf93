"""The media engine: a script goes in, a finished film comes out.

Plain Python. Nothing in here knows Django, DynamoDB or CrewAI.
"""
