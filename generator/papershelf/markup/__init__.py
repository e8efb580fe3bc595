"""An author's text – TeX, Markdown, HTML – read once, and given as HTML, plain text, TeX or MathML.

| from | to | function |
|---|---|---|
| a line: title, venue, tag | HTML | ``line.to_html`` |
| | plain text | ``line.plain`` |
| | TeX, for BibTeX | ``line.to_tex`` |
| Markdown: abstract, page | HTML | ``markdown.to_html``; ``to_simple_html`` without MathML |
| | plain text | ``markdown.to_lines``; ``to_text`` on one line |
| a formula | MathML | ``math.to_html`` |
| | plain text | ``tex_formula.to_plain`` |
| TeX, plain text | a line | ``line.from_tex``, ``line.literal`` |
| plain text | Markdown | ``markdown.literal`` |

All of them go through ``read``, which takes a text apart: ``spans`` finds formulas, ``html_text`` decodes tags and
names of characters, ``typography`` the signs of TeX and Markdown, ``tex_text`` commands (over ``tex_tokens``, with the
tables of ``tex_symbols``). What it finds stands in the text as ``marks``. ``macros`` are those that papers define.
"""
