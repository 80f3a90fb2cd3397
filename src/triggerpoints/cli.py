"""The command line: ``triggerpoints find``, ``zones``, ``sources``, ``atlas``, ``items`` and ``class``.

Each command imports what it needs when it runs, so that ``triggerpoints --help`` is quick.
"""

import sys
from pathlib import Path
from typing import Any, NoReturn

import click
import msgspec

from triggerpoints import __version__
from triggerpoints._records import ContentError


class _Lazy(click.Group):
    """A group whose ``class`` command is imported only when it is used: nbgrader is slow to import."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "class"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name != "class":
            return super().get_command(ctx, cmd_name)
        from triggerpoints.classroom.cli import class_group

        return class_group


@click.group(cls=_Lazy)
@click.version_option(__version__)
def cli() -> None:
    """Trigger Point Therapy: an interactive, evidence-graded course."""


def main() -> None:
    """Run the command line; bad content, or a file that cannot be used, is one sentence and exit code 1."""
    try:
        cli()
    except ContentError as error:
        _fail(str(error))
    except OSError as error:
        _fail(
            f"{error.filename or 'A file'}: {error.strerror}; check the path, its rights and the free space."
        )


@cli.command()
@click.argument("zones", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of words.")
def find(zones: tuple[str, ...], as_json: bool) -> None:
    """Name red flags first, then candidate muscles, for the ZONEs where it hurts."""
    from triggerpoints.atlas import ACTIONS, Atlas
    from triggerpoints.atlas import find as find_muscles

    atlas = Atlas()
    try:
        finding = find_muscles(atlas, zones)
    except KeyError as error:
        _fail(error.args[0] + ".")
    if as_json:
        _print_json(finding)
        return
    click.echo("Ask first. A yes means: do this before anything else.")
    for flag in finding.red_flags:
        click.echo(f"  {flag.id}  {' '.join(flag.questions)}  -> {ACTIONS[flag.action].heading}")
    click.echo("\nOnly when every answer is no: muscles described as referring pain here, best match first.")
    for essential, title in ((True, "Main area (essential)"), (False, "Sometimes also (spillover)")):
        group = [candidate for candidate in finding.muscles if candidate.essential is essential]
        if group:
            click.echo(f" {title}")
        for candidate in group:
            click.echo(f"  {candidate.score:>2}  {candidate.id:<28} {candidate.why}")
    click.echo("\nThe patterns descend from one manual; the order is a list to think with, not a diagnosis.")


@cli.command()
def zones() -> None:
    """List the pain zones: the words that ``find`` takes."""
    from triggerpoints.atlas import Atlas

    for zone in Atlas().zones.values():
        click.echo(f"{zone.id:<20} {zone.name}")


@cli.command()
def sources() -> None:
    """Count the statements of the atlas that rest on two sources, on one, or on none.

    One line a field of the muscles, then the places and the referral of their trigger points. "left
    out" are muscles without the statement, and points whose place no source gives: not published.
    """
    from triggerpoints.atlas import Atlas, support

    read = Atlas()
    read.check()
    click.echo(f"{'':<12} {'2 or more':>9} {'1':>5} {'none':>5} {'left out':>9}")
    for row in support(read):
        click.echo(f"{row.field:<12} {row.several:>9} {row.one:>5} {row.none:>5} {row.left_out:>9}")


@cli.group()
def atlas() -> None:
    """Take the atlas along: as tables, as JSON."""


@atlas.command("export")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["csv", "json"]),
    help="csv: a file a table and their dictionary; json: one file. Both when not given.",
)
@click.option("-o", "folder", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
def export_atlas(formats: tuple[str, ...], folder: Path) -> None:
    """Write the atlas as files for other programs (CC BY 4.0)."""
    from triggerpoints.atlas import EXPORT_FORMATS, Atlas, export

    folder.mkdir(parents=True, exist_ok=True)
    for name, content in export(Atlas(), formats or EXPORT_FORMATS).items():
        (folder / name).write_bytes(content)
        click.echo(folder / name)


@cli.group()
def items() -> None:
    """Look at the questions of the course."""


@items.command("list")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def list_items(files: tuple[Path, ...], as_json: bool) -> None:
    """List the items of the practice sets, or of item FILES."""
    rows = [
        {
            "set": item_set.id,
            "id": item.id,
            "type": item.__struct_config__.tag,
            "objective": item.objective,
            "cite": list(item.cite),
            "explain": item.explain,
            "generated": item.generated,
        }
        for _, item_set in _item_sets(files)
        for item in item_set.item
    ]
    if as_json:
        _print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['set']:<24} {row['id']:<36} {row['type']:<8} {row['objective']}")


@items.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check_items(files: tuple[Path, ...]) -> None:
    """Run the content's own tests on the practice sets, or on item FILES: one line a fault."""
    from triggerpoints.atlas import Atlas
    from triggerpoints.evidence import Evidence
    from triggerpoints.questions import check

    atlas, citations = Atlas(), Evidence().references
    faults = [
        f"{path}: {fault}"
        for path, item_set in _item_sets(files)
        for fault in check(item_set, atlas, citations)
    ]
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)
    click.echo("No fault found.")


def _item_sets(files: tuple[Path, ...]) -> list[tuple[Path, Any]]:
    from triggerpoints.questions import practice_sets, read_items

    return [(path, read_items(path)) for path in files or practice_sets().values()]


def _print_json(data: Any) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(data), indent=2).decode())


def _fail(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(1)
