"""What stands below the fields of a class in its source: the one place where a field is explained."""

import ast
import inspect
from itertools import pairwise


def field_docs(kind: type) -> dict[str, str]:
    """Return the explanation of each field of ``kind`` that has one: field -> one line of text, code in backticks."""
    (definition,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(definition, ast.ClassDef)
    return {
        field.target.id: plain(text.value.value)
        for field, text in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    }


def plain(docstring: object) -> str:
    """Return a docstring as one line that is read outside the code."""
    return " ".join(str(docstring).replace("``", "`").split())
