"""Sources and statements that grammar gives where the model marked only a part."""

from __future__ import annotations

from spacy.tokens import Doc
from tests.pipeline.attribution.test_propose import parse, triple

from claimx.pipeline.attribution.according import settle_sources
from claimx.pipeline.attribution.complete import complete_links
from claimx.pipeline.attribution.link import Link, link_roles
from claimx.pipeline.attribution.refine import refine_links
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleMap, RoleSpan
from claimx.pipeline.attribution.tidy import tidy_roles


def complete(doc: Doc, *spans: RoleSpan) -> list[tuple[str | None, str | None, list[str]]]:
    roles = RoleMap(doc, list(spans))
    return [triple(doc, link) for link in complete_links(roles, link_roles(roles), [])]


def texts(doc: Doc, spans: list[RoleSpan]) -> list[tuple[str, str]]:
    return [(span.role, doc[span.start : span.end].text) for span in spans]


def test_a_reporting_clause_behind_its_statement_reports_it() -> None:
    doc = parse(
        "Hill/NNP>3:nsubj had/VBD>3:aux left/VBD>0:root ,>3:punct police/NNS>6:nsubj "
        "said/VBD>3:parataxis ."
    )
    found = complete(doc, RoleSpan(4, 5, SOURCE), RoleSpan(5, 6, CUE))
    assert found == [("police", "said", ["Hill had left"])]


def test_no_statement_is_made_up_for_a_clause_that_goes_on() -> None:
    doc = parse(
        "Hill/NNP>3:nsubj had/VBD>3:aux left/VBD>0:root ,>3:punct police/NNS>6:nsubj "
        "said/VBD>3:parataxis little/JJ>6:obj ."
    )
    assert complete(doc, RoleSpan(4, 5, SOURCE), RoleSpan(5, 6, CUE)) == []


def test_a_participle_takes_the_source_of_the_verb_before_it() -> None:
    doc = parse(
        "Hill/NNP>2:nsubj warned/VBD>0:root that/IN>5:mark it/PRP>5:nsubj rained/VBD>2:ccomp "
        ",>2:punct saying/NN>2:dep they/PRP>9:nsubj left/VBD>7:ccomp ."
    )
    found = complete(
        doc,
        RoleSpan(0, 1, SOURCE),
        RoleSpan(1, 2, CUE),
        RoleSpan(2, 5, CONTENT),
        RoleSpan(6, 7, CUE),
        RoleSpan(7, 9, CONTENT),
    )
    assert found == [
        ("Hill", "warned", ["that it rained"]),
        ("Hill", "saying", ["they left"]),
    ]


def test_an_aside_between_name_and_verb_is_stepped_over() -> None:
    doc = parse(
        "Hill/NNP>5:dep ,>5:punct however/RB>5:advmod ,>5:punct warned/VBD>0:root "
        "that/IN>8:mark it/PRP>8:nsubj rained/VBD>5:ccomp ."
    )
    doc[2].pos_ = "ADV"
    found = complete(doc, RoleSpan(4, 5, CUE), RoleSpan(5, 8, CONTENT))
    assert found == [("Hill", "warned", ["that it rained"])]


def test_a_source_of_according_to_that_runs_into_the_subject_is_two() -> None:
    doc = parse(
        "According/VBG>3:case to/IN>1:fixed Reuters/NNP>7:obl ,>3:punct a/DT>6:det "
        "spokesman/NN>7:nsubj left/VBD>0:root ."
    )
    spans = [RoleSpan(0, 2, CUE), RoleSpan(2, 6, SOURCE)]
    assert texts(doc, settle_sources(doc, spans)) == [
        ("CUE", "According to"),
        ("SOURCE", "Reuters"),
        ("SOURCE", "a spokesman"),
    ]


def test_according_to_gets_its_source_where_none_is_marked() -> None:
    doc = parse(
        "Hill/NNP>2:nsubj left/VBD>0:root ,>2:punct according/VBG>6:case to/IN>4:fixed "
        "court/NN>7:compound papers/NNS>2:obl ."
    )
    doc[3].head = doc[6]
    spans = [RoleSpan(3, 5, CUE)]
    assert texts(doc, settle_sources(doc, spans)) == [
        ("CUE", "according to"),
        ("SOURCE", "court papers"),
    ]


def test_he_of_whom_it_is_reported_is_no_source() -> None:
    doc = parse(
        "Hill/NNP>3:nsubj reportedly/RB>3:advmod left/VBD>0:root the/DT>5:det town/NN>3:obj ."
    )
    doc[1].pos_ = "ADV"
    link = Link(RoleSpan(1, 2, CUE), RoleSpan(0, 1, SOURCE), [RoleSpan(2, 5, CONTENT)])
    refine_links(doc, [link])
    assert triple(doc, link) == (None, "reportedly", ["left the town"])


def test_a_source_leaves_the_time_at_its_edge() -> None:
    doc = parse(
        "This/DT>3:det past/JJ>3:amod Friday/NNP>7:obl ,>3:punct the/DT>6:det mayor/NN>7:nsubj "
        "said/VBD>0:root it/PRP>9:nsubj rained/VBD>7:ccomp ."
    )
    spans = [RoleSpan(0, 6, SOURCE), RoleSpan(6, 7, CUE), RoleSpan(7, 9, CONTENT)]
    assert texts(doc, tidy_roles(doc, spans, [], []))[0] == ("SOURCE", "the mayor")


def test_a_cue_takes_the_content_beside_it_from_one_that_has_two() -> None:
    doc = parse("Hill said , A/NN , adding B/NN .")
    doc.set_ents([])
    roles = RoleMap(
        doc,
        [
            RoleSpan(0, 1, SOURCE),
            RoleSpan(1, 2, CUE),
            RoleSpan(3, 4, CONTENT),
            RoleSpan(5, 6, CUE),
            RoleSpan(6, 7, CONTENT),
        ],
    )
    links = link_roles(roles)
    assert all(len(link.contents) == 1 for link in links if link.cue is not None)
