"""Write the JSON Schema of the atlas files; with --check, say whether it is up to date."""

import json
import sys

from generated import keep
from triggerpoints.atlas import SCHEMA_FOLDER, schema


def main(check: bool) -> int:
    """Return 0 when every file is (now) up to date, else 1."""
    return max(
        keep(
            SCHEMA_FOLDER / f"{name}.schema.json",
            json.dumps(found, indent=2, ensure_ascii=False) + "\n",
            "the atlas model says",
            check,
        )
        for name, found in schema().items()
    )


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
