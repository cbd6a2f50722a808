"""``claimx schema``"""

from __future__ import annotations

import click

from claimx.cli.exit_codes import EXIT_CODES_HELP


@click.command(epilog=EXIT_CODES_HELP)
def schema() -> None:
    """Print the JSON Schema of the records that extract writes."""
    import json

    from claimx.article import article_schema
    from claimx.cli.output import open_output

    with open_output(None, always_utf8=True) as stream:
        stream.write(json.dumps(article_schema(), indent=2, ensure_ascii=False) + "\n")
