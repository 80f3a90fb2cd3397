"""nbgrader's formgrader opens in a course we marked: a real server, real requests."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from html import unescape

import pytest
from gradebook_rows import GRADES, rows
from simulated import NAME, STUDENTS

pytestmark = [pytest.mark.nbgrader, pytest.mark.xdist_group("nbgrader")]
EXTENSION = "{'nbgrader.server_extensions.formgrader': True}"
TOKEN = "for-this-test"


@pytest.fixture(scope="module")
def server(graded, tmp_path_factory):
    """The address of a Jupyter server with the formgrader, started in the course folder."""
    home = tmp_path_factory.mktemp("home")
    log = home / "log"
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--port=0"]
    command += [f"--IdentityProvider.token={TOKEN}", f"--ServerApp.jpserver_extensions={EXTENSION}"]
    environment = os.environ | {"HOME": str(home), "JUPYTER_CONFIG_DIR": str(home)}
    with log.open("w") as file:
        process = subprocess.Popen(command, cwd=graded, env=environment, stdout=file, stderr=file)
    try:
        for _ in range(300):
            if found := re.search(r"http://127\.0\.0\.1:\d+/", log.read_text()):
                break
            time.sleep(0.1)
        else:
            pytest.fail(log.read_text())
        yield found[0]
    finally:
        process.terminate()
        process.wait(20)


def get(server, path):
    request = urllib.request.Request(server + path, headers={"Authorization": f"token {TOKEN}"})
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def test_it_lists_the_assignment_with_every_submission(server):
    (found,) = json.loads(get(server, "formgrader/api/assignments"))
    assert (found["name"], found["num_submissions"]) == (NAME, STUDENTS)


def test_it_shows_the_same_scores(server, graded):
    found = json.loads(get(server, f"formgrader/api/submissions/{NAME}"))
    points = {}
    for student, _, auto, *_ in rows(graded, GRADES):
        points[student] = points.get(student, 0) + (auto or 0)
    assert {row["student"]: row["score"] for row in found} == pytest.approx(points)
    assert all(row["autograded"] for row in found)


def test_a_submission_opens_with_the_answer_the_rubric_and_the_field_for_points(server, graded, items):
    text = items.item[-1].id
    student = next(row[0] for row in rows(graded, GRADES) if row[1] == text and row[2] is None)
    (notebook,) = [
        row["id"]
        for row in json.loads(get(server, f"formgrader/api/submitted_notebooks/{NAME}/{NAME}"))
        if row["student"] == student
    ]
    page = unescape(get(server, f"formgrader/submissions/{notebook}/"))
    source = json.loads((graded / "autograded" / student / NAME / f"{NAME}.ipynb").read_text())
    written = next(c["source"] for c in source["cells"] if c["metadata"]["nbgrader"]["grade_id"] == text)
    assert re.findall(r"\w+", written)[0] in page
    assert re.sub(r"<[^>]+>", "", page).count(items.item[-1].rubric[0][:40]) == 1
