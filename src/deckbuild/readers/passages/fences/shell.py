"""What is typed into a shell: prompts of every kind, words that commands begin with, and scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence

PROMPT = re.compile(
    r"^\s*(?:\([\w.-]+\)\s*)?(?:"
    r"\[[\w.-]+@[^\]\n]{1,60}\]\s?[$#%]"  # [root@host ~]#
    r"|[\w.-]{1,40}@[\w.-]{1,60}(?::?\s?[^\s$#%>]{0,80})?\s?[$#%>]"  # user@host:~$
    r"|PS(?:\s+[A-Za-z]:[^>\n]{0,120})?>"  # PS C:\>
    r"|[A-Za-z]:\\[^>\n]{0,120}>"  # C:\Users>
    r"|(?:ba|z|k)?sh[-\d.]*[$#%]"  # bash-5.1$
    r"|[~/][\w./-]{0,80}\s[$#%]"  # ~/notes $, / #
    r"|[$%❯➜](?=\s+[^\s\d=(])"
    r")(?!\S*[-=]>)\s*(?=\S)"
)
"""`$ `, `%`, `❯`, `user@host:~#`, `[root@host ~]#`, `PS C:\\>`, `C:\\>`, `bash-5.1$`, before something typed."""

HOST_PROMPT = re.compile(
    r"^\s*(?:\([\w.-]+\)\s*)?(?:"
    r"\[[\w.-]+@[^\]\s]{1,60}(?:\s[^\]\s]{1,60})?\][$#%]"  # [user@host dir]$
    r"|[\w.-]{1,40}@[\w.-]{1,60}(?::[^\s$#%>]{0,80}|\s[\w.~/-]{1,80}\s)[$#%]"  # user@host:~$, user@host ~ %
    r")(?=\s|$)"
)
"""A prompt that nothing else looks like, whether something is typed at it or not."""

ROOT_PROMPT = re.compile(r"^\s*#\s+(?=\S)")
GREATER_PROMPT = re.compile(r"^\s*>\s?(?=\S)")
OTHER_PROMPT = re.compile(
    r"^\s*(?:>>>|\.\.\.|In \[\d+\]:|irb(?:\([^)]*\))?[\d:]*[>*]|(?:mysql|MariaDB|mongo|mongosh|sqlite|redis|hive|scala|"
    r"jshell|julia|ghci|iex|cqlsh|test|SQL|lua|Prelude)(?:\s*\[[^\]]*\]|\([^)]*\))?[\d.:\w ]{0,20}>|"
    r"\w{1,20}=[#>]|\d{1,3}(?:\.\d{1,3}){3}:\d+>)\s*(?=\S)"
)
"""The prompt of an interpreter that is no shell: what is typed there is code."""

_WORDS = (
    r"sudo|docker|docker-compose|kubectl|minikube|git|npm|npx|yarn|pnpm|pip|pip3|pipenv|poetry|conda|"
    r"python|python3|apt|apt-get|apt-cache|dpkg|yum|dnf|pacman|brew|choco|winget|curl|wget|cd|ls|ll|mkdir|"
    r"rmdir|rm|cp|mv|ssh|scp|rsync|systemctl|cargo|rustc|javac|gcc|g\+\+|clang|chmod|chown|chgrp|helm|aws|"
    r"gcloud|terraform|ansible|ansible-playbook|vagrant|grep|egrep|awk|sed|tar|unzip|gzip|gunzip|echo|"
    r"printf|netstat|ifconfig|traceroute|nslookup|nmap|vim|nano|emacs|passwd|useradd|usermod|groupadd|"
    r"adduser|df|du|crontab|iptables|ufw|lsof|pwd|whoami|uname|mysql|mysqldump|psql|mongosh|redis-cli|"
    r"redis-server|sqlite3|nginx|pm2|ng|gradle|mvn|gradlew|flutter|pytest|uvicorn|gunicorn|django-admin|"
    r"rails|php|deno|bun|tsc|eslint|nvm|pyenv|rbenv|jupyter|ffmpeg|openssl|ssh-keygen|ssh-copy-id|xargs|"
    r"tee|ln|rg|fd|jq|nohup|pkill|killall|kubeadm|kubelet|hadoop|hdfs|spark-submit|telnet|nc|cls|ipconfig|"
    r"xcopy|robocopy|netsh|taskkill|tasklist|firebase|heroku|kafka-topics\.sh|wsl|modprobe|umount|lsblk|"
    r"fdisk|insmod|journalctl|cmake|\./configure|adb|swapon|swapoff"
)
_ALSO_ENGLISH = (
    r"make|go|java|node|service|source|export|find|sort|head|cut|kill|top|touch|which|time|watch|less|"
    r"more|join|set|test|alias|exec|date|history|file|start|stop|run|screen|type|who|free|wait|split|diff|"
    r"env|eval|read|la|code|man|copy|mount|bundle|gem|composer|flask|su|del|az|dir|vi|dart|ruby|perl|vue|"
    r"mongo|ping|dig|cat|tail|py|ps"
)
"""Commands whose names are words of a language, too: what follows must tell."""

COMMAND = re.compile(rf"(?:{_WORDS})(?=\s|$|;)")
_ENGLISH_COMMAND = re.compile(
    rf"(?:{_ALSO_ENGLISH})\s+(?:-{{1,2}}\w|[.~$/<>|&]|\"|[\w.-]*[/.=:_-][\w./=-]*(?:\s|$)|[\w-]+$)"
)
_PATH = re.compile(r"(?:\./|\.\./|~/|/(?:usr|bin|etc|opt|home|sbin)/)[\w./-]+(?:\s|$)")
_SETTING = re.compile(r"(?:export\s+)?[A-Z_][A-Z0-9_]*=\S")
_CMDLET = re.compile(r"[A-Z][a-z]+-[A-Z][A-Za-z]+(?=\s|$)")
_FLAGGED = re.compile(r"[a-z][\w.+-]*(?:\s+[\w./:@-]+){0,3}\s+--?[A-Za-z][\w-]*(?=[\s=]|$)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`|\{[^{}]*\}|<[^<>]*>|\[[^\[\]]*\]|\s(?:#|//).*$")
_NATURAL = re.compile(r"[ぁ-ヺ一-鿿가-힣]")

CONTROL = re.compile(
    r"^\s*(?:(?:if|elif|while|until)\s+(?:\[|\(\(|!|\w).*|for\s+\w+\s+in\b.*|"
    r"for\s+\(\(.*|case\s.+\sin|then|else|fi|do|done|esac|function\s+\w+.*|"
    r"[\w-]+\s*\(\)\s*\{?|setlocal.*|goto\s+\w+|param\s*\(|foreach\s*\(.*)\s*;?\s*$"
)
_CLOSING = re.compile(r"^\s*(?:fi|done|esac|\})\s*;?\s*(?:[|<>&#].*)?$")
_SHEBANG = re.compile(r"^\s*#!|^\s*@echo\s+off", re.IGNORECASE)
MANY_LINES = 12


def is_command(line: str) -> bool:
    """Whether a line reads as a command, prompt or not: it begins as one, and no natural language stands in it bare."""
    line = line.strip()[:400]
    if found := PROMPT.match(line):
        return not _NATURAL.match(line[found.end() :])
    if _NATURAL.search(_QUOTED.sub("", line)):
        return False
    return begins_as_command(line)


def begins_as_command(line: str) -> bool:
    """Whether a line without prompt begins with a known command, a script's path, or a word with flags."""
    known = COMMAND.match(line)
    if known and not re.match(r"\s+(?:is|are|was|and|or|the|has|can|will|means)\b|\s*[=:(]|\s*$", line[known.end() :]):
        return not _reads_as_sentence(line)
    alone = re.match(r"(?:ls|ll|pwd|whoami|ipconfig|ifconfig|cls)$", line)
    return bool(
        alone or _ENGLISH_COMMAND.match(line) or _PATH.match(line) or _CMDLET.match(line) or _FLAGGED.match(line)
    ) and not _reads_as_sentence(line)


def _reads_as_sentence(line: str) -> bool:
    """`git is a tool that tracks changes.` begins with a command, and is none."""
    return bool(re.search(r"[a-z]\.\s*$", line)) and bool(re.search(r"\s(?:is|are|the|a|an|to|of|and|that)\s", line))


def shows_evidence(line: str) -> bool:
    """Whether a line of a fence labelled as shell bears this out. Any plain word may be a command there."""
    line = line.strip()[:400]
    if is_command(line) or _SETTING.match(line) or re.search(r"[|<>&]\s*\S|\s-{1,2}\w|\$[\w{(]|\\$", line):
        return True
    return bool(re.match(r"[a-z][\w./+-]*(?:\s+\S+){0,6}$", line)) and not _NATURAL.search(_QUOTED.sub("", line))


def is_script(lines: Sequence[str]) -> bool:
    """Whether lines make one program: a shebang, a construct over several lines, or many lines with control flow."""
    if lines and _SHEBANG.match(lines[0]):
        return True
    control = sum(bool(CONTROL.match(line[:400])) for line in lines)
    closed = any(_CLOSING.match(line[:400]) for line in lines)
    return control >= 1 and (closed or control >= 3 or len(lines) > MANY_LINES)
