from pathlib import Path

import pytest
from small_atlas import FLAG, SOURCES, ZONE, muscle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Zones a to e, red flags RF1 (a), RF2 (any), RF3 (a and b), one muscle file."""
    for name in ("muscles", "red_flags", "sources", "zones"):
        (tmp_path / name).mkdir()
    (tmp_path / "sources" / "books.toml").write_text(SOURCES)
    (tmp_path / "zones" / "all.toml").write_text("\n".join(ZONE.format(id=id) for id in "abcde"))
    flags = {"RF1": ["a"], "RF2": [], "RF3": ["a", "b"]}
    (tmp_path / "red_flags" / "all.toml").write_text(
        "\n".join(FLAG.format(id=id, zones=zones) for id, zones in flags.items())
    )
    (tmp_path / "muscles" / "head.toml").write_text(muscle("first", (["a"], ["b"])))
    return tmp_path
