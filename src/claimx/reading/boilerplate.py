"""Parts of a page that belong to no story: links to others, sign-offs, the ends of releases.

Lines that are known by their own words are in ``patterns``. Here stand those that are known by what
opens them: under "Related articles" titles follow, under "About the company" all that is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimx.article.values import SectionKind
from claimx.reading.paragraphs import Paragraph
from claimx.reading.patterns import BOILERPLATE, LIST_ITEM, MAXIMUM_BOILERPLATE_WORDS

# What leads to titles of other articles.
_LINKS_LEAD = re.compile(
    r"(?:(?:read|see|watch)\s+(?:more|also|next)|more\s+(?:on|from|in|about)\b.{0,40}|more\s+stories"
    r"|related(?:\s+\w+){0,2}|recommended(?:\s+\w+){0,3}|most\s+(?:read|popular|viewed|shared)"
    r"|(?:top|latest|other|trending|popular)\s+(?:stories|news|articles|headlines)|trending(?:\s+now)?"
    r"|what\s+to\s+read\s+next|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)"
    r"|editors?['’]?s?\s+picks?|up\s+next|in\s+other\s+news|don['’]t\s+miss|also\s+(?:read|on\b.{0,30})"
    r"|explore\s+more\b.{0,40}|further\s+reading)\s*[:.…»>]*",
    re.IGNORECASE,
)
# What opens the end of a release, behind which nothing of the story comes.
_TAIL_LEAD = re.compile(
    r"(?:(?:media|press|investor|company|public\s+relations)\s+(?:contacts?|inquiries|enquiries"
    r"|relations)|contacts?|contact\s+(?:information|details)|for\s+(?:more|further|media)\s+"
    r"(?:information|inquiries|enquiries)|notes?\s+(?:to|for)\s+editors?|editors?['’]?\s+notes?"
    r"|(?:cautionary\s+(?:note|statement)\b.{0,60})?(?:regarding\s+)?forward[\s-]looking\s+(?:statements?"
    r"|information)|safe\s+harbou?r(?:\s+statements?)?|disclaimer|#{3,}|[-–—*\s]*(?:30|ends?)[-–—*\s]*)"
    r"\s*:?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"About\s+(?:the\s+)?(?P<name>[A-Z][\w.&'’-]*)(?:\s+[\w.&'’,()-]+){0,7}:?")
_CONTACT = re.compile(
    r"(?:(?:media|press|investor)\s+)?contacts?\s*:.{0,200}|SOURCE:?\s+[A-Z].{0,80}"
    r"|(?i:view)\s+(?:original|source)\b.{0,200}",
    re.DOTALL,
)
_ROLE = (
    r"(?:correspondent|reporter|editor|writer|columnist|journalist|contributor|freelance\w*|fellow"
    r"|professor|author|producer|photographer)"
)
_BIOGRAPHY = re.compile(
    rf"[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){{1,3}}\s+(?:is|was|are)\s+(?:an?|the|our)?\s*(?:[\w'’-]+\s+)"
    rf"{{0,6}}{_ROLE}\b.{{0,60}}\b(?:for|at|with|of|in|on|based)\b.{{0,200}}"
    rf"|[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){{1,3}}\s+(?:covers|reports\s+on|writes\s+(?:about|for|on))"
    rf"\s.{{0,160}}",
    re.DOTALL,
)
_LONGEST_TITLE = 18
_MOST_LINKS = 12
_LONGEST_BIOGRAPHY = 60
_WORDS = re.compile(r"\w+")


def is_boilerplate(text: str) -> bool:
    """Whether a paragraph belongs to the page and not to the story, by its own words."""
    bare = text.strip(" \t>*_[]|•·")
    if len(bare.split()) > MAXIMUM_BOILERPLATE_WORDS:
        return False
    bare = re.sub(r"\]\([^()\s]{1,300}\)?$", "", bare)
    return BOILERPLATE.fullmatch(bare) is not None or _CONTACT.fullmatch(bare) is not None


def mark_boilerplate(paragraphs: Sequence[Paragraph], kinds: list[SectionKind]) -> None:
    """Mark links, sign-offs, ends of releases and pull quotes that repeat the text, in place."""
    _mark_links(paragraphs, kinds)
    _mark_tail(paragraphs, kinds)
    _mark_biographies(paragraphs, kinds)
    _mark_pull_quotes(paragraphs, kinds)


def _mark_links(paragraphs: Sequence[Paragraph], kinds: list[SectionKind]) -> None:
    """Titles and list items right under what leads to other articles."""
    left = 0
    for place, paragraph in enumerate(paragraphs):
        if _opens_with(_LINKS_LEAD, paragraph):
            kinds[place], left = "boilerplate", _MOST_LINKS
        elif left and (kinds[place] == "boilerplate" or _may_be_link(paragraph)):
            kinds[place], left = "boilerplate", left - 1
        else:
            left = 0


def _opens_with(lead: re.Pattern[str], paragraph: Paragraph) -> bool:
    """Whether a paragraph, or its first line, is such a lead."""
    return any(
        lead.fullmatch(text.strip(" *_>") or text) or lead.fullmatch(text.strip(" *_#>") or text)
        for text in (paragraph.text, paragraph.lines[0].text)
    )


def _may_be_link(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be the title of another article: short, and no sentence."""
    text = paragraph.text
    if LIST_ITEM.match(text):
        return len(text.split()) <= 2 * _LONGEST_TITLE
    return len(text.split()) <= _LONGEST_TITLE and text.rstrip("\"'”’)")[-1:] not in (".", ":", ",")


def _mark_tail(paragraphs: Sequence[Paragraph], kinds: list[SectionKind]) -> None:
    """All that follows the heading that opens the end of a release, below its first third."""
    for place in range(max(len(paragraphs) // 3, 1), len(paragraphs)):
        text = paragraphs[place].text.strip(" *_#") or paragraphs[place].text
        is_about = _ABOUT.fullmatch(text)
        following = paragraphs[place + 1].text if place + 1 < len(paragraphs) else ""
        if _opens_with(_TAIL_LEAD, paragraphs[place]) or (
            is_about and is_about["name"] in following
        ):
            kinds[place:] = ["boilerplate"] * (len(paragraphs) - place)
            return


def _mark_biographies(paragraphs: Sequence[Paragraph], kinds: list[SectionKind]) -> None:
    """``Ann Hill is a correspondent for the Dunmore Post``, as the last words of the page."""
    for place in range(len(paragraphs) - 1, 1, -1):
        text = paragraphs[place].text
        if _BIOGRAPHY.fullmatch(text) and len(text.split()) <= _LONGEST_BIOGRAPHY:
            kinds[place] = "boilerplate"
        elif kinds[place] not in ("boilerplate", "byline", "metadata"):
            return


def _mark_pull_quotes(paragraphs: Sequence[Paragraph], kinds: list[SectionKind]) -> None:
    """A quotation that stands alone, the words of which stand in the text as well."""
    texts = [" ".join(_WORDS.findall(paragraph.text.lower())) for paragraph in paragraphs]
    for place, paragraph in enumerate(paragraphs):
        text = paragraph.text
        is_alone = text[0] in "\"“‘'«" and text[-1] in "\"”’'»" and len(texts[place].split()) > 3
        if not is_alone or kinds[place] not in ("body", "heading") or len(text) > 300:
            continue
        if any(
            texts[place] in other and len(other) > len(texts[place]) + 10
            for number, other in enumerate(texts)
            if number != place
        ):
            kinds[place] = "boilerplate"
