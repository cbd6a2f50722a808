"""What grammar and lexicon find, complete and refine, on parses made by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.pipeline.builders import build_doc

from claimx.pipeline.attribution.complete import complete_links
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.propose import propose_links
from claimx.pipeline.attribution.refine import nest_links, refine_links
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleMap, RoleSpan

LEMMAS = {
    "said": "say",
    "warned": "warn",
    "left": "leave",
    "confirms": "confirm",
    "told": "tell",
    "saying": "say",
    "believed": "believe",
    "seemed": "seem",
    "confirmed": "confirm",
}


def parse(*sentences: str) -> Doc:
    doc = build_doc(*sentences)
    for token in doc:
        token.lemma_ = LEMMAS.get(token.lower_, token.lower_)
    return doc


def triple(doc: Doc, link: Link) -> tuple[str | None, str | None, list[str]]:
    def text(span: RoleSpan | None) -> str | None:
        return None if span is None else doc[span.start : span.end].text

    return text(link.source), text(link.cue), [str(text(span)) for span in link.contents]


def propose(doc: Doc) -> list[tuple[str | None, str | None, list[str]]]:
    links = propose_links(RoleMap(doc, []), set(range(len(doc))), [])
    return [triple(doc, link) for link in links]


def test_a_verb_that_reports_with_subject_and_clause_is_an_attribution() -> None:
    doc = parse(
        "Ms. Hill/NNP>3:nsubj said/VBD>0:root that/IN>7:mark the/DT>6:det bridge/NN>7:nsubj "
        "was/VBD>3:ccomp safe/JJ>7:dep ."
    )
    assert propose(doc)[0][1:] == ("said", ["that the bridge was safe"])


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Ms. Hill/NNP>3:nsubj left/VBD>0:root that/IN>5:mark rained/VBD>3:ccomp .",
            id="a verb that does not report",
        ),
        pytest.param(
            "It/PRP>2:nsubj seemed/VBD>0:root that/IN>5:mark it/PRP>5:nsubj rained/VBD>2:ccomp .",
            id="an empty subject",
        ),
        pytest.param(
            "I/PRP>2:nsubj believed/VBD>0:root that/IN>5:mark it/PRP>5:nsubj rained/VBD>2:ccomp .",
            id="the writer's own belief",
        ),
        pytest.param("Ms. Hill/NNP>3:nsubj said/VBD>0:root little/JJ>3:obj .", id="no clause"),
    ],
)
def test_what_is_no_attribution_is_not_proposed(sentence: str) -> None:
    assert propose(parse(sentence)) == []


def test_what_the_model_marked_decides_the_limits() -> None:
    doc = parse(
        "Hill/NNP>2:nsubj said/VBD>0:root that/IN>5:mark it/PRP>5:nsubj rained/VBD>2:ccomp "
        "hard/RB>5:advmod ."
    )
    marked = RoleMap(doc, [RoleSpan(2, 5, CONTENT)])
    links = propose_links(marked, set(range(len(doc))), [])
    assert [triple(doc, link) for link in links] == [("Hill", "said", ["that it rained"])]


def test_a_cue_without_a_source_takes_the_subject_understood() -> None:
    doc = parse(
        "Hill/NNP>2:nsubj left/VBD>0:root ,>4:punct saying/VBG>2:advcl it/PRP>6:nsubj "
        "rained/VBD>4:ccomp ."
    )
    roles = RoleMap(doc, [RoleSpan(3, 4, CUE), RoleSpan(4, 6, CONTENT)])
    links = [Link(roles.of(CUE)[0], None, roles.of(CONTENT))]
    complete = complete_links(roles, links, [])
    assert [triple(doc, link) for link in complete] == [("Hill", "saying", ["it rained"])]


def test_a_cue_without_a_content_takes_the_clause_that_completes_it() -> None:
    doc = parse(
        "Hill/NNP>2:nsubj warned/VBD>0:root that/IN>5:mark it/PRP>5:nsubj rained/VBD>2:ccomp ."
    )
    roles = RoleMap(doc, [RoleSpan(0, 1, SOURCE), RoleSpan(1, 2, CUE)])
    complete = complete_links(roles, [Link(roles.of(CUE)[0], roles.of(SOURCE)[0])], [])
    assert [triple(doc, link) for link in complete] == [("Hill", "warned", ["that it rained"])]


def test_the_agent_is_the_source_and_the_artefact_belongs_to_the_cue() -> None:
    doc = parse(
        "[PERSON Hill/NNP>4:nmod:poss] ’s/POS>1:case latest/JJ>4:amod statement/NN>5:nsubj "
        "confirms/VBZ>0:root that/IN>8:mark it/PRP>8:nsubj rained/VBD>5:ccomp ."
    )
    link = Link(RoleSpan(4, 5, CUE), RoleSpan(0, 4, SOURCE), [RoleSpan(5, 8, CONTENT)])
    refine_links(doc, [link])
    assert triple(doc, link) == ("Hill’s", "latest statement confirms", ["that it rained"])


def test_a_possessor_of_a_person_stays_in_the_source() -> None:
    doc = parse(
        "[PERSON Hill/NNP>3:nmod:poss] ’s/POS>1:case lawyer/NN>4:nsubj said/VBD>0:root "
        "it/PRP>6:nsubj rained/VBD>4:ccomp ."
    )
    link = Link(RoleSpan(3, 4, CUE), RoleSpan(0, 3, SOURCE), [RoleSpan(4, 6, CONTENT)])
    refine_links(doc, [link])
    assert triple(doc, link)[0] == "Hill’s lawyer"


def test_according_to_attributes_all_that_follows_its_comma() -> None:
    doc = parse(
        "According/VBG>7:case to/IN>1:fixed sources/NNS>7:obl , Hill/NNP>7:nsubj had/VBD>7:aux "
        "met/VBD>0:root them/PRP>7:obj in/IN>10:case May/NNP>7:obl ."
    )
    link = Link(RoleSpan(0, 2, CUE), RoleSpan(2, 3, SOURCE), [RoleSpan(7, 10, CONTENT)])
    refine_links(doc, [link])
    assert triple(doc, link) == ("sources", "According to", ["Hill had met them in May"])


def test_according_to_attributes_all_that_precedes_its_comma() -> None:
    doc = parse(
        "Hill/NNP>3:nsubj had/VBD>3:aux met/VBD>0:root them/PRP>3:obj , according/VBG>8:case "
        "to/IN>6:fixed sources/NNS>3:obl ."
    )
    link = Link(RoleSpan(5, 7, CUE), RoleSpan(7, 8, SOURCE), [RoleSpan(2, 4, CONTENT)])
    refine_links(doc, [link])
    assert triple(doc, link) == ("sources", "according to", ["Hill had met them"])


def test_what_stands_inside_a_content_is_nested_in_the_innermost() -> None:
    outer = Link(RoleSpan(1, 2, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(2, 12, CONTENT)])
    middle = Link(RoleSpan(4, 5, CUE), RoleSpan(3, 4, SOURCE), [RoleSpan(5, 12, CONTENT)])
    inner = Link(RoleSpan(7, 8, CUE), RoleSpan(6, 7, SOURCE), [RoleSpan(8, 12, CONTENT)])
    other = Link(RoleSpan(13, 14, CUE), RoleSpan(12, 13, SOURCE), [RoleSpan(14, 16, CONTENT)])
    nest_links([outer, middle, inner, other])
    assert [link.parent for link in (outer, middle, inner, other)] == [None, outer, middle, None]


def test_a_clause_that_breaks_off_before_its_verb_reaches_its_end() -> None:
    doc = parse(
        "They/PRP>2:nsubj confirmed/VBD>0:root that/IN>10:mark Hill/NNP>6:nmod:poss ’s/POS>4:case "
        "envoy/NN>10:nsubj ,>8:punct Okafor/NNP>6:appos had/VBD>10:aux left/VBD>2:ccomp ."
    )
    roles = RoleMap(doc, [RoleSpan(1, 2, CUE), RoleSpan(2, 6, CONTENT), RoleSpan(7, 8, SOURCE)])
    links = [Link(roles.of(CUE)[0], roles.of(SOURCE)[0], roles.of(CONTENT))]
    complete = complete_links(roles, links, [])
    assert [triple(doc, link) for link in complete] == [
        ("They", "confirmed", ["that Hill’s envoy, Okafor had left"])
    ]


def test_a_finite_verb_without_a_subject_takes_the_phrase_before_it() -> None:
    doc = parse(
        "He/PRP>2:nsubj left/VBD>0:root after/IN>4:case reports/NNS>2:obl from/IN>6:case "
        "Moscow/NNP>4:nmod confirmed/VBD>2:advcl that/IN>10:mark it/PRP>10:nsubj "
        "rained/VBD>7:ccomp ."
    )
    roles = RoleMap(doc, [RoleSpan(6, 7, CUE), RoleSpan(7, 10, CONTENT)])
    complete = complete_links(roles, [Link(roles.of(CUE)[0], None, roles.of(CONTENT))], [])
    assert [triple(doc, link) for link in complete] == [
        ("reports from Moscow", "confirmed", ["that it rained"])
    ]
