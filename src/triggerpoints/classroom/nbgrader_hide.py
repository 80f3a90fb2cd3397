"""A step for nbgrader's own ``generate_feedback``: no hidden test, and no traceback that quotes one."""

from typing import Any

from nbgrader.preprocessors import ClearHiddenTests


class HideTests(ClearHiddenTests):  # type: ignore[misc]  # nbgrader has no types
    """Remove the hidden tests from graded cells, and what an error message shows of them."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Return the cell as a student may see it."""
        if self._remove_hidden_test_region(cell):
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [output.ename]
                    output.evalue = ""
        return cell, resources
