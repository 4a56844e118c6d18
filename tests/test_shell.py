"""Facts about shell commands."""

from __future__ import annotations

import pytest

from deckbuild import shell


@pytest.mark.parametrize(
    "code", ["docker ps -a", "sudo usermod -aG docker $USER", "ls -l > out.txt", "cd ~/src && make"]
)
def test_a_short_plain_command_is_typed(code: str) -> None:
    assert shell.typeable(code)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("sudo usermod -aG docker $USER`", "a stray backtick"),
        ("curl -fsSl https://get.docker.com/ | sudo sh", "an address"),
        ("git commit -m 'first'", "quotes"),
        ("docker run \\\n  nginx", "two lines"),
        ("docker rm <name>", "a placeholder"),
        ("docker rm CONTAINER_ID", "a placeholder in capitals"),
        ("sudo usermod -aG docker your-user", "a placeholder in words"),
        ("git log --format={hash}", "a placeholder in braces"),
        ("echo 안녕", "an input method would have to be switched"),
        ("docker run -d -p 80:80 --name web -v /a:/b nginx", "more letters than one types without a slip"),
        ("a b c d e f g h", "too many words"),
        ("# only a comment", "nothing to type"),
        ("  ", "nothing at all"),
    ],
)
def test_what_cannot_be_typed_letter_by_letter_is_recalled(code: str, reason: str) -> None:
    assert not shell.typeable(code), reason


def test_a_variable_is_no_placeholder() -> None:
    assert not shell.placeholder("echo $HOME_DIR ${OTHER_DIR}")
    assert not shell.placeholder("export DATA_PATH=/opt")


@pytest.mark.parametrize(
    ("code", "stray"), [("a`", True), ("`date`", False), ("a\\`", False), ("", False), ("```", True)]
)
def test_a_backtick_needs_a_partner(code: str, stray: bool) -> None:
    assert shell.stray_backtick(code) is stray


@pytest.mark.parametrize(
    ("code", "left_open"),
    [
        ("echo 'a", True),
        ('echo "it\'s"', False),
        ("echo 'a\\'", False),
        ('echo "a\\"b"', False),
        ("echo it\\'s", False),
    ],
)
def test_quotes_are_read_as_a_shell_reads_them(code: str, left_open: bool) -> None:
    assert shell.unbalanced_quote(code) is left_open


def test_what_a_shell_would_not_take_is_suspicious() -> None:
    assert shell.suspicious("sudo x`")
    assert shell.suspicious("echo 'x")
    assert not shell.suspicious("echo `date`")


def test_comments_alone_are_no_command() -> None:
    assert shell.is_comment("# one\n\n  # two")
    assert not shell.is_comment("# one\nls")
