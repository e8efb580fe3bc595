"""XML as text: what escaping feeds and sitemaps need."""

from papershelf.lib.text import without_control

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_IN_ATTRIBUTES = {ord('"'): "&quot;", ord("\n"): "&#10;", ord("\r"): "&#13;", ord("\t"): "&#9;"}


def escape(text: str) -> str:
    """Return ``text`` as character data of XML 1.0: marked up characters escaped, forbidden ones left out.

    ``>`` is escaped as well, since ``]]>`` may not stand in character data.
    """
    if not text.isprintable():
        text = without_control(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """Return ``text`` as the value of an attribute in double quotes, white space kept (XML 1.0, 3.3.3)."""
    if text.isprintable() and not ("&" in text or '"' in text or "<" in text or ">" in text):
        return text
    return escape(text).translate(_IN_ATTRIBUTES)
