"""The evidence bundle: the same bytes for the same record, and nothing in it can be changed unseen."""

import io
import json
import subprocess
import zipfile

import msgspec
import pytest

from broken_zips import WAYS
from secondsource.errors import UsageError
from secondsource.export.bundle import Manifest, bundle
from secondsource.export.chain import START, Entry, chain, digest, faults
from secondsource.export.signing import Signature, fingerprint, public_key_in
from secondsource.export.source import Source
from secondsource.export.verify import verify_bundle


@pytest.fixture(scope="module")
def whole(source) -> dict[str, bytes]:
    """The files of an unsigned bundle."""
    return unzipped(bundle(source))


@pytest.fixture
def keys(tmp_path):
    """A private and a public key file, in PEM."""
    return make_keys(tmp_path / "desk")


def make_keys(path):
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    private, public = path.with_suffix(".pem"), path.with_suffix(".pub.pem")
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    public.write_bytes(
        key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    return private, public


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes], path):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def resealed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with a manifest and a chain that fit them: what a forger without the key can do."""
    files = dict(files)
    lines = files["record.jsonl"].splitlines()
    items = [
        ("capture", json.loads(line)["id"], digest(line))
        for line in files["captures.jsonl"].splitlines()
    ]
    items += [(json.loads(line)["type"], json.loads(line)["id"], digest(line)) for line in lines]
    entries = list(chain(items))
    files["chain.jsonl"] = b"".join(entry.to_json() + b"\n" for entry in entries)
    told = json.loads(files.pop("manifest.json"))
    signature = files.pop("signature.json", None)
    told["files"] = [
        {"path": path, "bytes": len(data), "sha256": digest(data)} for path, data in files.items()
    ]
    told["chain"], told["entries"] = entries[-1].hash, len(entries)
    files["manifest.json"] = json.dumps(told).encode()
    if signature is not None:
        files["signature.json"] = signature
    return files


def problems(files, tmp_path, key=None) -> str:
    return "\n".join(verify_bundle(zipped(files, tmp_path / "changed.zip"), key).problems)


# -- what holds -----------------------------------------------------------------------------------


def test_a_bundle_is_what_it_says(source, tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(bundle(source))
    found = verify_bundle(path)
    assert found.problems == ()
    assert found.signed_by is None
    assert found.articles == found.taken_anew > 10
    assert found.citations > 1000
    assert found.held + found.unchecked == found.citations
    assert found.unchecked < 10  # words of metadata and addresses


def test_it_has_the_same_bytes_each_time(source, story):
    assert bundle(source) == bundle(Source(story))
    with zipfile.ZipFile(io.BytesIO(bundle(source))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_texts_there_are_hashes_and_cited_words_only(source, record, tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(bundle(source, texts=False))
    files = unzipped(path.read_bytes())
    assert not any(name.startswith("captures/") for name in files)
    for row in record.articles:
        for paragraph in row.article.text.split("\n\n") if row.article else ():
            longest = max((len(c) for c in cited_in(files["record.jsonl"])), default=0)
            if len(paragraph) > longest:
                assert json.dumps(paragraph, ensure_ascii=False).strip(
                    '"'
                ).encode() not in b"".join(files.values())
        assert row.article.text.encode() not in files["record.jsonl"]
        assert digest(row.article.text.encode()).encode() in files["record.jsonl"]
    found = verify_bundle(path)
    assert found.problems == ()
    assert found.unchecked > 1000


def cited_in(lines: bytes) -> set[str]:
    found = set()

    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("words"), str):
                found.add(value["words"])
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for line in lines.splitlines():
        walk(json.loads(line))
    return found


# -- signatures -----------------------------------------------------------------------------------


def test_a_signature_names_its_key(source, keys, tmp_path):
    private, public = keys
    path = tmp_path / "x.zip"
    path.write_bytes(bundle(source, key_file=private))
    assert path.read_bytes() == bundle(source, key_file=private)
    found = verify_bundle(path, public)
    assert found.problems == ()
    assert found.signed_by == fingerprint(public_key_in(public))
    other = make_keys(tmp_path / "other")[1]
    assert "not by the key" in "\n".join(verify_bundle(path, other).problems)


def test_keys_of_openssh_are_known(source, tmp_path):
    pytest.importorskip("cryptography")
    key = tmp_path / "key"
    try:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
        listed = subprocess.run(
            ["ssh-keygen", "-l", "-f", f"{key}.pub"], check=True, capture_output=True, text=True
        ).stdout
    except FileNotFoundError:
        pytest.skip("there is no ssh-keygen here")
    path = tmp_path / "x.zip"
    path.write_bytes(bundle(source, key_file=key))
    assert verify_bundle(path, key.with_suffix(".pub")).signed_by in listed


def test_what_is_signed_cannot_be_resealed(source, keys, tmp_path):
    private, public = keys
    files = unzipped(bundle(source, key_file=private))
    files["record.jsonl"] = files["record.jsonl"].replace(b'"single"', b'"corroborated"')
    assert "signature" in problems(resealed(files), tmp_path, public)
    del files["signature.json"]
    assert "nobody signed it" in problems(resealed(files), tmp_path, public)


def test_a_signature_of_another_kind_is_none(source, keys, tmp_path):
    files = unzipped(bundle(source, key_file=keys[0]))
    signature = msgspec.json.decode(files["signature.json"], type=Signature)
    for change in ({"algorithm": "none"}, {"signature": "AAAA"}, {"public_key": "!"}):
        changed = msgspec.structs.replace(signature, **change)
        assert "signature" in problems({**files, "signature.json": changed.to_json()}, tmp_path)


@pytest.mark.parametrize("content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_a_file_that_is_no_key_says_how_to_make_one(content, source, tmp_path):
    pytest.importorskip("cryptography")
    (tmp_path / "key").write_bytes(content)
    with pytest.raises(UsageError, match="ssh-keygen"):
        bundle(source, key_file=tmp_path / "key")


# -- what was changed -----------------------------------------------------------------------------


def test_a_changed_byte_is_seen_in_every_file(whole, tmp_path):
    for name in whole:
        if name == "manifest.json":
            continue
        changed = bytearray(whole[name])
        changed[len(changed) // 2] ^= 1
        assert name in problems({**whole, name: bytes(changed)}, tmp_path)


def test_a_file_that_is_missing_or_too_much_is_seen(whole, tmp_path):
    for name in whole:
        if name != "manifest.json":
            left = {path: data for path, data in whole.items() if path != name}
            assert f"{name} is missing" in problems(left, tmp_path)
    assert "not in the manifest" in problems({**whole, "captures/extra": b"x"}, tmp_path)


def test_moved_words_are_seen_even_when_all_is_sealed_anew(whole, tmp_path):
    lines = [json.loads(line) for line in whole["record.jsonl"].splitlines()]
    claim = next(line for line in lines if line["type"] == "claim")
    claim["reports"][0]["start"] += 1
    assert "does not stand at" in problems(resealed(with_lines(whole, lines)), tmp_path)


def test_invented_words_are_seen_even_when_all_is_sealed_anew(whole, tmp_path):
    lines = [json.loads(line) for line in whole["record.jsonl"].splitlines()]
    event = next(line for line in lines if line["type"] == "event")
    event["mentions"][0]["sentence"]["words"] = "Nobody ever wrote this."
    assert "Nobody ever wrote" in problems(resealed(with_lines(whole, lines)), tmp_path)


def test_a_text_that_is_not_the_captures_is_seen(whole, tmp_path):
    lines = [json.loads(line) for line in whole["record.jsonl"].splitlines()]
    article = next(line for line in lines if line["type"] == "article" and "text" in line)
    article["text"] += " And more."
    assert "is not what its capture holds" in problems(resealed(with_lines(whole, lines)), tmp_path)


def by_other_rules(files):
    """The files as a version with other rules of cleaning would have made them."""
    told = json.loads(files["manifest.json"])
    told["cleaning"] = "other rules"
    return {**files, "manifest.json": json.dumps(told).encode()}


def test_what_other_rules_cleaned_must_still_stand_in_the_capture(whole, tmp_path):
    lines = [json.loads(line) for line in whole["record.jsonl"].splitlines()]
    for line in lines:
        if line["type"] == "article" and "text" in line:
            line["removed"].append({"kind": "contact", "words": "x", "start": 0, "end": 1})
    files = by_other_rules(resealed(with_lines(whole, lines)))
    found = verify_bundle(zipped(files, tmp_path / "older.zip"))
    assert found.problems == ()
    assert found.other_rules == found.articles
    article = next(line for line in lines if line["type"] == "article" and "text" in line)
    article["text"] += " And more."
    files = by_other_rules(resealed(with_lines(whole, lines)))
    assert "is not what its capture holds" in problems(files, tmp_path)
    article["origins"][-1]["end"] += len(" And more.")
    files = by_other_rules(resealed(with_lines(whole, lines)))
    assert "is not what its capture holds" in problems(files, tmp_path)


def test_an_article_that_nobody_captured_is_seen(whole, tmp_path):
    lines = [json.loads(line) for line in whole["record.jsonl"].splitlines()]
    article = next(line for line in lines if line["type"] == "article" and "text" in line)
    article["capture"] = "0" * 64
    assert "not in the bundle" in problems(resealed(with_lines(whole, lines)), tmp_path)


def with_lines(files, lines):
    return {
        **files,
        "record.jsonl": b"".join(json.dumps(line).encode() + b"\n" for line in lines),
    }


def test_a_chain_sees_what_is_taken_out_put_in_or_moved():
    entries = list(chain([("claim", str(n), digest(str(n).encode())) for n in range(6)]))
    assert entries[0].previous == START
    assert list(faults(entries)) == []
    assert list(faults(entries[:2] + entries[3:]))
    assert list(faults([entries[1], entries[0], *entries[2:]]))
    changed = msgspec.structs.replace(entries[3], sha256=digest(b"x"))
    assert list(faults([*entries[:3], changed, *entries[4:]]))
    assert isinstance(entries[0], Entry)


NO_BUNDLES = [
    ("not a zip", b"hello"),
    ("an empty file", b""),
]


@pytest.mark.parametrize(("why", "data"), NO_BUNDLES)
def test_what_is_no_bundle_is_said_to_be_none(why, data, tmp_path):
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(UsageError, match="bundle"):
        verify_bundle(tmp_path / "x.zip")


def told(path) -> str:
    """What is said of a file that may be no bundle at all."""
    try:
        return "\n".join(verify_bundle(path).problems)
    except UsageError as error:
        return f"bundle: {error}"


@pytest.mark.parametrize("spoilt", WAYS)
@pytest.mark.parametrize("first", ["manifest.json", "chain.jsonl", "record.jsonl"])
def test_a_broken_zip_is_no_bundle_or_a_problem(spoilt, first, whole, tmp_path):
    path = zipped({first: whole[first], **whole}, tmp_path / "x.zip")
    path.write_bytes(spoilt(path.read_bytes()))
    assert "bundle" in told(path) or first in told(path)


def test_a_zip_of_something_else_is_no_bundle(whole, tmp_path):
    with pytest.raises(UsageError, match="no manifest"):
        verify_bundle(zipped({"a.txt": b"a"}, tmp_path / "x.zip"))
    told = msgspec.json.decode(whole["manifest.json"], type=Manifest)
    newer = msgspec.structs.replace(told, version=99)
    with pytest.raises(UsageError, match="version 99"):
        verify_bundle(zipped({**whole, "manifest.json": newer.to_json()}, tmp_path / "x.zip"))
    with pytest.raises(UsageError, match="does not exist"):
        verify_bundle(tmp_path / "nowhere.zip")


@pytest.mark.parametrize(
    "line", [b"[]", b"{}", b'"x"', b'{"type":"claim"}', b"\xff", b"[" * 100_000], ids=range(6)
)
def test_a_record_of_nonsense_is_a_problem_and_no_crash(line, whole, tmp_path):
    files = {**whole, "record.jsonl": whole["record.jsonl"] + line + b"\n"}
    told = json.loads(files["manifest.json"])
    for file in told["files"]:
        data = files[file["path"]]
        file["bytes"], file["sha256"] = len(data), digest(data)
    files["manifest.json"] = json.dumps(told).encode()
    assert problems(files, tmp_path)
