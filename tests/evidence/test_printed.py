import pytest
from printed import Page

TEXT = """---
reviewed: ""
---
# A page

**Time:** about 10 minutes.

1. Of 7,629 treatments, 19.18% had a mild event.
2. The effect was −0.43 ([Häuser, 2009](https://doi.org/10.1001/jama.2008.944)) {cite:p}`Hauser2009`.
3. See [here](<https://doi.org/10.1016/0895-4356(90)90158-L>) and [there](https://doi.org/10.1016/s0003-9993(00)90068-6).

```{forest} hauser2009 pain
:model: DL2
```
"""


def test_markers_links_and_directives_are_no_statements():
    page = Page.of_text(TEXT)
    assert [number for number, _ in page.left_over()] == ["7,629", "19.18", "-0.43", "2009"]


def test_what_a_sentence_says_is_accounted_for():
    page = Page.of_text(TEXT)
    page.says("Of {:,} treatments, {:.2f}% had", 7629, 100 * 1463 / 7629)
    page.says("effect was {:.2f}", -0.427)
    assert [number for number, _ in page.left_over()] == ["2009"]


def test_another_number_than_the_data_give_fails():
    with pytest.raises(AssertionError, match=r"does not print: effect was -0\.44"):
        Page.of_text(TEXT).says("effect was {:.2f}", -0.44)
