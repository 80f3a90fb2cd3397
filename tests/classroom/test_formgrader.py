"""nbgrader's formgrader opens in a course we marked: a real server, real requests."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from html import unescape
from html.parser import HTMLParser

import pytest
from commands import nbgrader, tp
from gradebook_rows import GRADES, rows
from simulated import NAME, STUDENTS

pytestmark = pytest.mark.nbgrader
EXTENSION = "{'nbgrader.server_extensions.formgrader': True}"
TOKEN = "for-this-test"
TEXT = "case-temple-ache-and-stiff-neck"


HOSTILE = """<script>alert(1)</script> <img src=x onerror=alert(2)>

<svg/onload=alert(3)> [link](javascript:alert(4)) $\\href{javascript:alert(5)}{x}$

<div class="tex2jax_process" style="position:fixed" onclick="alert(6)">**Bold** plan</div>

I ask *first*."""


@pytest.fixture(scope="module")
def graded(graded, tmp_path_factory):
    """The marked course, with one student who typed a hostile answer and one who saved it."""
    course = tmp_path_factory.mktemp("hostile") / "course"
    shutil.copytree(graded, course)
    for student, name in (("student-001", "answers.json"), ("student-002", f"{NAME}.ipynb")):
        path = course / "submitted" / student / NAME / name
        data = json.loads(path.read_text())
        if name == "answers.json":
            data["answers"][TEXT] = {"response": HOSTILE}
        else:
            for cell in data["cells"]:
                if cell["metadata"]["nbgrader"]["grade_id"] == TEXT:
                    cell["source"] = HOSTILE
        path.write_text(json.dumps(data))
    tp("class", "grade", course, NAME)
    return course


def answers(port):
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


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
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", log.read_text())
            # The address is logged before anybody answers there.
            if found and answers(int(found[1])):
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


def submission(server, student):
    (notebook,) = [
        row["id"]
        for row in json.loads(get(server, f"formgrader/api/submitted_notebooks/{NAME}/{NAME}"))
        if row["student"] == student
    ]
    return get(server, f"formgrader/submissions/{notebook}/")


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
    page = unescape(submission(server, student))
    source = json.loads((graded / "autograded" / student / NAME / f"{NAME}.ipynb").read_text())
    written = next(c["source"] for c in source["cells"] if c["metadata"]["nbgrader"]["grade_id"] == text)
    assert re.findall(r"\w+", written)[0] in page
    code = re.sub(r"<[^>]+>", "", page)
    for number, line in enumerate(items.item[-1].rubric, start=1):
        assert f"# {number}. {line[:40]}" in code
    assert f"# ONE GOOD ANSWER\n# {items.item[-1].model_answer[:40]}" in code
    assert max(len(line) for line in code[code.index("# RUBRIC") :].splitlines()) < 110


class Tags(HTMLParser):
    """Every tag in a page, with its attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def assert_harmless(page):
    assert "Bold" in page
    assert "I ask <em>first</em>." in page
    assert "alert(1)" in page  # shown, as text
    for tag, attributes in Tags(page).found:
        assert "alert" not in str(attributes), tag
        assert "tex2jax_process" not in (attributes.get("class") or "")
    assert "alert" not in "".join(re.findall(r"<script.*?</script>", page, re.DOTALL))


@pytest.mark.parametrize("student", ["student-001", "student-002"])
def test_what_a_student_wrote_never_runs(server, student):
    page = submission(server, student)
    assert_harmless(page)
    assert 'class="tex2jax_ignore"' in page
    inputs = [attributes.get("id") for tag, attributes in Tags(page).found if tag == "input"]
    assert TEXT in inputs
    assert f'id="{TEXT}-comment"' in page


def test_nor_in_nbgraders_own_feedback(graded):
    nbgrader(graded, "generate_feedback", NAME, "--student", "student-001")
    assert_harmless((graded / "feedback" / "student-001" / NAME / f"{NAME}.html").read_text())


@pytest.mark.browser
def test_a_real_browser_runs_nothing_of_it(server, chromium):
    context = chromium.new_context(extra_http_headers={"Authorization": f"token {TOKEN}"})
    page = context.new_page()
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.set_content(submission(server, "student-001"))
    page.wait_for_timeout(500)
    assert said == []
    assert page.locator(f"input#{TEXT}").count() == 1
    context.close()
