"""``claimx --version``"""

from __future__ import annotations

import click


def print_version(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print the versions and end, without importing spaCy."""
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import version

    from claimx._version import __version__
    from claimx.pipeline.load import bundled_pipeline_version

    try:
        pipeline = bundled_pipeline_version()
    except (OSError, ValueError, KeyError):
        pipeline = "no bundled pipeline"
    click.echo(f"claimx {__version__} ({pipeline}, spaCy {version('spacy')})")
    ctx.exit()
