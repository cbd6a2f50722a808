"""A span of a source: its words, the names and mentions in it, and where its phrases end."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimx.lang.en import read_words
from claimx.lang.en.nouns import POSSESSIVES, partitives
from claimx.pipeline.entities.lexicon import normalize_word
from claimx.pipeline.mentions.table import Mention, MentionTable
from claimx.pipeline.speakers.joints import count_joining, is_dash
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.syntax import clauses, nouns

_NOMINAL_TAGS = ("NN", "PRP", "WP", "WDT", "DT", "CD")
BEFORE_NOUN = ("NN", "JJ", "HYPH", "POS", "VBN")
_BEFORE_NAME = (*BEFORE_NOUN, "DT", "PRP$")


class SourceSpan:
    """What stands where in one span of a source.

    Args:
        index: The names of the article.
        table: Its mentions.
        span: The span.
    """

    def __init__(self, index: NameIndex, table: MentionTable, span: Span) -> None:
        self._index, self._table, self._span = index, table, span
        self._doc = index.doc

    def find_heads(self) -> list[Token]:
        """The words that head the span, mostly one; none where it has no words."""
        words = [token for token in self._span if not token.is_punct and not token.is_space]
        if not words:
            return []
        roots = self.find_roots(self.find_opening()) or self.find_roots(self._span)
        if roots:
            return [self._pass_possessor(root) for root in roots]
        mentions = self._table.inside(self._span.start, self._span.end)
        if mentions:
            return [self._doc[self._table[mentions[0]].head]]
        return [token for token in words[-1:] if not nouns.is_function_word(token)]

    def _pass_possessor(self, root: Token) -> Token:
        """The head behind a possessor that the parse takes for one: "Ann Hill's *party*"."""
        place = self.place_of(root)
        if place is None or place.end + 1 >= self._span.end:
            return root
        is_possessor = self._doc[place.end].text in POSSESSIVES
        return self.find_opened(place.end + 1) if is_possessor else root

    def find_opening(self) -> Span:
        """The span up to its first comma or to an "and" that surely ends a phrase."""
        ends = (t.i for t in self._span[1:] if t.text == "," or self.parts_phrases(t.i))
        return self._doc[self._span.start : next(ends, self._span.end)]

    def parts_phrases(self, place: int) -> bool:
        """Whether "and" joins whole phrases: "he *and* others", "Tarn *and* its allies"."""
        words = count_joining(self._doc, place)
        if not words or place + words >= self._span.end:
            return False
        before = self._table.at(place - 1)
        is_pronoun = before is not None and self._table[before].form == "pronoun"
        following = self._doc[place + words]
        opens = following.tag_ in ("DT", "PRP$") or following.lower_ == "other"
        is_plural = self._doc[place - 1].tag_ == "NNS"  # "doctors *and* medical experts"
        return is_pronoun or opens or is_plural or self.ends_name(place, place + words)

    def ends_name(self, end: int, following: int) -> bool:
        """Whether a name ends before "and" that modifies nothing behind it.

        "*Ann Hill* and health officials", "*the Red Cross* and officials", unlike "Hill and Kerr
        campaign officials", "Tarn and Harwick officials".
        """
        name, other = self._index.name_at(end - 1), self._index.name_at(following)
        if name is None or (other is not None and other.entity.label == name.entity.label):
            return False
        if name.entity.label == "PERSON":
            return True
        has_article = name.start > 0 and self._doc[name.start - 1].tag_ == "DT"
        return has_article and name.entity.label in ("ORG", "GPE")

    def find_roots(self, part: Span) -> list[Token]:
        """The nominal words of a part that hang on none of it: one where the parse is right.

        The first is the head. A later one that only modifiers part from it belongs to the same
        phrase and is its head ("the ministry *spokesman*"), one behind "and" is joined to it, and
        any other is a part that the parse has hung elsewhere.
        """
        found: list[Token] = []
        for token in part:
            if not self.is_root(token, part):
                continue
            between = self._doc[found[-1].i + 1 : token.i] if found else self._doc[:0]
            if not found or self.joins(between):
                found.append(token)
            elif all(word.tag_.startswith(BEFORE_NOUN) for word in between):
                found[-1] = token
        return found

    def joins(self, between: Span) -> bool:
        """Whether the words before a noun join its phrase to the one before: "*and the* envoy"."""
        words = count_joining(self._doc, between.start) if len(between) else 0
        return words > 0 and all(t.tag_.startswith(_BEFORE_NAME) for t in between[words:])

    def is_root(self, token: Token, part: Span) -> bool:
        is_inside = part.start <= token.head.i < part.end
        if (token.head != token and is_inside) or nouns.is_function_word(token):
            return False
        if normalize_word(token.text) in read_words("names/time_words.txt"):
            return False
        is_nominal = token.tag_.startswith(_NOMINAL_TAGS) and token.text[0].isalnum()
        is_nominal = is_nominal or clauses.is_subject(token)
        return is_nominal or self.is_named(token)

    def list_subjects(self, root: Token) -> list[Token]:
        """The words of the span that the parse takes for subjects of one verb, if ``root`` is."""
        beside = root.head.children if clauses.is_subject(root) else ()
        return [token for token in beside if self.holds(token) and clauses.is_subject(token)]

    def holds(self, token: Token) -> bool:
        return self._span.start <= token.i < self._span.end

    def is_named(self, token: Token) -> bool:
        return self._table.at(token.i) is not None or self.place_of(token) is not None

    def place_of(self, token: Token) -> NamedPlace | None:
        """The name that a token belongs to, as a word of it or of its title."""
        return self._index.titled_at(token.i) or self._index.name_at(token.i)

    def find_noun(self, token: Token) -> Token:
        """The word that matters: "half of the *voters*", "the envoy *Tom Kerr*"."""
        while token.lower_ in partitives():
            inner = self.find_whole(token)
            if inner is None:
                break
            token = inner
        place = token.i
        while not self.is_named(self._doc[place]) and self.may_precede(place, _BEFORE_NAME):
            place += 1
        named, at = self.place_of(self._doc[place]), self._table.at(place)
        if named is not None:
            return self._doc[named.head]
        if at is None:
            return token
        is_covered = self._table[at].start <= token.i and not token.is_ancestor(self._doc[place])
        return self._doc[place] if is_covered or not token.tag_.startswith("NN") else token

    def may_precede(self, place: int, tags: tuple[str, ...]) -> bool:
        """Whether a word of the span has one of the tags and another word of it behind."""
        return place + 1 < self._span.end and self._doc[place].tag_.startswith(tags)

    def find_whole(self, part: Token) -> Token | None:
        """What the parts are of: the noun behind "of"."""
        found = [noun for word, noun in nouns.modifiers_of(part) if word == "of"]
        if self._doc[part.i + 1 : part.i + 2].text == "of":
            behind = reversed(self._table.inside(part.i + 2, part.i + 3))
            plain = [self._doc[self._table[number].head] for number in behind]
            is_name = bool(found) and self.place_of(found[0]) is not None
            found = [*plain, *found] if is_name else [*found, *plain]
        return next((noun for noun in found if self.holds(noun)), None)

    def follows_preposition(self, place: NamedPlace) -> bool:
        before = self.find_before(place)
        return before is not None and before.tag_ in ("IN", "TO")

    def is_set_off(self, place: NamedPlace) -> bool:
        before = self.find_before(place)
        return before is not None and (before.text == "," or is_dash(before))

    def find_before(self, place: NamedPlace) -> Token | None:
        """The word of the span before the noun phrase that a name ends."""
        start = self.find_name_start(place)
        return self._doc[start - 1] if start > self._span.start else None

    def find_name_start(self, place: NamedPlace) -> int:
        """The first word of the noun phrase that a name ends."""
        start = place.title_start
        while start > self._span.start and self._doc[start - 1].tag_.startswith(_BEFORE_NAME):
            start -= 1
        return start

    def is_tied(self, place: NamedPlace) -> bool:
        """Whether a body or place stands behind a preposition: "of *Ohio*"."""
        return place.entity.label != "PERSON" and self.follows_preposition(place)

    def find_opened(self, place: int) -> Token:
        """The head of the phrase that begins at ``place``."""
        while self.may_precede(place, ("RB",)):
            place += 1  # "and *even* some engineers"
        mention = self.find_longest(place)
        while mention is not None and self.may_precede(mention.end, BEFORE_NOUN):
            place = mention.end  # "*Tarn* engineer Ann Hill"
            mention = self.find_longest(place)
        return self.find_noun(self._doc[place if mention is None else mention.head])

    def find_longest(self, place: int) -> Mention | None:
        """The longest mention of the span that begins at ``place``."""
        numbers = self._table.inside(place, place + 1)
        inside = [self._table[n] for n in numbers if self._table[n].end <= self._span.end]
        return inside[-1] if inside else None

    def is_person(self, noun: Token) -> bool:
        number = self._table.at(noun.i)
        return number is not None and self._table[number].is_person

    def find_start(self, head: Token) -> int:
        """The first token of the noun phrase of a head, within the span."""
        number = self._table.at(head.i)
        start = self._table[number].start if number is not None else head.i
        opening = nouns.opening_of(head).i
        if not any(self.parts_phrases(place) for place in range(opening + 1, start)):
            start = min(start, opening)
        return max(start, self._span.start)
