"""What is built from: the audit of pinned packages, and their bill of materials."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ANSWERS = [
    ("echo '{}' > $8; exit 0", 0, "", "nothing is known"),
    ("echo '{}' > $8; echo 'Found 1 known vulnerability' >&2; exit 1", 1, "Found 1", "a fault is known"),
    ("echo 'ConnectionError' >&2; exit 1", 0, "cannot be reached", "the database does not answer"),
]  # fmt: skip


@pytest.mark.parametrize(("does", "code", "said", "why"), ANSWERS, ids=[row[3] for row in ANSWERS])
def test_an_audit_fails_only_by_a_known_fault(
    tmp_path: Path, does: str, code: int, said: str, why: str
) -> None:
    audit = tmp_path / "pip-audit"
    audit.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    audit.chmod(0o755)
    done = subprocess.run(
        ["sh", str(ROOT / "tests/audit.sh"), str(audit)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, said in done.stdout) == (code, True), why


@pytest.mark.slow
def test_the_bill_of_materials_names_every_pin_with_its_hashes(tmp_path: Path) -> None:
    pytest.importorskip("cyclonedx_py", reason="cyclonedx-bom is not installed; run: make slow-env")
    for name in ("requirements.lock", "requirements-models.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\nsbom:")[2].partition("\n\n")[0]
    commands = "\n".join(recipe.split("\n")[1:]).replace("$(BIN)", str(Path(sys.executable).parent))
    subprocess.run(["sh", "-ec", commands], cwd=tmp_path, check=True, capture_output=True)
    bill = json.loads((tmp_path / "build/sbom.cdx.json").read_bytes())
    assert bill["bomFormat"] == "CycloneDX"
    named = {(one["name"], one["version"]) for one in bill["components"]}
    pinned = {
        found
        for name in ("requirements.lock", "requirements-models.lock")
        for found in re.findall(r"(?m)^([\w.-]+)==(\S+)", (tmp_path / name).read_text("utf-8"))
    }
    assert named == pinned
    assert all(one["externalReferences"][0]["hashes"] for one in bill["components"])
