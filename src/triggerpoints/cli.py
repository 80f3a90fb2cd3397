"""The command line: ``triggerpoints find``, ``items`` and ``class``."""

import click

from triggerpoints import __version__


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Trigger Point Therapy: the course's tools."""
