"""Functions whose name is a plain English verb, and what that is in the languages of notes: `clear()` clears."""

from __future__ import annotations

import re

from .hints import same_word, words_of

_MEANS = {
    "add": "추가|더하|더함|追加|添加|新增",
    "append": "추가|덧붙|追加|添加",
    "insert": "삽입|추가|挿入|追加|插入",
    "put": "추가|저장|넣|追加|放入",
    "remove": "제거|삭제|削除|移除|删除|刪除",
    "delete": "제거|삭제|削除|删除|刪除",
    "erase": "제거|삭제|지우|削除|删除",
    "clear": "제거|삭제|비우|초기화|クリア|削除|清空",
    "reset": "초기화|재설정|リセット|重置",
    "empty": "비어|비었|빈|공백|空",
    "full": "가득|꽉|포화|満|满|滿",
    "size": "크기|개수|갯수|원소 수|サイズ|大小|个数",
    "length": "길이|개수|長さ|长度|長度",
    "count": "개수|갯수|수를|個数|数|计数",
    "contains": "포함|含|包含",
    "find": "찾|검색|探|検索|查找|查找",
    "search": "찾|검색|検索|搜索",
    "get": "반환|가져|얻|조회|取得|获取|獲取",
    "set": "설정|저장|設定|设置|設置",
    "read": "읽|読|读|讀",
    "write": "쓰|작성|書|写|寫",
    "open": "열|開|打开",
    "close": "닫|종료|閉|关闭",
    "copy": "복사|コピー|复制|複製",
    "move": "이동|옮|移動|移动",
    "sort": "정렬|ソート|排序",
    "reverse": "뒤집|역순|거꾸로|反転|反转",
    "replace": "교체|대체|바꾸|置換|替换",
    "sum": "합|合計|求和|总和",
    "max": "최대|최댓|큰 값|最大",
    "min": "최소|최솟|작은 값|最小",
    "test": "테스트|テスト|测试",
    "docs": "문서|文書|文档",
    "print": "출력|印刷|打印|表示",
    "start": "시작|開始|开始",
    "stop": "중지|정지|停止",
    "run": "실행|実行|运行",
    "resize": "크기|변경|조정",
    "assert": "확인|검사|통과",
    "null": "널|null",
    "create": "생성|만들",
    "update": "수정|갱신|변경|업데이트",
    "failed": "실패",
    "terminated": "종료",
    "closed": "닫힌|닫혀|종료",
    "running": "실행",
    "active": "실행|활성",
    "idle": "유휴",
    "code": "코드",
    "data": "데이터",
    "message": "메시지",
    "name": "이름|명칭",
    "key": "키",
    "value": "값",
    "index": "인덱스|색인",
    "file": "파일",
    "class": "클래스",
    "list": "리스트|목록",
    "prefix": "접두",
    "suffix": "접미",
    "cached": "캐시",
    "caching": "캐시",
    "synchronized": "동기화",
    "encryption": "암호화",
    "security": "보안",
    "recovery": "회복|복구",
    "error": "오류|에러|예외",
}
"""A verb or a noun that names a function → how its meaning is told, as the beginnings of words."""
MOST_WORDS = 6
"""Words of a meaning that says no more than the name."""
_ANY = frozenset(
    [
        "상태",
        "작업",
        "기능",
        "역할",
        "메소드",
        "메서드",
        "함수",
        "의미",
        "정보",
        "명령",
        "명령어",
        "수행",
        "사용",
        "표시",
        "동작",
        "진행",
        "가능",
        "필요",
        "담당",
        "목적",
        "요청",
        "자원",
        "리소스",
        "경우만",
        "경우",
        "영역",
        "공간",
        "저장",
        "프로그램",
        "연산",
        "연산자",
        "형태",
        "문제",
        "과정",
        "단계",
    ]
)
"""What many a meaning says besides (`… 상태`, `… 메소드`)."""
MOST_SAID = 4
"""Words of a meaning, without those, that a name of theirs may all say."""
TOLD = 0.66
"""The share of its words that, once read, leave nothing to know."""
_CALL = re.compile(r"(?:[\w<>]+(?:\.|::|->))*(?:is|has)?_?([A-Za-z]+)(?:All|Front|Back|First|Last)?\s*\(\s*\)\s*;?")
_NAMED = re.compile(r"[a-z]+")
_WRITES = re.compile(r"[0-9ぁ-ヿ㐀-鿿=*/+<>▶→`]")
"""What is reckoned, or written without spaces: its words are not all that it says."""


def only_translates(prompt: str, answer: str) -> bool:
    """Whether a call without arguments (`v.size()`) is only said to do what its name says."""
    call = _CALL.fullmatch(prompt.strip().rstrip("?？ ")) or _NAMED.fullmatch(prompt.strip().rstrip("?？ "))
    verb = (call[1] if call and call.re is _CALL else call[0] if call else "").casefold()
    means = _MEANS.get(verb, "")
    return bool(means) and len(answer.split()) <= MOST_WORDS and bool(re.search(means, answer))


def only_rewords(prompt: str, above: str, answer: str) -> bool:
    """Whether most of what an answer says stands in its prompt or above it, in one language or another (`TERMINATED`:
    `종료된 상태`), and the prompt says half of that."""
    sought = words_of(answer) - _ANY
    if not 0 < len(sought) <= MOST_SAID or _WRITES.search(answer):
        return False
    asked = words_of(prompt)
    said = {word for word in sought if any(same_word(word, each) or _translates(each, word) for each in asked)}
    told = {word for word in sought - said if any(same_word(word, each) for each in words_of(above))}
    return 2 * len(said) >= len(sought) and len(said | told) >= TOLD * len(sought)


def _translates(name: str, word: str) -> bool:
    means = _MEANS.get(name, "")
    return bool(means) and bool(re.match(means, word))
