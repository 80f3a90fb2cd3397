"""What each field of a record means: the sentence below it in the model, for schemas and dictionaries."""

import ast
import inspect
from functools import cache
from textwrap import dedent

from msgspec import Struct


@cache
def described(record: type[Struct]) -> dict[str, str]:
    """Return the sentence of each field of ``record`` and of each of its properties, by name."""
    (tree,) = ast.parse(dedent(inspect.getsource(record))).body
    assert isinstance(tree, ast.ClassDef)
    found = {
        node.name: ast.get_docstring(node) or "" for node in tree.body if isinstance(node, ast.FunctionDef)
    }
    for field, below in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match below:
                case ast.Expr(value=ast.Constant(value=str(words))):
                    found[field.target.id] = words
    return found
