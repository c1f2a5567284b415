"""The command that checks an evidence bundle."""

from pathlib import Path

import click

from ..export.verify import Verification, verify_bundle
from .command import EXIT_UNSUPPORTED, JSON, print_json


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    help="Public Ed25519 key (OpenSSH's .pub, or PEM) that must have signed it.",
)
@JSON
@click.pass_context
def verify(context: click.Context, bundle: Path, key: Path | None, as_json: bool) -> None:
    """Check an evidence BUNDLE (made by: export --format bundle) from nothing but itself.

    Computes anew every hash, the chain and the signature, takes the articles' texts anew from their
    captures, and looks up the words of every citation. Exit code 3 if anything is not as it says.
    """
    found = verify_bundle(bundle, key)
    if as_json:
        print_json(found)
    else:
        for line in _lines(found):
            click.echo(line)
    if found.problems:
        context.exit(EXIT_UNSUPPORTED)


def _lines(found: Verification) -> list[str]:
    """What was checked, in words."""
    lines = [
        f"{found.story}, as of {found.as_of or 'an unknown day'}",
        f"signed by {found.signed_by}" if found.signed_by else "not signed",
        f"files: {found.files}; entries of the chain: {found.entries}",
    ]
    if found.texts:
        lines.append(f"articles: {found.taken_anew} of {found.articles} taken anew from captures")
    if found.other_rules:
        lines.append(
            f"{found.other_rules} come out otherwise by the rules of this version; all their words"
            " stand in their captures"
        )
    lines.append(f"citations: {found.held} of {found.citations} hold their words")
    if found.unchecked:
        lines.append(f"{found.unchecked} cannot be looked up: no text in the bundle")
    lines += [f"PROBLEM: {problem}" for problem in found.problems]
    lines.append("not what it says" if found.problems else "all that can be checked holds")
    return lines
