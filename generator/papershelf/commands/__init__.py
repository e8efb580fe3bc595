"""What the command line calls: one file per command, each with ``run(...)`` giving the exit status."""
