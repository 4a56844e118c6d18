"""Where code is cut that is longer than a slide: behind whole blocks, not between the statements of one."""

import pytest

from deckbuild.model import Code, Concept, Deck, RichText
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Shape
from deckbuild.plan.slides.seams import POOR, blank_seam, seam

CHECKED = """\
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv)
{
    char line[80];
    FILE *in;
    FILE *out;
    if (argc != 3) {
        fprintf(stderr, "two names");
        exit(2);
    }
    in = fopen(argv[1], "r");
    if (in == NULL) {
        perror(argv[1]);
        exit(1);
    }
    out = fopen(argv[2], "w");
    if (out == NULL) {
        perror(argv[2]);
        exit(1);
    }
    while (fgets(line, sizeof line, in)) {
        puts(line);
        fputs(line, out);
    }
    if (ferror(in)) {
        perror("reading");
        exit(1);
    }
    fclose(in);
    fclose(out);
    return 0;
}"""
SIFTED = """\
def sifted(rows):
    kept = []
    seen = set()
    for row in rows:
        if not row:
            print("empty")
            continue
        if row in seen:
            print("twice")
            continue
        if row.startswith("#"):
            print("remark")
            continue
        seen.add(row)
        kept.append(row)
    for row in kept:
        if row.endswith(";"):
            print("open end")
            raise ValueError(row)
        print(row)
    total = 0
    for row in kept:
        total += len(row)
    print(total)
    return total"""


def firsts(code: str) -> list[str]:
    """The line that each slide but the first begins with."""
    section = Concept("c", RichText.of("C"), "C", body=(Code(code, ""),))
    pages = plan_slides(Deck("n.md", "n", RichText.of("N"), "en", concepts=(section,)), {}).pages[1:]
    boxes = [box for page in pages for box in page.boxes if isinstance(box, Shape) and box.name == "Code"]
    return ["".join(span.text for span in box.paras[0].spans) for box in boxes[1:]]


@pytest.mark.parametrize("code", [CHECKED, SIFTED])
def test_code_is_cut_in_the_body_of_its_function_and_never_deeper(code: str) -> None:
    found = firsts(code)
    assert found
    assert all(line.startswith("    ") and not line.startswith("     ") for line in found)


def test_a_check_stays_with_what_it_checks() -> None:
    assert not any(line.strip().startswith("if (") for line in firsts(CHECKED))


def test_behind_the_end_of_a_block_is_better_than_amidst_statements() -> None:
    assert seam("}", "x = 1;", 0) < seam("y = 2;", "x = 1;", 0)
    assert seam("    y = 2", "x = 1", 0) < seam("y = 2", "x = 1", 0)


def test_below_the_body_of_a_function_each_level_costs_what_one_below_a_blank_line_does() -> None:
    steps = [seam(" " * 4 * n + "y = 2", " " * 4 * n + "x = 1", 0) for n in range(5)]
    assert steps[1] < POOR < steps[2]
    assert steps[3] - steps[2] > blank_seam(" " * 12 + "x", 0) - blank_seam(" " * 8 + "x", 0)
