"""Names out of GUM's mentions, WikiGold's tags and EWT's trees, and kinds of places."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Span

from claimx_training import few_nerd, typed_names
from claimx_training.conllu import Document, Sentence, Word
from claimx_training.name_labels import KNOWN, LABELS, find_possible_names, list_allowed_tags
from claimx_training.names import label_gum_document, label_wikigold_sentence
from claimx_training.places import Gazetteer
from claimx_training.uner import read_sentence_tags
from claimx_training.wikigold import read_sentences


def make_words(*rows: tuple[str, str, int, str]) -> Document:
    """A document of one sentence; a row is form, part of speech, head and ``Entity=``."""
    words = [
        Word(form, form, upos, "", "", head, "ROOT" if head == place else "dep", True, entity)
        for place, (form, upos, head, entity) in enumerate(rows)
    ]
    return Document("made", [Sentence(words, True)])


def get_labels(document: Document, gazetteer: Gazetteer) -> list[str | None]:
    return [word.label for word in label_gum_document(document, gazetteer)[0]]


def test_the_name_is_cut_out_of_the_mention(gazetteer: Gazetteer) -> None:
    document = make_words(
        ("the", "DET", 2, "(1-person-new"),
        ("President", "PROPN", 2, ""),
        ("Hill", "PROPN", 2, ""),
        (",", "PUNCT", 4, ""),
        ("winner", "NOUN", 2, "1)"),
    )
    assert get_labels(document, gazetteer) == ["", None, "PERSON", "", ""]


def test_a_mention_headed_by_a_common_noun_is_no_name(gazetteer: Gazetteer) -> None:
    document = make_words(
        ("Hill", "PROPN", 1, "(1-person-new"),
        ("supporters", "NOUN", 1, "1)"),
    )
    assert get_labels(document, gazetteer) == [None, ""]


def test_an_organization_keeps_its_prepositions(gazetteer: Gazetteer) -> None:
    document = make_words(
        ("the", "DET", 1, "(1-organization-new"),
        ("Bank", "PROPN", 1, ""),
        ("of", "ADP", 3, ""),
        ("France", "PROPN", 1, "(2-place-new)1)"),
    )
    assert get_labels(document, gazetteer) == ["", "ORG", "ORG", "ORG"]


def test_a_capitalised_participle_is_part_of_a_name(gazetteer: Gazetteer) -> None:
    document = make_words(
        ("the", "DET", 2, "(1-place-new"),
        ("United", "VERB", 2, ""),
        ("States", "PROPN", 2, "1)"),
    )
    assert get_labels(document, gazetteer) == ["", "GPE", "GPE"]


def test_nationalities_are_labelled_though_the_corpus_does_not(gazetteer: Gazetteer) -> None:
    document = make_words(("French", "ADJ", 1, ""), ("wine", "NOUN", 1, ""))
    assert get_labels(document, gazetteer) == ["NORP", ""]


def test_proper_nouns_in_dates_are_outside(gazetteer: Gazetteer) -> None:
    document = make_words(("Friday", "PROPN", 0, "(1-time-new)"), ("Zed", "PROPN", 0, ""))
    assert get_labels(document, gazetteer) == ["", None]


def test_wikigolds_other_names_are_unknown_but_for_nationalities(gazetteer: Gazetteer) -> None:
    sentence = [("French", "MISC"), ("Oscar", "MISC"), ("for", ""), ("Mr.", "PER"), ("Hill", "PER")]
    labels = [word.label for word in label_wikigold_sentence(sentence, gazetteer)]
    assert labels == [None, None, "", "", "PERSON"]
    alone = label_wikigold_sentence([("French", "MISC"), ("films", "")], gazetteer)
    assert [word.label for word in alone] == ["NORP", ""]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("France", "GPE"),
        ("the Gambia", "GPE"),
        ("Springfield", "GPE"),
        ("Lake Erie", "LOC"),
        ("the Middle East", "LOC"),
        ("Wembley Stadium", "FAC"),
    ],
)
def test_places_are_told_apart(name: str, label: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.classify_place(name) == label


def test_the_gazetteers_remarks_are_no_names(tmp_path: Path) -> None:
    path = tmp_path / "countries.csv"
    path.write_text(
        "short,long,noun,adj,capital\n"
        'The Gambia,Republic of The Gambia,Gambian(s),Gambian,"Banjul (old port); note - seat"\n'
        'none,Ruritania,"Ruritanian (singular), Ruritanes (plural)",Ruritanian,Strelsau\n',
        encoding="utf-8",
    )
    gazetteer = Gazetteer.from_csv(path)
    assert {"gambia", "banjul", "ruritania", "strelsau"} <= gazetteer.countries
    assert {"gambian", "gambians", "ruritanian", "ruritanes"} <= gazetteer.demonyms
    assert not any("(" in name or "note" in name for name in gazetteer.countries)
    assert "none" not in gazetteer.countries


def test_wikigold_sentences_are_read(tmp_path: Path) -> None:
    path = tmp_path / "made.txt"
    path.write_text(
        "Ann I-PER\nHill I-PER\nran O\n\n-DOCSTART- O\n\nAcme I-ORG\n", encoding="utf-8"
    )
    assert list(read_sentences(path)) == [
        [("Ann", "PER"), ("Hill", "PER"), ("ran", "")],
        [("Acme", "ORG")],
    ]


def test_universal_ner_tags_are_read_by_sentence(tmp_path: Path) -> None:
    path = tmp_path / "made.iob2"
    path.write_text(
        "# sent_id = a-1\n# text = Ann ran\n1\tAnn\tB-PER\t-\tx\n2\tran\tO\t-\t-\n\n"
        "# sent_id = a-2\n1\tGo\tO\t-\t-\n",
        encoding="utf-8",
    )
    assert list(read_sentence_tags(path)) == [("a-1", ["B-PER", "O"]), ("a-2", ["O"])]


def test_few_nerds_types_become_labels_and_alternatives(gazetteer: Gazetteer) -> None:
    sentence = [
        *(("The", "O"), ("Mersey", "B-location_bodiesofwater"), ("at", "O")),
        *(("Dune", "B-product_game"), (",", "O"), ("French", "B-location_GPE")),
        *(("Oscar", "B-other_award"), ("for", "O"), ("Dr.", "person-other")),
        *(("Ann", "person-other"), ("Hill", "person-other"), ("corn", "product_food")),
    ]
    labels = [word.label for word in few_nerd.label_sentence(sentence, gazetteer)]
    assert labels == [
        *("", "LOC", "", "PRODUCT|WORK_OF_ART", "", "NORP", None, "", ""),
        *("PERSON", "PERSON", None),
    ]


def test_a_place_is_narrowed_where_its_name_tells(gazetteer: Gazetteer) -> None:
    sentence = [
        *(("France", "B-location"), (",", "O"), ("Lake", "B-location"), ("Erie", "I-location")),
        *((",", "O"), ("Springfield", "B-location"), ("and", "O"), ("a", "B-misc")),
    ]
    words = typed_names.label_sentence(sentence, typed_names.CROSSNER, gazetteer)
    assert [word.label for word in words] == [
        *("GPE", "", "LOC", "LOC", "", "GPE|LOC|FAC", "", None)
    ]


def test_what_a_corpus_does_not_annotate_may_be_a_name(blank: Language) -> None:
    doc = blank.make_doc("Hill saw Les Mis and left Paris")
    doc.set_ents([Span(doc, 0, 1, "PERSON"), Span(doc, 6, 7, "GPE|LOC")], default="outside")
    doc.user_data[KNOWN] = [label for label in LABELS if label != "WORK_OF_ART"]
    allowed = list_allowed_tags(doc)
    title = {2 * LABELS.index("WORK_OF_ART") + 1, 2 * LABELS.index("WORK_OF_ART") + 2}
    assert set(np.flatnonzero(allowed[0])) == {2 * LABELS.index("PERSON") + 1}
    assert set(np.flatnonzero(allowed[1])) == {0}
    assert set(np.flatnonzero(allowed[2])) == {0, *title}
    assert set(np.flatnonzero(allowed[6])) == {
        2 * LABELS.index(label) + 1 for label in ("GPE", "LOC")
    }


def test_joining_words_may_be_inside_a_name_only_between_capitals() -> None:
    words = ["The", "Lord", "of", "the", "Rings", "and", "a", "film", "of", "the", "year"]
    assert find_possible_names(words).tolist() == [True, True, True, True, True, *[False] * 6]
