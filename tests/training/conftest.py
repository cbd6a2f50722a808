"""What the tests of the training recipe share."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from claimx_training import news_labels
from claimx_training.places import Gazetteer
from claimx_training.tokenizer import make_blank_pipeline


@pytest.fixture(scope="session")
def blank() -> Language:
    """A pipeline with nothing but the tokenizer of the bundled one."""
    return make_blank_pipeline()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """A small gazetteer of countries."""
    return Gazetteer(
        countries=frozenset({"france", "new zealand", "jordan", "the gambia"}),
        demonyms=frozenset({"french", "new zealander", "jordanian", "republicans"}),
    )


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every corpus, in documents of a sentence or two."""
    root = tmp_path_factory.mktemp("corpora")
    for folder in (
        "ud-ewt",
        "gum/train/dep",
        "gmb",
        "wikigold/CONLL-format/data",
        "gazetteers",
        "polnear/train/text",
        "polnear/train/attributions",
        "wikinews",
        "uner-ewt",
        "few-nerd",
        "crossner",
        "wnut17",
        "ecb-plus",
    ):
        (root / folder).mkdir(parents=True)
    rows = (
        "1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new)\n"
        "2\tran\trun\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    )
    treebank = "".join(
        f"# newdoc id = d{n}\n# newpar\n# sent_id = d{n}-1\n# text = Ann ran.\n{rows}\n"
        for n in range(20)
    )
    (root / "ud-ewt/train.conllu").write_text(treebank, encoding="utf-8")
    (root / "gum/train/dep/made.conllu").write_text(treebank, encoding="utf-8")
    table = "Sentence #,Word,POS,Tag\n" + "".join(
        f"Sentence: {n},Hill,NNP,B-per\n,ran,VBD,O\n" for n in range(400)
    )
    with zipfile.ZipFile(root / "gmb/ner_dataset.csv.zip", "w") as archive:
        archive.writestr("ner_dataset.csv", table)
    (root / "wikigold/CONLL-format/data/wikigold.conll.txt").write_text(
        "Acme I-ORG\nran O\n\n" * 400, encoding="utf-8"
    )
    (root / "gazetteers/countries.csv").write_text(
        "short,long,noun,adj,capital\n", encoding="utf-8"
    )
    for name in ("fit", "held"):
        text = f'"Go," {name} said.'
        (root / f"polnear/train/text/{name}.txt").write_text(text, encoding="utf-8")
        (root / f"polnear/train/attributions/{name}_a.ann").write_text(
            "T1\tCue 11 15\tsaid\nE1\tAttribution:T2 Cue:T1\n", encoding="utf-8"
        )
    (root / "polnear/tune.txt").write_text("held\n", encoding="utf-8")
    _write_names(root)
    _write_news(root)
    return root


@pytest.fixture(scope="package", autouse=True)
def use_news_labels(corpora: Path) -> Iterator[None]:
    """Let the labels of other news be those of the small corpora."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(news_labels, "LABELS", str(corpora / "news_labels.jsonl"))
        yield


def _write_news(root: Path) -> None:
    """A document of ECB+ and labels for it, for PolNeAR, for GUM and for three sentences of GMB."""
    words = ['"', "Go", ",", '"', "Ann", "Hill", "said", "."]
    tokens = "".join(f'<token sentence="0">{word}</token>' for word in words)
    (root / "ecb-plus" / "1_1ecb.xml").write_text(f"<Document>{tokens}</Document>")

    def label(corpus: str, name: str, text: str, source: str, names: list[str]) -> str:
        def span(part: str) -> dict[str, int]:
            return {"start": text.index(part), "end": text.index(part) + len(part)}

        said = {"source": span(source), "cue": span("said"), "content": [span('"Go,"')]}
        told = {"speakers": [source], "kind": "person", "anonymous": False}
        how = {"directness": "direct", "polarity": "positive", "nested": False, "unsure": False}
        record = {"corpus": corpus, "id": name, "sha256": news_labels.hash_text(text)}
        entities = [{"label": "PERSON", **span(one)} for one in names]
        return json.dumps(
            {**record, "entities": entities, "attributions": [{**said, **told, **how}]}
            | {"speakers": []}
        )

    lines = [
        label("ecb-plus", "1_1ecb", '"Go," Ann Hill said.', "Ann Hill", ["Ann Hill"]),
        label("polnear", "fit", '"Go," fit said.', "fit", []),
    ]
    text = "\n\n".join(["Ann ran."] * 20)
    names = [{"label": "PERSON", "start": 0, "end": 3}]
    made = {"corpus": "gum", "id": "made", "sha256": news_labels.hash_text(text)}
    lines.append(json.dumps({**made, "entities": names, "attributions": [], "speakers": []}))
    text = "Hill ran\n\nHill ran Hill ran"
    names = [{"label": "PERSON", "start": at, "end": at + 4} for at in (0, 10, 19)]
    made = {"corpus": "gmb", "id": "1-3", "sha256": news_labels.hash_text(text)}
    lines.append(json.dumps({**made, "entities": names, "attributions": [], "speakers": []}))
    (root / "news_labels.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_names(root: Path) -> None:
    """The corpora of names: twenty articles, sentences or documents each."""
    text = "Ann Hill of Acme said no. Bob Reid said that Ann Hill said yes."

    def span(part: str, start: int = 0) -> dict[str, object]:
        place = text.index(part, start)
        return {"start": place, "end": place + len(part), "text": part}

    plain = {"directness": "indirect", "polarity": "positive", "kind": "person", "anonymous": False}
    outer = {"source": span("Bob Reid"), "cue": span("said", 30), "speakers": ["Bob Reid"]}
    inner = {"source": span("Ann Hill", 30), "cue": span("said", 45), "speakers": ["Ann Hill"]}
    record = {
        "title": "No",
        "published": "2019-01-04",
        "text": text,
        "entities": [
            {"label": "PERSON", **span("Ann Hill")},
            {"label": "ORG", **span("Acme")},
            {"label": "PERSON", **span("Bob Reid")},
            {"label": "PERSON", **span("Ann Hill", 30)},
        ],
        "attributions": [
            {**plain, **outer, "content": [span("that Ann Hill said yes")]}
            | {"nested": False, "unsure": False},
            {**plain, **inner, "content": [span("yes")], "nested": True, "unsure": False},
            {**plain, **inner, "cue": None, "content": [span("no")]}
            | {"nested": False, "unsure": True},
        ],
        "speakers": [{"name": "Bob Reid", "roles": [], "affiliation": None}],
    }
    lines = (json.dumps({"id": f"w{n}", **record}) + "\n" for n in range(20))
    (root / "wikinews/labels-train.jsonl").write_text("".join(lines), encoding="utf-8")
    tags = "1\tAnn\tB-PER\t-\tx\n2\tran\tO\t-\tx\n3\t.\tO\t-\tx\n\n"
    (root / "uner-ewt/en_ewt-ud-train.iob2").write_text(
        "".join(f"# sent_id = d{n}-1\n{tags}" for n in range(20)), encoding="utf-8"
    )
    for name in ("dev", "test", "big_test", "val_inter"):
        (root / f"few-nerd/{name}.txt").write_text(
            "Acme\tB-organization_company\nran\tO\n\n" * 400, encoding="utf-8"
        )
    (root / "crossner/music-train.txt").write_text(
        "Zed\tB-band\nran\tO\n\n" * 400, encoding="utf-8"
    )
    (root / "wnut17/wnut17train.conll").write_text(
        "Ann\tB-person\nran\tO\n\n" * 400, encoding="utf-8"
    )
