"""Ed25519 signatures with a key that the user names, as OpenSSH or OpenSSL make them.

::

    ssh-keygen -t ed25519 -N "" -f desk.key       # desk.key and desk.key.pub
    openssl genpkey -algorithm ed25519 -out desk.pem
"""

import base64
import hashlib
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..extras import needed
from ..model.value import Value

ALGORITHM = "ed25519"


class Signature(Value, frozen=True):
    """A signature over the bytes of a manifest. `public_key` (32 bytes) and `signature` are base64."""

    algorithm: str
    public_key: str
    signature: str


def sign(data: bytes, key_file: Path) -> Signature:
    """The signature of `data` by the private key in `key_file` (OpenSSH or PEM, without a passphrase).

    Raises UsageError when the file holds no such key, and without the extra `signing`.
    """
    key = _private_key(key_file)
    public = key.public_key().public_bytes_raw()
    return Signature(
        algorithm=ALGORITHM,
        public_key=base64.b64encode(public).decode(),
        signature=base64.b64encode(key.sign(data)).decode(),
    )


def is_signed(data: bytes, signature: Signature) -> bool:
    """Whether the signature is that of `data` by the key that it names."""
    ed25519 = _library()
    if signature.algorithm != ALGORITHM:
        return False
    try:
        key = ed25519.Ed25519PublicKey.from_public_bytes(_decoded(signature.public_key))
        key.verify(_decoded(signature.signature), data)
    except (
        ValueError,
        needed("cryptography.exceptions", "signing", "a signature").InvalidSignature,
    ):
        return False
    return True


def fingerprint(public_key: str) -> str:
    """What `ssh-keygen -l` prints for the key (SHA-256 of its wire form, RFC 4253 and RFC 8709)."""
    name = b"ssh-ed25519"
    raw = _decoded(public_key)
    wire = len(name).to_bytes(4, "big") + name + len(raw).to_bytes(4, "big") + raw
    return "SHA256:" + base64.b64encode(hashlib.sha256(wire).digest()).decode().rstrip("=")


def public_key_in(file: Path) -> str:
    """The public key in a file (OpenSSH's `.pub`, or PEM), as base64 of its 32 bytes. Raises UsageError
    when there is none."""
    serialization = needed("cryptography.hazmat.primitives.serialization", "signing", "a key")
    data = _bytes_in(file)
    for load in (serialization.load_ssh_public_key, serialization.load_pem_public_key):
        try:
            key = load(data)
        except (ValueError, _unsupported()):
            continue
        if isinstance(key, _library().Ed25519PublicKey):
            return base64.b64encode(key.public_bytes_raw()).decode()
    raise UsageError(f"{file} holds no Ed25519 public key (OpenSSH's .pub, or PEM)")


def _private_key(file: Path) -> Any:
    serialization = needed("cryptography.hazmat.primitives.serialization", "signing", "a signature")
    data = _bytes_in(file)
    for load in (serialization.load_ssh_private_key, serialization.load_pem_private_key):
        try:
            key = load(data, password=None)
        except TypeError as error:
            raise UsageError(f"{file} has a passphrase; give a key without one") from error
        except (ValueError, _unsupported()):
            continue
        if isinstance(key, _library().Ed25519PrivateKey):
            return key
    raise UsageError(
        f"{file} holds no Ed25519 private key; make one with: ssh-keygen -t ed25519 -N '' -f {file}"
    )


def _library() -> Any:
    return needed("cryptography.hazmat.primitives.asymmetric.ed25519", "signing", "a signature")


def _unsupported() -> type[Exception]:
    kind: type[Exception] = needed(
        "cryptography.exceptions", "signing", "a signature"
    ).UnsupportedAlgorithm
    return kind


def _bytes_in(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror})") from error


def _decoded(words: str) -> bytes:
    return base64.b64decode(words, validate=True)
