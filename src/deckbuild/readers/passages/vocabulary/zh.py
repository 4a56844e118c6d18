"""Chinese, in simplified and in traditional characters."""

from __future__ import annotations

from .words import Words

ZH = Words(
    definition_headings=(
        r"(?:什么是|什麼是|何谓|何謂)\s*(.+?)\s*[?？。]*",
        r"(.+?)\s*(?:是什么|是什麼|是啥)\s*[?？]*",
        r"(.+?)\s*的\s*(?:定义|定義|概念|含义|含義)",
    ),
    not_defined=(r".*(?:的区别|的區別|的差异|的差異|和|与|與|问题|問題|术语|術語|函数|变量|接口)",),
    reason_heading=(r"为什么", r"為什麼", r"为何", r"為何", r"原因", r"理由"),
    method_heading=(r"如何", r"怎么", r"怎麼", r"怎样", r"怎樣", r"方法"),
    difference_heading=(r"区别", r"區別", r"差异", r"差異", r"(?:对比|對比|比较|比較)$", r"不同点"),
    procedure_heading=(r"步骤", r"步驟", r"流程\W*$", r"安装", r"安裝", r"教程", r"(?:过程|過程)\W*$"),
    way_heading=(r"方法", r"如何", r"怎么", r"怎麼", r"过程", r"過程"),
    references=(
        r"参考(?:文献|资料|链接)?",
        r"參考(?:文獻|資料|連結)?",
        r"来源",
        r"來源",
        r"延伸阅读",
        r"延伸閱讀",
        r"相关链接",
    ),
    examples=(r"例子", r"示例", r"举例", r"舉例", r"实例", r"範例", r"范例"),
    pros=(r"优点", r"優點", r"优势", r"優勢", r"好处"),
    cons=(r"缺点", r"缺點", r"劣势", r"劣勢", r"不足", r"不利之处", r"不利之處", r"缺陷"),
    conclusion=(r"总结", r"總結", r"小结", r"小結", r"结论", r"結論"),
    example_start=(r"例如", r"比如", r"譬如", r"举例来说", r"舉例來說"),
    conclusion_start=(
        r"总之",
        r"總之",
        r"综上(?:所述)?",
        r"綜上(?:所述)?",
        r"总的来说",
        r"總的來說",
        r"简而言之",
        r"簡而言之",
    ),
    intro=(r"如下", r"下列", r"以下"),
    clause_end=(r"(?:了|吗|嗎|呢|吧)",),
    defining_end=(r"的(?:总称|總稱|统称|統稱|简称|簡稱|缩写|縮寫)",),
    kind_end=(
        r"的(?:一种|一種)?(?:技术|技術|方法|方式|系统|系統|语言|語言|协议|協議|算法|演算法|结构|結構|工具|程序|过程|過程|现象|模型|模式|平台|单位|集合)",
    ),
    todo=(r"待(?:补充|補充|续|續|完善|整理|确认|確認|办)",),
    todo_start=(r"未完待续", r"未完待續"),
    legend=(r"重点", r"重點", r"例子", r"代码", r"代碼", r"术语", r"术語", r"定义", r"注意", r"强调", r"关键词"),
    generic_picture=(r"图片", r"圖片", r"图像", r"圖像", r"截图", r"截圖", r"图", r"圖"),
)
