"""``{fact-check} answer`` and ``{fact-check} claims``: every claim of the two source articles, judged.

.. code-block:: md

   ```{fact-check} claims
   ```

``answer`` is one paragraph: how many claims there are of each verdict. ``claims`` is a folded table of the
verdicts by topic, and then a section a topic with its claims, each under an anchor such as ``claim-c07``. It
is whole without a script; where scripts run, ``facts.js`` adds the search and the choices above all of this,
and makes each number of the table a link to the claims that it counts.
"""

from collections import Counter
from collections.abc import Mapping
from typing import get_args
from urllib.parse import urlencode

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain

from triggerpoints.evidence import DATA, Claim, Topic, Verdict, course_evidence
from triggerpoints.sphinxext._directive import CourseDirective, labelled, table
from triggerpoints.sphinxext._facts import anchor, fact, fact_bar, fact_count, fact_title, slug, verdict_mark
from triggerpoints.sphinxext._nodes import details, load_with

TOPICS: tuple[Topic, ...] = get_args(Topic)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
# What the answer says of each verdict, after a number of claims.
HOW_MANY = {
    "supported": "{} hold as they stand",
    "partly supported": "{} hold in part",
    "contested": "{} are contested",
    "unsupported": "for {} we found no support",
    "wrong": "{} are wrong",
}


class FactCheck(CourseDirective):
    """The directive."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the answer in a paragraph, or the table and the claims."""
        self.depends_on(*sorted(DATA.glob("claims/*.toml")), *sorted(DATA.glob("references/*.toml")))
        make = self.pick({"answer": self._answer, "claims": self._claims}, self.arguments[0], "part")
        return self.mark(*make(course_evidence().claims))

    def _answer(self, claims: Mapping[str, Claim]) -> list[nodes.Element]:
        counted = Counter(claim.verdict for claim in claims.values())
        said = [HOW_MANY[verdict].format(counted[verdict]) for verdict in VERDICTS]
        text = f"Of the {len(claims)} claims, {', '.join(said[:-1])}, and {said[-1]}."
        return [nodes.paragraph("", "", nodes.strong(text=text))]

    def _claims(self, claims: Mapping[str, Claim]) -> list[nodes.Element]:
        domain = self.env.get_domain("std")
        assert isinstance(domain, StandardDomain)
        for claim in claims.values():
            name = anchor(claim.id)
            domain.note_hyperlink_target(name, self.env.docname, name, f"claim {claim.id}")
        listed = sorted(claims.values(), key=lambda claim: claim.id)
        by_topic = {topic: [claim for claim in listed if claim.topic == topic] for topic in TOPICS}
        return [
            fact_bar(total=len(claims)),
            details("", _summary(by_topic), summary="The verdicts by topic, counted"),
            *[self._topic(topic, those) for topic, those in by_topic.items()],
        ]

    def _topic(self, topic: Topic, claims: list[Claim]) -> nodes.section:
        name = f"topic-{slug(topic)}"
        facts = [self._fact(claim) for claim in claims]
        return nodes.section("", nodes.title(text=topic), *facts, ids=[name], names=[name])

    def _fact(self, claim: Claim) -> fact:
        name = anchor(claim.id)
        called = f"{claim.id}, {claim.verdict}: {claim.text}"
        made = fact(ids=[name], topic=slug(claim.topic), verdict=slug(claim.verdict), called=called)
        number = nodes.reference("", claim.id, refid=name, internal=True, classes=["tp-fact-id"])
        made += fact_title("", "", number, nodes.Text(f" {claim.text}."))
        made += labelled(
            "Verdict:",
            verdict_mark(claim.verdict),
            nodes.Text(". How sure we are of this verdict: "),
            nodes.strong(text=claim.certainty),
            nodes.Text("."),
        )
        made += labelled("Why:", nodes.Text(claim.reason), *self.cited(claim.cite))
        made += labelled("You might say:", nodes.Text(f"“{claim.say}”"))
        return made


def _summary(by_topic: Mapping[Topic, list[Claim]]) -> nodes.table:
    every = [claim for claims in by_topic.values() for claim in claims]
    rows = [_row(nodes.Text("All topics"), every, {})]
    for topic, claims in by_topic.items():
        link = nodes.reference("", topic, refid=f"topic-{slug(topic)}", internal=True)
        rows.append(_row(link, claims, {"topic": slug(topic)}))
    title = f"How many of the {len(every)} claims have which verdict"
    made = table(["Topic", "Claims", "Verdicts"], rows, title)
    made["classes"].append("tp-fact-summary")
    return made


def _row(title: nodes.Node, claims: list[Claim], choice: dict[str, str]) -> list[list[nodes.Element]]:
    counted = Counter(claim.verdict for claim in claims)
    parts: list[nodes.Node] = []
    for verdict in VERDICTS:
        if counted[verdict]:
            number = nodes.inline(text=str(counted[verdict]), classes=["tp-fact-count"])
            part = fact_count(choice=urlencode({**choice, "verdict": slug(verdict)}))
            part += [verdict_mark(verdict), nodes.Text(": "), number]
            parts += [nodes.Text(" "), part] if parts else [part]
    cells: list[list[nodes.Node]] = [[title], [nodes.Text(str(len(claims)))], parts]
    return [[nodes.paragraph("", "", *cell)] for cell in cells]


def setup(app: Sphinx) -> None:
    """Register the directive, and its script and style on the page that has it."""
    app.add_directive("fact-check", FactCheck)
    load_with(app, fact, "facts.js", "fact_check.css")
