"""Text of any source as a record's text: HTML and JATS to Markdown, formulas to ``$...$``, entities, encoding."""

import re
from html import unescape

import ftfy

from papershelf.lib.text import squeeze, without_control
from papershelf.markup.line import from_tex, plain
from papershelf.markup.spans import FORMULA
from papershelf.markup.tex_symbols import SUBSCRIPTS, SUPERSCRIPTS
from papershelf.sources import mathml

_EMPHASIS = {
    **dict.fromkeys(("i", "em", "italic"), "*"),
    **dict.fromkeys(("b", "strong", "bold"), "**"),
    **dict.fromkeys(("code", "monospace", "tt"), "`"),
}
"""Element -> the sign of Markdown on both sides."""
_BLOCKS = frozenset(
    "abstract br caption disp-formula div h1 h2 h3 h4 h5 li list list-item ol p sec title ul".split()
)
_BARE = frozenset(
    "a alternatives ext-link fixed-case font inline-formula label named-content sc scp small span styled-content "
    "strike sub sup tex-math u underline uri xref".split()
)
_KNOWN = "|".join(sorted({*_EMPHASIS, *_BLOCKS, *_BARE, "math", "tex-math"}, key=len, reverse=True))
_TAG = re.compile(rf"<(/?)(?:\w+:)?({_KNOWN})(?:\s[^<>]*)?/?>", re.IGNORECASE)
# Markup that came as text: &lt;i&gt;, &lt;mml:math ...&gt;; and entities of entities: &amp;lt;, &amp;#233;.
_ESCAPED = re.compile(rf"&lt;/?(?:\w+:)?(?:{_KNOWN}|m[a-z]+)\b[^<>]*?&gt;|&amp;#?\w{{1,30}};", re.IGNORECASE)
_ALTERNATIVES = re.compile(r"<((?:\w+:)?alternatives)\b.*?</\1>", re.DOTALL)
_TEX_MATH = re.compile(r"<((?:\w+:)?tex-math)\b[^>]*>(.*?)</\1>", re.DOTALL)
_MATH = re.compile(r"<((?:\w+:)?math)\b.*?</\1>", re.DOTALL)
_DOCUMENT = re.compile(r"\\begin\{document\}(.*)\\end\{document\}", re.DOTALL)
_SCRIPT = re.compile(r"<(?:\w+:)?(su[bp])\b[^>]*>([^<>]*)</(?:\w+:)?\1>", re.IGNORECASE)
_GLUED = re.compile(r"(?<=\w)<(i|em|italic)>(\w{3,}[^<>]*)</\1>(?=\w)")
_HEADING = re.compile(r"(?:abstract|summary)[.:]?", re.IGNORECASE)
_TWICE_DECODED = re.compile("[ÂÃÅâÐÑ][\u0080-\uffff]")
_CODE = r"[(:{]+un(?:ac|al|ap|as|av|kn)\)?|\(:\w+\)|n\.?/a\.?|[-–—?.*\s]+"
_NOBODY = re.compile(rf"{_CODE}|others|et al\.?|unknown", re.IGNORECASE)
# A space is no damaged letter: ``Ã`` may be a variable.
_CERTAIN = ftfy.TextFixerConfig(restore_byte_a0=False, replace_lossy_sequences=False)
_PLACEHOLDER = re.compile(
    rf"{_CODE}|none|null|nil|unknown|untitled|undefined|nan|tba|tbd|not available|no abstract(?: available)?\.?"
    r"|\[no title(?: available)?\]|others",
    re.IGNORECASE,
)
_SIGNS = {"emph": "*", "textit": "*", "textbf": "**", "textsuperscript": "^", "textsubscript": "~"}
_SET = re.compile(rf"\\({'|'.join(_SIGNS)})\{{([^{{}}\s$\\*^~]+(?: [^{{}}\s$\\*^~]+)*)\}}")
_COMMAND = re.compile(r"\\[A-Za-z\"'`^~=]")
_FORMULA = re.compile(FORMULA, re.DOTALL)
_CODE_SPAN = re.compile(r"(?<!`)`(?!`)(?=[^`]+`(?!`))")


def is_placeholder(text: str) -> bool:
    """Return whether a text stands for one that is not there: ``(:unav)``, ``N/A``, ``-``."""
    return _PLACEHOLDER.fullmatch(text) is not None


def is_nobody(text: str) -> bool:
    """Return whether a name stands for nobody: ``others``, ``(:unav)``. ``Nan`` and ``Null`` are names."""
    return _NOBODY.fullmatch(text) is not None


def line(text: str) -> str:
    """Return a title, name or other text of one line: formulas as ``$...$``, emphasis as Markdown, no other markup."""
    text = _formulas(_mended(text))
    whole = " ".join(_blocks(text, True)) if _TAG.search(text) else unescape(text)
    line = squeeze(without_control(whole))
    if not _COMMAND.search(line):
        return line
    line = from_tex(line)
    marked = _SET.sub(lambda match: match[2].join((_SIGNS[match[1]],) * 2), line)
    return marked if plain(marked) == plain(line) else line


def markdown(text: str, *, is_markdown: bool = False) -> str:
    """Return an abstract as Markdown in paragraphs; signs of Markdown mean themselves unless ``is_markdown``."""
    text = _formulas(_mended(text).replace("\r\n", "\n").replace("\r", "\n"))
    has_tags = _TAG.search(text) is not None
    blocks = _blocks(text, is_markdown) if has_tags else _paragraphs(unescape(text), is_markdown)
    if len(blocks) > 1 and _HEADING.fullmatch(blocks[0].strip("*")):
        blocks = blocks[1:]
    return "\n\n".join(blocks)


def mend_encoding(text: str) -> str:
    """Return a text decoded once: ``Ã©`` is ``é`` where all such letters have no other reading."""
    if text.isascii() or not _TWICE_DECODED.search(text):
        return text
    mended = ftfy.fix_encoding(text, _CERTAIN)
    return text if _TWICE_DECODED.search(mended) else mended


def _mended(text: str) -> str:
    """Return a text decoded once, its tags as tags."""
    for _ in range(3):
        if "&" not in text or not _ESCAPED.search(text):
            break
        text = _ESCAPED.sub(lambda match: unescape(match[0]), text)
    return mend_encoding(text)


def _formulas(text: str) -> str:
    if "<" not in text:
        return text
    text = _ALTERNATIVES.sub(
        lambda match: _MATH.sub("", match[0]) if "tex-math" in match[0] else match[0], text
    )
    text = _TEX_MATH.sub(lambda match: _set_off(match, _formula(_inner_tex(unescape(match[2])))), text)
    return _MATH.sub(lambda match: _set_off(match, _formula(mathml.to_tex(match[0]))), text)


def _inner_tex(text: str) -> str:
    document = _DOCUMENT.search(text)
    return squeeze(document[1] if document else text).strip("$ ")


def _formula(tex: str) -> str:
    # A sign that would be read as markup again is written as a command.
    tex = tex.replace("<", "\\lt ").replace(">", "\\gt ").replace("&", "\\& ").strip()
    return f"${tex}$" if tex else ""


def _set_off(match: re.Match[str], formula: str) -> str:
    """Return a formula with the spaces that its words around have lost: ``for<math>d</math>-complete``."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    start = " " if re.search(r"[a-z]{2}$", before[-2:]) else ""
    return f"{start}{formula}{' ' if re.match('[a-z]{2}', after) else ''}"


def _scripts(text: str) -> str:
    return _SCRIPT.sub(_script, text) if "<" in text else text


def _script(match: re.Match[str]) -> str:
    """Return a sub- or superscript in Unicode where it has the letters, else as a formula."""
    sign, table = ("_", SUBSCRIPTS) if match[1].lower() == "sub" else ("^", SUPERSCRIPTS)
    inner = squeeze(unescape(match[2]).replace("−", "-"))
    if all(char in table for char in inner):
        return "".join(table[char] for char in inner)
    mark = "~" if sign == "_" else "^"
    return f"{mark}{inner}{mark}" if inner and " " not in inner and mark not in inner else inner


def _blocks(text: str, is_markdown: bool) -> list[str]:
    """Return the paragraphs of a text with tags, as Markdown."""
    text = _scripts(_GLUED.sub(r" <\1>\2</\1> ", text))
    out, open_signs, end = [""], list[str](), 0
    for match in _TAG.finditer(text):
        piece = _escaped(unescape(text[end : match.start()]), is_markdown)
        out[-1] += piece if out[-1] or is_markdown else _no_block(piece)
        end = match.end()
        name = match[2].lower()
        if name in _BLOCKS:
            out[-1] = _closed(out[-1], open_signs)
            open_signs.clear()
            out.append("- " if name in ("li", "list-item") and not match[1] else "")
        elif (sign := _EMPHASIS.get(name)) and not match[1]:
            open_signs.append(sign)
            out[-1] += sign
        elif sign and sign in open_signs:
            open_signs.remove(sign)
            out[-1] = _emphasized(out[-1], sign)
    out[-1] = _closed(out[-1] + _escaped(unescape(text[end:]), is_markdown), open_signs)
    return [paragraph for part in out if (paragraph := squeeze(without_control(part))) not in ("", "-")]


def _emphasized(text: str, sign: str) -> str:
    """Close the last emphasis, its spaces moved outside: ``*a *`` would not be one."""
    before, _, inner = text.rpartition(sign)
    bare = inner.strip()
    if not bare or "$" in bare:
        return before + inner
    start, end = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{start}{sign}{bare}{sign}{end}"


def _closed(text: str, open_signs: list[str]) -> str:
    for sign in reversed(open_signs):
        before, _, inner = text.rpartition(sign)
        text = before + inner
    return text


def _paragraphs(text: str, is_markdown: bool) -> list[str]:
    """Return the paragraphs of a text without tags: an empty line parts them, a line break alone does not."""
    text = without_control(text)
    if is_markdown:
        return [_escaped(text.strip(), True)] if text.strip() else []
    parts = (squeeze(part) for part in re.split(r"\n[ \t]*\n", text))
    return [_no_block(_escaped(part, False)) for part in parts if part]


def _escaped(text: str, is_markdown: bool) -> str:
    """Return text outside tags as Markdown that shows the same."""
    if is_markdown:
        return text
    out, end = list[str](), 0
    for match in _FORMULA.finditer(text):
        out += [_escape(text[end : match.start()]), match[0]]
        end = match.end()
    return "".join([*out, _escape(text[end:])])


def _escape(text: str) -> str:
    if text.count("*") > 1:
        text = text.replace("*", "\\*")
    text = _CODE_SPAN.sub(r"\\textasciigrave{}", text)
    if text.count("_") > 1:
        text = re.sub(r"(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])", r"\\_", text)
    return text.replace("](", "]\\(")


def _no_block(text: str) -> str:
    """Return a paragraph that does not begin as a heading, a list or a quotation of Markdown does."""
    text = re.sub(r"^(\d+)([.)] )", r"\1\\\2", text)
    return "\\" + text if text.startswith(("#", ">", "+", "-", "* ")) else text
