"""TeX's names of letters, symbols and accents, and the Unicode characters they stand for: tables only."""

from unicodedata import lookup


def _words(text: str) -> list[str]:
    return text.split()


_GREEK = _words(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lamda mu nu xi pi rho sigma tau upsilon "
    "phi chi psi omega"
)

_SYMBOLS = _words(r"""
leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡
propto ∝ prec ≺ preceq ≼ succ ≻ succeq ≽ lesssim ≲ gtrsim ≳ triangleq ≜ doteq ≐ asymp ≍ in ∈ notin ∉ ni ∋
subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ bigcup ⋃ bigcap ⋂ setminus ∖ emptyset ∅ varnothing ∅
times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ circledast ⊛ wedge ∧
land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ sum ∑ prod ∏ int ∫ oint ∮ partial ∂ nabla ∇ infty ∞ forall ∀ exists ∃
angle ∠ perp ⊥ bot ⊥ top ⊤ parallel ∥ mid | vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ | ‖ langle ⟨
rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ←
leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ iff ⇔ Leftrightarrow ⇔ mapsto ↦ uparrow ↑ downarrow ↓
hookrightarrow ↪ rightharpoonup ⇀ rightsquigarrow ⇝ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … ell ℓ
hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘ prime ′ dagger † ddagger ‡ degree ° triangle △ square □ Box □ diamond ⋄
Diamond ◇ checkmark ✓ varepsilon ε vartheta ϑ varphi φ varrho ϱ varsigma ς varpi ϖ ss ß o ø O Ø
ae æ AE Æ oe œ OE Œ aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ S § P ¶ copyright ©
pounds £ textregistered ® texttrademark ™ textbackslash \ textasciitilde ~ textasciicircum ^ textbar |
textless < textgreater > textmu µ texttimes × textdegree ° textpm ± textellipsis … textsection § textbullet •
texteuro € euro € eg e.g. ie i.e. etc etc. LaTeX LaTeX TeX TeX textminus − textordfeminine ª textordmasculine º
textbraceleft { textbraceright } textunderscore _ textdollar $ textpercent %
textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
textquotesingle ' textasciigrave ` lbrace { rbrace } lbrack [ rbrack ] colon : backslash \
""")

SYMBOLS: dict[str, str] = {
    **dict(zip(_SYMBOLS[::2], _SYMBOLS[1::2], strict=True)),
    **{name.replace("lamda", "lambda"): lookup(f"GREEK SMALL LETTER {name}") for name in _GREEK},
    **{
        name.replace("lamda", "lambda").capitalize(): lookup(f"GREEK CAPITAL LETTER {name}")
        for name in _GREEK
    },
}
"""Command without its backslash -> character."""

FUNCTIONS = frozenset(
    _words(
        "log ln exp sin cos tan sinh cosh tanh min max inf sup lim limsup liminf arg argmin argmax det "
        "dim ker deg gcd Pr mod bmod var cov"
    )
)
"""Commands that stand for their own name, set off by spaces."""

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "tilde": "\u0303", "widetilde": "\u0303", "hat": "\u0302", "widehat": "\u0302",
    "bar": "\u0304", "overline": "\u0305", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300", "mathring": "\u030a",
}  # fmt: skip
"""Accent command -> combining character, which follows the letter."""

STYLED = {
    "emph": "emphasis", "textit": "emphasis", "textsl": "emphasis", "textbf": "strong", "texttt": "code",
    "textsuperscript": "sup", "textsubscript": "sub",
}  # fmt: skip
"""Commands of one argument -> the style (of ``marks``) that they give it."""

DECLARATIONS = {
    **dict.fromkeys(_words("em it sl itshape slshape"), "emphasis"),
    **dict.fromkeys(_words("bf bfseries"), "strong"),
    **dict.fromkeys(_words("tt ttfamily"), "code"),
    **dict.fromkeys(_words("rm sf sc small footnotesize normalfont scshape sffamily rmfamily"), ""),
}
"""Commands for the rest of their group -> the style that they give it, if any."""

STYLES = frozenset(
    _words(
        "textrm textsc textsf textup textmd textnormal text mbox hbox underline uline url mathcal mathscr "
        "mathrm mathbf mathit mathsf mathtt mathfrak mathnormal boldsymbol bm mathop mathds ensuremath "
        "phantom smash boxed cal pmb enquote"
    )
)
"""Commands whose argument stays and whose effect on its looks is lost."""

REFERENCES = frozenset(
    _words(
        "cite citep citet citealp citealt citeauthor citeyear citeyearpar autocite parencite textcite ref eqref "
        "cref Cref autoref label footnotemark thanks vspace hspace vskip hskip"
    )
)
"""Commands that go with their argument: what it names is not in the text."""

LISTS = {"itemize": "- ", "enumerate": "1. ", "description": "- "}
"""Environments that are lists -> Markdown's sign of an item."""

ENVIRONMENTS = frozenset(_words("center abstract quote quotation flushleft flushright small document"))
"""Environments that say nothing in a text alone."""

IGNORED = frozenset(
    _words(
        "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr middle displaystyle textstyle "
        "scriptstyle limits nolimits centering noindent xspace protect mathbin mathrel boldmath par "
        "leavevmode relax"
    )
)
"""Commands that say nothing once the text is plain."""

LETTERS = frozenset(
    _words("ss o O ae AE oe OE aa AA l L i j dh DH th TH dj DJ ng NG textquotedblleft textquoteleft")
)
"""Commands for letters and what stands before them, which end where a space does: ``Stra\\ss e``."""

BLACKBOARD = dict(zip("CEHNPQRZ1", "ℂ𝔼ℍℕℙℚℝℤ𝟙", strict=True))

SUPERSCRIPTS = {
    **dict(zip("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True)),
    **dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)),
    **dict(zip("ABDEGHIJKLMNOPRTUVW", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", strict=True)),
    **dict(zip("βγδθφχ", "ᵝᵞᵟᶿᵠᵡ", strict=True)),
    "*": "*", "∗": "*", "⋆": "⋆", "′": "′", "∘": "°", "⊤": "ᵀ", "†": "†", "−": "⁻",
}  # fmt: skip
SUBSCRIPTS = {
    **dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True)),
    **dict(zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)),
    **dict(zip("βγρφχ", "ᵦᵧᵨᵩᵪ", strict=True)),
}
