"""Puts the components of claimx behind a spaCy pipeline: the bundled one, or any other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.pipeline.requirements import has_factory, join_words, lacking_attributes

if TYPE_CHECKING:
    from spacy.language import Language

_ROLES_COMPONENT = "claimx_attribution_roles"
# The bundled encoder under a pipeline that has another of its own.
_ENCODER = "claimx_encoder"
# No sentence runs across a paragraph, so the layout comes first of all.
_FIRST = "claimx_layout"
_AFTER_PARSER = (
    "claimx_quotes",
    "claimx_attribution",
    "claimx_claim_kinds",
    "claimx_dates",
    "claimx_entities",
    "claimx_mentions",
    "claimx_coreference",
    "claimx_speakers",
    "claimx_repeats",
)


# The bundled pipeline as `prepare` left it.
_prepared: list[Language] = []


class PipelineError(ValueError):
    """A pipeline cannot be used; the message is one sentence that says why and what to do."""


def load(model: str | None = None) -> Language:
    """The pipeline that annotates articles.

    Args:
        model: Name of an installed spaCy pipeline, or the path of a pipeline's folder; None or
            ``claimx_en`` gives the bundled one.

    Raises:
        PipelineError: If there is no such pipeline, it is damaged, or it lacks what a component
            of claimx requires.
    """
    if model is not None and model != "claimx_en":
        nlp = add_claimx_components(_load_other(model))
    elif _prepared:
        nlp = _prepared.pop()
    else:
        nlp = add_claimx_components(_load_bundled())
    _check_graphs(nlp)
    return nlp


def prepare() -> None:
    """Load the bundled pipeline except for what a copy of this process could not use.

    The next call of `load`, here or in a forked process, takes it. Sessions of onnxruntime, which
    do not survive in a copy, are made by that call alone.

    Raises:
        PipelineError: If the pipeline is damaged.
    """
    _prepared[:] = [add_claimx_components(_load_bundled())]


def add_claimx_components(nlp: Language) -> Language:
    """Add the components of claimx to ``nlp``, each in its place.

    A pipeline without a component that finds attributions gets that of the bundled one, with its
    encoder.

    Raises:
        PipelineError: If ``nlp`` is not English or lacks what a component requires.
    """
    if nlp.lang != "en":
        raise PipelineError(
            f"the pipeline {describe_pipeline(nlp)} is for the language {nlp.lang!r}: "
            "claimx reads English"
        )
    _check_requirements(nlp)
    # A checkout that was installed before a component came knows its factory by this alone.
    import claimx.pipeline.factories  # noqa: F401

    if not has_factory(nlp, _ROLES_COMPONENT):
        # The encoder's vectors are overwritten by the next one's, so the roles come in between.
        bundled = _load_bundled(only=("tok2vec", "attribution_roles"))
        nlp.add_pipe("attribution_roles", source=bundled, first=True)
        nlp.add_pipe("tok2vec", source=bundled, name=_ENCODER, first=True)
    if not has_factory(nlp, _FIRST):
        nlp.add_pipe(_FIRST, first=True)
    for factory in _AFTER_PARSER:
        if not has_factory(nlp, factory):
            nlp.add_pipe(factory)
    return nlp


def _check_graphs(nlp: Language) -> None:
    """Try the graphs of ``nlp`` now, since what is wrong with one would else show in a text."""
    from claimx.pipeline.onnx_model import OnnxError, OnnxModel

    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        layers = () if model is None else model.walk()
        holders = [component, *(shim for layer in layers for shim in layer.shims)]
        for graph in (getattr(holder, "graph", None) for holder in holders):
            if isinstance(graph, OnnxModel):
                try:
                    graph.check()
                except OnnxError as error:
                    raise PipelineError(
                        f"the pipeline {describe_pipeline(nlp)} cannot be used: {error}"
                    ) from error


def describe_pipeline(nlp: Language) -> str:
    """Name and version, such as ``claimx_en 0.1.0``."""
    name = str(nlp.meta.get("name", "unnamed"))
    if not name.startswith("claimx_"):
        name = f"{nlp.lang}_{name}"
    return f"{name} {nlp.meta.get('version', '?')}"


def bundled_pipeline_version() -> str:
    """Name and version of the bundled pipeline, read without spaCy's help."""
    meta = json.loads((_bundled_path() / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['name']} {meta['version']}"


def _bundled_path() -> Path:
    spec = find_spec("claimx_en")
    if spec is None or spec.origin is None:
        raise PipelineError("the bundled pipeline claimx_en is missing: install claimx again")
    return Path(spec.origin).parent / "pipeline"


def _load_bundled(only: Sequence[str] | None = None) -> Language:
    from spacy.util import load_model_from_path

    path = _bundled_path()
    exclude: list[str] = []
    try:
        if only is not None:
            config = json.loads((path / "meta.json").read_text(encoding="utf-8"))
            exclude = [name for name in config["pipeline"] if name not in only]
        return load_model_from_path(path, exclude=exclude)
    except Exception as error:  # spaCy raises errors of many kinds for a damaged folder
        raise PipelineError(
            f"the bundled pipeline in {path} is damaged ({_shorten(error)}): install claimx again"
        ) from error


def _load_other(model: str) -> Language:
    import spacy

    try:
        return spacy.load(model)
    except OSError as error:
        kind = _describe_path(model)
        if kind == "pipeline":
            raise PipelineError(
                f"the pipeline {model} cannot be read: {_shorten(error)}"
            ) from error
        if kind == "may not be read":
            raise PipelineError(
                f"{model} may not be read: give yourself permission to read it"
            ) from error
        if kind:
            raise PipelineError(f"{model} is no spaCy pipeline: {kind}") from error
        raise PipelineError(
            f"there is no pipeline {model!r}: give the name of an installed spaCy pipeline or "
            "the path of its folder, or leave --model out for the bundled one"
        ) from error
    except Exception as error:
        raise PipelineError(f"the pipeline {model} cannot be loaded: {_shorten(error)}") from error


def _shorten(error: Exception) -> str:
    """What an error says, on one line."""
    return " ".join(str(error).split())[:400]


def _describe_path(model: str) -> str:
    """``pipeline``, or why the path is none; empty where there is no such path."""
    try:
        if not model or not Path(model).exists():
            return ""
        if not Path(model).is_dir():
            return "it is no folder"
        has_config = (Path(model) / "config.cfg").is_file()
    except PermissionError:
        return "may not be read"
    except OSError:  # longer than a path can be
        return ""
    return "pipeline" if has_config else "its folder has no config.cfg"


def _check_requirements(nlp: Language) -> None:
    lacking = lacking_attributes(nlp, _FIRST, *_AFTER_PARSER)
    if lacking:
        raise PipelineError(
            f"the pipeline {describe_pipeline(nlp)} lacks {join_words(lacking)}: claimx needs a "
            f"pipeline that has {'them' if lacking[1:] else 'one'}, such as the bundled claimx_en"
        )
