"""One file per command: ``command``, its arguments and help beside what it does; it returns the exit status."""
