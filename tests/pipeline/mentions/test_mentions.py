"""Every name, noun phrase and pronoun of a text, once, and what joins them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, DocBin
from tests.pipeline.builders import build_doc

from claimx.pipeline.entities.component import Entities
from claimx.pipeline.mentions.component import Mentions
from claimx.pipeline.mentions.table import Mention, MentionTable, get_mentions


def find(*sentences: str) -> tuple[Doc, MentionTable]:
    """The mentions of a text in the notation of the builders."""
    doc = Mentions("mentions")(Entities("entities")(build_doc(*sentences)))
    return doc, get_mentions(doc)


def write(doc: Doc, mention: Mention) -> str:
    return doc[mention.start : mention.end].text


def pick(doc: Doc, table: MentionTable, text: str) -> Mention:
    return next(mention for mention in table if write(doc, mention) == text)


def test_names_descriptions_and_pronouns_are_found_in_text_order() -> None:
    doc, table = find("The mayor/NN , [PERSON Ann Hill] , told her aide/NN that/IN she left .")
    assert [(write(doc, m), m.form) for m in table] == [
        ("The mayor", "nominal"),
        ("Ann Hill", "name"),
        ("her", "pronoun"),
        ("her aide", "nominal"),
        ("she", "pronoun"),
    ]


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "number", "gender", "is_definite"),
    [
        ("The spokeswoman/NN left .", "The spokeswoman", "unnamed", "singular", "f", True),
        ("Two officials/NNS left .", "Two officials", "group", "plural", None, False),
        ("The company/NN left .", "The company", "organization", "singular", None, True),
        ("A report/NN was late .", "A report", "document", "singular", None, False),
        ("[PERSON Ann Hill] left .", "Ann Hill", "person", "singular", "f", True),
        ("[ORG Kessler] left .", "Kessler", "organization", "singular", None, True),
        ("They left .", "They", None, "plural", None, True),
        ("He left .", "He", None, "singular", "m", True),
    ],
)
def test_a_mention_tells_what_it_may_stand_for(
    sentence: str, text: str, kind: str, number: str, gender: str, is_definite: bool
) -> None:
    doc, table = find(sentence)
    mention = pick(doc, table, text)
    assert (mention.kind, mention.number, mention.gender) == (kind, number, gender)
    assert mention.is_definite == is_definite


def test_a_title_belongs_to_its_name_and_is_no_mention() -> None:
    doc, table = find("Mayor/NNP [PERSON Ann Hill] left .")
    (mention,) = table
    assert write(doc, mention) == "Ann Hill"
    assert doc[mention.title_start].text == "Mayor"


@pytest.mark.parametrize(
    ("sentence", "text", "relation", "other"),
    [
        ("[PERSON Ann Hill] , a dentist/NN , left .", "a dentist", "apposition", "Ann Hill"),
        ("The mayor/NN , [PERSON Ann Hill] , left .", "The mayor", "apposition", "Ann Hill"),
        ("[PERSON Webb] ’s wife/NN left .", "Webb’s wife", "possessor", "Webb"),
        ("His wife/NN left .", "His wife", "possessor", "His"),
        (
            "[PERSON Ann Hill] and [PERSON Tom Kerr>2:conj] left .",
            "Tom Kerr",
            "conjunct",
            "Ann Hill",
        ),
        (
            "[PERSON Ann Hill] , who left>2:acl:relcl , won .",
            "who",
            "antecedent",
            "Ann Hill",
        ),
        (
            "[PERSON Ann Hill>5:nsubj] was>5:cop the>5:det mayor/NN>0:root .",
            "the mayor",
            "predicate",
            "Ann Hill",
        ),
    ],
)
def test_mentions_are_joined_by_relations(
    sentence: str, text: str, relation: str, other: str
) -> None:
    doc, table = find(sentence)
    links = pick(doc, table, text).links
    assert [write(doc, table[n]) for n in links.get(relation, ())] == [other]  # type: ignore[call-overload]


def test_who_is_named_beside_a_plural_is_not_explained_by_it() -> None:
    doc, table = find("[PERSON Ann Hill] , officials/NNS said .")
    assert not pick(doc, table, "officials").links


def test_names_are_those_of_the_recogniser_where_no_entities_were_joined() -> None:
    doc = Mentions("mentions")(build_doc("[PERSON Ann Hill] left ."))
    (mention,) = get_mentions(doc)
    assert (mention.form, mention.kind, mention.entity) == ("name", "person", None)


def test_a_name_knows_its_entity() -> None:
    _, table = find("[PERSON Ann Hill] left .", "[PERSON Hill] won .")
    assert [mention.entity for mention in table] == ["0", "0"]


def test_the_table_finds_mentions_by_token() -> None:
    doc, table = find("[PERSON Ann Hill] met the tall/JJ mayor/NN .")
    assert table.at(0) == table.at(1) == 0
    assert [write(doc, table[n]) for n in table.inside(2, len(doc))] == ["the tall mayor"]
    assert table.at(4) is None  # not the head


def test_mentions_survive_being_stored() -> None:
    doc, table = find("[PERSON Ann Hill] , a dentist/NN , told him/PRP .")
    (again,) = DocBin(docs=[doc]).get_docs(doc.vocab)
    assert list(get_mentions(again)) == list(table)


def test_a_text_without_mentions_has_none() -> None:
    assert len(find("Left/VBD !")[1]) == 0
    assert len(get_mentions(build_doc("Left/VBD !"))) == 0


def test_white_space_is_not_a_mention() -> None:
    doc, _ = find("The mayor/NN left .")
    words = [token.text for token in doc]
    spaced = Doc(doc.vocab, words=[*words, "\n\n"], tags=[*(t.tag_ for t in doc), "NN"])
    table = get_mentions(Mentions("mentions")(spaced))
    assert not any(write(spaced, mention).isspace() for mention in table)
