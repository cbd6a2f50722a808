"""What ``--model`` accepts, and the sentence with which it refuses the rest."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from runpy import run_module
from shutil import copytree, rmtree

import pytest
import spacy
from click.testing import CliRunner
from spacy.language import Language
from spacy.util import load_model_from_path

import claimx
import claimx_en
from claimx.cli import main
from claimx.pipeline.load import PipelineError, add_claimx_components, load, prepare
from claimx.pipeline.onnx_model import OnnxModel

COMPONENTS = ("tagger", "parser", "lemmatizer", "ner")


def build(*components: str, language: str = "en") -> Language:
    """An unfitted pipeline."""
    nlp = spacy.blank(language)
    for component in components:
        nlp.add_pipe(component)
    return nlp


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small pipeline, fitted to nothing."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger").add_label("NN")
    nlp.initialize()
    path = tmp_path_factory.mktemp("pipelines") / "small"
    nlp.to_disk(path)
    return path


@pytest.mark.parametrize(
    ("components", "lacking"),
    [
        (("tagger", "lemmatizer", "ner"), "lacks a dependency parser"),
        (("tagger", "senter", "lemmatizer", "ner"), "lacks a dependency parser"),
        (("parser", "lemmatizer", "ner"), "lacks a part-of-speech tagger"),
        (("tagger", "parser", "ner"), "lacks a lemmatizer"),
        (("tagger", "parser", "lemmatizer"), "lacks an entity recognizer"),
        (("tagger", "parser"), "lacks a lemmatizer and an entity recognizer"),
        (
            (),
            "lacks a dependency parser, a part-of-speech tagger, a lemmatizer and an entity "
            "recognizer",
        ),
    ],
)
def test_what_a_pipeline_lacks_is_said(components: tuple[str, ...], lacking: str) -> None:
    message = refuse(lambda: add_claimx_components(build(*components)))
    one = "them" if " and " in lacking else "one"
    assert message == (
        f"the pipeline en_pipeline 0.0.0 {lacking}: claimx needs a pipeline that has {one}, such "
        "as the bundled claimx_en"
    )


@pytest.mark.parametrize(
    "components",
    [
        COMPONENTS,
        ("tagger", "parser", "trainable_lemmatizer", "ner"),
        ("attribute_ruler", "parser", "lemmatizer", "ner"),
        ("tagger", "parser", "lemmatizer", "entity_ruler"),
    ],
)
def test_another_pipeline_gets_the_components_of_claimx(components: tuple[str, ...]) -> None:
    nlp = add_claimx_components(build(*components))
    assert nlp.pipe_names[:3] == ["claimx_layout", "claimx_encoder", "attribution_roles"]
    assert nlp.pipe_names[3:7] == list(components)
    assert nlp.pipe_names[7:] == [
        "claimx_quotes",
        "claimx_attribution",
        "claimx_claim_kinds",
        "claimx_dates",
        "claimx_entities",
        "claimx_mentions",
        "claimx_coreference",
        "claimx_speakers",
        "claimx_repeats",
    ]


def test_another_language_is_refused(tmp_path: Path) -> None:
    build(language="de").to_disk(tmp_path / "de")
    assert refuse(lambda: load(str(tmp_path / "de"))) == (
        "the pipeline de_pipeline 0.0.0 is for the language 'de': claimx reads English"
    )


@pytest.mark.parametrize("name", ["en_none_such", "./none/such", "", "json", "a\0b", "n" * 5000])
def test_a_pipeline_that_is_not_there_is_refused(name: str) -> None:
    message = refuse(lambda: load(name))
    assert message.startswith(f"there is no pipeline {name!r}: give the name of an installed ")


def test_a_folder_without_config_is_refused(tmp_path: Path) -> None:
    assert refuse(lambda: load(str(tmp_path))) == (
        f"{tmp_path} is no spaCy pipeline: its folder has no config.cfg"
    )


def test_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pipeline.zip"
    path.write_bytes(b"PK")
    assert refuse(lambda: load(str(path))) == f"{path} is no spaCy pipeline: it is no folder"


def cut(name: str) -> Callable[[Path], None]:
    """Damage: a file ends in the middle."""

    def damage(folder: Path) -> None:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: len(content) // 2])

    return damage


def replace(old: str, new: str) -> Callable[[Path], None]:
    """Damage: the config names what is not installed."""

    def damage(folder: Path) -> None:
        config = folder / "config.cfg"
        text = config.read_text(encoding="utf-8")
        assert old in text
        config.write_text(text.replace(old, new), encoding="utf-8")

    return damage


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "no weights": (lambda folder: (folder / "tagger" / "model").unlink(), "tagger/model"),
    "half of the weights": (cut("tagger/model"), "incomplete input"),
    "no component": (lambda folder: rmtree(folder / "tagger"), "tagger"),
    "no tokenizer": (lambda folder: (folder / "tokenizer").unlink(), "tokenizer"),
    "half of the tokenizer": (cut("tokenizer"), ""),
    "no meta.json": (lambda folder: (folder / "meta.json").unlink(), "meta.json"),
    "half of meta.json": (cut("meta.json"), ""),
    "half of the config": (cut("config.cfg"), ""),
    "an empty config": (lambda folder: (folder / "config.cfg").write_text(""), "[nlp]"),
    "a config of bytes": (lambda folder: (folder / "config.cfg").write_bytes(b"\xff\xfe"), ""),
    "an unknown factory": (replace('factory = "tagger"', 'factory = "none"'), "'none'"),
    "an unknown architecture": (replace("spacy.Tagger.v2", "none.Tagger.v1"), "none.Tagger.v1"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_folder_is_refused(damage: str, whole: Path, tmp_path: Path) -> None:
    folder = copytree(whole, tmp_path / "damaged")
    make_damage, reason = DAMAGES[damage]
    make_damage(folder)
    message = refuse(lambda: load(str(folder)))
    assert message.startswith(f"the pipeline {folder} cannot be ")
    assert reason in message


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_to_the_bundled_pipeline_asks_to_install_again(
    damage: str, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copytree(whole, tmp_path / "damaged")
    DAMAGES[damage][0](folder)
    monkeypatch.setattr("claimx.pipeline.load._bundled_path", lambda: folder)
    message = refuse(load)
    assert message.startswith(f"the bundled pipeline in {folder} is damaged (")
    assert message.endswith("): install claimx again")


def test_a_damaged_graph_is_refused_before_any_text_is_read(tmp_path: Path) -> None:
    folder = copytree(claimx_en.pipeline_path(), tmp_path / "damaged")
    nlp = load_model_from_path(folder)
    nlp.get_pipe("attribution_roles").graph = OnnxModel(b"no graph")  # type: ignore[attr-defined]
    nlp.to_disk(folder)
    message = refuse(lambda: load(str(folder)))
    assert "cannot be used: the weights are damaged" in message


def test_the_program_says_it_in_one_line_and_ends_with_2(whole: Path) -> None:
    (whole.parent / "article.txt").write_text("It is open.\n", encoding="utf-8")
    article = str(whole.parent / "article.txt")
    result = CliRunner().invoke(main, ["extract", article, "--model", str(whole)])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(
        "claimx: the pipeline en_pipeline 0.0.0 lacks a dependency parser, a lemmatizer and "
    )


def refuse(attempt: Callable[[], object]) -> str:
    """The message with which an attempt is refused, which is one line."""
    with pytest.raises(PipelineError) as caught:
        attempt()
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_prepared_pipeline_is_the_next_that_is_loaded_and_no_other() -> None:
    prepare()
    first, second = load(), load("claimx_en")
    assert first is not second
    assert first.pipe_names == second.pipe_names
    text = "“It is over,” Ann Hill said on Monday."
    assert claimx.extract(text, nlp=first) == claimx.extract(text, nlp=second)


def test_workers_say_themselves_that_the_pipeline_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimx.pipeline.load._bundled_path", lambda: tmp_path)
    try:
        run_module("claimx.batch.preload_bundled")
    finally:
        gc.unfreeze()
    assert "is damaged" in refuse(load)


def test_the_metadata_by_which_spacy_finds_the_pipeline_has_its_version() -> None:
    from importlib.metadata import version

    import claimx_en

    assert version("claimx_en") == claimx_en.__version__
