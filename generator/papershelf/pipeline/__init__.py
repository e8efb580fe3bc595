"""From content to ``output/``: plan, keys, workers, publishing. The only package that writes the built site."""
