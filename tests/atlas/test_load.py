import pytest
from small_atlas import FLAG, ZONE, muscle

from triggerpoints._records import ContentError, read_toml
from triggerpoints.atlas import Atlas
from triggerpoints.atlas._files import MuscleFile

HEAD = "muscles/head.toml"
FIRST = muscle("first", (["a"], ["b"]))


def message(folder):
    with pytest.raises(ContentError) as error:
        Atlas(folder)
    text = str(error.value)
    assert text.startswith(str(folder))
    assert "\n" not in text
    assert text.endswith(".")
    return text.removeprefix(str(folder) + "/")


def test_the_small_atlas_loads(folder):
    assert list(Atlas(folder).muscles) == ["first"]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (HEAD, "essential = ['a']", "essential = ['nose']", "'first' T1 essential names zone 'nose', which"),
        (HEAD, "spillover = ['b']", "spillover = ['nose']", "'first' T1 spillover names zone 'nose', which"),
        (
            HEAD,
            "spillover = ['b']",
            "spillover = ['a']",
            "'first' T1 has 'a' as essential and as spillover; keep one.",
        ),
        (HEAD, 'sources = ["book"]', 'sources = ["film"]', "'first' origin cites 'film', which"),
        (
            HEAD,
            'location = { text = "l" }',
            'location = { text = "l", sources = ["film"] }',
            "'first' T1 location cites 'film'",
        ),
        (
            HEAD,
            'sources = ["book"]',
            'sources = ["book"], composed = true',
            "'first' origin is composed and yet has 1 source(s); cite two or more, or remove composed.",
        ),
        (HEAD, 'label = "l"', 'label = "l"\nreferral_sources = ["film"]', "'first' T1 referral cites 'film'"),
        (
            HEAD,
            'label = "l"',
            'label = "l"\nimitators = { nose = [] }',
            "'first' T1 imitators names zone 'nose'",
        ),
        (
            HEAD,
            'label = "l"',
            'label = "l"\nimitators = { a = ["first"] }',
            "imitators has the muscle itself in 'a'",
        ),
        (
            HEAD,
            'location = { text = "l" }',
            'location = { text = "unsourced" }\nplaces = [{ view = "front", x = 0, y = 0.1 }]',
            "'first' T1 is unsourced and yet has a place or a source; say where, or remove it.",
        ),
        (HEAD, 'cautions = [{ text = "c" }]', "", "missing required field `cautions`, in muscle 'first'"),
        (HEAD, 'label = "l"', "", "missing required field `label`, in muscle 'first' trigger_points 'T1'"),
        (
            HEAD,
            'region = "head"',
            "region = 3",
            "Expected text in quotation marks, got a whole number, in muscle 'first' region; use one of",
        ),
        (HEAD, 'region = "head"', 'region = "tail"', "Invalid enum value 'tail', in muscle 'first' region"),
        (
            HEAD,
            'region = "head"',
            'region = "head"\ncolour = "red"',
            "unknown field `colour`, in muscle 'first'",
        ),
        (HEAD, 'id = "first"', "id = first", "check the quotes and brackets there"),
        ("zones/all.toml", "area = 10", "area = 0", "Expected a number > 0.0, in zone 'a' area"),
        ("red_flags/all.toml", "['a', 'b']", "['a', 'nose']", "'RF3' zones names zone 'nose', which"),
        (
            "red_flags/all.toml",
            '"call_emergency"',
            '"wait"',
            "Invalid enum value 'wait', in red_flag 'RF1' action",
        ),
        (
            "red_flags/all.toml",
            'asked = "before"',
            'asked = "sometimes"',
            "Invalid enum value 'sometimes', in red_flag 'RF1' asked",
        ),
        (
            "red_flags/all.toml",
            'asked = "before"\n',
            "",
            "missing required field `asked`, in red_flag 'RF1'",
        ),
        (
            "sources/books.toml",
            'title = "A book"',
            'title = "A book"\nkind = "film"',
            "in source 'book' kind",
        ),
    ],
)
def test_bad_input_is_one_sentence_with_file_record_and_field(folder, file, old, new, words):
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    found = message(folder)
    assert found.startswith(file)
    assert words in found


def test_duplicates_are_named(folder):
    (folder / HEAD).write_text(FIRST + "\n" + FIRST)
    assert message(folder) == f"{HEAD}: 'first' is there twice; remove or rename one."
    (folder / HEAD).write_text(FIRST)
    (folder / "muscles" / "neck.toml").write_text(FIRST)
    assert message(folder) == "muscles/neck.toml: 'first' is already in another file; keep one of the two."
    (folder / "muscles" / "neck.toml").write_text(
        muscle("second", (["a"], []), (["b"], [])).replace('"T1151"', '"T1150"')
    )
    assert message(folder) == "muscles/neck.toml: 'second' has trigger point 'T1150' twice; rename one."
    (folder / "muscles" / "neck.toml").write_text(muscle("second", (["a"], [])).replace('"T1150"', '"T1"'))
    assert message(folder) == (
        "muscles/neck.toml: 'second' has trigger point 'T1', and so has 'first'; rename one."
    )


@pytest.mark.parametrize(
    ("file", "more"),
    [("zones/all.toml", ZONE.format(id="a")), ("red_flags/all.toml", FLAG.format(id="RF1", zones=[]))],
)
def test_a_repeated_zone_or_flag_is_named(folder, file, more):
    path = folder / file
    path.write_text(path.read_text() + "\n" + more)
    assert "is there twice; remove or rename one." in message(folder)


def test_a_missing_folder_is_named(folder):
    (folder / "zones/all.toml").unlink()
    (folder / "zones").rmdir()
    assert message(folder) == "zones: there is no .toml file in it; check its name."


def test_a_file_in_another_encoding_is_named(folder):
    (folder / "sources" / "books.toml").write_bytes('[[source]]\nid = "b"\ntitle = "\xe9"'.encode("latin-1"))
    assert message(folder).startswith("sources/books.toml: ")


def test_records_cannot_be_changed(folder):
    atlas = Atlas(folder)
    with pytest.raises(TypeError):
        atlas.muscles["second"] = atlas.muscles["first"]
    with pytest.raises(AttributeError):
        atlas.muscles["first"].region = "neck"


def test_an_unknown_view_lists_the_views(folder):
    with pytest.raises(
        KeyError, match="there is no view 'top'; the figure has back, foot_sole, front, hand_palm"
    ):
        Atlas(folder).figure("top")


def test_read_toml_gives_typed_records(folder):
    assert read_toml(folder / HEAD, MuscleFile).muscle[0].trigger_points[0].essential == ("a",)
