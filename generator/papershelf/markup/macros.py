"""Macros that papers on mathematics define alike and abstracts then use without their definitions: a table.

Only names whose meaning nobody doubts. What is left over is shown as its source.
"""

import re

_OPERATORS = "poly polylog opt rank tr trace diag sign sgn conv supp Var Cov dist softmax".split()

MACROS: dict[str, str] = {
    **{name: rf"\operatorname{{{name}}}" for name in _OPERATORS},
    **dict.fromkeys(("OPT", "Opt"), r"\mathrm{OPT}"),
    **dict.fromkeys(("R", "RR", "real", "reals", "Real", "Reals"), r"\mathbb{R}"),
    **dict.fromkeys(("E", "EE"), r"\mathbb{E}"),
    **dict.fromkeys(("otilde", "Otilde", "Otil", "bigOtil", "tO", "tlO", "Ot"), r"\widetilde{O}"),
    **dict.fromkeys(("order", "bigO", "bigo"), "O"),
    **dict.fromkeys(("independent", "indep"), r"\perp"),
    **dict.fromkeys(("allowbreak", "tiny", "xspace", "protect", "nolinebreak"), ""),
    "N": r"\mathbb{N}",
    "Z": r"\mathbb{Z}",
    "PP": r"\mathbb{P}",
    "NP": r"\mathsf{NP}",
    "eps": r"\varepsilon",
    "ep": r"\varepsilon",
    "Tilde": r"\tilde",
    "Hat": r"\hat",
    "Bar": r"\bar",
    "wt": r"\widetilde",
    "wh": r"\widehat",
    "mat": r"\mathbf",
    "mb": r"\mathbf",
    "vct": r"\mathbf",
    "mc": r"\mathcal",
    "bb": r"\mathbb",
    "nicefrac": r"\frac",
    "half": r"\frac{1}{2}",
    "defeq": r"\triangleq",
    "textsc": r"\text",
    "mleft": r"\left",
    "mright": r"\right",
}
"""Macro without its backslash -> what it stands for."""

_FENCES = {
    "norm": (r"\lVert ", r"\rVert "),
    "abs": (r"\lvert ", r"\rvert "),
    "ceil": (r"\lceil ", r"\rceil "),
    "floor": (r"\lfloor ", r"\rfloor "),
    "set": (r"\{", r"\}"),
    "paren": ("(", ")"),
    "Paren": ("(", ")"),
}
"""Macro of one argument -> what stands around it."""

_ALPHABETS = {"c": "cal", "cal": "cal", "mathcal": "cal", "sc": "cal", "bb": "bb", "mathbb": "bb", "bf": "bf"}
"""Prefix of a letter -> its alphabet: ``\\cO`` is ``\\mathcal{O}``, ``\\bfx`` is ``\\mathbf{x}``."""

_GROUP = r"\{((?:[^{}\\]|\\.|\{(?:[^{}\\]|\\.)*\})*)\}"
_FENCED = re.compile(rf"\\({'|'.join(_FENCES)})\s*{_GROUP}", re.DOTALL)
_LETTER = re.compile(rf"\\({'|'.join(_ALPHABETS)})([A-Z]|(?<=bf)[a-z])(?![A-Za-z])")
_GLUED = re.compile(r"\\(sqrt|tilde|widetilde|mathbf|log)([A-Z])(?![A-Za-z])")  # \sqrtT: a lost space
_NAME = re.compile(r"\\([A-Za-z]+)")
_BIG = re.compile(r"\\[Bb]igg?[lmr]?\s*(?=\\[{}|])")  # the converter keeps the backslash behind it
_PERCENT = re.compile(r"(?<!\\)%")  # a sign, not a comment: there are no lines here
_TWICE = re.compile(r"\\\\(?=[A-Za-z]{2}|[{}|%])")  # a backslash that was escaped on its way here
_ROWS = re.compile(r"\\begin|\\substack|\\cases|&")


def expand(tex: str) -> str:
    """Return a formula with such macros, and what often befalls formulas on their way, in TeX's own commands.

    The result is at most a few times as long: no macro stands for another.
    """
    if "%" in tex:
        tex = _PERCENT.sub(r"\\%", tex)
    if "\\" not in tex:
        return tex
    if "\\\\" in tex and not _ROWS.search(tex):
        tex = _TWICE.sub(r"\\", tex)
    tex = _FENCED.sub(lambda match: match[2].join(_FENCES[match[1]]), _BIG.sub("", tex))
    tex = _LETTER.sub(lambda match: rf"\math{_ALPHABETS[match[1]]}{{{match[2]}}}", tex)
    tex = _GLUED.sub(r"\\\1{\2}", tex)
    return _NAME.sub(lambda match: _spaced(MACROS.get(match[1]), match[0]), tex)


def _spaced(meaning: str | None, macro: str) -> str:
    """Return the meaning of a macro, kept apart from a letter that follows the macro."""
    if meaning is None:
        return macro
    return meaning + " " if meaning[-1:].isalpha() else meaning
