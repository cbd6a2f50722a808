"""Stage ``bundle``: the fitted parts as one spaCy pipeline without a trace of this machine."""

from __future__ import annotations

import json
import shutil
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from claimx_training import tokenizer
from claimx_training.lemmas import make_lemma_tables
from claimx_training.prepare import read_treebank
from claimx_training.rounding import round_weights
from claimx_training.workspace import Workspace

MODEL_VERSION = "0.1.0"
META = {
    "lang": "en",
    "name": "claimx_en",
    "version": MODEL_VERSION,
    "description": (
        "English news: attributions (source, cue, content), tags, morphology, Universal "
        "Dependencies, lemmas and named entities. Components: attribution_spans, tok2vec, "
        "tagger, morphologizer, parser, lemmatizer, ner."
    ),
    "author": "The claimx authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM", "license": "CC BY 4.0"},
        {"name": "Groningen Meaning Bank 2.2 (sample)", "license": "public domain"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "PolNeAR", "license": "published for research"},
        {"name": "spacy-lookups-data", "license": "MIT"},
    ],
}
SYNTAX_COMPONENTS = ("tok2vec", "tagger", "morphologizer", "parser")


def bundle_pipeline(workspace: Workspace, target: Path) -> Language:
    """Assemble the best models of the parts and write the pipeline to ``target``.

    The attribution spans come before the parser, since their decoder stops at sentences and
    contents do not. Whatever ``target`` held is replaced.
    """
    nlp = tokenizer.make_blank_pipeline()
    add_component(
        nlp,
        load_with_own_encoder(workspace, "attributions"),
        "ner",
        factory="claimx_attribution_spans",
        name="attribution_spans",
    )
    syntax = spacy.load(workspace.fitted("syntax") / "model-best")
    for name in SYNTAX_COMPONENTS:
        add_component(nlp, syntax, name)
    treebanks = chain.from_iterable(
        read_treebank(workspace, name, "train") for name in ("ewt", "gum")
    )
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(nlp=nlp, lookups=make_lemma_tables(treebanks))
    add_component(nlp, load_with_own_encoder(workspace, "entities"), "ner")
    nlp.meta.update(META)
    save_pipeline(nlp, target)
    return nlp


def load_with_own_encoder(workspace: Workspace, part: str) -> Language:
    """The best model of a part whose ner holds its encoder instead of listening to it."""
    nlp = spacy.load(workspace.fitted(part) / "model-best")
    nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    return nlp


def add_component(
    nlp: Language, source: Language, source_name: str, factory: str = "", name: str = ""
) -> None:
    """Add a component of ``source`` with its weights, but with only the strings of its labels.

    spaCy's own way (``add_pipe(source=…)``) would copy every string that the fit has seen.
    ``factory`` and ``name`` default to those of the source; another factory is given the
    source's model and nothing else.
    """
    config: dict[str, Any] = source.config.interpolate()["components"][source_name]
    original = config.pop("factory")
    if factory:
        config = {"model": config["model"]}
    fitted: Any = source.get_pipe(source_name)
    component: Any = nlp.add_pipe(factory or original, name=name or source_name, config=config)
    component.from_bytes(fitted.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    round_weights(component.model)
    for label in getattr(fitted, "labels", ()):
        nlp.vocab.strings.add(label)


def save_pipeline(nlp: Language, target: Path) -> None:
    """Write the pipeline, its meta data in a stable order and free of what only trials need."""
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)
    path = target / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.pop("performance", None)
    meta["spacy_version"] = ">=3.8.13,<3.9.0"
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def measure_folder(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
