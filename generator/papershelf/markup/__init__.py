"""An author's text – Markdown, formulas, TeX – as HTML, MathML, plain text and TeX."""
