"""Students' names in sentences and on pages."""


def called(student: str, first: str, last: str) -> str:
    """Return the student's id with the name behind it where there is one."""
    name = full_name(first, last)
    return f"{student} ({name})" if name else student


def full_name(first: str, last: str) -> str:
    """Return the name as one says it, also where the last name is given as "Last, First"."""
    return " ".join(filter(None, (first, last.removesuffix(f", {first}") if first else last)))
