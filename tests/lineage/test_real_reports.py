"""Variants of real reports are found, and real reports of other newsrooms are not taken for copies.

Needs ../shared/data/timeline17.tar.xz (nothing of it is kept); run with `-m slow -s` to see the figures.
"""

import random
import tarfile
from collections import Counter
from pathlib import Path

import pytest
from invented import article
from variants import COPIES, REWRITES, variant

from secondsource.lineage import trace

ARCHIVE = Path("../shared/data/timeline17.tar.xz")


def oil_spill(count: int) -> dict[str, tuple[str, str, str]]:
    """Outlet, day and text of `count` reports on the oil spill, by their path."""
    reports = {}
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            parts = Path(member.name).parts
            folder = next((part for part in parts if part.startswith("bpoil_")), None)
            if folder is None or "InputDocs" not in parts or not member.isfile():
                continue
            file = archive.extractfile(member)
            if file is not None:
                text = file.read().decode("utf-8", "replace")
                reports[member.name] = (folder.removeprefix("bpoil_"), parts[-2][:10], text)
    names = sorted(name for name in reports if len(reports[name][2]) > 600)
    return {name: reports[name] for name in sorted(random.Random(17).sample(names, count))}


@pytest.mark.slow
@pytest.mark.skipif(not ARCHIVE.exists(), reason=f"{ARCHIVE} is not here")
def test_variants_are_found_and_other_newsrooms_are_not_linked() -> None:
    reports = oil_spill(400)
    made: dict[str, tuple[str, str]] = {}
    articles = [article(name, text, day) for name, (_, day, text) in reports.items()]
    kinds = (*COPIES, *REWRITES)
    for number, name in enumerate(sorted(reports)[::2]):
        kind = kinds[number % len(kinds)]
        made[f"variant {number}"] = (name, kind)
        articles.append(article(f"variant {number}", variant(reports[name][2], kind, number).text))
    lineage = trace(articles)
    tied = {frozenset((passage.from_, passage.to)) for passage in lineage.passages}
    turned = {passage.to for passage in lineage.passages if passage.to in made}
    found, all_of = Counter(), Counter()
    for copy, (name, kind) in made.items():
        group = "copies" if kind in COPIES else "rewrites"
        all_of[group] += 1
        found[group] += frozenset((copy, name)) in tied
    linked = compared = 0
    names = sorted(reports)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            if reports[one][0] != reports[other][0]:
                compared += 1
                linked += frozenset((one, other)) in tied
    print(f"found {dict(found)} of {dict(all_of)}, taken for the copy {len(turned)} of {len(made)}")
    print(f"pairs of other newsrooms linked {linked} of {compared}")
    assert found["copies"] >= 0.99 * all_of["copies"]
    assert found["rewrites"] >= 0.9 * all_of["rewrites"]
    assert linked < 0.01 * compared
