"""What kind of name a heading is: one that says nothing by itself, one that counts things, one to leave out."""

from __future__ import annotations

import re

from .vocabulary.headings import (
    ADVISES,
    ASPECT,
    ASPECTS,
    ASSUMES,
    CITES,
    DEFINING,
    DESIGNS,
    ENTITLING,
    EXAMPLE,
    FALSE_CHOICES,
    FILE_STEM,
    FILLS,
    GENERIC,
    HAPPENING,
    INSTALLS,
    LEFT_OUT,
    LEGEND,
    MAKES,
    OF_EXAMPLES,
    OF_EXAMS,
    OF_REPOSITORY,
    ONE_CASE,
    PLACEHOLDER,
    PROJECT_PAGE,
    PROPERTY,
    README,
    REMARK,
    REPORT,
    SETS_UP,
    TELLS_A_CASE,
    WITH_EXAMPLE,
)

_TRAITS = (
    r"특징|특성|장점|단점|종류|원인|증상|요소|원칙|조건|이유|목적|기능|역할|유형|규칙|"
    r"\b(?:features|characteristics|properties|advantages|disadvantages|benefits|drawbacks|pros|cons|"
    r"types|kinds|components|"
    r"causes|symptoms|elements|principles|rules|conditions|reasons|goals|functions|roles|requirements)|"
    r"特徴|長所|短所|メリット|デメリット|種類|原因|症状|要素|原則|条件|理由|目的|機能|役割|特点|优点|缺点|种类|类型|原则|功能"
)
_SEQUEL = r"단계|방법|방식|과정|순서|절차|\b(?:steps|stages|phases|layers|levels)|手順|段階|步骤"
_OF = r"(?:\s(?:of|for|to)\s(?:[\w-]+\s?){1,4})?"
"""What a thing in English counts stands before what it is of (`types of joins`)."""
_SET = re.compile(rf"(?:{_TRAITS}){_OF}\W*$", re.IGNORECASE)
_COUNTING = re.compile(rf"({_TRAITS}|{_SEQUEL}){_OF}\W*$", re.IGNORECASE)


def generic(title: str) -> bool:
    """Whether a title says nothing without the one above it (`특징`, `Installation`), or is the name of a file."""
    return bool(GENERIC.match(title) or FILLS.match(title) or FILE_STEM.match(title)) or not any(
        char.isalnum() for char in title
    )


def fills(title: str) -> bool:
    """Whether a title says nothing at all (`본론`, `들어가기 전에`): what stands below it needs the title above."""
    return bool(FILLS.match(title))


def defining(title: str) -> bool:
    """Whether a title asks what the section above it is (`정의`, `Definition`)."""
    return bool(DEFINING.match(title))


def counting(title: str) -> bool:
    """Whether a title names a set of things (`장점`, `types of joins`, `써야하는 이유`)."""
    return bool(_COUNTING.search(title))


def unordered(title: str) -> bool:
    """Whether a title names a set whose order says nothing, whatever its numbers (`특징`, `types of joins`)."""
    return bool(_SET.search(title))


def counted_by(title: str) -> str:
    """The noun by which a title counts things (`가변 분할 방식` → `방식`), empty where it does not."""
    found = _COUNTING.search(title)
    return found[1] if found else ""


def left_out(title: str) -> bool:
    """Whether nothing below a title is for a card (references, contents, to-do, how to use or help the repository)."""
    return bool(LEFT_OUT.match(title)) or of_repository(title)


def of_repository(title: str) -> bool:
    """Whether a section is about the repository that its note is in: what it asks is no more to be learnt."""
    return bool(OF_REPOSITORY.search(title))


def happening(title: str) -> bool:
    """Whether a title names what goes on rather than a thing, so that what stands below it are no traits of it."""
    return bool(HAPPENING.search(title))


def aspects(title: str) -> bool:
    """Whether the head of a column says that its cells are aspects of the other columns (`구분`, `Property`, nothing)."""
    return bool(ASPECTS.match(title))


def aspect(title: str) -> bool:
    """Whether a word is one side of a thing rather than a thing (`위치`, `Cost`)."""
    return bool(ASPECT.match(title) or PROPERTY.match(title))


def entitling(title: str) -> bool:
    """Whether the head of a column says that its cells are names (`Name`, `이름`)."""
    return bool(ENTITLING.match(title))


def property_of(title: str) -> bool:
    """Whether the head of a column names what its cells say of the rows (`설명`, `Value`), never a thing itself."""
    return bool(PROPERTY.match(title))


def installs(title: str) -> bool:
    """Whether a section tells how something is set up: which button or file it takes is looked up there."""
    return bool(INSTALLS.search(title))


def sets_up_a_project(title: str) -> bool:
    """Whether a section tells how a project of the author's own began: its names and buttons are those of that day."""
    return bool(SETS_UP.search(title))


def advises(title: str) -> bool:
    """Whether a note advises how to pass a test (`코딩테스트 문제 접근법`), where what it says of a thing is when to use it."""
    return bool(ADVISES.search(title))


def makes_something(title: str) -> bool:
    """Whether a note tells how its author made something with a tool (`Firebase로 로그인 구현`)."""
    return bool(MAKES.search(title))


def legend(title: str) -> bool:
    """Whether a name says that what stands below it explains signs of a formula or a picture."""
    return bool(LEGEND.match(title))


def project_page(source: str, title: str) -> bool:
    """Whether a file introduces the rules of a project (`CONTRIBUTING.md`) or is a form to fill in or
    the report of a day: nothing to learn."""
    file = source.rpartition("/")[2]
    return bool(PROJECT_PAGE.fullmatch(file) or REPORT.search(file) or PLACEHOLDER.match(title))


def is_readme(source: str) -> bool:
    """Whether a file is the first page of a project, which tells how to build that too."""
    return bool(README.search(source))


def remark(title: str) -> bool:
    """Whether a label only draws attention (`Note`, `주의`) or says where something is from: it names nothing that
    could be asked for."""
    return bool(REMARK.match(title) or CITES.match(title))


def example(title: str) -> bool:
    """Whether a title says that what follows is an example."""
    return bool(EXAMPLE.match(title))


def works_an_example(title: str) -> bool:
    """Whether a section goes through an example, which its title says anywhere (`상속 예제 살펴보기`)."""
    return example(title) or bool(WITH_EXAMPLE.search(title))


def of_examples(title: str) -> bool:
    """Whether a title or a term counts examples of something (`WAS의 예`, `examples of loops`)."""
    return example(title) or bool(OF_EXAMPLES.search(title))


def tells_a_case(title: str) -> bool:
    """Whether a section tells what somebody does with one system (`Use case: User posts a tweet`): its note designs that
    one, and what it says holds there."""
    return bool(TELLS_A_CASE.match(title))


def of_exams(title: str) -> bool:
    """Whether a title announces what exams and interviews ask, so that what stands below are questions and no facts."""
    return bool(OF_EXAMS.search(title))


def of_false_choices(line: str) -> bool:
    """Whether a line asks which of those below it is false, so that they are no facts (`잘못 설명하고 있는 것은?`)."""
    return bool(FALSE_CHOICES.search(line))


def assumes(title: str) -> bool:
    """Whether a section lays down what is taken for granted in a task: its numbers hold there alone."""
    return bool(ASSUMES.search(title))


def designs_one(title: str) -> bool:
    """Whether a note sets out to design one system (`Design a web crawler`): what it says holds for that."""
    return bool(DESIGNS.match(title))


def heads_an_example(label: str) -> bool:
    """Whether a label heads what is true of one case (`Example: LRU`, `insert(40)`)."""
    return bool(ONE_CASE.match(label))


def heads_no_facts(label: str) -> bool:
    """Whether what stands below a label is no fact: an example, choices of which one is false, or where to read on."""
    return any(heads(label) for heads in (example, heads_an_example, of_false_choices, left_out))
