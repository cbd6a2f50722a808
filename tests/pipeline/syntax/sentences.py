"""Sentences parsed by hand, each in Universal Dependencies and in ClearNLP's scheme.

A row is a word: form, Penn tag, head and label in UD, head and label in ClearNLP (as spaCy's
``en_core_web_*`` write them). Heads count from 1 inside the sentence, 0 is the root.
"""

from __future__ import annotations

from functools import cache

import spacy
from spacy.tokens import Doc

SCHEMES = ("UD", "ClearNLP")

_ROWS = {
    "told": """
        The       DT  2 det    2 det
        mayor     NN  3 nsubj  3 nsubj
        told      VBD 0 root   0 ROOT
        reporters NNS 3 iobj   3 dative
        that      IN  8 mark   8 mark
        bridges   NNS 8 nsubj  8 nsubj
        would     MD  8 aux    8 aux
        close     VB  3 ccomp  3 ccomp
    """,
    "shared": """
        Ann     NNP 2 nsubj  2 nsubj
        came    VBD 0 root   0 ROOT
        and     CC  4 cc     2 cc
        said    VBD 2 conj   2 conj
        she     PRP 6 nsubj  6 nsubj
        wants   VBZ 4 ccomp  4 ccomp
        to      TO  8 mark   8 aux
        leave   VB  6 xcomp  6 xcomp
    """,
    "object control": """
        Ann       NNP 2 nsubj  2 nsubj
        told      VBD 0 root   0 ROOT
        Tom       NNP 2 obj    2 dobj
        to        TO  5 mark   5 aux
        leave     VB  2 xcomp  2 xcomp
    """,
    "passive": """
        The     DT  2 det        2 det
        plan    NN  4 nsubj:pass 4 nsubjpass
        was     VBD 4 aux:pass   4 auxpass
        praised VBN 0 root       0 ROOT
        and     CC  6 cc         4 cc
        adopted VBN 4 conj       4 conj
        by      IN  9 case       6 agent
        the     DT  9 det        9 det
        council NN  6 obl:agent  7 pobj
    """,
    "written": """
        a       DT  2 det       2 det
        letter  NN  0 root      0 ROOT
        written VBN 2 acl       2 acl
        by      IN  5 case      3 agent
        Ann     NNP 3 obl:agent 4 pobj
    """,
    "copula": """
        Ann      NNP 6 nsubj  4 nsubj
        would    MD  6 aux    4 aux
        not      RB  6 advmod 4 neg
        be       VB  6 cop    0 ROOT
        the      DT  6 det    6 det
        mayor    NN  0 root   4 attr
        of       IN  8 case   6 prep
        Hull     NNP 6 nmod   7 pobj
        now      RB  6 advmod 4 advmod
    """,
    "confident": """
        He        PRP 3 nsubj 2 nsubj
        is        VBZ 3 cop   0 ROOT
        confident JJ  0 root  2 acomp
        that      IN  6 mark  6 mark
        they      PRP 6 nsubj 6 nsubj
        won       VBD 3 ccomp 3 ccomp
    """,
    "named": """
        Tom    NNP 3 nsubj:pass 3 nsubjpass
        was    VBD 3 aux:pass   3 auxpass
        named  VBN 0 root       0 ROOT
        mayor  NN  3 xcomp      3 oprd
        by     IN  6 case       3 agent
        Ann    NNP 3 obl:agent  5 pobj
    """,
    "gave to": """
        She     PRP 2 nsubj 2 nsubj
        gave    VBD 0 root  0 ROOT
        a       DT  4 det   4 det
        letter  NN  2 obj   2 dobj
        to      IN  6 case  2 dative
        Tom     NNP 2 obl   5 pobj
    """,
    "gave": """
        She     PRP 2 nsubj 2 nsubj
        gave    VBD 0 root  0 ROOT
        Tom     NNP 2 iobj  2 dative
        a       DT  5 det   5 det
        letter  NN  2 obj   2 dobj
    """,
    "according": """
        Prices    NNS 2 nsubj 2 nsubj
        fell      VBD 0 root  0 ROOT
        according VBG 5 case  2 prep
        to        IN  3 fixed 3 prep
        Ann       NNP 2 obl   4 pobj
        because   IN  8 case  2 prep
        of        IN  6 fixed 6 pcomp
        rain      NN  2 obl   7 pobj
        out       IN  12 case 2 prep
        of        IN  12 case 9 prep
        the       DT  12 det  12 det
        blue      NN  2 obl   10 pobj
    """,
    "adverbial": """
        After     IN  2 mark  6 prep
        leaving   VBG 6 advcl 1 pcomp
        Hull      NNP 2 obj   2 dobj
        ,         ,   6 punct 6 punct
        he        PRP 6 nsubj 6 nsubj
        spoke     VBD 0 root  0 ROOT
        ,         ,   6 punct 6 punct
        warning   VBG 6 advcl 6 advcl
        that      IN  11 mark 11 mark
        time      NN  11 nsubj 11 nsubj
        ran       VBD 8 ccomp 8 ccomp
        because   IN  14 mark 14 mark
        it        PRP 14 nsubj 14 nsubj
        does      VBZ 11 advcl 11 advcl
    """,
    "relative": """
        The      DT  2 det       2 det
        envoy    NN  8 nsubj     8 nsubj
        ,        ,   2 punct     2 punct
        who      WP  5 nsubj     5 nsubj
        left     VBD 2 acl:relcl 2 relcl
        early    RB  5 advmod    5 advmod
        ,        ,   2 punct     2 punct
        saw      VBD 0 root      0 ROOT
        a        DT  10 det      10 det
        letter   NN  8 obj       8 dobj
        saying   VBG 10 acl      10 acl
        no       UH  11 obj      11 dobj
    """,
    "decision": """
        Her      PRP$ 2 nmod:poss 2 poss
        decision NN   5 nsubj     5 nsubj
        to       TO   4 mark      4 aux
        speak    VB   2 acl       2 acl
        stands   VBZ  0 root      0 ROOT
    """,
    "names": """
        Ann     NNP 4 nmod:poss 4 poss
        Hill    NNP 1 flat      1 compound
        ’s      POS 1 case      1 case
        envoy   NN  0 root      0 ROOT
        ,       ,   8 punct     4 punct
        the     DT  8 det       8 det
        former  JJ  8 amod      8 amod
        judge   NN  4 appos     4 appos
        Tom     NNP 8 flat      8 appos
    """,
    "coordination": """
        both      DT  2 cc:preconj 2 preconj
        Ann       NNP 8 nsubj  8 nsubj
        ,         ,   4 punct  2 punct
        Tom       NNP 2 conj   2 conj
        and       CC  7 cc     4 cc
        their     PRP$ 7 nmod:poss 7 poss
        aides     NNS 2 conj   4 conj
        agreed    VBD 0 root   0 ROOT
    """,
    "neither": """
        He        PRP 3 nsubj      3 nsubj
        neither   CC  3 cc:preconj 3 preconj
        confirmed VBD 0 root       0 ROOT
        nor       CC  5 cc         3 cc
        denied    VBD 3 conj       3 conj
        it        PRP 5 obj        5 dobj
    """,
    "did n't": """
        He    PRP 4 nsubj  4 nsubj
        did   VBD 4 aux    4 aux
        n't   RB  4 advmod 4 neg
        say   VB  0 root   0 ROOT
        why   WRB 4 ccomp  4 ccomp
    """,
    "beside": """
        Time    NN  2 nsubj     2 nsubj
        ran     VBD 0 root      0 ROOT
        ,       ,   5 punct     5 punct
        he      PRP 5 nsubj     5 nsubj
        said    VBD 2 parataxis 2 parataxis
        .       .   2 punct     2 punct
    """,
    "clausal subject": """
        That     IN  3 mark   3 mark
        he       PRP 3 nsubj  3 nsubj
        left     VBD 5 csubj  5 csubj
        ,        ,   5 punct  5 punct
        surprised VBD 0 root  0 ROOT
        Ann      NNP 5 obj    5 dobj
    """,
    "phrase": """
        critics   NNS 0 root      0 ROOT
        of        IN  4 case      1 prep
        the       DT  4 det       4 det
        deal      NN  1 nmod      2 pobj
        who       WP  6 nsubj     6 nsubj
        spoke     VBD 1 acl:relcl 1 relcl
        and       CC  8 cc        1 cc
        others    NNS 1 conj      1 conj
    """,
}
_NLP = spacy.blank("en")


@cache
def build(name: str, scheme: str) -> Doc:
    """The sentence ``name`` with the annotation of a scheme."""
    rows = [line.split() for line in _ROWS[name].strip().splitlines()]
    first = 2 + 2 * SCHEMES.index(scheme)
    heads = [int(row[first]) - 1 for row in rows]
    return Doc(
        _NLP.vocab,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        pos=[_coarse(row) for row in rows],
        heads=[position if head < 0 else head for position, head in enumerate(heads)],
        deps=[row[first + 1].replace("root", "ROOT") for row in rows],
    )


def _coarse(row: list[str]) -> str:
    tag, label = row[1], row[3]
    if label.startswith(("aux", "cop")):
        return "AUX"
    starts = {"V": "VERB", "NNP": "PROPN", "N": "NOUN", "PRP": "PRON", "IN": "ADP", "TO": "PART"}
    return next((pos for start, pos in starts.items() if tag.startswith(start)), "X")
