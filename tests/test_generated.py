"""What is generated is compared with its source."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("tool", ["write_bib", "write_environment", "write_schema"])
def test_generated_file_is_up_to_date(tool):
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / f"{tool}.py", "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_environment_has_the_pins_of_the_lock():
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.findall(r"^([A-Za-z0-9][\w.-]*==[^ ;\\]+)( ;)?", lock, re.M)
    text = (ROOT / "environment.yml").read_text()
    lines = re.findall(r"^      - (\S+)$", text, re.M)
    assert set(lines) <= {pin for pin, _ in pins}
    assert {pin for pin, marker in pins if not marker} <= set(lines)
    names = [line.partition("==")[0] for line in lines]
    assert len(names) == len(set(names))


def test_the_lock_names_every_direct_dependency_with_hashes_and_no_address():
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock
    blocks = re.split(r"\n(?=[a-z0-9])", lock, flags=re.I)
    assert all("--hash=sha256:" in block for block in blocks)
    names = {block.partition("==")[0].lower() for block in blocks}
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [
        *project["dependencies"],
        *(d for extra in project["optional-dependencies"].values() for d in extra),
    ]
    assert {Requirement(line).name.lower() for line in wanted} <= names


def test_npm_lock_has_no_registry_addresses():
    assert '"resolved"' not in (ROOT / "frontend" / "package-lock.json").read_text()
