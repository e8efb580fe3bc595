"""The search index: documents in, the files below `search/` out; and a plain reference of the ranking."""
