"""The digest by e-mail: a period's papers as a message, and its delivery."""
