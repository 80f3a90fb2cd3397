"""``{evidence-map}``: every finding as a row that leads to its source, with filters for what there is."""

import re
from html import unescape

from triggerpoints import Evidence
from triggerpoints.evidence import citation

EVIDENCE = Evidence()
FIELDS = ("modality", "condition", "outcome", "against", "certainty", "design")


def test_the_map_has_every_finding_with_its_source_and_filters_for_what_there_is(build):
    built = build(index="```{evidence-map}\n```\n\n```{bibliography}\n```\n")
    assert built.warnings == ""
    html = built.page()
    for finding in EVIDENCE.findings.values():
        row = re.search(rf'<tr[^>]* id="finding-{finding.id}"[^>]*>.*?</tr>', html, re.S)[0]
        for field in FIELDS:
            assert f'data-{field}="{getattr(finding, field)}"' in row
        text = plain(re.sub(r"<[^>]+>", "", row))
        assert plain(finding.words) in text
        assert re.search(rf"<strong>{finding.result.capitalize()}\.?</strong>", row)
        assert f"{finding.result}. {finding.result}" not in text.lower()  # it is said once
        assert plain(finding.why) in text
        assert plain(finding.note) in text
        assert all(f'href="#finding-{other}"' in row for other in finding.disagrees)
        assert ("Points elsewhere:" in text) == bool(finding.disagrees)
        url = citation(EVIDENCE.references[finding.cite])["url"]
        assert f'href="{url or "#id"}' in unescape(row)  # what has no address is in the bibliography
        in_row = plain(EVIDENCE.references[finding.cite].title) in text
        assert in_row or url  # and named in its row, so that nobody has to go there
    for field in FIELDS:
        select = re.search(rf'<select id="evidence-{field}".*?</select>', html, re.S)[0]
        offered = set(re.findall(r'<option value="([^"]+)"', select))
        assert offered == {getattr(one, field) for one in EVIDENCE.findings.values()}
        assert f'<label for="evidence-{field}">' in html
    assert html.count("triggerpoints/evidence_map.js") == html.count("charts.js") == 1
    assert re.search(rf'role="img" aria-label="Chart\. [^"]*{len(EVIDENCE.findings)} findings: ', html)
    folds = re.findall(
        r'<details class="tp-details tp-fold" id="treatment-([^"]+)" open>.*?</summary>', html, re.S
    )
    assert sorted(folds) == sorted({one.modality for one in EVIDENCE.findings.values()})
    heat = [one.result for one in EVIDENCE.findings.values() if one.modality == "heat"]
    line = f"{len(heat)} findings: {heat.count('better')} better, "
    assert f' <span class="tp-line">{line}' in html


def plain(text):
    """Return ``text`` without what the typesetter changes: kinds of quotes and dashes, and white space."""
    return " ".join(re.sub("[‘’“”\"'–-]", "", unescape(text)).split())
