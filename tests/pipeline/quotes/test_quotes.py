"""Cases are texts in which each quotation stands between tags that name its kind.

``<direct>“Go,”</direct> he said``; ``<direct 1>`` twice is one quotation in two parts;
``<direct cut>`` is one that the text cuts off. Tags may be nested.
"""

from __future__ import annotations

import re

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.annotations import get_quotations
from claimx.pipeline.layout_annotations import Section, set_sections
from claimx.pipeline.quotes.component import Quotes, outermost

_TAG = re.compile(r"<(/?)(direct|fragment|scare|title|label)((?: \w+)*)>")

Row = tuple[str, bool, tuple[str, ...]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def read_case(tagged: str) -> tuple[str, list[Row]]:
    """The text without its tags, and the quotations that they mark."""
    text, at = "", 0
    opened: list[tuple[str, str, int]] = []
    parts: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, tag in enumerate(_TAG.finditer(tagged)):
        text += tagged[at : tag.start()]
        at = tag.end()
        closing, kind, options = tag.groups()
        if closing:
            kind, options, start = opened.pop()
            name = options if re.search(r"\d", options) else f"{options} #{number}"
            parts.setdefault((kind, name), []).append((start, len(text)))
        else:
            opened.append((kind, options, len(text)))
    text += tagged[at:]
    rows = sorted(parts.items(), key=lambda item: (item[1][0][0], -item[1][-1][1]))
    return text, [
        (kind, "cut" not in name, tuple(text[start:end] for start, end in limits))
        for (kind, name), limits in rows
    ]


def make_doc(nlp: Language, text: str) -> Doc:
    """A Doc in which every mark is a token, however the tokenizer of a pipeline may glue them."""
    words = re.findall(r"\w+|\s+|.", text)
    return Doc(nlp.vocab, words=words, spaces=[False] * len(words))


def find(doc: Doc) -> list[Row]:
    quotations = get_quotations(Quotes()(doc))
    quotations.sort(key=lambda q: (q.spans[0].start, -q.spans[-1].end))
    return [(q.kind, q.complete, tuple(span.text for span in q.spans)) for q in quotations]


def check(nlp: Language, tagged: str) -> None:
    text, expected = read_case(tagged)
    assert find(make_doc(nlp, text)) == expected


@pytest.mark.parametrize(
    "tagged",
    [
        '<direct>"We have a deal,"</direct> the mayor said.',
        "<direct>“We have a deal,”</direct> the mayor said.",
        "The mayor said: <direct>‘We have a deal.’</direct>",
        "<direct>''We have a deal,''</direct> the mayor said.",
        "<direct>``We have a deal,''</direct> the mayor said.",
        "<direct>‘‘We have a deal,’’</direct> the mayor said.",
        "The mayor said: <direct>«Nous avons un accord.»</direct>",
        "The mayor said: <direct>„Wir sind uns einig.“</direct>",
        "The mayor said: <direct>„Wir sind uns einig.”</direct>",
        '<direct>“We have a deal,"</direct> the mayor said.',
        '<direct>"We have a deal,”</direct> the mayor said.',
        "<direct>“We have a deal,“</direct> the mayor said.",
        "<direct>”We have a deal,”</direct> the mayor said.",
        "The mayor (<direct>“We have a deal,”</direct> he said) left.",
        "It is done—<direct>“We have a deal,”</direct> the mayor said.",
        'The mayor said:<direct>"We have a deal."</direct>',
        '<direct>"We have a deal,"</direct>the mayor said.',
        '<direct>" We have a deal, "</direct> the mayor said.',
        "The mayor said, <direct>“...and we have a deal.”</direct>",
        "<direct>“We have a deal…”</direct> said the mayor.",
    ],
)
def test_marks_of_every_form(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


@pytest.mark.parametrize(
    "tagged",
    [
        "I don't know; the dogs' owner, O'Neill, wasn't in the '90s rock 'n' roll band.",
        "I don’t know; the dogs’ owner, O’Neill, wasn’t in the ’90s rock ’n’ roll band.",
        "Give 'em hell, Mr. O'Brien, and leave the teachers' union alone.",
        "The ‘90s were the farmers’ best years, the class of ’08 said.",
        "'Tis the season, and 'til then the drivers' strike goes on.",
        "He is 5'10\" tall and owns a 12\" record and an 8' ladder.",
        'A 27" screen stands beside a 32" one.',
        "The plank was 6' 2½\" long, the workers' rule 12\" short.",
        "Nothing stands between the marks \"\" and “ ” and '…'.",
        'See <a href="https://example.org/a"> there.',
        "",
        "  \n\n ",
    ],
)
def test_apostrophes_and_primes_are_no_marks(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


@pytest.mark.parametrize(
    "tagged",
    [
        "<direct>‘I don’t know what the dogs’ owner wants,’</direct> the minister said.",
        "<direct>'I don't know what the dogs' owner wants,'</direct> the minister said.",
        "The minister said: <direct>'It's the '90s again, isn't it?'</direct>",
        "The schools teach <scare>‘British values’</scare> and the teachers’ rules.",
        "The report names <scare>'working families'</scare> as its readers.",
        "She called it <fragment>‘a farce’</fragment>, and the drivers’ leader agreed.",
        '<direct>"He is 6\'2" tall,"</direct> she said.',
        'She said <direct>"he is 6\'2"</direct>.',
        'The shop said it sold <fragment>"nearly 12"</fragment> of them.',
    ],
)
def test_single_marks_beside_apostrophes_and_primes(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


@pytest.mark.parametrize(
    "tagged",
    [
        "<direct>“He told me, <direct>‘I won’t go,’</direct> and left,”</direct> she said.",
        "<direct>‘He told me, <direct>“I won’t go,”</direct> and left,’</direct> she said.",
        "<direct>\"He told me, <direct>'I won't go,'</direct> and left,\"</direct> she said.",
        "<direct>\"He said, <direct>'I won't go.'</direct>\"</direct>",
        "<direct>''He said, <direct>'I won't go.'</direct>''</direct>",
        "<direct>''<direct>'I won't go,'</direct> he said,''</direct> she recalled.",
        "<direct>“The show <title>‘Night Ferry’</title> was ours,”</direct> she said.",
        '<direct>“He told me <direct>"I will not go"</direct> and left,”</direct> she said.',
        '<direct>"He told me <direct>"I will not go"</direct> and left,"</direct> she said.',
    ],
)
def test_a_quotation_inside_another_is_one_too(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


def test_the_outermost_can_be_had_alone(nlp: Language) -> None:
    doc = Quotes()(nlp.make_doc("“He said ‘no,’ and ‘never,’” she said. “‘No’ it is.”"))
    texts = [q.spans[0].text for q in outermost(get_quotations(doc))]
    assert texts == ["“He said ‘no,’ and ‘never,’”", "“‘No’ it is.”"]


@pytest.mark.parametrize(
    "tagged",
    [
        # The convention: each paragraph opens, the last one closes.
        "<direct 1>“We have a deal.</direct>\n\n<direct 1>“It holds.</direct>\n\n"
        "<direct 1>“We will keep it,”</direct> he said. <direct>“All of it.”</direct>",
        '<direct 1>"We have a deal.</direct>\n\n<direct 1>"It holds."</direct>\n\nHe left.',
        "<direct 1>‘We have a deal.</direct>\n\n<direct 1>‘It’s fair,’</direct> he said.",
        "He went on. <direct 1>“We have a deal.</direct>\n<direct 1>“It holds,”</direct> he said.",
        # Lines of one paragraph.
        "He left.\n\n<direct 1>“We have a deal.</direct> \n<direct 1>“It holds,”</direct> he said.",
        # Only the first opens, only the last closes.
        "The letter says: <direct 1>“We have a deal.</direct>\n\n<direct 1>It holds.”</direct>",
        # Each closes: they are two.
        "<direct>“We have a deal.”</direct>\n\n<direct>“It holds,”</direct> he said.",
        # Nothing closes.
        "<direct 1 cut>“We have a deal.</direct>\n\n<direct 1 cut>“It holds.</direct>\n\nHe left.",
        # A forgotten mark before "he said" is no convention.
        "<direct cut>“We have a deal,</direct> he said.\n\n<direct>“It holds,”</direct> she said.",
    ],
)
def test_quotations_of_several_paragraphs(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


@pytest.mark.parametrize(
    "tagged",
    [
        "<direct cut>“We have a deal.</direct>\n\nThe council met. <direct>“No,”</direct> it said.",
        '<direct cut>"We have a deal.</direct> <direct>"It holds,"</direct> he said.',
        'He stopped" there. <direct>"It holds,"</direct> he said.',
        "He stopped” there. <direct>“It holds,”</direct> he said.",
        '<direct>"We have a deal,"</direct> he said." <direct>"It holds,"</direct> she said.',
        'The mayor posts, <direct cut>"We have a deal with the…</direct> pic.twitter.com/Ab1 — '
        "CTV (@CityTV) March 3, 2024",
        'The mayor posts, <direct cut>"We have a deal</direct>   https://t.co/Ab1',
        "The mayor posts, <direct cut>“We have a deal</direct> — Ann Hill (@annhill) 3 May 2023",
        "<direct cut>“We have a deal! #strike</direct> https://t.co/a pic.twitter.com/b — @annhill",
        "The mayor said, <direct cut>‘We have a deal and the drivers’ union knows</direct>",
    ],
)
def test_what_is_not_closed_ends_in_time_and_spoils_nothing(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


@pytest.mark.parametrize(
    "tagged",
    [
        "<direct 1>“Yes,”</direct> he said, <direct 1>“we will.”</direct>",
        "<direct 1>“Yes,”</direct> said Ann Hill, the mayor, <direct 1>“I will.”</direct>",
        "<direct 1>‘Yes’</direct>, he said, <direct 1>‘we will’</direct>.",
        "<direct 1>“Yes,”</direct> he said, <direct 1>“we will,”</direct> adding, "
        "<direct 1>“or most of us.”</direct>",
        "<direct 1>“The show <title>‘Night Ferry’</title> is ours,”</direct> he said, "
        "<direct 1>“and will stay.”</direct>",
        # A new sentence, a new quotation.
        "<direct>“Yes,”</direct> he said. <direct>“We will.”</direct>",
        "<direct>“Yes,”</direct> he said, <direct>“We will.”</direct>",
        # No comma inside the first, or none before the second.
        "<direct>“Will we?”</direct> he asked, <direct>“we will.”</direct>",
        "<direct>“We will go,”</direct> he said and <direct>“we will stay,”</direct> he said.",
        # No verb of saying in between.
        "The <fragment>“old,”</fragment> the new, <fragment>“the poor”</fragment> say so.",
        # Another paragraph.
        "<direct>“Yes,”</direct> he said,\n\n<direct>“we will.”</direct>",
    ],
)
def test_halves_are_joined_only_where_that_is_certain(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


@pytest.mark.parametrize(
    "tagged",
    [
        # direct: introduced, followed, a whole sentence or paragraph, a clause.
        "She stated, <direct>“No deal.”</direct>",
        "<direct>“No deal,”</direct> she told reporters.",
        "He left. <direct>“No deal.”</direct>",
        "The agency said that <direct>“there were issues with the sound”</direct> on Monday.",
        "<direct>“Did we lose? Yes,”</direct> she said.",
        # fragment: a part of somebody's sentence.
        "He had a <fragment>“very good and productive discussion”</fragment> with her, he said.",
        "She called the plan <fragment>“dead on arrival.”</fragment>",
        "The bank said it <fragment>“will not comment on rumors”</fragment> at all.",
        "<fragment>“Deeply flawed”</fragment> is how she described it.",
        # scare: a word that the writer holds at arm's length.
        "The <scare>“experts”</scare> were wrong again.",
        "He showed an interest in talks to address <scare>“certain issues.”</scare>",
        # title: a work.
        "The film <title>“Night Ferry to the Isles”</title> opens today.",
        "She sang <title>“River of Stones,”</title> a song by her father.",
        "He spoke on CBS’s <title>“Face the Nation”</title> on Sunday.",
        "In a column titled <title>“Why We Lost,”</title> she wrote of it.",
        "The <title>“Night Ferry”</title> series returns.",
        # label: a nickname, a slogan, a term.
        "The so-called <label>“deep state”</label> was at work.",
        "William <label>“Bill”</label> Hartley ran the depot.",
        "He wore a <label>“Make Depots Great Again”</label> hat.",
        "They dubbed him <label>“the Hammer”</label> at once.",
        "The bus line is known as the <label>“night owl”</label>.",
        "He called the winner <label>“Miss Housekeeping”</label> in May.",
        "They held out for a <label>“Grand Bargain”</label> in May.",
    ],
)
def test_kinds(nlp: Language, tagged: str) -> None:
    check(nlp, tagged)


@pytest.mark.parametrize(
    ("quoted", "tags", "kind"),
    [
        ("drivers strike back", "NNS VBP RB", "direct"),
        ("people who strike have no voice", "NNS WP VBP VBP DT NN", "direct"),
        ("is it over now", "VBZ PRP RB RB", "direct"),
        ("Leave the depots", "VB DT NNS", "direct"),
        ("back the drivers", "RB DT NNS", "fragment"),
        ("people who strike", "NNS WP VBP", "fragment"),
        ("the system that he says he hates", "DT NN IN PRP VBZ PRP VBZ", "fragment"),
        ("wants the drivers who strike to stop", "VBZ DT NNS WP VBP TO VB", "fragment"),
        ("to go on as we see fit", "TO VB RP IN PRP VBP JJ", "fragment"),
        ("more angry than we are", "RBR JJ IN PRP VBP", "fragment"),
    ],
)
def test_tags_say_what_is_a_clause(nlp: Language, quoted: str, tags: str, kind: str) -> None:
    words = ["She", "said", "“", *quoted.split(), "”", "."]
    doc = Doc(nlp.vocab, words=words, tags=["PRP", "VBD", "``", *tags.split(), "''", "."])
    assert [found for found, _, _ in find(doc)] == [kind]


def test_marks_glued_to_words_take_the_token_whole(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["He", "said“We", "will", "go”now", "."])
    assert find(doc) == [("direct", True, ("said“We will go”now",))]


def test_marks_of_one_section_say_nothing_of_the_next(nlp: Language) -> None:
    doc = nlp.make_doc('title: "Deal or no Deal" "We have a deal," he said. "Yes."')
    first = doc.char_span(0, 24)
    assert first is not None
    set_sections(doc, [Section(first, "metadata"), Section(doc[first.end :], "body")])
    assert [parts for _, _, parts in find(doc)] == [('"We have a deal,"',), ('"Yes."',)]


def test_a_caption_does_not_interrupt_a_quotation(nlp: Language) -> None:
    parts = [("body", "“We have a deal."), ("caption", "Hill in May"), ("body", "“It holds.”")]
    doc = nlp.make_doc("\n\n".join(text for _, text in parts))
    spans = [
        doc.char_span(doc.text.index(text), doc.text.index(text) + len(text)) for _, text in parts
    ]
    kinds = [kind for kind, _ in parts]
    set_sections(doc, [Section(s, k) for s, k in zip(spans, kinds, strict=True) if s is not None])
    assert find(doc) == [("direct", True, ("“We have a deal.", "“It holds.”"))]


def test_words_in_capitals_in_a_heading_are_no_title(nlp: Language) -> None:
    doc = nlp.make_doc("Hill Sees ‘Fair Chance’ for Deal")
    set_sections(doc, [Section(doc[:], "headline")])
    assert [kind for kind, _, _ in find(doc)] == ["fragment"]


def test_an_article_with_an_embedded_post(nlp: Language) -> None:
    check(
        nlp,
        "Mayor Ann Hill said on Monday that she had a "
        '<fragment>"frank and useful meeting"</fragment> with the drivers.\n\n'
        "Hill’s Post\n\n"
        "In a post, Hill wrote, <direct>“We had a frank meeting — BUT THE DEPOTS ARE "
        "CLOSED. I asked for calm. Thank you all!!!.”</direct>\n\n"
        'Mayor Ann Hill posts, <direct cut>"We had a frank meeting…I asked for</direct> '
        "pic.twitter.com/Xy9 — CTV (@CityTV) March 3, 2024\n\n"
        "The drivers’ leader called it <fragment>“a start.”</fragment>",
    )
