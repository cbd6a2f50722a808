"""The named entities, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from claimx.render.plain_text import clean
from claimx.render.table import display
from claimx.render.table.display import text_of

if TYPE_CHECKING:
    from claimx.article import Article, Entity
    from claimx.render.table.layout import Layout

# OntoNotes' labels, for those who do not know them by heart.
_MEANINGS = {
    "PERSON": "people",
    "ORG": "organizations",
    "GPE": "countries, cities",
    "LOC": "other places",
    "NORP": "nations, faiths, parties",
    "FAC": "buildings, sites",
    "EVENT": "events",
    "PRODUCT": "products",
    "WORK_OF_ART": "works",
    "LAW": "laws",
    "MONEY": "money",
    "PERCENT": "shares",
    "QUANTITY": "quantities",
    "ORDINAL": "ordinals",
    "CARDINAL": "numbers",
}


def show_entities(article: Article, layout: Layout) -> RenderableType:
    """The entities of ``article`` with the number of their mentions, most mentioned first."""
    table = layout.table(leading=0)
    table.add_column("Label", no_wrap=True)
    table.add_column("Name and number of mentions", overflow="fold")
    for label, meaning in _MEANINGS.items():
        entities = [entity for entity in article.entities if entity.label == label]
        if entities:
            entities.sort(key=lambda entity: -len(entity.mentions))
            table.add_row(
                text_of(label, (f" ({meaning})", display.NOTE)),
                Text(", ", overflow="fold").join(_counted(entity) for entity in entities),
            )
    return table


def _counted(entity: Entity) -> Text:
    return text_of(clean(entity.name), (f" ({len(entity.mentions)})", display.NOTE))
