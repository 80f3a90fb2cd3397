"""Items, answers and scoring: pure functions of (item, answer), with no widget and no file in them."""

from triggerpoints.questions._answers import (
    Answer,
    Answers,
    AnswersError,
    read_answers,
    split_entries,
    write_answers,
)
from triggerpoints.questions._cell import cell_note, cell_score
from triggerpoints.questions._check import check, scoring_faults
from triggerpoints.questions._cited import cited_in
from triggerpoints.questions._items import RELEASED, Item, ItemSet, practice_sets, read_items, release
from triggerpoints.questions._plain import unsafe, whole_number
from triggerpoints.questions._score import ResponseError, Result, score

__all__ = [
    "RELEASED",
    "Answer",
    "Answers",
    "AnswersError",
    "Item",
    "ItemSet",
    "ResponseError",
    "Result",
    "cell_note",
    "cell_score",
    "check",
    "cited_in",
    "practice_sets",
    "read_answers",
    "read_items",
    "release",
    "score",
    "scoring_faults",
    "split_entries",
    "unsafe",
    "whole_number",
    "write_answers",
]
