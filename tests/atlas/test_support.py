"""The count of what the atlas rests on."""

from click.testing import CliRunner
from small_atlas import muscle

from triggerpoints.atlas import Atlas, Support, support
from triggerpoints.cli import cli


def test_each_statement_is_counted_once(folder):
    second = muscle("second", (["a"], []), (["b"], []))
    second = second.replace('location = { text = "l" }', 'location = { text = "unsourced" }', 1)
    second = second.replace('{ text = "l" }', '{ text = "l", sources = ["book"] }')
    second += 'referral_sources = ["book", "film"]\n'
    (folder / "muscles" / "neck.toml").write_text(second)
    (folder / "sources" / "films.toml").write_text('[[source]]\nid = "film"\ntitle = "A film"\n')
    found = {one.field: one for one in support(Atlas(folder))}
    assert found["origin"] == Support("origin", several=0, one=2, none=0, left_out=0)
    assert found["cautions"] == Support("cautions", several=0, one=0, none=2, left_out=0)
    assert found["stretch"] == Support("stretch", several=0, one=0, none=0, left_out=2)
    assert found["location"] == Support("location", several=0, one=1, none=1, left_out=1)
    assert found["referral"] == Support("referral", several=1, one=0, none=2, left_out=0)


def test_the_command_prints_a_line_for_each_field():
    said = CliRunner().invoke(cli, ["sources"]).output.splitlines()
    assert said[0].split() == ["2", "or", "more", "1", "none", "left", "out"]
    assert [line.split() for line in said[1:]] == [
        [row.field, *map(str, (row.several, row.one, row.none, row.left_out))] for row in support(Atlas())
    ]
