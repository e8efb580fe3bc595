"""From the archive's folder to frozen data, and back to files: the only package that reads content/."""
