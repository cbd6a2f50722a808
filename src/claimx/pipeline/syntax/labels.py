"""Sets of dependency labels, of both schemes, that clauses and noun phrases share."""

from __future__ import annotations

SUBJECT = frozenset(
    {
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "nsubjpass",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "csubjpass",
    }
)
CLAUSE = frozenset(
    {
        "ccomp",
        "xcomp",
        "advcl",
        "advcl:relcl",
        "acl",
        "acl:relcl",
        "relcl",
        "parataxis",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "csubjpass",
    }
)
POSTNOMINAL_CLAUSE = frozenset({"acl", "acl:relcl", "relcl", "advcl:relcl"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})
PREDICATIVE = frozenset({"attr", "acomp"})  # ClearNLP, where the copula heads its predicate
