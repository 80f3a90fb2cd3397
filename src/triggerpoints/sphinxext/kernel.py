"""Notebooks run over an encrypted channel.

Without it every kernel warns that it is "running over TCP without encryption", which frightens
people who build the book for the first time. MyST-NB offers no setting that reaches the kernel
manager, so the manager's own default changes, here, for the build alone.
"""

import zmq
from jupyter_client.manager import KernelManager
from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Let kernels that can encrypt do so, where the installed ZeroMQ can."""
    if zmq.has("curve"):
        KernelManager.transport_encryption.default_value = "auto"
