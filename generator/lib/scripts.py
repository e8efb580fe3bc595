"""JavaScript as it is served: without the lines that only speak to its readers."""


def without_comment_lines(source: bytes) -> bytes:
    """Give a script without the lines that are nothing but a `//` comment; all other bytes stay.

    Such a line is a comment unless a template literal, a block comment or a string runs on into it. A script in which
    one may (an odd number of backticks in a line, a line that ends in a backslash) stays whole, and so does a line
    that could end a block comment.
    """
    lines = source.splitlines(keepends=True)
    if any(line.count(b"`") % 2 or line.rstrip(b"\r\n").endswith(b"\\") for line in lines):
        return source
    return b"".join(line for line in lines if not line.lstrip().startswith(b"//") or b"*/" in line)
