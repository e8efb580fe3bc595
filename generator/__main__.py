"""`python -m generator`: the same program as the `papershelf` command."""

from generator.cli import main

if __name__ == "__main__":
    main()
