"""`python -m papershelf`: the same program as the `papershelf` command."""

from papershelf.cli import main

if __name__ == "__main__":
    main()
