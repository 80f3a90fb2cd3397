"""``{atlas-files}`` and ``{data-dictionary}``: the atlas to take along, and what its columns mean.

The files lie in ``data/`` of the built book, the JSON Schema of the source files in ``data/schema/``:
addresses that stay.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from triggerpoints.atlas import CITATION, SCHEMA_FOLDER, course_atlas, export, tables
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, table
from triggerpoints.sphinxext._nodes import details

FOLDER = "data"
SINGLE = {
    "atlas.json": "the whole atlas in one file, red flags and contraindications too",
    "datapackage.json": "the dictionary of the tables, in the Frictionless Data Package standard",
}
KILO = 1000


class AtlasFiles(CourseDirective):
    """The directive of the downloads."""

    def run(self) -> list[nodes.Node]:
        """Return a list of the files with what is in them, then how to cite them."""
        self.depends_on(*atlas_files())
        atlas = course_atlas()
        said = {
            f"{one.name}.csv": f"{_plural(one.name)}, {len(one.rows)} rows" for one in tables(atlas)
        } | SINGLE
        files = export(atlas)
        lines: list[list[nodes.Element]] = [
            [nodes.paragraph("", "", self._link(name), nodes.Text(f": {words}, {_size(files[name])}"))]
            for name, words in said.items()
        ]
        return self.mark(bullets(lines), labelled("How to cite:", nodes.Text(CITATION)), self._schemas())

    def _schemas(self) -> nodes.paragraph:
        made = labelled("JSON Schema of the text files that the atlas is written in:")
        for position, path in enumerate(sorted(SCHEMA_FOLDER.glob("*.json"))):
            made += [nodes.Text(", " if position else ""), self._link(f"schema/{path.name}")]
        return made

    def _link(self, name: str) -> nodes.reference:
        page = self.env.app.builder.get_target_uri(self.env.docname)
        address = relative_uri(page, f"{FOLDER}/{name}")
        return nodes.reference("", name.removeprefix("schema/"), refuri=address, internal=True)


class DataDictionary(CourseDirective):
    """The directive of the dictionary."""

    def run(self) -> list[nodes.Node]:
        """Return a table of columns for each table of the atlas, folded."""
        self.depends_on(*atlas_files())
        made: list[nodes.Element] = []
        for one in tables(course_atlas()):
            rows: list[list[list[nodes.Element]]] = [
                [
                    [nodes.paragraph("", "", nodes.literal(text=column.name))],
                    [nodes.paragraph(text=f"{column.words}{' A list.' if column.joined else ''}")],
                ]
                for column in one.columns
            ]
            columns = table(["Column", "What it holds"], rows, one.words)
            summary = f"{one.name}.csv: {len(one.columns)} columns"
            made.append(details("", columns, summary=summary, classes=["tp-dictionary"]))
        return self.mark(*made)


def _plural(name: str) -> str:
    return {
        "places": "marks of points on the figure",
        "imitators": "cases of a muscle that refers pain to the same area as a point",
        "zones": "areas of pain",
    }.get(name, name.replace("_", " "))


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / KILO))} kB"


def _write(app: Sphinx) -> None:
    assert app.builder is not None
    if app.builder.format != "html":
        return
    folder = Path(app.outdir, FOLDER)
    (folder / "schema").mkdir(parents=True, exist_ok=True)
    for name, content in export(course_atlas()).items():
        (folder / name).write_bytes(content)
    for path in SCHEMA_FOLDER.glob("*.json"):
        (folder / "schema" / path.name).write_bytes(path.read_bytes())


def setup(app: Sphinx) -> None:
    """Register the directives and write the files."""
    app.add_directive("atlas-files", AtlasFiles)
    app.add_directive("data-dictionary", DataDictionary)
    app.connect("builder-inited", _write)
