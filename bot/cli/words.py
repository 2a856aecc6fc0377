"""The commands and their options; each does its work in a file of its own."""

from pathlib import Path
from typing import Annotated

import typer

from bot.intake.files.facts import NumberStyle

app = typer.Typer(
    help="The Slack bot that makes a marketing-sales agreement work day to day.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

AgreementName = Annotated[
    str | None, typer.Option("--agreement", help="Name of the agreement, if there are several.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")]


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the local workspace's page.")] = 8765,
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    speed: Annotated[float, typer.Option(min=1, help="How fast the clock runs by itself.")] = 1.0,
) -> None:
    """Try everything in a local Slack workspace, without an account."""
    from bot.cli.demo import serve  # noqa: PLC0415  the workspace is loaded only where it is used

    serve(port, browser=browser, speed=speed)


@app.command()
def run() -> None:
    """Serve a Slack workspace, with the tokens in .env."""
    from bot.cli.running import serve  # noqa: PLC0415  Slack is loaded only where it is used

    serve()


@app.command()
def migrate() -> None:
    """Bring the database to this version of the program."""
    from bot.cli.database import migrate_database  # noqa: PLC0415  quick start of the others

    migrate_database()


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="CSV, TSV or XLSX with leads.")],
    agreement: AgreementName = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show, change nothing.")] = False,
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="column=field, where a header is not known.")
    ] = None,
    day_first: Annotated[
        bool | None,
        typer.Option("--day-first/--month-first", help="How dates such as 01/02/2026 are meant."),
    ] = None,
    number_style: Annotated[
        NumberStyle | None, typer.Option(help="The decimal mark of amounts.")
    ] = None,
    preset: Annotated[
        str | None, typer.Option(help="Layout of the file, where its headers are not enough.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Store the leads of a file; the same file twice changes nothing."""
    from bot.cli.importing import import_leads_file  # noqa: PLC0415  quick start of the others

    import_leads_file(
        file,
        agreement,
        dry_run=dry_run,
        mapping=mapping or [],
        day_first=day_first,
        number_style=number_style,
        preset=preset,
        as_json=as_json,
    )


@app.command()
def leads(agreement: AgreementName = None, *, as_json: AsJson = False) -> None:
    """List the open leads."""
    from bot.cli.showing import show_leads  # noqa: PLC0415  quick start of the others

    show_leads(agreement, as_json=as_json)


@app.command()
def status(agreement: AgreementName = None, *, as_json: AsJson = False) -> None:
    """Show an agreement's totals now."""
    from bot.cli.showing import show_status  # noqa: PLC0415  quick start of the others

    show_status(agreement, as_json=as_json)


@app.command()
def setup(file: Annotated[Path, typer.Argument(help="The agreement as TOML.")]) -> None:
    """Set up an agreement from a file."""
    from bot.cli.setting_up import set_up_from_file  # noqa: PLC0415  quick start of the others

    set_up_from_file(file)


@app.command()
def replay(
    folder: Annotated[Path, typer.Argument(help="Folder with the Olist marketing funnel.")],
    *,
    until: Annotated[str | None, typer.Option(help="Stop at this date (YYYY-MM-DD).")] = None,
    seed: Annotated[int, typer.Option(help="Seed of the simulated follow-ups.")] = 1,
    journal: Annotated[Path | None, typer.Option(help="Write what happened as JSON lines.")] = None,
) -> None:
    """Run real MQLs through the whole bot; follow-ups are simulated from a seed."""
    from bot.cli.replay import replay_folder  # noqa: PLC0415  quick start of the others

    replay_folder(folder, until=until, seed=seed, journal=journal)


@app.command()
def preview(
    language: Annotated[str | None, typer.Option(help="en or es; both when left out.")] = None,
) -> None:
    """Print an example of every message as Block Kit JSON."""
    from bot.cli.showing import show_previews  # noqa: PLC0415  quick start of the others

    show_previews(language)


@app.command()
def manifest() -> None:
    """Print the Slack app's manifest."""
    from bot.cli.showing import show_manifest  # noqa: PLC0415  quick start of the others

    show_manifest()
