"""A real JupyterLab with a real kernel, in an empty folder with an empty home."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest


@pytest.fixture
def lab(tmp_path):
    """Return (address, folder) of a running JupyterLab."""
    folder, home = tmp_path / "course", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "IdentityProvider.token": "",
        "LabApp.news_url": "",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    }
    settings = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", *settings]
    with (tmp_path / "lab.log").open("w") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=log,
            stderr=log,
            env=dict(os.environ, HOME=str(home), JUPYTER_NO_CONFIG="1"),
        )
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/api/status", timeout=1)
            break
        except OSError:
            if process.poll() is not None:
                pytest.fail(f"JupyterLab stopped: {(tmp_path / 'lab.log').read_text()[-2000:]}")
            time.sleep(0.25)
    else:
        pytest.fail("JupyterLab did not answer within a minute.")
    yield address, folder
    process.terminate()
    process.wait(20)
