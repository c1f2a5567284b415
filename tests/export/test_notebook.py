"""The notebook in docs runs: its code cells, in their order, on the built story."""

import json
from pathlib import Path

import secondsource

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"


def test_every_code_cell_runs(folder, monkeypatch, capsys):
    opened = secondsource.Story.open
    monkeypatch.setattr(secondsource.Story, "open", lambda _: opened(folder))
    names: dict[str, object] = {}
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    for cell in cells:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [], "outputs are not kept"
            exec("".join(cell["source"]), names)
    assert "corroborated" in set(names["claims"]["label"])
    assert capsys.readouterr().out
