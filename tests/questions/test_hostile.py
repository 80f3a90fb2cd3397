"""One student's file can hold anything: reading, scoring and saving it again raise only what they promise."""

import json
import random

import pytest

from triggerpoints import Atlas
from triggerpoints.questions import (
    AnswersError,
    ResponseError,
    practice_sets,
    read_answers,
    read_items,
    score,
    write_answers,
)

ATOMS = [
    *("null", "true", "0", "-1", "0.5", "1e999", "-1e999", "9" * 400, "9" * 5000, "1e30", "NaN"),
    *('""', '"a"', '"left:"', '"left:ear"', '"\\ud800"', '"\\u0000"', '"\U0001f4a9"', '"x\\n<script>"'),
    *("[" * 90 + "]" * 90, "[" * 400 + "]" * 400, '{"a":' * 990 + "1" + "}" * 990, "[" * 100_000, "\xff"),
]
FIELDS = ["response", "confidence", "answered_at", "other", "\\ud800", ""]


def value(rng, depth=0):
    kind = rng.random()
    if depth > 3 or kind < 0.7:
        return rng.choice(ATOMS)
    parts = [value(rng, depth + 1) for _ in range(rng.randrange(4))]
    if kind < 0.85:
        return f"[{','.join(parts)}]"
    return "{" + ",".join(f'"{rng.choice(FIELDS)}":{part}' for part in parts) + "}"


def answers_file(rng, ids):
    entries = []
    for item in [*ids, "\\ud800", ids[0]]:
        fields = ",".join(f'"{field}":{value(rng)}' for field in rng.sample(FIELDS, 2))
        entries.append(f'"{item}":{rng.choice([value(rng), "{" + fields + "}"])}')
    head = {"format": '"triggerpoints-answers"', "version": "1", "assignment": '"x"'}
    if rng.random() < 0.2:
        head[rng.choice(list(head))] = value(rng)
    parts = [f'"{field}":{text}' for field, text in head.items()]
    kept = ",".join(rng.sample(entries, rng.randrange(1, 4)))
    return "{" + ",".join([*parts, f'"answers":{{{kept}}}']) + "}"


@pytest.mark.parametrize("seed", range(10))
def test_whatever_a_file_holds_costs_that_file_or_its_entries_only(tmp_path, seed):
    rng = random.Random(seed)
    items = read_items(practice_sets()["neck-and-head"]).item
    kinds = list({type(item): item for item in items}.values())
    atlas, path, read = Atlas(), tmp_path / "answers.json", 0
    for _ in range(200):
        path.write_text(answers_file(rng, [item.id for item in kinds]), encoding="utf-8")
        try:
            found = read_answers(path, rng.choice([None, "x"]))
        except AnswersError as error:
            assert len(str(error)) < 1_000
            continue
        read += 1
        for item in kinds:
            try:
                assert (score(item, found.response(item.id), atlas).fraction or 0) <= 1
            except ResponseError as error:
                str(error).encode("utf-8", "backslashreplace")
        if found.assignment == "x":
            write_answers(path, found)
            json.loads(path.read_bytes())
    assert read > 20
