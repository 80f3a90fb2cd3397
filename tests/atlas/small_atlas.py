"""The text of a small atlas, which a test may break in one place."""

SOURCES = '[[source]]\nid = "book"\ntitle = "A book"\n'
ZONE = (
    '[[zone]]\nid = "{id}"\nname = "{id}"\nregion = "head"\nviews = ["front"]\ndescription = "d"\narea = 10\n'
)
FLAG = """[[red_flag]]
id = "{id}"
area = "head"
asked = "before"
sign = "s"
may_mean = "m"
questions = ["q?"]
action = "call_emergency"
say = "s"
zones = {zones}
sources = [{{ name = "s" }}]
verified = "yes"
"""
MUSCLE = """[[muscle]]
id = "{id}"
latin_name = "Musculus {id}"
english_name = "{id}"
region = "head"
layer = "deep"
views = ["front"]
origin = {{ text = "o", sources = ["book"] }}
insertion = {{ text = "i" }}
actions = {{ text = "a" }}
innervation = {{ text = "n" }}
cautions = [{{ text = "c" }}]
"""
POINT = """[[muscle.trigger_points]]
id = "{id}"
label = "l"
location = {{ text = "l" }}
essential = {essential}
spillover = {spillover}
"""


def muscle(id, *points):
    """The text of a muscle; each point is (essential zones, spillover zones).

    The points of ``"first"`` are T1, T2 …; those of others begin with a number made of their first letter.
    """
    parts = [MUSCLE.format(id=id)]
    start = 1 if id == "first" else 10 * ord(id[0])
    for number, (essential, spillover) in enumerate(points, start):
        parts.append(POINT.format(id=f"T{number}", essential=list(essential), spillover=list(spillover)))
    return "\n".join(parts)
