"""Every set of the course, and every rule on an item that breaks it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import triggerpoints.atlas
from triggerpoints import Atlas, Evidence
from triggerpoints.atlas import Muscle, View
from triggerpoints.questions import Item, ItemSet, check, practice_sets, read_items, release, score
from triggerpoints.questions._check import wrong_responses
from triggerpoints.questions._lint import lint
from triggerpoints.questions.types import TYPES, Choice, Muscles, Text, Zones, muscles
from triggerpoints.questions.types.choice import Option

FIGURES = Path(triggerpoints.atlas.__file__).parent / "figure"
ASSIGNMENTS = Path(__file__).parents[2] / "notebooks" / "assignments"
FILES = [*practice_sets().values(), *sorted(ASSIGNMENTS.glob("*/items.toml"))]
SETS = {read_items(path).id: read_items(path) for path in FILES}
ITEMS = [pytest.param(item, id=f"{name}/{item.id}") for name, items in SETS.items() for item in items.item]
REGION = ("head", "neck", "shoulder", "upper back", "chest")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas()


@pytest.mark.parametrize("name", SETS)
def test_set_has_no_fault(name: str, atlas: Atlas) -> None:
    assert check(SETS[name], atlas, Evidence().references) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name + "/" + path.stem)
def test_id_is_the_name_of_the_file(path: Path) -> None:
    assert read_items(path).id == (path.stem if path.parent.name == "sets" else path.parent.name)
    assert read_items(path).kind == ("practice" if path.parent.name == "sets" else "graded")


def test_no_item_is_practised_and_graded() -> None:
    ids = [item.id for items in SETS.values() for item in items.item]
    prompts = [item.prompt for items in SETS.values() for item in items.item]
    assert len(set(ids)) == len(ids)
    assert len(set(prompts)) == len(prompts)


def test_nothing_retracted_is_cited() -> None:
    references = Evidence().references
    cited = {key for items in SETS.values() for item in items.item for key in item.cite}
    assert not [key for key in cited if references[key].retracted]


@pytest.mark.parametrize("item", ITEMS)
def test_key_scores_full_and_nothing_else_does(item: Item, atlas: Atlas) -> None:
    if isinstance(item, Text):
        assert score(item, item.model_answer, atlas).status == "ungraded"
        return
    assert score(item, TYPES[type(item)].key_response(item), atlas).fraction == 1
    assert score(item, None, atlas).status == "blank"
    wrong = wrong_responses(item)
    assert len(wrong) >= 2
    assert all(score(item, response, atlas).fraction < 1 for response in wrong)


@pytest.mark.parametrize("items", SETS.values(), ids=SETS)
def test_released_copy_keeps_the_secrets(items: ItemSet) -> None:
    released = str(release(items))
    for item in items.item:
        secrets = [item.explain, *getattr(item, "rubric", ()), getattr(item, "model_answer", "")]
        secrets += [option.feedback for option in getattr(item, "options", ())]
        secrets += getattr(item, "feedback", {}).values()
        assert not [secret for secret in secrets if secret and secret in released]


def essential_in_region(zone: str) -> Callable[[Atlas], set[str]]:
    return lambda atlas: {m.id for m in atlas.muscles.values() if m.region in REGION and zone in m.essential}


def starting(where: Callable[[Muscle], bool]) -> Callable[[Atlas], set[str]]:
    return lambda atlas: {m.id for m in atlas.muscles.values() if where(m)}


# What each item about muscles asks, said again as a question to the atlas.
ASKED_MUSCLES: dict[str, Callable[[Atlas], set[str]]] = {
    "who-refers-to-the-temple": essential_in_region("head_temporal"),
    "who-refers-to-the-back-of-the-neck": essential_in_region("neck_back"),
    "strap-from-the-breastbone": starting(
        lambda m: "sternum" in m.origin.text and "Mastoid" in m.insertion.text
    ),
    "lifter-of-the-blade": starting(
        lambda m: "C1 to C4" in m.origin.text and m.insertion.text.startswith("Superior angle")
    ),
    "ache-in-the-front-of-the-shoulder": starting(
        lambda m: "shoulder_front" in m.essential and "fossa" in m.origin.text
    ),
    "for-study-and-left-untouched": starting(
        lambda m: m.region in REGION and not any(point.pressed for point in m.trigger_points)
    ),
    "feather-light-at-the-side-of-the-neck": starting(
        lambda m: m.region == "neck" and m.palpation is not None and "supervised" in m.palpation.text
    ),
    "lifted-away-from-the-artery": starting(
        lambda m: m.palpation is not None and m.palpation.text.startswith("Pincer grip only")
    ),
}
# Items about pain maps: the points (or the whole muscle) asked for.
ASKED_POINTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "map-of-upper-trapezius-point-1": ("trapezius_superior", ("T01",)),
    "map-of-the-sternal-head": ("scm_sternal", ("T05",)),
    "map-of-levator-scapulae": ("levator_scapulae", ("T14", "T15")),
    "map-of-the-suboccipital-group": ("suboccipitales", ("T10",)),
    "map-far-from-the-muscle": ("infraspinatus", ("T19", "T20")),
    "map-of-temporalis-point-1": ("temporalis", ("T09",)),
    "map-of-the-clavicular-head": ("scm_clavicular", ("T06",)),
    "map-of-supraspinatus": ("supraspinatus", ("T18",)),
    "the-back-point-of-a-hip-muscle": ("gluteus_minimus", ("T39",)),
    "map-of-the-deep-masseter": ("masseter", ("T08",)),
}


@pytest.mark.parametrize("item", [p for p in ITEMS if isinstance(p.values[0], Muscles)])
def test_muscle_keys_agree_with_the_atlas(item: Muscles, atlas: Atlas) -> None:
    assert {pick.partition(":")[2] for pick in item.key} == ASKED_MUSCLES[item.id](atlas)
    assert len({pick.partition(":")[2] for pick in item.key}) == len(item.key)


@pytest.mark.parametrize("item", [p for p in ITEMS if isinstance(p.values[0], Zones) and p.values[0].muscle])
def test_zone_keys_agree_with_the_atlas(item: Zones, atlas: Atlas) -> None:
    muscle, points = ASKED_POINTS[item.id]
    asked = [point for point in atlas.muscles[muscle].trigger_points if point.id in points]
    assert len(asked) == len(points)
    side = item.muscle.partition(":")[0]
    assert item.muscle == f"{side}:{muscle}"
    assert f"the {side}" in item.prompt
    assert set(item.key) == {f"{side}:{zone}" for point in asked for zone in point.essential}
    spillover = {zone for point in asked for zone in point.spillover} - set(atlas.muscles[muscle].essential)
    for zone in spillover & set(item.feedback):
        assert "spillover" in item.feedback[zone]


@pytest.mark.parametrize("item", [p for p in ITEMS if isinstance(p.values[0], Muscles | Zones)])
def test_the_first_view_shows_part_of_the_key(item: Muscles | Zones) -> None:
    kind = "muscle" if isinstance(item, Muscles) else "zone"
    drawn = {
        view: set(re.findall(rf'data-{kind}="(\w+)"', (FIGURES / f"{view}.svg").read_text(encoding="utf-8")))
        for view in get_args(View)
    }
    names = {part.partition(":")[2] for part in item.key}
    assert names & drawn[item.view]
    assert names <= set().union(*drawn.values())


@pytest.mark.parametrize("item", [p for p in ITEMS if p.values[0].id.startswith("who-refers")])
def test_feedback_on_muscles_agrees_with_the_atlas(item: Muscles, atlas: Atlas) -> None:
    zone = "head_temporal" if "temple" in item.id else "neck_back"
    for muscle, text in item.feedback.items():
        assert zone not in atlas.muscles[muscle].essential
        assert ("spillover" in text) == (zone in atlas.muscles[muscle].spillover)


def good() -> Choice:
    return Choice(
        id="a",
        objective="Name the muscle",
        prompt="A client has pain in the upper back between the blades. Where do you look first?",
        explain="Because.",
        cite=("X2000",),
        options=(
            Option(id="a", text="At the blade", feedback="One two three four five six seven eight."),
            Option(
                id="b", text="At the chest", correct=True, feedback="One two three four five six seven eight."
            ),
            Option(id="c", text="At the elbow", feedback="One two three four five six seven eight."),
        ),
    )


def with_texts(*texts: str) -> Choice:
    """The good item with other option texts; the second is the key."""
    item = good()
    options = [
        Option(id=letter, text=text, correct=letter == "b", feedback=item.options[0].feedback)
        for letter, text in zip("abcdefgh", texts, strict=False)
    ]
    return _but(item, options=tuple(options))


def _but(item: Choice, **changes: object) -> Choice:
    fields = {name: getattr(item, name) for name in item.__struct_fields__}
    return Choice(**(fields | changes))


def test_a_good_item_passes() -> None:
    assert lint(good()) == []


BAD = {
    "clearly the longest": with_texts("At a rib", "At the long and thin muscle", "At the hip"),
    "only the right option is hedged": with_texts("At the blade", "Likely chest", "On the elbow"),
    "a wrong option says 'always'": with_texts("Always here", "At the chest", "On the elbow"),
    "in the right option alone": with_texts("At the hips", "At the upper", "On the nose"),
    "option 'c' is negative": with_texts("At the blade", "At the chest", "Not the chest"),
    "combines other options": with_texts("All of these", "At the chest", "On the elbow"),
    "vague word 'often'": with_texts("At the blade", "At the chest", "Often elbow"),
    "options are long": with_texts(*[f"{letter} {'word ' * 13}{letter}" for letter in "abc"]),
    "vary too much": with_texts("At", "At the blades", "On the outer edge of the blade"),
    "not in alphabetical order": with_texts("On the elbow", "At the chest", "At the blade"),
    "give 3 to 5": with_texts("At the blade", "At the chest"),
    "is contained in": with_texts("Blade", "Chest", "The blade"),
    "question marks": _but(good(), prompt=good().prompt + " And then?"),
    "short beside the options": _but(good(), prompt="Where?"),
    "fewer than 8 words": _but(
        good(), options=(Option(id="z", text="At a rib", feedback="No."), *good().options)
    ),
    "is negative ('not')": _but(good(), prompt="The upper back hurts. Which place do you not look at first?"),
    "60 are enough": _but(good(), prompt="word " * 70 + "?"),
    "leans on another item": _but(good(), prompt="As in the previous question, where do you look first?"),
    "no explain": _but(good(), explain=""),
    "no cite": _but(good(), cite=()),
}


@pytest.mark.parametrize("fault", BAD)
def test_each_rule_finds_its_fault(fault: str) -> None:
    assert any(fault in line for line in lint(BAD[fault])), lint(BAD[fault])


def test_muscle_item_must_not_tell_its_key(atlas: Atlas) -> None:
    item = Muscles(
        id="find-masseter",
        objective="o",
        prompt="Pick it.",
        explain="e",
        cite=("X",),
        key=("left:masseter",),
        feedback={"masseter": "This is the one, so there is no reason to say more."},
    )
    assert any("says 'masseter'" in line for line in lint(item))
    assert any("feedback for 'masseter'" in line for line in lint(item))


def test_one_muscle_is_asked_for_only_where_the_key_has_one(atlas: Atlas) -> None:
    one = Muscles(
        id="m", objective="o", prompt="Pick it.", key=("left:masseter", "right:masseter"), single=True
    )
    assert not any("single" in fault for fault in muscles.faults(one, atlas))
    two = msgspec.structs.replace(one, sides="exact")
    assert "'single' is set but the key has 2 muscles" in muscles.faults(two, atlas)


def test_check_reports_set_faults_and_unknown_citations(atlas: Atlas) -> None:
    always_second = tuple(_but(good(), id=f"item-{number}") for number in range(5))
    lines = check(
        ItemSet(
            format="triggerpoints-items", version=1, id="s", title="t", kind="practice", item=always_second
        ),
        atlas,
        {"Y2000"},
    )
    assert any(line.startswith("s: 5 of 5 keys are option 2") for line in lines)
    assert any("more than 3 keys in a row" in line for line in lines)
    assert sum("cites 'X2000'" in line for line in lines) == 5


def test_check_reports_a_key_that_cannot_be_scored(atlas: Atlas) -> None:
    item = Zones(id="z", objective="o", prompt="Mark it.", explain="e", cite=("X",), key=("left:nowhere",))
    items = ItemSet(format="triggerpoints-items", version=1, id="s", title="t", kind="graded", item=(item,))
    assert any("there is no zone 'nowhere'" in line for line in check(items, atlas, {"X"}))
