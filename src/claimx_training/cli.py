"""The commands ``python -m claimx_training STAGE``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from claimx_training.workspace import PARTS, Workspace

pass_workspace = click.make_pass_decorator(Workspace)


@click.group()
@click.option(
    "--corpora",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="CLAIMX_CORPORA",
    default=Path("../shared/corpora"),
    show_default=True,
    help="Folder of the corpora.",
)
@click.option(
    "--work",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".training"),
    show_default=True,
    help="Folder for prepared corpora, fits and checkpoints.",
)
@click.pass_context
def main(context: click.Context, corpora: Path, work: Path) -> None:
    """Fit the bundled English pipeline: prepare, fit each part, bundle, report."""
    context.obj = Workspace(corpora, work)


@main.command()
@click.argument("parts", type=click.Choice(PARTS), nargs=-1)
@pass_workspace
def prepare(workspace: Workspace, parts: tuple[str, ...]) -> None:
    """Turn the corpora into training documents, of PARTS or of all, and count them."""
    from claimx_training.prepare import prepare_corpora

    if not workspace.corpora.is_dir():
        raise click.ClickException(f"no folder of corpora at {workspace.corpora}")
    click.echo(json.dumps(prepare_corpora(workspace, parts or PARTS), indent=2))


@main.command()
@click.argument("part", type=click.Choice(PARTS))
@click.option("--gpu", default=-1, show_default=True, help="GPU to fit on; -1 is the CPU.")
@click.option("--max-steps", type=click.IntRange(min=1), help="Stop earlier, for a trial.")
@pass_workspace
def fit(workspace: Workspace, part: str, gpu: int, max_steps: int | None) -> None:
    """Fit one part with spaCy's training loop and print where its best model is."""
    from claimx_training.fit import fit_part

    try:
        best = fit_part(workspace, part, gpu, max_steps)
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(best))


@main.command()
@click.option(
    "--target",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("src/claimx_en/pipeline"),
    show_default=True,
    help="Folder to write the pipeline to; what it holds is replaced.",
)
@pass_workspace
def bundle(workspace: Workspace, target: Path) -> None:
    """Assemble the fitted parts into the pipeline that is shipped."""
    from claimx_training.bundle import bundle_pipeline, measure_folder

    bundle_pipeline(workspace, target)
    click.echo(f"{target}: {measure_folder(target) / 1e6:.1f} MB")


@main.command("fit-linking")
@pass_workspace
def fit_linking_weights(workspace: Workspace) -> None:
    """Fit how cues choose sources and contents, on the parse of the bundled pipeline."""
    import claimx
    from claimx_training.linking import WEIGHTS, fit_linking

    click.echo(json.dumps(fit_linking(workspace.corpora, claimx.load(), WEIGHTS), indent=2))


@main.command("fit-confidence")
@pass_workspace
def fit_confidence_weights(workspace: Workspace) -> None:
    """Fit the confidence of attributions on the tuning articles, everything else being fitted."""
    import claimx
    from claimx_training.confidence import WEIGHTS, fit_confidence

    click.echo(json.dumps(fit_confidence(workspace.corpora, claimx.load(), WEIGHTS), indent=2))


@main.command()
@click.option(
    "--pipeline",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("src/claimx_en/pipeline"),
    show_default=True,
    help="Folder of the pipeline to measure.",
)
@pass_workspace
def report(workspace: Workspace, pipeline: Path) -> None:
    """Print the figures of the bundled pipeline on the dev halves, as a Markdown table."""
    from claimx_training.report import report_figures

    for line in report_figures(workspace, pipeline):
        click.echo(line)
