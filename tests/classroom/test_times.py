"""When a submission was handed in: who says so, and that no student can."""

import json
import os
import shutil
import time
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

import pytest
from commands import tp
from course_files import DUE, EARLY, LATE, handed_in, report, submitted
from gradebook_rows import change, rows
from simulated import NAME

from triggerpoints.classroom._moodle import Person
from triggerpoints.classroom._whose import compile_pattern, owner

PATTERN = ("--pattern", r"_(?P<student_id>student-\d+)_attempt_(?P<timestamp>[\d-]+)")


def zipped(path, name, data, inside, outside):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name, inside.astimezone().timetuple()[:6]), data)
    os.utime(path, (outside.timestamp(),) * 2)
    return path


def marked(course, *files, code=0):
    change(course, "update assignment set duedate = ?", f"{DUE:%Y-%m-%d %H:%M:%S.000000}")
    tp("class", "collect", course, NAME, *files, code=code)
    tp("class", "grade", course, NAME, code=1)  # "any" is no question
    row = report(course)["student-000"]
    return row["time is from"], row["handed in (UTC)"], row["hours late"]


def is_now(when):
    return abs(datetime.now(UTC) - datetime.fromisoformat(when).replace(tzinfo=UTC)) < timedelta(minutes=5)


def said(when):
    return f"{when:%Y-%m-%d %H:%M:%S}"


def test_what_a_student_writes_into_the_answers_decides_nothing(course, tmp_path):
    """The answers claim to be early, the file is late."""
    found = marked(course, handed_in(tmp_path / "student-000.json", LATE))
    assert found == ("the file's date", said(LATE), "2")
    (stored,) = rows(course, "select timestamp from submitted_assignment")
    assert stored[0].startswith(said(LATE))


def test_a_time_in_the_name_counts_before_everything(course, tmp_path):
    home = tmp_path / "Nach_student-000_attempt_2026-10-05-10-30-00"
    handed_in(home / NAME / "answers.json", LATE)
    (home / NAME / "timestamp.txt").write_text("2026-10-05 11:00:00 UTC")
    local = datetime(2026, 10, 5, 10, 30).astimezone(UTC)
    assert marked(course, home, *PATTERN)[:2] == ("the file's name", said(local))


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2026-10-05-10-30-00", "2026-10-05 01:30:00"),
        ("2026-10-05", "2026-10-04 15:00:00"),
        ("20261005T103000Z", "2026-10-05 10:30:00"),
        ("2026-10-05 10-30 UTC", "2026-10-05 10:30:00"),
        ("2026-10-05T10-30-00+0200", "2026-10-05 08:30:00"),
        ("2026-10-05T10-30-00.5-05:30", "2026-10-05 16:00:00"),
    ],
)
def test_a_time_in_the_name_is_of_this_place_unless_it_says_a_zone(monkeypatch, written, when):
    pattern = compile_pattern(r"^(?P<student_id>\w+)_(?P<timestamp>.*)\.json$")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        found = owner(PurePosixPath(f"s1_{written}.json"), {"s1": Person()}, pattern)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert said(found.when) == when


def test_a_name_from_the_future_is_not_believed(course, tmp_path):
    home = tmp_path / "Nach_student-000_attempt_2999-10-05-10-30-00"
    handed_in(home / "answers.json", LATE)
    assert marked(course, home, *PATTERN) == ("the file's date", said(LATE), "2")


def test_with_a_pattern_too_a_students_own_zip_decides_nothing(course, tmp_path):
    data = handed_in(tmp_path / "raw.json", EARLY).read_bytes()
    own = zipped(tmp_path / "own.zip", "answers.json", data, EARLY, EARLY)
    name = "Nach_student-000_attempt.zip"
    whole = zipped(tmp_path / "class.zip", name, own.read_bytes(), LATE, LATE)
    pattern = r"_(?P<student_id>student-\d+)_attempt"
    assert marked(course, whole, "--pattern", pattern)[:2] == ("the file's date", said(LATE))


def forged(course, given):
    """Collect ``given``, which has a forged timestamp.txt; return what decided instead."""
    change(course, "update assignment set duedate = ?", f"{DUE:%Y-%m-%d %H:%M:%S.000000}")
    _, faults = tp("class", "collect", course, NAME, given, code=1)
    assert "timestamp.txt: a time that the student can have written; it decides nothing." in faults
    assert len(faults.splitlines()) == 1
    tp("class", "grade", course, NAME, code=1)
    return report(course)["student-000"]["time is from"]


@pytest.mark.parametrize("inside", ["", f"{NAME}/"])
def test_a_timestamp_in_a_students_own_zip_decides_nothing(course, tmp_path, inside):
    own = tmp_path / "student-000.zip"
    with zipfile.ZipFile(own, "w") as archive:
        archive.writestr(f"{inside}answers.json", handed_in(tmp_path / "raw.json", EARLY).read_bytes())
        archive.writestr(f"{inside}timestamp.txt", "2026-10-05 09:00:00 UTC")
    os.utime(own, (LATE.timestamp(),) * 2)
    assert forged(course, own) == "the file's date"
    assert report(course)["student-000"]["hours late"] == "2"


@pytest.mark.parametrize("inside", ["", NAME])
def test_a_timestamp_in_moodles_folder_decides_nothing(course, tmp_path, inside):
    home = tmp_path / "moodle" / "Simulated Student 000_4711_assignsubmission_file" / inside
    handed_in(home / "answers.json", LATE)
    (home / "timestamp.txt").write_text("2026-10-05 09:00:00 UTC")
    assert forged(course, tmp_path / "moodle").startswith("unknown (Moodle)")


def test_nbgraders_timestamp_counts_before_the_files_date(course, tmp_path):
    home = tmp_path / "student-000" / NAME
    handed_in(home / "answers.json", LATE)
    (home / "timestamp.txt").write_text("2026-10-05 11:00:00 UTC\n")
    assert marked(course, home.parent) == ("timestamp.txt", "2026-10-05 11:00:00", "")


def test_a_date_in_the_future_is_the_time_of_collecting(course, tmp_path):
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    source, when, _ = marked(course, handed_in(tmp_path / "student-000.json", tomorrow))
    assert source == "the time of collecting"
    assert is_now(when)


def test_the_dates_inside_a_students_own_zip_decide_nothing(course, tmp_path):
    data = handed_in(tmp_path / "raw.json", EARLY).read_bytes()
    own = zipped(tmp_path / "student-000.zip", "answers.json", data, EARLY, LATE)
    assert marked(course, own)[:2] == ("the file's date", said(LATE))


def test_the_dates_inside_the_zip_of_a_whole_class_count(course, tmp_path):
    data = handed_in(tmp_path / "raw.json", EARLY).read_bytes()
    whole = zipped(tmp_path / "class.zip", "student-000/answers.json", data, EARLY, LATE)
    assert marked(course, whole)[:2] == ("the file's date", said(EARLY))
    # A student's own zip in that of the class: the date that the class's zip has for it.
    own = zipped(tmp_path / "own.zip", "answers.json", data + b"\n", EARLY, EARLY)
    whole = zipped(tmp_path / "class.zip", "student-000.zip", own.read_bytes(), LATE, LATE)
    assert marked(course, whole)[:2] == ("the file's date", said(LATE))


def test_the_dates_of_moodles_zip_are_those_of_its_download(course, tmp_path):
    data = handed_in(tmp_path / "raw.json", EARLY).read_bytes()
    name = "Simulated Student 000_4711_assignsubmission_file/answers.json"
    source, when, late = marked(course, zipped(tmp_path / "moodle.zip", name, data, LATE, LATE))
    assert source.startswith("unknown (Moodle)")
    assert (when, late) == ("", "")
    assert rows(course, "select timestamp from submitted_assignment") == [(None,)]


def test_a_time_of_an_earlier_hand_in_says_nothing_about_a_later_one(course, tmp_path):
    marked(course, handed_in(tmp_path / "student-000.json", EARLY))
    data = handed_in(tmp_path / "raw.json", LATE).read_bytes() + b"\n"
    name = "Simulated Student 000_4711_assignsubmission_file/answers.json"
    marked(course, zipped(tmp_path / "moodle.zip", name, data, LATE, LATE))
    assert rows(course, "select timestamp from submitted_assignment") == [(None,)]


def test_a_folder_that_others_filled_has_the_time_that_nbgrader_reads(course, tmp_path):
    handed_in(submitted(course, 0) / "answers.json", LATE)
    tp("class", "grade", course, NAME, code=1)
    assert report(course)["student-000"]["time is from"].startswith("unknown (no timestamp.txt)")
    (submitted(course, 0) / "timestamp.txt").write_text("2026-10-05 09:00:00 UTC")
    tp("class", "grade", course, NAME, code=1)
    row = report(course)["student-000"]
    assert (row["time is from"], row["handed in (UTC)"]) == ("timestamp.txt", "2026-10-05 09:00:00")


def test_a_time_put_right_by_hand_is_said_to_be_so(course, tmp_path):
    marked(course, handed_in(tmp_path / "student-000.json", LATE))
    (submitted(course, 0) / "timestamp.txt").write_text("2026-10-05 11:59:00 UTC\n")
    tp("class", "grade", course, NAME, code=1)
    row = report(course)["student-000"]
    assert (row["time is from"], row["hours late"]) == ("timestamp.txt", "")


@pytest.mark.parametrize(("first", "second"), [(EARLY, LATE), (LATE, EARLY)])
def test_the_same_files_again_keep_the_earlier_time(course, tmp_path, first, second):
    path = handed_in(tmp_path / "student-000.json", first)
    marked(course, path)
    os.utime(path, (second.timestamp(),) * 2)
    assert marked(course, path)[:2] == ("the file's date", said(EARLY))
    assert not (course / "earlier").exists()


def test_submissions_of_one_course_can_be_collected_into_another(course, tmp_path):
    marked(course, handed_in(tmp_path / "student-000.json", LATE))
    old = shutil.copytree(course / "submitted", tmp_path / "old")
    assert json.loads((submitted(course, 0) / "collected.json").read_text())["file"] == "student-000.json"
    shutil.rmtree(course / "submitted")
    assert marked(course, old)[:2] == ("timestamp.txt", said(LATE))
