"""``{people}``: who stands behind this copy of the course, and where to write to, from ``book/people.toml``.

The same file fills the foot of every page (:mod:`.page_info`).
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from triggerpoints._records import ContentError
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, linked
from triggerpoints.sphinxext._people import Author, People, read_people

UNNAMED = "No person has put a name to it yet."
NO_ADDRESS = "This copy names no address: ask whoever gave it to you."


class Who(CourseDirective):
    """The authors in a list and the address, or sentences that say what is missing."""

    def run(self) -> list[nodes.Node]:
        """Return a list of people or a sentence, then the address or a sentence."""
        self.depends_on(people_file(self.config, self.env.srcdir))
        found: People = self.config.triggerpoints_people_read
        who: nodes.Element = bullets([[_one(author)] for author in found.author])
        return self.mark(
            who if found.author else nodes.paragraph(text=UNNAMED),
            labelled("Write to:", linked(found.contact, found.address))
            if found.contact
            else nodes.paragraph(text=NO_ADDRESS),
        )


def people_file(config: Config, source: Path | str) -> Path:
    """Return where the people of the course in folder ``source`` are written down."""
    return Path(source, config.triggerpoints_people)


def _one(author: Author) -> nodes.paragraph:
    rest = f"{author.profession}; {author.affiliation}. Interests: {author.interests}."
    return labelled(f"{author.name}.", nodes.Text(rest))


def _read(app: Sphinx, config: Config) -> None:
    try:
        people = read_people(people_file(config, app.srcdir))
    except ContentError as error:
        raise ConfigError(str(error)) from None
    config.triggerpoints_people_read = people


def setup(app: Sphinx) -> None:
    """Register the directive and its file; a change of the file writes every page again."""
    app.add_directive("people", Who)
    app.add_config_value("triggerpoints_people", "book/people.toml", "html", [str])
    app.add_config_value("triggerpoints_people_read", People(), "html", [People])
    app.connect("config-inited", _read)
