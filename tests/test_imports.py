"""The core is light: it runs in Pyodide, so it must not pull in heavy packages."""

import subprocess
import sys

import pytest

HEAVY = ("numpy", "scipy", "pandas", "plotly", "nbgrader", "sphinx", "matplotlib", "statsmodels")


def loaded_after(code):
    probe = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("from triggerpoints import Atlas; Atlas()", (*HEAVY, "anywidget", "click")),
        ("from triggerpoints import Evidence; Evidence().check()", (*HEAVY, "anywidget", "click")),
        ("import triggerpoints.questions", (*HEAVY, "anywidget", "click")),
        ("from triggerpoints import BodyMap, Quiz", HEAVY),
    ],
)
def test_core_imports_nothing_heavy(code, absent):
    loaded = loaded_after(code)
    assert not loaded & set(absent)


def test_an_unknown_public_name_is_an_attribute_error_that_lists_the_names():
    import triggerpoints

    with pytest.raises(AttributeError, match="Atlas, BodyMap, Evidence, Quiz"):
        _ = triggerpoints.Muscle


def test_rooms_import_only_upwards():
    """The arrows of CONTRIBUTING.md: a room may import the rooms above it, nothing private of them."""
    import ast
    from pathlib import Path

    package = Path(triggerpoints_folder())
    may = {
        "atlas": {"atlas"},
        "evidence": {"evidence"},
        "animations": {"animations", "atlas", "evidence"},
        "questions": {"questions", "atlas", "evidence"},
        "widgets": {"widgets", "questions", "atlas", "evidence"},
        "sphinxext": {"sphinxext", "animations", "widgets", "questions", "atlas", "evidence"},
        "classroom": {"classroom", "questions", "atlas", "evidence"},
    }
    for room, allowed in may.items():
        for path in (package / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                names = []
                if isinstance(node, ast.ImportFrom) and node.module:
                    names = [node.module]
                elif isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                for name in names:
                    parts = name.split(".")
                    if parts[0] == "triggerpoints" and len(parts) > 1 and (package / parts[1]).is_dir():
                        assert parts[1] in allowed, f"{path.name} in {room} imports {name}"
                        private = any(part.startswith("_") for part in parts[2:])
                        assert parts[1] == room or not private, f"{path.name} in {room} imports {name}"


def triggerpoints_folder():
    import triggerpoints

    return triggerpoints.__path__[0]
