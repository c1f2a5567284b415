"""What each step of reading costs beside the language pipeline, in the same run.

`python bench/steps.py` reads the example story's reports, those of `../shared/seeds` and some of the oil spill of
`../shared/data/timeline17.tar.xz` (where they are there) several times: the pipeline alone, then every step on its parse,
each in processor seconds of this process, while Python looks for no cycles of garbage, as when a build reads (it would
count whatever step a look falls into). Of each the fastest run is taken, so that the shares are those of a machine
at rest. They are printed and written to `bench/results/steps.json` with the machine and the commit.
"""

import gc
import json
import os
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # spinning threads would count as work

from scale import DATA, commit, machine, reports

from secondsource.article import clean_text
from secondsource.build.reading import READ_TOGETHER
from secondsource.engine.local import batches
from secondsource.engine.memory import uncollected
from secondsource.model.article import Article
from secondsource.reading.draft import Draft, lay_out
from secondsource.reading.reader import STEPS, Reader

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "bench/results/steps.json"
OF_OIL_SPILL = 26
RUNS = 5
NAMES = {"mentions": "names"}
"""Names and references fill one field of the draft."""


def texts() -> dict[str, list[str]]:
    """The texts of each set that is there."""
    folders = {
        "example story": ROOT / "examples/pemba-channel/reports",
        "seeds": ROOT.parent / "shared/seeds",
    }
    found = {
        name: [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
        for name, folder in folders.items()
    }
    if DATA.is_file():
        found["oil spill"] = [row["text"] for row in reports(OF_OIL_SPILL)]
    return {name: held for name, held in found.items() if held}


def one_run(reader: Reader, articles: list[Article]) -> dict[str, float]:
    """Processor seconds of the pipeline and of each step over all articles, some at a time, as a build reads them."""
    spent: defaultdict[str, float] = defaultdict(float)
    for together in batches(articles, READ_TOGETHER):
        drafts = []
        for article in together:
            text, parts = lay_out(article)
            started = time.process_time()
            doc = reader.pipeline(text)
            spent["pipeline"] += time.process_time() - started
            drafts.append(Draft(article, doc, parts, lexicon=reader.lexicon))
        for field, step in STEPS:
            started = time.process_time()
            found = [step(draft) for draft in drafts]
            spent[NAMES.get(field, field)] += time.process_time() - started
            drafts = [
                replace(draft, **{field: one}) for draft, one in zip(drafts, found, strict=True)
            ]
    return spent


def shares(reader: Reader, articles: list[Article]) -> dict[str, Any]:
    """The share of each step in the pipeline's time, the fastest of all runs of both."""
    runs = []
    for _ in range(RUNS + 1):
        with uncollected():
            runs.append(one_run(reader, articles))
        gc.collect()
    del runs[0]
    fastest = {name: min(run[name] for run in runs) for name in runs[0]}
    alone = fastest.pop("pipeline")
    return {
        "articles": len(articles),
        "pipeline_cpu_seconds": round(alone, 2),
        **{name: round(seconds / alone, 3) for name, seconds in fastest.items()},
        "all": round(sum(fastest.values()) / alone, 3),
    }


def main() -> None:
    """Prints and keeps the shares of each set."""
    reader = Reader()
    found = {
        name: shares(reader, [clean_text(text) for text in held]) for name, held in texts().items()
    }
    kept = {"machine": machine(), "commit": commit(), "sets": found}
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
