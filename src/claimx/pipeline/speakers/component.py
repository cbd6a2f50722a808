"""The component that says who each attribution belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.lang.en.nouns import kin_nouns
from claimx.lang.en.words import words_of
from claimx.pipeline.annotations import (
    Attribution,
    EvidenceNote,
    SpeakerChain,
    get_attributions,
    get_entities,
    note_attributions,
    set_references,
    set_speakers,
)
from claimx.pipeline.entities.lexicon import normalize_word, singular_of
from claimx.pipeline.speakers.affiliations import Bodies, find_affiliation
from claimx.pipeline.speakers.find_anonymity import Reason, find_reasons, reason_for
from claimx.pipeline.speakers.follow_text import TextFollower
from claimx.pipeline.speakers.lexicon import country_of_seat
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.resolutions import Resolution
from claimx.pipeline.speakers.resolve_represented import may_represent, resolve_represented
from claimx.pipeline.speakers.roles import Role, find_head, find_role_head, role_spans
from claimx.pipeline.speakers.shared_titles import find_shared_title


class Speakers:
    """Fills ``speakers`` and ``evidence`` of the attributions and stores the speakers.

    Goes after the entities and the attributions. A source whose speaker is not certain enough
    keeps an empty list, and its evidence says why.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the sources of ``doc`` and return it."""
        attributions = get_attributions(doc)
        follower = TextFollower(doc, get_entities(doc), attributions)
        follower.follow()
        affiliations = _Affiliations(doc, follower)
        resolve_represented(
            doc,
            follower.phrases,
            follower.resolutions,
            affiliations.find_represented,
        )
        reasons = find_reasons(doc)
        for attribution, resolutions in zip(attributions, follower.resolutions, strict=True):
            _note_anonymity(reasons, attribution, resolutions)
        chains, keys = _make_chains(doc, follower, affiliations)
        for attribution, resolutions in zip(attributions, follower.resolutions, strict=True):
            _fill(attribution, resolutions, keys)
        note_attributions(doc, attributions)
        set_speakers(doc, chains)
        set_references(doc, _list_references(doc, follower))
        return doc


def _list_references(doc: Doc, follower: TextFollower) -> list[tuple[Span, str]]:
    """The pronouns that stand for somebody or something with a name."""
    return [
        (doc[start:end], referent.entity.key)
        for referent in follower.referents
        if referent.entity is not None
        for start, end, kind in sorted(set(referent.mentions))
        if kind == "pronoun"
    ]


def _note_anonymity(
    reasons: list[Reason], attribution: Attribution, resolutions: list[Resolution]
) -> None:
    """An unnamed source with a reason beside it is anonymous, even a plural one."""
    if not attribution.source:
        return
    reason = reason_for(reasons, attribution.source[0])
    if reason is None:
        return
    for resolution in resolutions:
        referent = resolution.referent
        if referent is None or referent.members:
            continue
        if resolution.rule == "naming":
            # "Who asked to be identified only as Salt".
            referent.is_anonymous = True
            referent.reason = referent.reason or (reason.start, reason.end)
        elif referent.entity is None and referent.kind in ("group", "unnamed"):
            referent.kind, referent.is_anonymous = "unnamed", True
            referent.reason = referent.reason or (reason.start, reason.end)


class _Affiliations:
    """What the persons of an article are tied to, each looked for once.

    Args:
        doc: The article.
        follower: Its referents with their roles.
    """

    def __init__(self, doc: Doc, follower: TextFollower) -> None:
        self._doc, self._follower = doc, follower
        self.roles = list_roles(doc, follower)
        self._bodies = Bodies(follower.index, self.roles, follower.list_named_bodies())
        self._spoken = find_spoken_tokens(follower.attributions)
        self._found: dict[int, str | None] = {}

    def find(self, referent: Referent) -> str | None:
        """The organization or country that somebody is tied to."""
        if referent.entity is None:
            return referent.affiliation
        if not referent.is_person:
            return country_of_seat(referent.name)
        if id(referent) not in self._found:
            roles = self.roles[id(referent.entity)]
            found = find_affiliation(self._bodies, referent.entity, roles, self._spoken)
            self._found[id(referent)] = found
        return self._found[id(referent)]

    def find_represented(self, referent: Referent) -> Referent | None:
        """The organization that a person speaks for with "we".

        None if the person speaks for no organization, or if two organizations have its name.
        """
        name = self.find(referent)
        bearers = [
            one
            for one in self._follower.referents
            if one.entity is not None and one.entity.label == "ORG" and one.name == name
        ]
        themselves = words_of("kind for itself")
        if len(bearers) != 1 or self._bodies.kinds.get(bearers[0].name) in themselves:
            return None
        roles = [self._doc[start:end] for start, end in referent.roles]
        if referent.entity is not None:
            found = self.roles[id(referent.entity)]
            roles = [self._doc[role.start : role.end] for role in found]
        return bearers[0] if may_represent(self._doc, roles, bearers[0]) else None


def _make_chains(
    doc: Doc, follower: TextFollower, affiliations: _Affiliations
) -> tuple[list[SpeakerChain], dict[int, str]]:
    """The speakers in text order, and the key of each referent by its identity."""
    speaking = [referent for referent in follower.referents if referent.has_claims]
    speaking.sort(key=lambda referent: min(referent.mentions))
    keys = {id(referent): str(number) for number, referent in enumerate(speaking)}
    chains = []
    for referent in speaking:
        roles = _collect_roles(doc, affiliations, referent)
        affiliation = affiliations.find(referent)
        key = keys[id(referent)]
        chains.append(_make_chain(doc, follower, referent, key, roles, affiliation))
    return chains, keys


def find_spoken_tokens(attributions: Sequence[Attribution]) -> frozenset[int]:
    """The tokens of all that somebody says."""
    spans = (range(span.start, span.end) for item in attributions for span in item.content)
    return frozenset().union(*spans)


def _make_chain(
    doc: Doc,
    follower: TextFollower,
    referent: Referent,
    key: str,
    roles: list[Span],
    affiliation: str | None,
) -> SpeakerChain:
    mentions = sorted(set(referent.mentions))
    return SpeakerChain(
        name=referent.name,
        kind=referent.kind,
        mentions=[(doc[start:end], kind) for start, end, kind in mentions],
        anonymous=referent.is_anonymous,
        anonymity=doc[referent.reason[0] : referent.reason[1]] if referent.reason else None,
        entity=referent.entity.key if referent.entity is not None else None,
        roles=roles,
        affiliation=affiliation,
        aliases=_collect_aliases(doc, follower, referent),
        key=key,
    )


def _collect_roles(doc: Doc, affiliations: _Affiliations, referent: Referent) -> list[Span]:
    """The roles in text order, each wording once."""
    if referent.entity is None:
        return [doc[start:end] for start, end in referent.roles]
    spans: dict[str, Span] = {}
    for role in affiliations.roles[id(referent.entity)] if referent.is_person else ():
        for span in role_spans(doc, role):
            head = find_role_head(doc, span.start, span.end)
            noun = role.noun if head is None else singular_of(normalize_word(doc[head].text))
            if noun in kin_nouns():
                continue  # "His wife" tells no office
            spans.setdefault(" ".join(span.text.split()).casefold(), span)
    return list(spans.values())


def list_roles(doc: Doc, follower: TextFollower) -> dict[int, list[Role]]:
    """The roles of each person with a name, by the identity of their entity."""
    persons = ((r, r.entity) for r in follower.referents if r.is_person and r.entity is not None)
    return {
        id(entity): _list_roles(doc, follower, person, entity.mentions)
        for person, entity in persons
    }


def _list_roles(
    doc: Doc, follower: TextFollower, referent: Referent, mentions: Sequence[Span]
) -> list[Role]:
    """What the text says somebody with a name to be, in text order."""
    places = (follower.index.name_at(mention.start) for mention in mentions)
    shared = (
        find_shared_title(follower.index, follower.table, place)
        for place in places
        if place is not None
    )
    own = [r for r in follower.roles.get(id(referent), ()) if not _is_of_others(doc, r)]
    return sorted([*own, *(r for r in shared if r is not None)], key=lambda role: role.start)


def _is_of_others(doc: Doc, role: Role) -> bool:
    """Whether a role is that of several, and no enumeration of names follows it."""
    head = find_head(doc, role)
    if head is None or doc[head].tag_ not in ("NNS", "NNPS"):
        return False
    behind = doc[role.end + 1 : role.end + 4]
    return not any(token.lower_ in (",", "and", "&", "(") for token in behind)


def _collect_aliases(doc: Doc, follower: TextFollower, referent: Referent) -> list[str]:
    """The distinct forms of a name, titles included, in text order."""
    if referent.entity is None:
        return []
    forms: dict[str, None] = {}
    for span in referent.entity.mentions:
        place = follower.index.name_at(span.start)
        start = span.start
        if place is not None and place.title_start < start:
            # "Senator Jane Smith", "Kenya captain Jane Smith" are forms of the name, "rival Jane
            # Smith" is not.
            title = doc[place.title_start : start]
            is_form = any(token.text[0].isupper() for token in title)
            start = place.title_start if is_form else start
        forms.setdefault(" ".join(doc[start : span.end].text.split()))
    return list(forms)


def _fill(attribution: Attribution, resolutions: list[Resolution], keys: dict[int, str]) -> None:
    """Write speakers and evidence of one attribution."""
    speakers: dict[str, None] = {}
    for resolution in resolutions:
        if resolution.referent is not None:
            for referent in resolution.referent.members or (resolution.referent,):
                speakers.setdefault(keys[id(referent)])
    attribution.speakers = list(speakers)
    attribution.evidence = _make_evidence(attribution, resolutions)


def _make_evidence(attribution: Attribution, resolutions: list[Resolution]) -> EvidenceNote | None:
    if not resolutions:
        if not attribution.source:
            return None
        return {"antecedent": None, "rule": "no-phrase", "score": 0.0}
    first = resolutions[0]
    return {
        "antecedent": list(first.antecedent) if first.antecedent is not None else None,
        "rule": first.rule,
        "score": min(resolution.score for resolution in resolutions),
    }
