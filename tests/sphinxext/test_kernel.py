"""The build's kernels speak encrypted, so that no warning about that frightens who builds the book."""

import nbformat
import pytest
import zmq
from jupyter_client.manager import KernelManager
from nbclient import execute

from triggerpoints.sphinxext import kernel


@pytest.fixture
def stock():
    """Put the kernel manager's own default back at the end."""
    trait = KernelManager.transport_encryption
    before = trait.default_value
    yield
    trait.default_value = before


@pytest.mark.skipif(not zmq.has("curve"), reason="this ZeroMQ cannot encrypt")
@pytest.mark.parametrize("ours", [True, False])
def test_a_kernel_warns_only_without_our_default(stock, capfd, ours):
    KernelManager.transport_encryption.default_value = "disabled"
    if ours:
        kernel.setup(None)
    cell = nbformat.v4.new_code_cell("6 * 7")
    spec = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    done = execute(nbformat.v4.new_notebook(cells=[cell], metadata=spec))
    assert done.cells[0].outputs[0].data["text/plain"] == "42"
    assert ("without encryption" in capfd.readouterr().err) is not ours
