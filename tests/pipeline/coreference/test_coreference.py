"""Which mentions stand for the same person or thing."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from tests.pipeline.builders import attribute, build_doc, quote

from claimx.pipeline.coreference.annotations import get_chains
from claimx.pipeline.coreference.component import CoreferenceResolver
from claimx.pipeline.coreference.decisions import Decision
from claimx.pipeline.coreference.scorer import load_scorer
from claimx.pipeline.entities.component import Entities
from claimx.pipeline.mentions.component import Mentions
from claimx.pipeline.mentions.table import get_mentions


def join(doc: Doc) -> Doc:
    for component in (Entities("e"), Mentions("m"), CoreferenceResolver("c")):
        doc = component(doc)
    return doc


def list_chains(doc: Doc) -> list[list[str]]:
    """The words of the mentions of each chain that has several."""
    table = get_mentions(doc)
    chains = get_chains(doc).chains.values()
    written = [[doc[table[n].start : table[n].end].text for n in c.mentions] for c in chains]
    return [words for words in written if len(words) > 1]


def decide(doc: Doc, text: str) -> Decision:
    """What was decided of the last mention of these words."""
    table = get_mentions(doc)
    numbers = [n for n, m in enumerate(table) if doc[m.start : m.end].text == text]
    return get_chains(doc).decisions[numbers[-1]]


@pytest.mark.parametrize(
    ("sentences", "chain"),
    [
        (["[PERSON Ann Hill] won .", "She left ."], ["Ann Hill", "She"]),
        (["[PERSON Ann Hill] won .", "[PERSON Hill] left ."], ["Ann Hill", "Hill"]),
        (
            ["[PERSON Ann Hill] met [PERSON Tom Kerr>3:obj] .", "She left ."],
            ["Ann Hill", "She"],
        ),
        (["Mayor/NNP [PERSON Ann Hill] won .", "The mayor/NN left ."], ["Ann Hill", "The mayor"]),
        (
            ["[PERSON Ann Hill] , a dentist/NN , won .", "The dentist/NN left ."],
            ["Ann Hill", "a dentist", "The dentist"],
        ),
        (["A man/NN won .", "The man/NN left ."], ["A man", "The man"]),
        (
            ["[PERSON Ann Hill] , who left>2:acl:relcl , won ."],
            ["Ann Hill", "who"],
        ),
        (
            ["[PERSON Ann Hill] , 71/CD , a dentist/NN , won .", "The dentist/NN left ."],
            ["Ann Hill", "a dentist", "The dentist"],
        ),
        (
            ["[ORG Tarn Air] met [ORG Hale Bank>3:obj] .", "The carrier/NN won ."],
            ["Tarn Air", "The carrier"],
        ),
        (
            ["Its/PRP$ landlord/NN , [ORG Hale Estates] , won .", "The landlord/NN left ."],
            ["Its landlord", "Hale Estates", "The landlord"],
        ),
    ],
)
def test_mentions_of_one_are_a_chain(sentences: list[str], chain: list[str]) -> None:
    assert chain in list_chains(join(build_doc(*sentences)))


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        (["[PERSON Ann Hill] won .", "He left ."], "He"),
        (["[PERSON Ann Hill] won .", "It was late ."], "It"),
        (["Mayor/NNP [PERSON Ann Hill] won .", "The former mayor/NN left ."], "The former mayor"),
        (["Senator/NNP [PERSON Ann Hill] won .", "The governor/NN left ."], "The governor"),
        (["[PERSON Ann Hill] won .", "Her lawyer/NN left ."], "Her lawyer"),
        (["[PERSON Ann Hill] won .", "The judge/NN met [PERSON Hill>3:obj] ."], "The judge"),
    ],
)
def test_who_cannot_be_meant_is_not_joined(sentences: list[str], text: str) -> None:
    doc = join(build_doc(*sentences))
    assert not any("Ann Hill" in chain and text in chain for chain in list_chains(doc))


def test_a_body_that_is_named_in_what_a_source_says_may_be_the_source() -> None:
    doc = build_doc("[ORG Hale Estates] will close , the company/NN said .")
    attribute(doc, ("the company", "Hale Estates will close"))
    assert ["Hale Estates", "the company"] in list_chains(join(doc))


@pytest.mark.parametrize(
    "sentence",
    [
        "His/PRP$ lawyers/NNS , [PERSON Ann Hill] and/CC [PERSON Tom Kerr] , left .",
        "Two/CD lawyers/NNS — [PERSON Ann Hill] and/CC [PERSON Tom Kerr] — left .",
        "[PERSON Ann Hill] , along with [PERSON Tom Kerr] , both lawyers/NNS , left .",
    ],
)
def test_what_several_are_said_to_be_is_all_of_them(sentence: str) -> None:
    doc = join(build_doc(sentence, "The lawyers/NNS won ."))
    (joined,) = [chain for chain in get_chains(doc).chains.values() if chain.members]
    assert decide(doc, "The lawyers").chain == int(joined.key)


def test_a_plural_that_opens_a_row_is_a_member_of_it() -> None:
    doc = join(build_doc("Lawyers/NNS , [PERSON Ann Hill] and/CC [PERSON Tom Kerr] left ."))
    (joined,) = [chain for chain in get_chains(doc).chains.values() if chain.members]
    assert decide(doc, "Lawyers").chain != int(joined.key)


def test_who_speaks_a_quotation_is_not_he_in_it() -> None:
    doc = build_doc("[PERSON Tom Kerr] said : “ he left ” .")
    quote(doc)
    attribute(doc, ("Tom Kerr", "he left"))
    assert ["Tom Kerr", "he"] not in list_chains(join(doc))


def test_a_decision_says_how_certain_it_is_and_why() -> None:
    doc = join(build_doc("[PERSON Ann Hill] won .", "She left ."))
    decision = decide(doc, "She")
    assert decision.rule == "pronoun"
    assert load_scorer().least["he"] <= decision.probability <= 1
    assert decision.antecedent == 0


def test_a_pronoun_without_anybody_stays_open() -> None:
    doc = join(build_doc("He left ."))
    assert decide(doc, "He").chain is None
    assert list_chains(doc) == []


def test_chains_survive_being_stored() -> None:
    doc = join(build_doc("[PERSON Ann Hill] won .", "She left ."))
    (again,) = DocBin(docs=[doc]).get_docs(doc.vocab)
    assert get_chains(again) == get_chains(doc)


def test_it_runs_in_any_pipeline_that_tags_parses_and_finds_names() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimx_mentions")
    nlp.add_pipe("claimx_coreference")
    doc = build_doc("[PERSON Ann Hill] won .", "She left .")
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert list_chains(doc) == [["Ann Hill", "She"]]


def test_the_fitted_scorer_is_certain_of_some_types_only() -> None:
    scorer = load_scorer()
    assert scorer.weights
    assert all(0 <= least < 1 for least in scorer.least.values())
