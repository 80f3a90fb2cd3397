"""Write JSON that people can read, quickly: the standard library's indented form is slow."""

from pathlib import Path

import msgspec


def write_json(path: Path, data: object) -> None:
    """Write ``data`` to ``path`` as UTF-8 with one space of indentation."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n")
