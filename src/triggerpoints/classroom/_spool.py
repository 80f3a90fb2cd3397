"""Bytes kept on disk and read again when they are wanted: the notebooks of 600 students need no memory."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self


class Spool:
    """One nameless file in ``folder``, gone when the spool is closed, also after a crash."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 closed with the spool

    def put(self, data: bytes) -> Callable[[], bytes]:
        """Keep ``data``; return what reads it again."""
        start = self._file.seek(0, 2)
        self._file.write(data)
        return partial(self._get, start, len(data))

    def _get(self, start: int, size: int) -> bytes:
        self._file.seek(start)
        return self._file.read(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
