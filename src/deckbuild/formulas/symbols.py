"""Commands of TeX that stand for one thing each (LaTeX, amsmath and amssymb; *The Comprehensive LaTeX Symbol List*)."""

from __future__ import annotations

from .tree import Kind


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


LETTERS = _pairs("""
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Rho Ρ Tau Τ Chi Χ digamma ϝ
partial ∂ nabla ∇ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ
""")
SIGNS = _pairs("""
infty ∞ emptyset ∅ varnothing ∅ exists ∃ nexists ∄ forall ∀ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △
square □ Box □ blacksquare ■ Diamond ◇ lozenge ◊ bigstar ★ prime ′ backprime ‵ degree ° dots … ldots … cdots ⋯ vdots ⋮
ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯
surd √ complement ∁ mho ℧ eth ð checkmark ✓ maltese ✠ therefore ∴ because ∵ dag † ddag ‡ S § P ¶ copyright ©
pounds £ yen ¥ euro € lbrace { rbrace } backslash \\ Vert ‖ vert | blacktriangle ▲
""")
BINARY = _pairs("""
pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dagger † ddagger ‡
amalg ⨿ ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ veebar ⊻ barwedge ⊼ curlyvee ⋎ curlywedge ⋏ Cap ⋒ Cup ⋓
bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ intercal ⊺ dotplus ∔
""")
RELATIONS = _pairs("""
leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ varpropto ∝ doteq ≐ asymp ≍
leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃
subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ perp ⟂ parallel ∥
nparallel ∦ mid ∣ nmid ∤ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬ bowtie ⋈ smile ⌣ frown ⌢ approxeq ≊ triangleq ≜
coloneqq ≔ eqqcolon ≕ eqcirc ≖ bumpeq ≏ Subset ⋐ Supset ⋑ trianglelefteq ⊴ trianglerighteq ⊵ nless ≮ ngtr ≯ nleq ≰ ngeq ≱
to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺
mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
Longleftrightarrow ⟺ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙
nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠
rightarrowtail ↣ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ upharpoonright ↾ restriction ↾ circlearrowleft ↺ circlearrowright ↻
colon :
""")
BIGS = _pairs("""
sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ smallint ∫
""")
INTEGRALS = frozenset("∫∬∭∮∯∰")
FENCES = _pairs("""
( ( ) ) [ [ ] ] | | / / < ⟨ > ⟩ \\{ { \\} } \\| ‖ \\lbrace { \\rbrace } \\langle ⟨ \\rangle ⟩ \\lvert | \\rvert | \\vert |
\\Vert ‖ \\lVert ‖ \\rVert ‖ \\lfloor ⌊ \\rfloor ⌋ \\lceil ⌈ \\rceil ⌉ \\lbrack [ \\rbrack ] \\ulcorner ⌜ \\urcorner ⌝
\\uparrow ↑ \\downarrow ↓ \\backslash \\ \\lgroup ( \\rgroup )
""") | {".": ""}
OPENERS = _names("langle lfloor lceil lvert lVert lbrack ulcorner lgroup")
CLOSERS = _names("rangle rfloor rceil rvert rVert rbrack urcorner rgroup")
FUNCTIONS = _names("sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp dim ker hom deg arg")
FUNCTIONS_WITH_LIMITS = {name: name for name in _names("lim max min sup inf det gcd Pr")} | {
    "limsup": "lim sup",
    "liminf": "lim inf",
    "argmax": "arg max",
    "argmin": "arg min",
    "injlim": "inj lim",
    "projlim": "proj lim",
}
SPACES = {
    ",": 0.17, "thinspace": 0.17, ":": 0.22, ">": 0.22, "medspace": 0.22, ";": 0.28, "thickspace": 0.28, "!": -0.17,
    "negthinspace": -0.17, " ": 0.25, "~": 0.25, "nobreakspace": 0.25, "space": 0.25, "enspace": 0.5, "quad": 1.0,
    "qquad": 2.0, "/": 0.0, "-": 0.0,
}  # fmt: skip
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304", "vec": "\u20d7",
    "overrightarrow": "\u20d7", "overleftarrow": "\u20d6", "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db",
    "check": "\u030c", "widecheck": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300",
    "mathring": "\u030a",
}  # fmt: skip
NO_EFFECT = _names(
    "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag hline relax allowbreak strut"
    " mathstrut centering normalsize small large Large"
)
SIZES = frozenset(f"{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m"))

PLAIN: dict[str, tuple[str, Kind]] = {
    "+": ("+", "binary"), "-": ("−", "binary"), "*": ("∗", "binary"), "=": ("=", "relation"), "<": ("<", "relation"),
    ">": (">", "relation"), ":": (":", "relation"), "(": ("(", "open"), "[": ("[", "open"), ")": (")", "close"),
    "]": ("]", "close"), ",": (",", "comma"), ";": (";", "comma"), "|": ("|", "sign"), "/": ("/", "sign"),
    "!": ("!", "close"), "?": ("?", "close"), ".": (".", "number"), "'": ("′", "sign"), "`": ("‘", "sign"),
    '"': ("″", "sign"), "@": ("@", "sign"),
}  # fmt: skip
"""Characters that stand for themselves, more or less."""
ESCAPED: dict[str, tuple[str, Kind]] = {
    "{": ("{", "open"), "}": ("}", "close"), "|": ("‖", "sign"), "$": ("$", "sign"), "%": ("%", "sign"),
    "&": ("&", "sign"), "#": ("#", "sign"), "_": ("_", "sign"),
}  # fmt: skip


def known(name: str) -> tuple[str, Kind] | None:
    """What a command without arguments stands for."""
    for table, kind in TABLES:
        if name in table:
            return table[name], kind
    if name in OPENERS:
        return FENCES["\\" + name], "open"
    if name in CLOSERS:
        return FENCES["\\" + name], "close"
    return ESCAPED.get(name)


TABLES: tuple[tuple[dict[str, str], Kind], ...] = (
    (LETTERS, "letter"),
    (SIGNS, "sign"),
    (BINARY, "binary"),
    (RELATIONS, "relation"),
)
_UNICODE: dict[str, Kind] = {sign: kind for table, kind in reversed(TABLES) for sign in table.values()}


def kind_of(char: str) -> Kind:
    """How a character that was typed as such behaves."""
    return _UNICODE.get(char, "sign")
