"""Builds hostile texts from pieces, whoever makes the choices."""

from __future__ import annotations

from collections.abc import Callable

# Given n, a number from 0 to n - 1.
Choose = Callable[[int], int]
LONGEST = 20_000
MOST_PARTS = 12
# Most pieces stand once: what is repeated seven hundred times takes seconds.
REPEATS = (*[1] * 150, *[2] * 20, *[3] * 20, *[30] * 8, 700, 3000)

MARKS = (
    *('"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "‚", "'s", "n't", "“‘", "’”"),
    *("(", ")", "[", "]", "{}", "( ", ": ", "– ", "—", " - ", "…", "...", "?!", "%", "$", "☆", "#"),
)
WORDS = (
    *("Ann Hill", "Mayor Ida Krohn", "Dr. Paul Adeyemi", "the union", "officials", "she", "they"),
    *("he", "we", "I", "you", "one of the two leaders", "his wife", "the BBC", "U.N.", "U.S.-led"),
    *("said", "says", "told reporters", "according to", "warned that", "denied that", "believes"),
    *("he said that she said that", "asked whether", "tweeted:", "who said", "as saying"),
    *("the bridge stays shut", "it is not safe", "we had no choice", "no", "yes", "May", "may"),
)
DATES = (
    *("on Friday", "last week", "3/4/25", "31/02/2020", "2025-03-14T07:15:00Z", "the 1990s"),
    *("99999999999999999999", "10000000 days ago", "in 0000", "at 25:61", "Feb. 30", "2024-W53"),
    *("every other Monday", "half past", "two years before that", "mid-March", "$5.1m", "-1%"),
)
LAYOUT = (
    *("\n", "\n\n", "\r\n", "\r", "\t", "  ", " ", "\u2028", "\x0c", "\u00a0", "\u3000"),
    *("Q: ", "MR. SMITH: ", "HOUSTON (AP) — ", "By Ann Hill\n", "date: 2025-03-14\n", "---\n"),
    *("# Heading\n", "- item\n", "1. item\n", "> quote\n", "Photo: AFP/Getty Images\n", "[1]"),
    *("<p>", "</p>", "<b>", "&ldquo;", "&#x202e;", "<!-- ", "-->", "<script>", "{{", '{"text": "'),
    *(
        "http://a.example/?b=c&d=%20",
        "@handle",
        "www.example.com",
        "a@b.example",
        "pic.twitter.com/x",
    ),
)
ODD = (
    *("\x00", "\x1b[31m", "\x1b]8;;http://x\x07", "\x07", "\x9b2J", "\u202e", "\u2066", "\ufeff"),
    *(
        "\u200b",
        "\u200d",
        "\u00ad",
        "e\u0301",
        "Z̸̢̛͎",
        "👩‍👩‍👧",
        "𝕬",
        "ﬀ",
        "İ",
        "ß",
        "ΣΣ",
        "日本",
        "שלום",
    ),
    *("\ud800", "\udfff", "\ufffe", "\U0010ffff", "A", "1", "1 ", "12 ", "x", "AAAA", "1,000,"),
)
GROUPS = (MARKS, WORDS, WORDS, WORDS, DATES, LAYOUT, ODD)


def build_text(choose: Choose) -> str:
    """A text of 1 to `LONGEST` code points.

    Args:
        choose: Makes each choice; the same choices give the same text.
    """
    parts: list[str] = []
    length = 0
    for _ in range(1 + choose(MOST_PARTS)):
        group = GROUPS[choose(len(GROUPS))]
        piece = group[choose(len(group))] * REPEATS[choose(len(REPEATS))]
        parts.append(piece + (" " if choose(2) else ""))
        length += len(parts[-1])
        if length >= LONGEST:
            break
    return "".join(parts)[:LONGEST]
