"""Finds requests by the words of their subjects, entries and notes: by the database's own full-text index.

The index follows the tables inside the database, so that whatever is written is found, whoever wrote it. It holds
nothing that the tables do not, and can be made anew at any time.
"""
