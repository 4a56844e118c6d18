"""What boxes without a title are called, by their kind: those of GitHub, Obsidian and the site generators, one table per language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KO_CALLOUTS: Mapping[str, str] = MappingProxyType(
    {
        "note": "참고",
        "info": "정보",
        "tip": "팁",
        "hint": "힌트",
        "important": "중요",
        "warning": "경고",
        "caution": "주의",
        "attention": "주의",
        "danger": "위험",
        "error": "오류",
        "bug": "버그",
        "failure": "실패",
        "success": "성공",
        "example": "예",
        "question": "질문",
        "quote": "인용",
        "abstract": "개요",
        "summary": "요약",
        "todo": "할 일",
        "details": "자세히",
    }
)
JA_CALLOUTS: Mapping[str, str] = MappingProxyType(
    {
        "note": "メモ",
        "info": "情報",
        "tip": "ヒント",
        "hint": "ヒント",
        "important": "重要",
        "warning": "警告",
        "caution": "注意",
        "attention": "注意",
        "danger": "危険",
        "error": "エラー",
        "bug": "バグ",
        "failure": "失敗",
        "success": "成功",
        "example": "例",
        "question": "質問",
        "quote": "引用",
        "abstract": "概要",
        "summary": "要約",
        "todo": "やること",
        "details": "詳細",
    }
)
ZH_CALLOUTS: Mapping[str, str] = MappingProxyType(
    {
        "note": "注",
        "info": "信息",
        "tip": "提示",
        "hint": "提示",
        "important": "重要",
        "warning": "警告",
        "caution": "注意",
        "attention": "注意",
        "danger": "危险",
        "error": "错误",
        "bug": "缺陷",
        "failure": "失败",
        "success": "成功",
        "example": "例",
        "question": "问题",
        "quote": "引用",
        "abstract": "摘要",
        "summary": "总结",
        "todo": "待办",
        "details": "详情",
    }
)
EN_CALLOUTS: Mapping[str, str] = MappingProxyType({})
"""The kinds are English words."""
