"""Sources that grammar supplies or takes away, on parses made by hand."""

from __future__ import annotations

from spacy.tokens import Doc
from tests.pipeline.attribution.linking import CONTENT, CUE, SOURCE, parse, triple

from claimx.pipeline.attribution.find_sources import supply_sources
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import RoleSpan


def sources_of(doc: Doc, *links: Link) -> list[str | None]:
    supply_sources(doc, links)
    return [s and doc[s.start : s.end].text for s in (link.source for link in links)]


def test_a_cue_without_source_has_its_subject() -> None:
    doc = parse(
        "The/DT>2:det mayor/NN>3:nsubj warned/VBD>0:root that/IN>6:mark it/PRP>6:nsubj "
        "rained/VBD>3:ccomp ."
    )
    link = Link(RoleSpan(2, 3, CUE), None, [RoleSpan(3, 6, CONTENT)])
    assert sources_of(doc, link) == ["The mayor"]


def test_an_expletive_is_no_source() -> None:
    doc = parse("It/PRP>2:expl warned/VBD>0:root that/IN>4:mark rained/VBD>2:ccomp .")
    link = Link(RoleSpan(1, 2, CUE), None, [RoleSpan(2, 4, CONTENT)])
    assert sources_of(doc, link) == [None]


def test_a_subject_that_stands_in_the_content_is_no_source() -> None:
    doc = parse("The/DT>2:det mayor/NN>3:nsubj warned/VBD>0:root .")
    link = Link(RoleSpan(2, 3, CUE), None, [RoleSpan(0, 2, CONTENT)])
    assert sources_of(doc, link) == [None]


def test_a_participle_has_the_source_of_the_verb_before_it() -> None:
    doc = parse(
        "Hill/NNP>2:nsubj warned/VBD>0:root that/IN>5:mark it/PRP>5:nsubj rained/VBD>2:ccomp "
        ",>2:punct saying/NN>2:dep they/PRP>9:nsubj left/VBD>7:ccomp ."
    )
    first = Link(RoleSpan(1, 2, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(2, 5, CONTENT)])
    second = Link(RoleSpan(6, 7, CUE), None, [RoleSpan(7, 9, CONTENT)])
    assert sources_of(doc, first, second) == ["Hill", "Hill"]


def test_he_of_whom_it_is_reported_is_no_source() -> None:
    doc = parse(
        "Hill/NNP>3:nsubj reportedly/RB>3:advmod left/VBD>0:root the/DT>5:det town/NN>3:obj ."
    )
    doc[1].pos_ = "ADV"
    link = Link(RoleSpan(1, 2, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(2, 5, CONTENT)])
    assert sources_of(doc, link) == [None]


def test_who_was_quoted_as_saying_says_it_himself() -> None:
    doc = parse(
        "Hill/NNP>3:nsubj:pass was/VBD>3:aux:pass quoted/VBN>0:root as/IN>5:mark "
        "saying/VBG>3:advcl it/PRP>7:nsubj rained/VBD>5:ccomp ."
    )
    link = Link(RoleSpan(1, 5, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(5, 7, CONTENT)])
    assert sources_of(doc, link) == ["Hill"]


def test_the_agent_is_the_source_and_his_artefact_belongs_to_the_cue() -> None:
    doc = parse(
        "Trump/NNP>3:nmod:poss 's/POS>1:case statement/NN>4:nsubj confirmed/VBD>0:root "
        "that/IN>7:mark it/PRP>7:nsubj rained/VBD>4:ccomp ."
    )
    link = Link(RoleSpan(3, 4, CUE), RoleSpan(0, 3, SOURCE), [RoleSpan(4, 7, CONTENT)])
    assert sources_of(doc, link) == [doc[0:2].text]
    assert triple(doc, link)[1] == "statement confirmed"


def test_who_is_told_is_no_source() -> None:
    doc = parse(
        "Tenants/NNS>3:nsubj:pass were/VBD>3:aux:pass told/VBN>0:root that/IN>6:mark "
        "it/PRP>6:nsubj rained/VBD>3:ccomp ."
    )
    link = Link(RoleSpan(1, 3, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(3, 6, CONTENT)])
    assert sources_of(doc, link) == [None]


def test_who_is_convinced_thinks_it_himself() -> None:
    doc = parse(
        "Tenants/NNS>3:nsubj:pass were/VBD>3:aux:pass convinced/VBN>0:root that/IN>6:mark "
        "it/PRP>6:nsubj rained/VBD>3:ccomp ."
    )
    doc[2].lemma_ = "convince"
    link = Link(RoleSpan(1, 3, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(3, 6, CONTENT)])
    assert sources_of(doc, link) == ["Tenants"]


def test_behind_an_empty_it_nobody_is_the_source() -> None:
    doc = parse(
        "It/PRP>3:expl was/VBD>3:aux:pass alleged/VBN>0:root in/IN>6:case the/DT>6:det "
        "court/NN>3:obl that/IN>9:mark it/PRP>9:nsubj rained/VBD>3:ccomp ."
    )
    doc[2].lemma_ = "allege"
    link = Link(RoleSpan(1, 3, CUE), RoleSpan(4, 6, SOURCE), [RoleSpan(6, 9, CONTENT)])
    assert sources_of(doc, link) == [None]


def test_behind_an_empty_it_the_agent_is_the_source() -> None:
    doc = parse(
        "It/PRP>3:expl was/VBD>3:aux:pass alleged/VBN>0:root by/IN>6:case the/DT>6:det "
        "court/NN>3:obl:agent that/IN>9:mark it/PRP>9:nsubj rained/VBD>3:ccomp ."
    )
    doc[2].lemma_ = "allege"
    link = Link(RoleSpan(1, 3, CUE), RoleSpan(4, 6, SOURCE), [RoleSpan(6, 9, CONTENT)])
    assert sources_of(doc, link) == ["the court"]


def test_who_quotes_somebody_is_not_who_was_quoted() -> None:
    doc = parse(
        "Hill/NNP>3:nsubj:pass was/VBD>3:aux:pass quoted/VBN>0:root as/IN>5:mark "
        "saying/VBG>3:advcl no/UH>5:obj by/IN>8:case Reuters/NNP>5:obl ."
    )
    link = Link(RoleSpan(1, 5, CUE), RoleSpan(7, 8, SOURCE), [RoleSpan(5, 6, CONTENT)])
    assert sources_of(doc, link) == ["Hill"]
