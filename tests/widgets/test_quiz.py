import json
import shutil

import msgspec
import pytest

from triggerpoints import Quiz
from triggerpoints._records import ContentError
from triggerpoints.questions import practice_sets, read_answers, read_items, release

ANSWER = {"response": ["a"], "confidence": 0.6, "answered_at": "2026-11-21T10:00:00Z"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def released(folder):
    """A released set as a student has it: ``items.json`` without keys."""
    items = release(read_items(practice_sets()["neck-and-head"]))
    (folder / "items.json").write_bytes(msgspec.json.encode(items))
    return folder


def test_a_practice_set_is_judged_and_keeps_its_answers_beside_the_notebook(folder):
    quiz = Quiz("neck-and-head")
    assert quiz.props["judged"] is True and quiz.props["notice"] == ""
    assert quiz.assets["citations"]["Simons1999"] == {"label": "Simons et al., 1999", "url": ""}
    assert not (folder / "answers").exists()
    quiz.answers = {"one": ANSWER}
    assert read_answers(folder / "answers" / "practice-neck-and-head.json").answers["one"].response == ["a"]
    assert Quiz("neck-and-head").answers == {"one": ANSWER}


def test_practice_can_keep_nothing(folder):
    quiz = Quiz("neck-and-head", answers=None)
    quiz.answers = {"one": ANSWER}
    assert list(folder.iterdir()) == []


def test_a_released_set_records_and_has_no_key(released):
    quiz = Quiz.from_file("items.json")
    assert quiz.props["judged"] is False
    assert "explain" not in json.dumps(quiz.props["set"])
    assert quiz.assets["citations"] == {}
    quiz.answers = {"one": ANSWER}
    saved = json.loads((released / "answers.json").read_text())
    assert saved == {
        "format": "triggerpoints-answers",
        "version": 1,
        "assignment": "neck-and-head",
        "answers": {"one": ANSWER},
    }


def test_a_later_chdir_does_not_move_the_file(released, monkeypatch):
    quiz = Quiz.from_file("items.json")
    (released / "elsewhere").mkdir()
    monkeypatch.chdir(released / "elsewhere")
    quiz.answers = {"one": ANSWER}
    assert (released / "answers.json").exists()
    assert list((released / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{broken", "not a whole answers file"),
        ('{"mine": 1}', "not an answers file of this course"),
        ('{"format": "triggerpoints-answers", "version": 2, "assignment": "neck-and-head"}', "version 2"),
        ('{"format": "triggerpoints-answers", "version": 1, "assignment": "other"}', "answers to 'other'"),
    ],
)
def test_a_file_that_is_not_ours_is_set_aside_and_said_so(released, content, fault):
    (released / "answers.json").write_text(content)
    (released / "answers.set-aside-1.json").write_text("an older one")
    quiz = Quiz.from_file("items.json")
    assert quiz.answers == {}
    assert quiz.props["notice"].startswith("answers.json: ") and fault in quiz.props["notice"]
    assert "kept as answers.set-aside-2.json" in quiz.props["notice"]
    quiz.answers = {"one": ANSWER}
    assert (released / "answers.set-aside-2.json").read_text() == content
    assert (released / "answers.set-aside-1.json").read_text() == "an older one"
    assert read_answers(released / "answers.json").answers["one"].response == ["a"]


def test_one_entry_that_is_no_answer_leaves_the_others_and_a_copy(released):
    Quiz.from_file("items.json").answers = {"one": ANSWER}
    path = released / "answers.json"
    data = json.loads(path.read_text())
    data["answers"]["two"] = {"response": ["a"], "confidence": "high"}
    path.write_text(json.dumps(data))
    raw = path.read_text()
    for _ in range(2):  # the same file makes one copy
        quiz = Quiz.from_file("items.json")
        assert list(quiz.answers) == ["one"]
        assert "the answer to two cannot be read; answer again" in quiz.props["notice"]
    quiz.answers = {**quiz.answers, "three": ANSWER}
    assert list(read_answers(path).answers) == ["one", "three"]
    assert [(p.name, p.read_text()) for p in released.glob("*set-aside*")] == [
        ("answers.set-aside-1.json", raw)
    ]


def test_what_is_not_an_answer_is_not_written_and_said_so(released):
    quiz = Quiz.from_file("items.json")
    quiz.answers = {"one": ANSWER, "two": 3, "three": {"confidence": "very"}}
    assert set(read_answers(released / "answers.json").answers) == {"one"}
    assert quiz.props["notice"].startswith("The answer to two, three could not be saved")
    quiz.answers = {"one": ANSWER}
    assert quiz.props["notice"] == ""


def test_half_a_character_in_an_id_loses_no_other_answer(released):
    quiz = Quiz.from_file("items.json")
    quiz.answers = {"one": ANSWER, "tw\ud800": ANSWER, "three": {"response": 10**30}}
    assert set(read_answers(released / "answers.json").answers) == {"one"}
    assert quiz.props["notice"].startswith("The answer to tw?, three could not be saved")


def test_the_same_notebook_open_twice_keeps_the_answers_of_both(released):
    first, second = Quiz.from_file("items.json"), Quiz.from_file("items.json")
    first.answers = {"one": ANSWER}
    second.answers = {"two": ANSWER}
    first.answers = {"one": {**ANSWER, "response": ["b"]}}
    kept = read_answers(released / "answers.json").answers
    assert kept["one"].response == ["b"]
    assert kept["two"].response == ["a"]


def test_answers_that_cannot_be_saved_are_said_so_and_saved_when_it_works_again(released):
    quiz = Quiz.from_file("items.json", answers="folder/answers.json")
    (released / "folder").write_text("a file where the folder should be")
    quiz.answers = {"one": ANSWER}
    assert "could not be saved to answers.json" in quiz.props["notice"]
    (released / "folder").unlink()
    quiz.answers = {"one": ANSWER, "two": ANSWER}
    assert quiz.props["notice"] == ""
    assert set(read_answers(released / "folder" / "answers.json").answers) == {"one", "two"}


def test_errors_name_what_exists(folder):
    with pytest.raises(
        ValueError, match="there is no practice set 'neck-and-heat'; did you mean 'neck-and-head'"
    ):
        Quiz("neck-and-heat")
    with pytest.raises(TypeError, match=r"Quiz\(\) has no argument 'answer'; did you mean 'answers'"):
        Quiz("neck-and-head", answer="x")
    with pytest.raises(ContentError, match=r"nowhere\.json: there is no such file"):
        Quiz.from_file("nowhere.json")
    shutil.copy(practice_sets()["neck-and-head"], folder / "items.json")
    with pytest.raises(ContentError, match="not valid JSON"):
        Quiz.from_file("items.json")


def test_without_a_widget_viewer_it_is_the_questions_in_words(folder):
    quiz = Quiz("neck-and-head")
    words = quiz._repr_mimebundle_()[0]["text/plain"]
    first = quiz.props["set"]["item"][0]
    assert f"1. {first['prompt']}" in words and f"   - {first['options'][0]['text']}" in words
    assert "feedback" not in words
