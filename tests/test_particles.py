"""Which particle follows a word, by how it is read aloud in Korean."""

from __future__ import annotations

import unicodedata

import pytest

from deckbuild.model import RichText, Run
from deckbuild.particles import PAIRS, Final, fill, final, particle, readable

RIGHT = [
    "도커_이미지란",
    "도커_파일이란",
    "global이란",
    "Docker란",
    "A와",
    "URL이란",
    "OS란",
    "HVM이란",
    "YAML이란",
    "JSON이란",
    "VM과",
    "컨테이너와",
    "가상머신과",
    "replicated와",
    "Linux란",
    "container란",
    "volume이란",
    "table이란",
    "git이란",
    "commit이란",
    "root란",
    "port란",
    "host란",
    "node란",
    "stack이란",
    "traffic이란",
    "string이란",
    "1과",
    "2와",
    "3과",
    "7로",
    "10으로",
    "100이란",
    "1000000000000란",
    "yum으로",
    "URL로",
    "kernel로",
    "map이란",
    "pod란",
    "cloud란",
    "불변(immutable)이란",
    "engine이란",
    "shell이란",
    "Kubernetes란",
    "namespace란",
    "cluster란",
    "service란",
    "Redis란",
    "nginx란",
    "API란",
    "image란",
    "layer란",
    "token이란",
    "GET을",
    "PUT과",
    "CPU와",
    "set을",
    "timeout이란",
    "webhook이란",
    "function을",
    "private로",
    "HashMap은",
    "DNS는",
    "JVM은",
    "true로",
    "null을",
    "2와",
    "N으로",
    "물로",
    "길이란",
    "서울로",
    "집으로",
    "나무로",
    "C++는",
    "docker.io/nginx를",
    "IP를",
    "16을",
    "0은",
]


@pytest.mark.parametrize("written", RIGHT)
def test_the_particle_is_the_one_that_people_say(written: str) -> None:
    forms = sorted(
        ((form, closed) for closed, opened in PAIRS.items() for form in (closed, opened)), key=lambda f: -len(f[0])
    )
    form, closed = next(found for found in forms if written.endswith(found[0]))
    assert particle(written.removesuffix(form), closed) == form


@pytest.mark.parametrize(
    ("word", "end"),
    [("말", Final.RIEUL), ("강", Final.CLOSED), ("바다", Final.OPEN), ("", Final.OPEN), ("!!", Final.OPEN)],
)
def test_hangul_says_itself_how_it_ends(word: str, end: Final) -> None:
    assert final(word) is end


def test_a_decomposed_syllable_counts_as_one() -> None:
    assert final(unicodedata.normalize("NFD", "강")) is Final.CLOSED


def test_an_unclosed_bracket_does_not_hide_the_word() -> None:
    assert final("(도커 파일") is Final.RIEUL


@pytest.mark.parametrize("word", ["--rm", "/etc/hosts", "https://docs.docker.com/", "a=b", "C#", "$USER", ".env", " "])
def test_no_particle_follows_what_cannot_be_read_aloud(word: str) -> None:
    assert not readable(word)


@pytest.mark.parametrize("word", ["git", "도커 이미지", "불변(immutable)", "100", "docker-compose"])
def test_a_particle_follows_words(word: str) -> None:
    assert readable(word)


def test_a_template_takes_the_particle_outside_of_the_code() -> None:
    yum = RichText((Run("yum", kind="code"),))
    assert fill("{x}{이란}?", x=yum).runs == (Run("yum", kind="code"), Run("이란"), Run("?"))


def test_each_particle_looks_at_what_stands_before_it() -> None:
    text = fill("{row}의 {column}{은}?", row=RichText.of("파일"), column=RichText.of("크기"))
    assert text.plain == "파일의 크기는?"


def test_a_template_without_slots_is_its_own_text() -> None:
    assert fill("결론?").plain == "결론?"
