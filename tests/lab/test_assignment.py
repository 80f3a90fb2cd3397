"""The massage student's way: open the released notebook, answer, come back later, hand in."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from triggerpoints.questions import read_answers

pytestmark = pytest.mark.lab
ASSIGNMENT = "01-neck-and-head"


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    course = tmp_path_factory.mktemp("class") / "course"
    for command in (["new", course], ["release", course, ASSIGNMENT]):
        subprocess.run(
            [Path(sys.executable).with_name("triggerpoints"), "class", *map(str, command)], check=True
        )
    return course / "release" / ASSIGNMENT


def open_and_run(page, address):
    page.goto(f"{address}/lab/tree/{ASSIGNMENT}.ipynb?reset")
    page.locator(".jp-NotebookPanel").wait_for(timeout=90_000)
    page.get_by_text("| Idle").wait_for(timeout=90_000)  # "run all" before the kernel is there runs nothing
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).first.click()
    quiz = page.locator(".tp-quiz").first
    quiz.locator("[data-item]").first.wait_for(timeout=90_000)
    return quiz


def test_answers_are_kept_in_a_file_and_come_back_after_a_reload(lab, open_page, released):
    address, folder = lab
    shutil.copytree(released, folder, dirs_exist_ok=True)
    page = open_page(width=1400, height=1000)
    quiz = open_and_run(page, address)
    item = quiz.locator("[data-item]:visible").first
    item_id = item.get_attribute("data-item")
    option = item.locator("input[type=radio], input[type=checkbox]").first
    value = option.get_attribute("value")
    option.check()

    path = folder / "answers.json"
    for _ in range(100):
        if path.exists() and item_id in json.loads(path.read_text())["answers"]:
            break
        page.wait_for_timeout(100)
    saved = read_answers(path, ASSIGNMENT)
    assert saved.answers[item_id].response == [value]
    assert saved.answers[item_id].answered_at

    # The released quiz records and never judges: no button could tell, and no key is in the page.
    assert quiz.locator("button[data-action=check]").count() == 0
    assert quiz.locator("[data-result]").count() == 0

    again = open_page(width=1400, height=1000)
    page.close()
    quiz = open_and_run(again, address)
    assert quiz.locator(".tp-resumed").inner_text().startswith("You answered 1 of ")
    quiz.locator(f"[data-go='{item_id}']").click()
    assert quiz.locator(f"[data-item='{item_id}'] input[value='{value}']").is_checked()


def test_a_body_map_and_a_practice_quiz_work_in_a_notebook(lab, open_page):
    address, folder = lab
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell("from triggerpoints import BodyMap, Quiz"),
            nbformat.v4.new_code_cell("BodyMap(muscle='infraspinatus')"),
            nbformat.v4.new_code_cell("Quiz('neck-and-head')"),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    nbformat.write(notebook, folder / f"{ASSIGNMENT}.ipynb")
    page = open_page(width=1400, height=1200)
    quiz = open_and_run(page, address)
    body = page.locator(".tp-body-map").first
    body.locator("svg").first.wait_for(timeout=30_000)
    assert "Infraspinatus" in body.inner_text()
    item = quiz.locator("[data-item]:visible").first
    item.locator("input").first.check()
    item.locator("button[data-action=check]").click()
    assert item.locator("[data-result]").count() + (item.get_attribute("data-result") is not None) >= 1

    # A new start reaches the file, which only ever adds.
    path = folder / "answers" / "practice-neck-and-head.json"
    quiz.locator("[data-action=to-end]").click()
    for action in ("start-again", "delete-answers"):
        quiz.locator(f"[data-action={action}]").click()
    for _ in range(100):
        if all(one.response is None for one in read_answers(path, "neck-and-head").answers.values()):
            break
        page.wait_for_timeout(100)
    assert {one.response for one in read_answers(path, "neck-and-head").answers.values()} == {None}

    # In command mode "x" cuts a cell and Enter edits it; not while the focus is in a widget.
    body.locator(".tp-stage [tabindex='0']").focus()
    for key in ("ArrowDown", "Enter", "x", "d", "d", "b"):
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == 3
    assert "selected" in body.locator("[role=status]").inner_text()
