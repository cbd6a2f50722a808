"""What the components of claimx need of the pipeline that they are added to."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

# What is meant by an attribute that a component requires, for the sentence that names it.
_PROVIDERS = {
    "token.dep": "a dependency parser",
    "token.head": "a dependency parser",
    "doc.sents": "a dependency parser",
    "token.tag": "a part-of-speech tagger",
    "token.lemma": "a lemmatizer",
    "doc.ents": "an entity recognizer",
    "doc.tensor": "the encoder of claimx_en",
}
# Components whose span groups another one reads, which spaCy's `requires` cannot say.
_READ_COMPONENTS = {
    "claimx_attribution": "claimx_attribution_roles",
    "claimx_claim_kinds": "claimx_attribution",
    "claimx_speakers": "claimx_attribution",
}


class MissingRequirementsWarning(UserWarning):
    """A component was added to a pipeline that lacks what it needs."""


def lacking_attributes(nlp: Language, *factories: str) -> list[str]:
    """What ``nlp`` lacks of the attributes that components require, in words, each once.

    Args:
        nlp: The pipeline, with the components that it has so far.
        factories: Names of the components.
    """
    assigned = {
        attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns
    } | {"doc.spans"}
    if has_factory(nlp, "attribute_ruler"):
        assigned |= {"token.tag"}
    lacking = [
        _PROVIDERS.get(attribute, attribute)
        for factory in factories
        for attribute in nlp.get_factory_meta(factory).requires
        if attribute not in assigned
    ]
    return list(dict.fromkeys(lacking))


def warn_of_lacks(nlp: Language, factory: str) -> None:
    """Warn, in one sentence, where a component is added to a pipeline that lacks what it needs.

    A warning, not an error: what is lacking may be added afterwards, in its place.
    """
    lacking = lacking_attributes(nlp, factory)
    read = _READ_COMPONENTS.get(factory)
    if read is not None and not has_factory(nlp, read):
        lacking.append(read)
    if lacking:
        warnings.warn(
            f"{factory} needs {join_words(lacking)}, which this pipeline does not have so far, and "
            f"finds little or nothing without: add {'them' if lacking[1:] else 'it'} before "
            f'{factory}, or take spacy.load("claimx_en")',
            MissingRequirementsWarning,
            stacklevel=2,
        )


def join_words(words: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def has_factory(nlp: Language, factory: str) -> bool:
    """Whether ``nlp`` has a component of this factory, under whatever name."""
    metas: list[Any] = [nlp.get_pipe_meta(name) for name in nlp.pipe_names]
    return any(meta.factory == factory for meta in metas)
