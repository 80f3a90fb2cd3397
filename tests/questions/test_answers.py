import json

import pytest

from triggerpoints.questions import Answer, Answers, AnswersError, ResponseError, read_answers, write_answers


def test_what_is_written_is_read_back_the_same(tmp_path):
    path = tmp_path / "answers.json"
    answers = Answers(
        assignment="01-neck-and-head",
        answers={
            "a": Answer(response=["left:ear"], confidence=0.6, answered_at="2026-11-21T09:00:00Z"),
            "b": Answer(response="Grüße, 肩"),
            "c": Answer(response={"view": "front", "x": 0.1, "y": 0.2}),
        },
    )
    write_answers(path, answers)
    assert read_answers(path, "01-neck-and-head") == answers
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_has_the_published_shape(tmp_path):
    path = tmp_path / "answers.json"
    write_answers(path, Answers(assignment="x", answers={"a": Answer(response=["b"])}))
    assert json.loads(path.read_text()) == {
        "format": "triggerpoints-answers",
        "version": 1,
        "assignment": "x",
        "answers": {"a": {"response": ["b"]}},
    }


GOOD = {"format": "triggerpoints-answers", "version": 1, "assignment": "x", "answers": {}}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", r"answers.json: not a whole answers file \(it breaks off .* line 1\); ask the student"),
        (b"\xff\xfe", r"not a whole answers file"),
        (b"[]", r"not an answers file of this course"),
        (b'{"format": "other"}', r"not an answers file of this course"),
        (json.dumps({**GOOD, "version": 2}).encode(), r"version 2, and this program reads version 1"),
        (json.dumps({**GOOD, "assignment": 3}).encode(), r"'assignment' must be text, not a number; ask"),
        (json.dumps({**GOOD, "assignment": "y"}).encode(), r"answers to 'y', not to 'x'"),
        (json.dumps({**GOOD, "answers": []}).encode(), r"'answers' must be a record, not a list; ask"),
        (b'{"format": NaN}', r"not a whole answers file"),
        (b" " * 2_000_001, r"larger than 2,000,000 bytes"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "answers.json"
    path.write_bytes(content)
    with pytest.raises(AnswersError, match=sentence):
        read_answers(path, "x")


def nested(depth):
    found = []
    for _ in range(depth):
        found = [found]
    return found


@pytest.mark.parametrize(
    ("entry", "phrase"),
    [
        (7, "the answer must be a record with a response, not a number"),
        (None, "the answer must be a record with a response, not nothing"),
        ({"response": ["a"], "confidence": "high"}, "its confidence must be a number from 0 to 1, not text"),
        (
            {"response": ["a"], "confidence": True},
            "its confidence must be a number from 0 to 1, not yes or no",
        ),
        *(
            ({"confidence": wrong}, "its confidence must be a number from 0 to 1, not one outside that")
            for wrong in (7, -0.1, 1e30, 10**400)
        ),
        ({"response": ["a"], "answered_at": 5}, "its time (answered_at) must be text, not a number"),
        ({"response": nested(300)}, "it has lists or records in each other, more than 100 deep"),
        ({"response": {"\ud800": 1}}, "it has half a character in its text, which no program can save"),
        ({"response": "\ud800"}, "it has half a character in its text, which no program can save"),
    ],
)
def test_one_entry_of_the_wrong_shape_costs_its_own_item_only(tmp_path, entry, phrase):
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({**GOOD, "answers": {"a": {"response": ["x"]}, "b": entry}}))
    found = read_answers(path, "x")
    assert found.answers == {"a": Answer(response=["x"])}
    assert found.unreadable == {"b": phrase}
    assert (found.response("a"), found.response("c")) == (["x"], None)
    with pytest.raises(ResponseError, match="item 'b': "):
        found.response("b")


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 5000])
def test_a_confidence_beyond_all_numbers_costs_its_own_item_only(tmp_path, number):
    path = tmp_path / "answers.json"
    entries = f'{{"a": {{"response": ["x"]}}, "b": {{"confidence": {number}}}}}'
    path.write_text(json.dumps({**GOOD, "answers": "HERE"}).replace('"HERE"', entries))
    found = read_answers(path, "x")
    assert list(found.answers) == ["a"]
    assert found.unreadable["b"].startswith("its confidence must be a number from 0 to 1")


def test_half_a_character_in_an_id_costs_that_item_only(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({**GOOD, "answers": {"a": {"response": ["x"]}, "\ud800": {}}}))
    found = read_answers(path, "x")
    assert list(found.answers) == ["a"]
    assert found.unreadable == {"\ud800": "it has half a character in its text, which no program can save"}


def test_a_number_too_long_for_any_program_is_read_and_can_be_saved(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({**GOOD, "answers": {"a": {"response": [10**400]}}}))
    write_answers(path, read_answers(path, "x"))


def test_a_folder_of_that_name_is_one_sentence(tmp_path):
    (tmp_path / "answers.json").mkdir()
    with pytest.raises(AnswersError, match=r"answers.json: cannot be read \(Is a directory\)"):
        read_answers(tmp_path / "answers.json")


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(AnswersError, match=r"answers.json: there is no such file; ask the student for it"):
        read_answers(tmp_path / "answers.json")
