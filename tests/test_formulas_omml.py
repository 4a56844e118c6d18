"""Formulas as Office maths: what PowerPoint is given."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from deckbuild.exporters.pptx.omml import NAMESPACE, omml
from deckbuild.formulas import Refusal, read

from .test_formulas import hostile, tree


def short(tex: str) -> str:
    """Office maths in few letters: `<m:r>` with its text as the text, properties left out but for their values."""
    xml = omml(tree(tex)).removeprefix("<m:oMath>").removesuffix("</m:oMath>")
    xml = re.sub(r"<m:r>(?:<m:rPr>.*?</m:rPr>)?<m:t(?: [^>]*)?>(.*?)</m:t></m:r>", r"\1", xml)
    return xml.replace("m:", "")


WRITTEN = {
    "x": "𝑥",
    "2x": "2𝑥",
    "x^2": "<sSup><e>𝑥</e><sup>2</sup></sSup>",
    "x_i^2": "<sSubSup><e>𝑥</e><sub>𝑖</sub><sup>2</sup></sSubSup>",
    r"\frac{a}{b}": "<f><num>𝑎</num><den>𝑏</den></f>",
    r"\sqrt{2}": '<rad><radPr><degHide val="1"/></radPr><deg/><e>2</e></rad>',
    r"\sqrt[3]{2}": "<rad><deg>3</deg><e>2</e></rad>",
    r"\left(a\right]": '<d><dPr><begChr val="("/><endChr val="]"/></dPr><e>𝑎</e></d>',
    r"\sum_{i=1}^n i = 3": (
        '<nary><naryPr><chr val="∑"/><limLoc val="undOvr"/></naryPr><sub>𝑖=1</sub><sup>𝑛</sup><e>𝑖</e></nary>=3'
    ),
    r"\int f": (
        '<nary><naryPr><chr val="∫"/><limLoc val="subSup"/><subHide val="1"/><supHide val="1"/></naryPr>'
        "<sub/><sup/><e>𝑓</e></nary>"
    ),
    r"\lim_{x\to 0} f": "<func><fName><limLow><e>lim</e><lim>𝑥→0</lim></limLow></fName><e>𝑓</e></func>",
    r"\log n + 1": "<func><fName>log</fName><e>𝑛</e></func>+1",
    r"\begin{matrix}1&2\\3&4\end{matrix}": (
        '<m><mPr><mcs><mc><mcPr><count val="2"/><mcJc val="center"/></mcPr></mc></mcs></mPr>'
        "<mr><e>1</e><e>2</e></mr><mr><e>3</e><e>4</e></mr></m>"
    ),
    r"\begin{aligned}a&=b\\&=c\end{aligned}": "<eqArr><e>𝑎&amp;=𝑏</e><e>&amp;=𝑐</e></eqArr>",
    r"\hat x": '<acc><accPr><chr val="\u0302"/></accPr><e>𝑥</e></acc>',
    r"\overline{ab}": '<bar><barPr><pos val="top"/></barPr><e>𝑎𝑏</e></bar>',
    r"\underbrace{a}_{n}": (
        '<limLow><e><groupChr><groupChrPr><chr val="⏟"/><pos val="bot"/><vertJc val="top"/></groupChrPr>'
        "<e>𝑎</e></groupChr></e><lim>𝑛</lim></limLow>"
    ),
    r"\mathbb{R} \mathbf{x} \mathcal{L} \mathfrak{g} \mathrm{d}": "ℝ𝐱ℒ𝔤d",
    r"\Gamma\alpha\mathbf{\alpha}": "Γ𝛼𝛂",
    r"\boxed{a}": "<borderBox><e>𝑎</e></borderBox>",
    r"\binom{n}{k}": (
        '<d><dPr><begChr val="("/><endChr val=")"/></dPr><e><f><fPr><type val="noBar"/></fPr>'
        "<num>𝑛</num><den>𝑘</den></f></e></d>"
    ),
    "a<b": "𝑎&lt;𝑏",
}


@pytest.mark.parametrize("tex", WRITTEN)
def test_a_formula_is_written_as_powerpoint_keeps_it(tex: str) -> None:
    assert short(tex) == WRITTEN[tex]


def test_text_is_set_as_text_and_names_upright() -> None:
    assert omml(tree(r"\text{if }")) == (
        '<m:oMath><m:r><m:rPr><m:nor/></m:rPr><m:t xml:space="preserve">if </m:t></m:r></m:oMath>'
    )
    assert omml(tree(r"\sin")) == '<m:oMath><m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>sin</m:t></m:r></m:oMath>'


def test_whatever_is_read_is_written_as_xml() -> None:
    for tex in hostile(2, 3000):
        found = read(tex)
        if not isinstance(found, Refusal):
            ElementTree.fromstring(f'<a xmlns:m="{NAMESPACE}">{omml(found)}</a>')
