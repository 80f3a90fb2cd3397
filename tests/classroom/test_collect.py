import io
import json
import os
import time
import tracemalloc
import unicodedata
import zipfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest
from commands import tp
from course_files import submitted
from simulated import NAME

from triggerpoints.classroom._moodle import Person
from triggerpoints.classroom._whose import Owner, owner
from triggerpoints.classroom._written import written_cells
from triggerpoints.questions import Answer, Answers, read_answers, write_answers

WHEN = "2026-10-05T10:00:00Z"
TEXT = "case-temple-ache-and-stiff-neck"


@pytest.fixture
def text_item(items):
    return items.item[-1].id


def answers(path, text="", when=WHEN, assignment=NAME, item=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    write_answers(
        path, Answers(assignment=assignment, answers={item: Answer(response=text, answered_at=when)})
    )
    os.utime(path, (datetime.fromisoformat(when).timestamp(),) * 2)
    return path


def collect(course, *files, code=0):
    out, said = tp("class", "collect", course, NAME, *files, code=code)
    return out, [line for line in said.splitlines() if line]


def cell(course, number, item):
    notebook = json.loads((submitted(course, number) / f"{NAME}.ipynb").read_text())
    found = [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == item]
    return ["".join(c["source"]) for c in found]


def zipped(path, *files, when=WHEN):
    """Write a zip whose files have the date ``when``, as zips do in the time of this place."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            date = datetime.fromisoformat(when).astimezone().timetuple()[:6]
            archive.writestr(zipfile.ZipInfo(name, date), data, zipfile.ZIP_DEFLATED)
    if isinstance(path, Path):
        os.utime(path, (datetime.fromisoformat(when).timestamp(),) * 2)
    return path


def test_a_bare_file_becomes_a_complete_submission(course, tmp_path, text_item):
    collect(course, answers(tmp_path / "student-000.json", "My plan", item=text_item))
    assert sorted(path.name for path in submitted(course, 0).iterdir()) == [
        f"{NAME}.ipynb",
        "answers.json",
        "collected.json",
        "timestamp.txt",
    ]
    assert cell(course, 0, text_item) == ["My plan"]
    assert (submitted(course, 0) / "timestamp.txt").read_text() == "2026-10-05 10:00:00 UTC\n"


@pytest.mark.parametrize("shape", ["folder", "zip", "zip of one", "zip in a zip", "upper case", "pattern"])
def test_every_way_of_handing_in(course, tmp_path, shape):
    raw = answers(tmp_path / "raw.json").read_bytes()
    extra = []
    if shape == "folder":
        answers(tmp_path / "in" / "student-003" / NAME / "answers.json")
        given = tmp_path / "in"
    elif shape == "zip":
        given = zipped(
            tmp_path / "all.zip",
            ("all/student-003/answers.json", raw),
            ("__MACOSX/._answers.json", b"junk"),
            ("all/student-003/items.json", b"{}"),
        )
    elif shape == "zip of one":
        given = zipped(tmp_path / "student-003.zip", ("answers.json", raw))
    elif shape == "zip in a zip":
        inner = io.BytesIO()
        zipped(inner, ("answers.json", raw))
        given = zipped(tmp_path / "all.zip", ("Student-003.zip", inner.getvalue()))
    elif shape == "upper case":
        given = answers(tmp_path / "STUDENT-003.json")
    else:
        given = zipped(
            tmp_path / "lms.zip", ("Nach_student-003_attempt_2026-10-07-08-30-00_answers.json", raw)
        )
        extra = ["--pattern", r"_(?P<student_id>student-\d+)_attempt_(?P<timestamp>[\d-]+)_"]
    collect(course, given, *extra)
    assert read_answers(submitted(course, 3) / "answers.json", NAME).assignment == NAME
    local = datetime(2026, 10, 7, 8, 30).astimezone(UTC)
    stamp = f"{local:%Y-%m-%d %H:%M:%S}" if shape == "pattern" else "2026-10-05 10:00:00"
    assert (submitted(course, 3) / "timestamp.txt").read_text() == f"{stamp} UTC\n"


def test_written_in_both_places_keeps_both(course, tmp_path, text_item):
    notebook = json.loads((course / "release" / NAME / f"{NAME}.ipynb").read_text())
    for each in notebook["cells"]:
        if each["metadata"]["nbgrader"]["grade_id"] == text_item:
            each["source"] = ["Typed in\n", "the cell"]
    home = tmp_path / "in" / "student-000"
    answers(home / "answers.json", "Typed in the question", item=text_item)
    (home / "renamed by a browser (1).ipynb").write_text(json.dumps(notebook))
    collect(course, tmp_path / "in")
    (text,) = cell(course, 0, text_item)
    assert text.startswith("Typed in the question")
    assert text.endswith("Typed in\nthe cell")


def test_a_deleted_answer_cell_gets_its_text_back(course, tmp_path, text_item):
    notebook = json.loads((course / "release" / NAME / f"{NAME}.ipynb").read_text())
    notebook["cells"] = [c for c in notebook["cells"] if c["metadata"]["nbgrader"]["grade_id"] != text_item]
    home = tmp_path / "in" / "student-000"
    answers(home / "answers.json", "My plan", item=text_item)
    (home / f"{NAME}.ipynb").write_text(json.dumps(notebook))
    collect(course, tmp_path / "in")
    assert cell(course, 0, text_item) == ["My plan"]


def test_the_newer_wins_and_the_older_is_kept(course, tmp_path):
    one = answers(tmp_path / "1" / "student-000.json", "first", "2026-10-05T10:00:00Z")
    two = answers(tmp_path / "2" / "student-000.json", "second", "2026-10-06T10:00:00+02:00")
    collect(course, one)
    assert "1 replaced" in collect(course, two)[0]
    assert "1 unchanged" in collect(course, two)[0]
    assert "1 older" in collect(course, one)[0]
    assert "second" in (submitted(course, 0) / "answers.json").read_text()
    kept = course / "earlier" / "student-000" / NAME / "2026-10-05T10-00-00Z"
    assert "first" in (kept / "answers.json").read_text()
    assert len(list(kept.parent.iterdir())) == 1


@pytest.mark.parametrize("dated", [True, False])
def test_two_attempts_in_one_folder_are_sorted_by_date_else_by_their_last_answer(course, tmp_path, dated):
    home = tmp_path / "in" / "student-000"
    answers(home / "answers.json", "late", "2026-10-06T10:00:00Z")
    answers(home / "answers (1).json", "early", "2026-10-05T10:00:00Z")
    if not dated:
        for path in home.iterdir():
            os.utime(path, (1_790_000_000,) * 2)
    collect(course, tmp_path / "in")
    assert "late" in (submitted(course, 0) / "answers.json").read_text()
    assert "early" in next((course / "earlier").rglob("answers.json")).read_text()


def test_a_notebook_alone_joins_the_answers_that_are_there(course, tmp_path):
    release = (course / "release" / NAME / f"{NAME}.ipynb").read_text()
    _, said = collect(course, write(tmp_path / "student-001.ipynb", release), code=1)
    assert said == [
        "student-001.ipynb: came without answers.json; ask student-001 (Simulated Student 001) for it."
    ]
    collect(course, answers(tmp_path / "student-001.json", "text"))
    collect(course, write(tmp_path / "again" / "student-001.ipynb", release + "\n"))
    assert "text" in (submitted(course, 1) / "answers.json").read_text()


def test_what_is_broken_is_one_sentence_each_and_kept(course, tmp_path):
    collect(course, answers(tmp_path / "ok" / "student-002.json", "good"))
    bad = [
        write(tmp_path / "stranger.json", "{}"),
        write(tmp_path / "student-001.json", "{broken"),
        write(tmp_path / "student-002.json", "{broken too"),
        answers(tmp_path / "student-003.json", assignment="02-other"),
        write(tmp_path / "broken.zip", "PK not a zip"),
        write(tmp_path / "student-004" / "photo.png", "pixels"),
        tmp_path / "missing.json",
        answers(tmp_path / "student-005.json"),
    ]
    out, said = collect(course, *bad, code=1)
    assert "7 problems" in out
    assert len(said) == 7
    for name in ("stranger", "student-001", "student-002", "student-003", "broken.zip", "photo", "missing"):
        assert len([line for line in said if name in line]) == 1, name
    # A broken file stands where there was nothing; a good submission stays.
    assert (submitted(course, 1) / "answers.json").read_text() == "{broken"
    assert "good" in (submitted(course, 2) / "answers.json").read_text()
    assert submitted(course, 5).is_dir()
    kept = {path.name for path in (course / "quarantine").rglob("*") if path.is_file()}
    assert kept == {"stranger.json", "student-002.json", "broken.zip", "photo.png"}
    assert not list(course.rglob("*.part"))


def test_a_broken_notebook_is_set_aside_and_a_clean_one_stands_in(course, tmp_path, text_item):
    home = tmp_path / "in" / "student-000"
    answers(home / "answers.json", "My plan", item=text_item)
    write(home / f"{NAME}.ipynb", '{"cells": [{"source": 7}]}')
    _, said = collect(course, tmp_path / "in", code=1)
    assert len(said) == 1
    assert "a clean notebook stands in" in said[0]
    assert cell(course, 0, text_item) == ["My plan"]
    assert list((course / "quarantine").rglob("*.ipynb"))


def test_half_characters_and_endless_nesting_stop_nobody(course, tmp_path):
    release = (course / "release" / NAME / f"{NAME}.ipynb").read_text()
    home = tmp_path / "in"
    answers(home / "student-000" / "answers.json")
    write(home / "student-000" / f"{NAME}.ipynb", release.replace("YOUR ANSWER HERE", "\\ud800"))
    write(home / "student-001" / "answers.json", "[" * 1_000_000)
    answers(home / "student-002" / "answers.json")
    write(home / "student-002" / f"{NAME}.ipynb", '{"cells":' + "[" * 1_000_000)
    _, said = collect(course, home, code=1)
    assert len(said) == 3
    out, said = tp("class", "grade", course, NAME, code=1)
    assert "2 graded" in out
    assert "student-001 (Simulated Student 001): not graded: answers.json: not a whole" in said


def test_hostile_zips_write_nothing_outside(course, tmp_path):
    raw = answers(tmp_path / "raw.json").read_bytes()
    hostile = zipped(
        tmp_path / "hostile.zip",
        ("../../../student-000/answers.json", raw),
        ("/student-001/answers.json", raw),
        ("C:\\student-002\\answers.json", raw),
        ("student-003/answers.json", b"[" * 2_500_000),
        ("student-004/answers.json", raw),
    )
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(course)}
    _, said = collect(course, hostile, code=1)
    assert len(said) == 4
    assert {path for path in tmp_path.rglob("*") if not path.is_relative_to(course)} == before
    assert submitted(course, 4).is_dir()
    assert not submitted(course, 0).exists()


def test_a_zip_member_without_a_name_stops_nobody(course, tmp_path):
    raw = answers(tmp_path / "raw.json").read_bytes()
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("", ".", "./"):
            archive.writestr(zipfile.ZipInfo(name), b"nameless")
        archive.writestr("student-000/answers.json", raw)
    _, said = collect(course, path, code=1)
    assert said == ["odd: has a file without a name; unpack it and look."] * 2
    assert submitted(course, 0).is_dir()


def test_a_zip_member_in_thousands_of_folders_stops_nobody(tmp_path):
    from triggerpoints.classroom import _incoming

    deep = zipped(tmp_path / "deep.zip", ("a/" * 30_000 + "answers.json", b"{}"))
    (found,) = _incoming.incoming(deep)
    assert found.reason == "has a file in more than 50 folders; unpack it and look"


def test_a_cell_copied_a_hundred_thousand_times_is_read_at_once():
    key = {"nbgrader": {"grade_id": "x"}}
    cells = [{"metadata": key, "source": f"{number}"} for number in range(100_000)]
    before = time.monotonic()
    assert written_cells({"cells": cells}, {"x": "stub"})["x"].startswith("0\n")
    assert time.monotonic() - before < 5


def test_damage_anywhere_in_a_zip_is_a_sentence(tmp_path):
    """Whatever zipfile raises for it: every position of a small zip, with three kinds of damage."""
    from triggerpoints.classroom import _incoming

    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            archive.writestr("student-000/answers.json", b"{}" * 9)
        good = buffer.getvalue()
        for place in range(len(good)):
            for bad in (b"\x00", b"\xff", b"", b"\x80\x7f\x01"):
                (tmp_path / "z.zip").write_bytes(good[:place] + bad + good[place + 1 :])
                assert len(list(_incoming.incoming(tmp_path / "z.zip"))) <= 1


def test_what_cannot_be_used_is_not_held_in_memory(course, tmp_path):
    from triggerpoints.classroom._collect import collect as run
    from triggerpoints.classroom._course import Course

    for number in range(30):
        path = tmp_path / "in" / "student-000" / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(os.urandom(2_000_000))
    run(Course(course), NAME, [], None)  # imports what it needs, which is memory too
    tracemalloc.start()
    try:
        done = run(Course(course), NAME, [tmp_path / "in"], None)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(done.faults) == 30
    assert peak < 20_000_000


def test_a_notebook_of_endless_depth_or_numbers_stops_nobody(course, tmp_path, text_item):
    release = json.loads((course / "release" / NAME / f"{NAME}.ipynb").read_text())
    for number, value in enumerate(['"x":' + "[" * 400 + "]" * 400, '"x":' + "9" * 400, '"x":1e999']):
        home = tmp_path / "in" / f"student-{number:03d}"
        answers(home / "answers.json", "My plan", item=text_item)
        text = json.dumps({**release, "metadata": {"HERE": 1, **release["metadata"]}})
        (home / f"{NAME}.ipynb").write_text(text.replace('"HERE": 1', value))
    _, said = collect(course, tmp_path / "in", code=1)
    assert len(said) == 1
    assert "more than 100 deep; a clean notebook stands in for it" in said[0]
    out, _ = tp("class", "grade", course, NAME)
    assert "3 graded" in out


def test_names_that_cannot_be_stored_stop_nobody(course, tmp_path):
    raw = answers(tmp_path / "raw.json").read_bytes()
    odd = zipped(
        tmp_path / "odd.zip",
        ("x", b"a file"),
        ("x/y", b"in a folder of its name"),
        ("n" * 400 + ".txt", b"long"),
        ("\x1b[2Jz.txt", b"steers a terminal"),
        ("student-000/answers.json", raw),
    )
    _, said = collect(course, odd, code=1)
    assert len(said) == 4
    assert not any("\x1b" in line for line in said)
    kept = {path.read_bytes() for path in (course / "quarantine").rglob("*") if path.is_file()}
    assert kept == {b"a file", b"in a folder of its name", b"long", b"steers a terminal"}
    assert submitted(course, 0).is_dir()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_zip_is_one_sentence(course, tmp_path, method):
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("student-000/answers.json", bytes(range(256)) * 20)
    data = bytearray(path.read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(data)
    _, said = collect(course, path, code=1)
    assert len(said) == 1
    assert "cannot be unpacked" in said[0]


def test_a_time_in_the_future_does_not_keep_later_work_out(course, tmp_path):
    home = tmp_path / "in" / "student-000" / NAME
    answers(home / "answers.json", "first", "2026-10-05T10:00:00Z")
    write(home / "timestamp.txt", "2999-01-01 00:00:00 UTC")
    collect(course, tmp_path / "in")
    later = answers(tmp_path / "student-000.json", "second", "2026-10-06T10:00:00Z")
    assert "1 replaced" in collect(course, later)[0]


def test_letters_with_accents_taken_apart_are_the_same_name():
    apart = unicodedata.normalize("NFD", "Åse")
    path = PurePosixPath(f"{apart}.json")
    assert owner(path, {"Åse": Person()}, None) == Owner("Åse", path)


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path):
    from triggerpoints.classroom import _incoming

    bomb = zipped(tmp_path / "bomb.zip", ("student-000/answers.json", b"0" * (_incoming.MAX_FILE + 1)))
    assert bomb.stat().st_size < 100_000
    (found,) = _incoming.incoming(bomb)
    assert isinstance(found, _incoming.Refused)
    assert "unpacks to more than" in found.reason


def test_what_all_files_of_a_zip_unpack_to_is_counted(tmp_path, monkeypatch):
    from triggerpoints.classroom import _incoming

    monkeypatch.setattr(_incoming, "MAX_ZIP", 1_000)
    many = zipped(tmp_path / "many.zip", *((f"{number}.json", b"0" * 400) for number in range(4)))
    found = list(_incoming.incoming(many))
    assert [isinstance(part, _incoming.Refused) for part in found] == [False, False, True, True]


def test_a_link_in_a_folder_is_not_followed(course, tmp_path):
    secret = write(tmp_path / "elsewhere" / "student-000.json", answers(tmp_path / "raw.json").read_text())
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "student-000.json").symlink_to(secret)
    _, said = collect(course, tmp_path / "in", code=1)
    assert said == ["in/student-000.json: a link; hand in the file itself."]
    assert not submitted(course, 0).exists()


@pytest.mark.parametrize("pattern", ["(", r"(?P<name>\w+)"])
def test_a_bad_pattern_is_one_sentence(course, tmp_path, pattern):
    _, said = collect(course, answers(tmp_path / "student-000.json"), "--pattern", pattern, code=1)
    assert len(said) == 1
    assert "--pattern" in said[0]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path
