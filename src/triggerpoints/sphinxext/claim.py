"""``{claim} C07``: a claim of the source articles with its verdict, the reason, how sure, and citations.

Its number leads to the claim on the page of the fact-check, where the book has it.
"""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from triggerpoints.evidence import DATA, course_evidence
from triggerpoints.sphinxext._directive import CourseDirective
from triggerpoints.sphinxext._facts import anchor, slug, verdict_mark


class Claim(CourseDirective):
    """The directive."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the claim as a labelled group of paragraphs."""
        self.depends_on(*sorted(DATA.glob("claims/*.toml")))
        claim = self.pick(course_evidence().claims, self.arguments[0], "claim")
        group = nodes.container(classes=["tp-claim", f"tp-verdict-{slug(claim.verdict)}"])
        link = pending_xref(
            "",
            nodes.inline(text=f"Claim {claim.id}"),
            refdomain="std",
            reftype="ref",
            reftarget=anchor(claim.id),
            refexplicit=True,
            refwarn=False,
            refdoc=self.env.docname,
        )
        group += nodes.paragraph("", "", nodes.strong("", "", link), nodes.Text(f": {claim.text}."))
        group += nodes.paragraph(
            "",
            "",
            nodes.strong(text="Verdict:"),
            nodes.Text(" "),
            verdict_mark(claim.verdict),
            nodes.Text(f". How sure is the verdict: {claim.certainty}."),
            classes=["tp-claim-verdict"],
        )
        group += nodes.paragraph("", "", nodes.Text(claim.reason), *self.cited(claim.cite))
        return self.mark(group)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("claim", Claim)
