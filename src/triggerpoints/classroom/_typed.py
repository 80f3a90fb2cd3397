"""Commands in messages, as they can be pasted into the terminal in which this one was typed."""

import os
import shlex
import shutil
import sys
from pathlib import Path


def typed(*words: object, program: str = "triggerpoints", folder: Path | None = None) -> str:
    """Return a command line; with ``folder``, one that changes to it first."""
    line = shlex.join([_found(program, absolute=folder is not None), *map(str, words)])
    return f"cd {shlex.quote(str(folder))} && {line}" if folder else line


def _found(program: str, absolute: bool) -> str:
    """Return the program's bare name where PATH leads to ours, else the path that does."""
    own = Path(sys.executable).with_name(program)
    there = shutil.which(program)
    if not own.is_file() or (there and os.path.samefile(there, own)):
        return program
    inside = own.is_relative_to(Path.cwd()) and not absolute
    return str(own.relative_to(Path.cwd()) if inside else own)
