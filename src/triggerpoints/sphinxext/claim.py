"""``{claim} C07``: a claim of the source articles with its verdict, the reason, how sure, and citations."""

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.evidence import DATA, Evidence
from triggerpoints.sphinxext._directive import CourseDirective, labelled


class Claim(CourseDirective):
    """The directive."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the claim as a labelled group of paragraphs."""
        self.depends_on(*sorted(DATA.glob("*.toml")))
        claim = self.pick(Evidence().claims, self.arguments[0], "claim")
        group = nodes.container(classes=["tp-claim", f"tp-verdict-{claim.verdict.replace(' ', '-')}"])
        group += labelled(f"Claim {claim.id[1:]}:", nodes.Text(f"“{claim.text}.”"))
        group += nodes.paragraph(
            "",
            "",
            nodes.strong(text=f"Verdict: {claim.verdict}."),
            nodes.Text(f" How sure is the verdict: {claim.certainty}."),
            classes=["tp-claim-verdict"],
        )
        group += nodes.paragraph("", "", nodes.Text(claim.reason), *self.cited(claim.cite))
        return self.mark(group)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("claim", Claim)
