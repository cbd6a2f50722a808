"""The commands ``python -m claimx_training STAGE``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from claimx_training.workspace import HEADS, PARTS, Workspace

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
    """Fit the bundled English pipeline: prepare, the fits, bundle, report."""
    context.obj = Workspace(corpora, work)


@main.command()
@click.argument("parts", type=click.Choice(PARTS), nargs=-1)
@pass_workspace
def prepare(workspace: Workspace, parts: tuple[str, ...]) -> None:
    """Turn the corpora into training documents, of PARTS or of all, and count them."""
    from claimx_training.prepare import prepare_corpora

    if not workspace.corpora.is_dir():
        raise click.ClickException(f"no folder of corpora at {workspace.corpora}")
    try:
        counts = prepare_corpora(workspace, parts or PARTS)
    except FileNotFoundError as error:
        raise click.ClickException(
            f"a corpus is missing: {error.filename} does not exist (see the data in MODEL_CARD.md)"
        ) from error
    click.echo(json.dumps(counts, indent=2))


@main.command("fit-encoder")
@click.option("--steps", type=click.IntRange(min=1), default=1500, show_default=True)
@click.option("--device", default="", help="cpu or cuda; the GPU where there is one by default.")
@click.option("--threads", type=click.IntRange(min=1), help="Threads on a CPU; all by default.")
@click.option(
    "--start",
    type=click.Path(exists=True, path_type=Path),
    help="Folder of a pipeline, or checkpoint of a fit, whose weights to begin with; "
    "the pre-trained ones by default.",
)
@pass_workspace
def fit_encoder(
    workspace: Workspace, steps: int, device: str, threads: int | None, start: Path | None
) -> None:
    """Fit the encoder with all tasks, from the last checkpoint where there is one."""
    import torch

    from claimx_training.encoder.fit import Fit

    if threads is not None:
        torch.set_num_threads(threads)
    chosen = device or ("cuda" if torch.cuda.is_available() else "cpu")
    try:
        fit = Fit(workspace, steps, chosen, start)
    except FileNotFoundError as error:
        raise click.ClickException(f"{error}: run the stage prepare first") from error
    fit.resume()
    fit.run()
    click.echo(str(workspace.checkpoint))


@main.command("average-encoder")
@click.argument(
    "checkpoints",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    nargs=-1,
    required=True,
)
@pass_workspace
def average_encoder(workspace: Workspace, checkpoints: tuple[Path, ...]) -> None:
    """Put the mean of CHECKPOINTS of one fit in the place of its last."""
    from claimx_training.encoder.average import average_checkpoints

    try:
        average_checkpoints(checkpoints, workspace.checkpoint)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    click.echo(str(workspace.checkpoint))


@main.command("fit-heads")
@click.argument("names", type=click.Choice(HEADS), nargs=-1)
@pass_workspace
def fit_fixed_heads(workspace: Workspace, names: tuple[str, ...]) -> None:
    """Fit the heads NAMES, or all, on the vectors of the quantised encoder."""
    from claimx_training.heads import fit_heads

    _check_encoder(workspace)
    fit_heads(workspace, names or HEADS, click.echo)


def _check_encoder(workspace: Workspace) -> None:
    if not workspace.checkpoint.exists():
        raise click.ClickException(
            f"{workspace.checkpoint} is missing: run the stage fit-encoder first"
        )


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

    _check_encoder(workspace)
    try:
        bundle_pipeline(workspace, target)
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{target}: {measure_folder(target) / 1e6:.1f} MB")


@main.command("fit-confidence")
@pass_workspace
def fit_confidence_weights(workspace: Workspace) -> None:
    """Fit the confidence of attributions on the tuning articles, everything else being fitted."""
    import claimx
    from claimx_training.confidence import WEIGHTS, fit_confidence

    click.echo(json.dumps(fit_confidence(workspace.corpora, claimx.load(), WEIGHTS), indent=2))


@main.command("list-thresholds")
@click.option("--cue-bias", type=float, help="Instead of that of the pipeline.")
@pass_workspace
def list_confidence_thresholds(workspace: Workspace, cue_bias: float | None) -> None:
    """Print what each least confidence gives on the tuning articles, by cross-validation."""
    import claimx
    from claimx_training.confidence import list_thresholds

    nlp = claimx.load()
    if cue_bias is not None:
        roles: Any = nlp.get_pipe("attribution_roles")
        roles.cue_bias = cue_bias
    for line in list_thresholds(workspace.corpora, nlp):
        click.echo(line)


@main.command("fit-coreference")
@pass_workspace
def fit_coreference_weights(workspace: Workspace) -> None:
    """Fit the scorer of coreference on labelled mentions, everything else being fitted."""
    import claimx
    from claimx_training.coreference import WEIGHTS, fit_coreference

    click.echo(json.dumps(fit_coreference(workspace.corpora, claimx.load(), WEIGHTS), indent=2))


@main.command("fit-affiliations")
@pass_workspace
def fit_affiliation_weights(workspace: Workspace) -> None:
    """Fit what ties a person to an organization or country, everything else being fitted."""
    import claimx
    from claimx_training.affiliations import WEIGHTS, fit_affiliations

    click.echo(json.dumps(fit_affiliations(workspace.corpora, claimx.load(), WEIGHTS), indent=2))


@main.command("join-labels")
@click.option("--tune", is_flag=True, help="Only the articles set aside for tuning, every tenth.")
@pass_workspace
def join_news_labels(workspace: Workspace, tune: bool) -> None:
    """Print the labelled news with its texts, as gold that ``claimx evaluate`` reads."""
    from claimx_training.news_labels import list_gold

    for line in list_gold(workspace.corpora, tune=tune):
        click.echo(line)


@main.command("list-nouns")
@click.argument("wordnet", type=click.Path(exists=True, file_okay=False, path_type=Path))
def list_wordnet_nouns(wordnet: Path) -> None:
    """List nouns for persons and bodies out of WORDNET, the folder of its database files."""
    from claimx_training.wordnet import TARGET, write_nouns

    try:
        click.echo(f"{TARGET}: {write_nouns(wordnet)} nouns")
    except OSError as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.option(
    "--pipeline",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("src/claimx_en/pipeline"),
    show_default=True,
    help="Folder of the pipeline to measure.",
)
@click.option("--float", "as_float", is_flag=True, help="With the encoder before quantising.")
@pass_workspace
def report(workspace: Workspace, pipeline: Path, as_float: bool) -> None:
    """Print the figures of the bundled pipeline on the dev halves, as a Markdown table."""
    from claimx_training.report import report_figures

    encoder = None
    if as_float:
        from claimx_training.encoder.export import FittedModel, export_encoder

        encoder = export_encoder(FittedModel.read(workspace.checkpoint), quantised=False)
    for line in report_figures(workspace, pipeline, encoder):
        click.echo(line)
