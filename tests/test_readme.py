"""What the README promises is there."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", "CONTRIBUTING.md"]


@pytest.mark.parametrize("page", PAGES)
def test_links_to_files_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#\s]+)\)", text) if "://" not in t]
    assert targets or page != "README.md"
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("page", [*PAGES, "book/student_guide.md", "book/instructor_guide.md"])
def test_make_tasks_exist(page):
    tasks = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = re.findall(r"(?:^|`)make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8"), re.M)
    assert set(named) <= tasks


def test_the_demonstration_class_is_graded_from_end_to_end(tmp_path):
    command = [sys.executable, ROOT / "tools" / "demo.py", tmp_path / "demo", "3"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "3 graded" in done.stdout
    assert len(list((tmp_path / "demo" / "course" / "feedback").glob("*/*/*.html"))) == 3
    again = subprocess.run(command, capture_output=True, text=True)
    assert again.returncode == 1
    assert "is there already. To go on with it:" in again.stderr and "demo-2" in again.stderr


def test_every_licence_of_the_package_is_here_as_its_text_and_linked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {f"LICENSES/{name}.txt" for name in project["license"].split(" AND ")}
    found = {str(path.relative_to(ROOT)) for glob in project["license-files"] for path in ROOT.glob(glob)}
    assert found == named
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"]({name})" in readme for name in named)
