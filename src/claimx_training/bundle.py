"""Stage ``bundle``: the fitted parts as one spaCy pipeline without a trace of this machine."""

from __future__ import annotations

import json
import shutil
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from claimx_training.encoder.export import FittedModel, export_labeller
from claimx_training.heads import make_encoder_pipeline
from claimx_training.lemmas import make_lemma_tables
from claimx_training.prepare import read_treebank
from claimx_training.rounding import round_weights
from claimx_training.workspace import Workspace

MODEL_VERSION = "0.9.0"
META = {
    "lang": "en",
    "name": "claimx_en",
    "version": MODEL_VERSION,
    "description": (
        "English news: attributions (source, cue, content), tags, morphology, Universal "
        "Dependencies, lemmas and named entities, on one small transformer. Components: tok2vec, "
        "attribution_roles, tagger, morphologizer, parser, lemmatizer, ner."
    ),
    "author": "The claimx authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "all-MiniLM-L6-v2", "license": "Apache-2.0"},
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM", "license": "CC BY 4.0"},
        {"name": "Groningen Meaning Bank 2.2 (sample)", "license": "public domain"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "Wikinews, labelled for claimx", "license": "CC BY 2.5, labels CC BY 4.0"},
        {"name": "Few-NERD", "license": "CC BY-SA 4.0"},
        {"name": "CrossNER", "license": "MIT, texts CC BY-SA"},
        {"name": "Universal NER on UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "WNUT 2017", "license": "CC BY 4.0"},
        {"name": "PolNeAR", "license": "published for research"},
        {"name": "ECB+, labelled for claimx", "license": "labels CC BY 4.0"},
        {"name": "spacy-lookups-data", "license": "MIT"},
    ],
}
# Chosen on PolNeAR's tuning articles together with the least confidence that is kept: a cue that
# the model half believes in is proposed, and the confidence, which sees the whole link, decides.
CUE_BIAS = -1.5


def bundle_pipeline(workspace: Workspace, target: Path) -> Language:
    """Assemble encoder and heads and write the pipeline to ``target``.

    Whatever ``target`` held is replaced.
    """
    model = FittedModel.read(workspace.checkpoint)
    nlp = make_encoder_pipeline(model)
    roles: Any = nlp.add_pipe(
        "claimx_attribution_roles", name="attribution_roles", config={"cue_bias": CUE_BIAS}
    )
    roles.set(*export_labeller(model))
    for name in ("tagger", "morphologizer"):
        add_head(nlp, workspace, name)
    parser: Any = nlp.add_pipe("claimx_parser", name="parser")
    parser.from_disk(find_fitted(workspace, "parser"))
    treebanks = chain.from_iterable(
        read_treebank(workspace, name, "train") for name in ("ewt", "gum")
    )
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(nlp=nlp, lookups=make_lemma_tables(treebanks))
    names: Any = nlp.add_pipe("claimx_ner", name="ner")
    names.set(
        model.labels.entities,
        model.weights["entities.weight"],
        model.weights["entities.bias"],
    )
    nlp.meta.update(META)
    save_pipeline(nlp, target)
    return nlp


def add_head(nlp: Language, workspace: Workspace, name: str) -> None:
    """Add a fitted head of spaCy's, with only the strings of its labels.

    spaCy's own way (``add_pipe(source=…)``) would copy every string that the fit has seen.
    """
    source = spacy.load(find_fitted(workspace, name))
    config: dict[str, Any] = source.config.interpolate()["components"][name]
    config.pop("factory")
    fitted: Any = source.get_pipe(name)
    component: Any = nlp.add_pipe(name, config=config)
    component.from_bytes(fitted.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    round_weights(component.model)
    for label in getattr(fitted, "labels", ()):
        nlp.vocab.strings.add(label)


def find_fitted(workspace: Workspace, name: str) -> Path:
    """The folder of a fitted head.

    Raises:
        FileNotFoundError: If the head has not been fitted.
    """
    folder = workspace.fitted(name)
    if not folder.exists():
        raise FileNotFoundError(f"{folder} is missing: run the stage fit-heads first")
    return folder


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
