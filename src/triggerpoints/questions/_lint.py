"""Rules for well-written items: one function a rule, after the item-writing guides of NBME and Haladyna.

A rule takes an item (or a set) and returns what is wrong, one phrase each. The docstring says why
the rule exists. ``ITEM_RULES`` and ``SET_RULES`` list them.
"""

import re
from collections import Counter
from collections.abc import Callable
from itertools import groupby, pairwise
from statistics import mean, pstdev

from triggerpoints.questions._items import ItemSet
from triggerpoints.questions.types import Choice, Item, Muscles, Text, Zones

LONGEST_KEY = 1.2  # a key this many times the longest distractor stands out
LENGTH_SPREAD = 0.35  # coefficient of variation of option lengths
OPTION_WORDS = (20, 12)  # at most, in one option and on average
PROMPT_WORDS = {Choice: 60, Muscles: 60, Zones: 60, Text: 120}
FEEDBACK_WORDS = 8  # fewer cannot give a reason
OPTIONS = (3, 5)
LONGEST_RUN = 3  # keys in the same place one after the other

ABSOLUTE = re.compile(r"\b(always|never|all|none|only|must|every|completely|impossible)\b", re.I)
HEDGE = re.compile(r"\b(probably|perhaps|possibly|likely|might|could|some|partly|generally)\b", re.I)
VAGUE = re.compile(r"\b(usually|often|sometimes|rarely|frequently|may|commonly)\b", re.I)
NEGATIVE = re.compile(r"\b(not|except|least|false|incorrect|never)\b|n['’]t\b", re.I)
COMBINED = re.compile(r"\b([Aa]ll|[Nn]one|[Bb]oth) of (the|these)\b|\b[A-E] (and|&) [A-E]\b")
EARLIER = re.compile(r"\b(previous|last|earlier) (question|item|answer)\b", re.I)
SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """about above after again against because before between does from have here into more most other
        over since than that their them then there these they this those under what when where which with
        your""",
    )
)


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case."""
    return re.findall(r"[a-z0-9]+(?:['’][a-z]+)?", text.lower())


def content_words(text: str) -> set[str]:
    """Return the words of four letters or more that carry meaning, without their endings."""
    return {
        re.sub(r"(ing|ed|es|s)$", "", word)
        for word in words(text)
        if len(word) > 3 and word not in SMALL_WORDS
    }


def key_is_longest(item: Choice) -> list[str]:
    """A key that is clearly the longest option is picked without knowledge."""
    keys, others = _split(item)
    if len(keys) == 1 and others and len(keys[0]) > LONGEST_KEY * max(map(len, others)):
        return ["the right option is clearly the longest; shorten it or lengthen a wrong one"]
    return []


def key_alone_is_hedged(item: Choice) -> list[str]:
    """A careful word in the key alone gives it away."""
    keys, others = _split(item)
    if any(map(HEDGE.search, keys)) and not any(map(HEDGE.search, others)):
        return ["only the right option is hedged; take the hedge out or give one to a wrong option"]
    return []


def absolute_distractor(item: Choice) -> list[str]:
    """Words such as 'always' mark an option as wrong."""
    keys, others = _split(item)
    if any(map(ABSOLUTE.search, keys)):
        return []
    found = {match[0].lower() for text in others for match in [ABSOLUTE.search(text)] if match}
    return [
        f"a wrong option says {word!r} and the right one has no such word; reword it"
        for word in sorted(found)
    ]


def clang(item: Choice) -> list[str]:
    """A word of the prompt that comes back in the key alone points at it."""
    keys, others = _split(item)
    in_others = set[str]().union(*map(content_words, others))
    shared = content_words(item.prompt) & set[str]().union(*map(content_words, keys)) - in_others
    return [f"{word!r} is in the prompt and in the right option alone; reword one" for word in sorted(shared)]


def negative_prompt(item: Item) -> list[str]:
    """A question in the negative is misread under stress."""
    asked = re.split(r"(?<=[.!?])\s+", item.prompt.strip())[-1]
    match = NEGATIVE.search(asked)
    return [f"the question is negative ({match[0]!r}); ask for what is right"] if match else []


def negative_option(item: Choice) -> list[str]:
    """A negative option makes double negatives."""
    return [
        f"option {option.id!r} is negative; say it the other way"
        for option in item.options
        if NEGATIVE.search(option.text)
    ]


def combined_option(item: Choice) -> list[str]:
    """'All of the above' and 'A and C' test logic, not the subject."""
    return [
        f"option {option.id!r} combines other options; replace it"
        for option in item.options
        if COMBINED.search(option.text)
    ]


def vague_option(item: Choice) -> list[str]:
    """'Often' means something else to each reader."""
    found = [(option.id, VAGUE.search(option.text)) for option in item.options]
    return [
        f"option {option!r} has the vague word {match[0].lower()!r}; give a number or leave it out"
        for option, match in found
        if match
    ]


def wordy_options(item: Choice) -> list[str]:
    """Long options test reading."""
    counts = [len(words(option.text)) for option in item.options]
    longest, average = OPTION_WORDS
    if max(counts) > longest or mean(counts) > average:
        return [f"the options are long (at most {longest} words each and {average} on average); shorten them"]
    return []


def uneven_options(item: Choice) -> list[str]:
    """Options of very different length draw the eye to the odd one."""
    lengths = [len(option.text) for option in item.options]
    spread = pstdev(lengths) / mean(lengths)
    return [f"option lengths vary too much ({spread:.2f}); even them out"] if spread > LENGTH_SPREAD else []


def unordered_options(item: Choice) -> list[str]:
    """A fixed order (alphabetical, or by number) keeps the author's habits out of the key's place."""
    texts = [option.text.lstrip("‘“'\"").casefold() for option in item.options]
    numbers = [re.match(r"[\d.,]+", text) for text in texts]
    if all(numbers):
        values = [float(match[0].replace(",", "")) for match in numbers if match]
        ordered = all(a <= b for a, b in pairwise(values))
    else:
        ordered = texts == sorted(texts)
    return [] if ordered else ["the options are not in alphabetical order; sort them"]


def number_of_options(item: Choice) -> list[str]:
    """Three good options are enough, and more than five tire."""
    low, high = OPTIONS
    return [] if low <= len(item.options) <= high else [f"{len(item.options)} options; give {low} to {high}"]


def nested_options(item: Choice) -> list[str]:
    """An option whose words are all in another one overlaps it."""
    sets = {option.id: set(words(option.text)) for option in item.options}
    return [
        f"option {a!r} is contained in {b!r}; make them differ"
        for a in sets
        for b in sets
        if a != b and sets[a] <= sets[b]
    ]


def one_question(item: Choice) -> list[str]:
    """One item asks one question."""
    count = item.prompt.count("?")
    return [] if count == 1 else [f"the prompt has {count} question marks; ask one question"]


def idea_in_prompt(item: Choice) -> list[str]:
    """A student should be able to answer with the options covered."""
    if len(words(item.prompt)) < 1.5 * mean(len(words(option.text)) for option in item.options):
        return ["the prompt is short beside the options; move the idea into the prompt"]
    return []


def reasons(item: Choice) -> list[str]:
    """Feedback without a reason does not teach."""
    return [
        f"feedback of option {option.id!r} has fewer than {FEEDBACK_WORDS} words; give the reason"
        for option in item.options
        if len(words(option.feedback)) < FEEDBACK_WORDS
    ]


def long_prompt(item: Item) -> list[str]:
    """Minimum reading."""
    count, limit = len(words(item.prompt)), PROMPT_WORDS[type(item)]
    return [f"the prompt has {count} words; {limit} are enough"] if count > limit else []


def stands_alone(item: Item) -> list[str]:
    """An item must not hang on the answer to another."""
    return ["the prompt leans on another item; make it stand alone"] if EARLIER.search(item.prompt) else []


def complete(item: Item) -> list[str]:
    """Every item has an explanation and says what its facts rest on."""
    return [f"no {field}" for field in ("objective", "explain", "cite") if not getattr(item, field)]


def key_told(item: Item) -> list[str]:
    """The id, which students can read, and the prompt must not name the key."""
    if not isinstance(item, Muscles | Zones):
        return []
    told = f"{item.id} {item.prompt}".lower().replace("-", "_")
    names = {part.partition(":")[2] for part in item.key}
    return [
        f"the id or prompt says {name!r}, which is in the key; rename it"
        for name in sorted(names)
        if name in told
    ]


def feedback_beside_key(item: Item) -> list[str]:
    """Feedback for a mistake must not be about a right answer."""
    if not isinstance(item, Muscles | Zones):
        return []
    names = {part.partition(":")[2] for part in item.key}
    return [
        f"feedback for {name!r}, which is right; remove it" for name in sorted(names & set(item.feedback))
    ]


def key_places(items: ItemSet) -> list[str]:
    """A favourite place of the key is found out."""
    places = [place for item in items.item for place in _single_key(item)]
    found = []
    if len(places) >= 4:
        place, count = Counter(places).most_common(1)[0]
        if count > len(places) / 2:
            found.append(f"{count} of {len(places)} keys are option {place + 1}; spread them")
    if any(len(list(run)) > LONGEST_RUN for _, run in groupby(places)):
        found.append(f"more than {LONGEST_RUN} keys in a row are in the same place; mix them")
    return found


def longest_keys(items: ItemSet) -> list[str]:
    """Over a set, the longest option should be the key no more often than by luck, give or take two items."""
    single = [item for item in items.item if isinstance(item, Choice) and _single_key(item)]
    longest = sum(max(item.options, key=lambda option: len(option.text)).correct for item in single)
    luck = sum(1 / len(item.options) for item in single)
    if longest > luck + 2:
        return [f"the key is the longest option in {longest} of {len(single)} items; even the options out"]
    return []


CHOICE_RULES: tuple[Callable[[Choice], list[str]], ...] = (
    key_is_longest,
    key_alone_is_hedged,
    absolute_distractor,
    clang,
    negative_option,
    combined_option,
    vague_option,
    wordy_options,
    uneven_options,
    unordered_options,
    number_of_options,
    nested_options,
    one_question,
    idea_in_prompt,
    reasons,
)
ITEM_RULES: tuple[Callable[[Item], list[str]], ...] = (
    negative_prompt,
    long_prompt,
    stands_alone,
    complete,
    key_told,
    feedback_beside_key,
)
SET_RULES: tuple[Callable[[ItemSet], list[str]], ...] = (key_places, longest_keys)


def lint(item: Item) -> list[str]:
    """Return what the rules find wrong with ``item``, one phrase each."""
    found = [fault for rule in ITEM_RULES for fault in rule(item)]
    if isinstance(item, Choice) and item.options:
        found += [fault for choice_rule in CHOICE_RULES for fault in choice_rule(item)]
    return found


def _split(item: Choice) -> tuple[list[str], list[str]]:
    keys = [option.text for option in item.options if option.correct]
    return keys, [option.text for option in item.options if not option.correct]


def _single_key(item: Item) -> list[int]:
    if not isinstance(item, Choice) or item.multiple:
        return []
    return [place for place, option in enumerate(item.options) if option.correct]
