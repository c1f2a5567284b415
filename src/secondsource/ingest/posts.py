"""Posts as Telegram and X export them: where an export keeps its posts, and who wrote them."""

import re
from typing import Any

_X_ARCHIVE = re.compile(rb"^\s*window\.YTD\.\w+\.part\d+\s*=\s*(?=\[)")

X_POSTS = re.compile(r"tweets?(?:-part\d+)?\.js")
"""The files of an X archive that hold posts; its other scripts do not."""


def without_script(data: bytes) -> bytes | None:
    """The JSON of a file of an X archive (`tweets.js`: a script that assigns it); None for other
    scripts."""
    match = _X_ARCHIVE.match(data)
    return data[match.end() :].rstrip().rstrip(b";") if match else None


def opened(record: dict[str, Any]) -> dict[str, Any]:
    """A record of an X archive without its envelope; any other record as it is."""
    tweet = record.get("tweet")
    return tweet if isinstance(tweet, dict) else record


def posts(document: Any) -> list[dict[str, Any]] | None:
    """The posts of an export as records with their channel or author; None when it is no export.

    Telegram: one chat, or all chats of an account. Its service messages (a pinned message, a changed
    name) are no posts. X: an answer of its interface (version 2), which names authors apart.
    """
    if not isinstance(document, dict):
        return None
    chats = document.get("chats")
    if isinstance(chats, dict) and isinstance(chats.get("list"), list):
        held = [chat for chat in chats["list"] if isinstance(chat, dict)]
        return [post for chat in held for post in _of_chat(chat, apart=True)]
    if isinstance(document.get("messages"), list):
        return _of_chat(document, apart=False)
    included = document.get("includes")
    if isinstance(document.get("data"), list) and isinstance(included, dict):
        return _with_authors(document["data"], included.get("users"))
    return None


def _of_chat(chat: dict[str, Any], apart: bool) -> list[dict[str, Any]]:
    """The posts of one chat; `apart` says that other chats, with the same numbers, stand beside it."""
    messages = chat.get("messages")
    found = []
    for message in messages if isinstance(messages, list) else []:
        if not isinstance(message, dict) or message.get("type") == "service":
            continue
        post = dict(message)
        if chat.get("name"):
            post.setdefault("channel", chat["name"])
        if apart and "id" in post:
            post["id"] = f"{chat.get('id', chat.get('name', ''))}/{post['id']}"
        found.append(post)
    return found


def _with_authors(data: list[Any], users: Any) -> list[dict[str, Any]]:
    names = {
        str(user.get("id")): user
        for user in (users if isinstance(users, list) else [])
        if isinstance(user, dict)
    }
    found = []
    for one in data:
        if not isinstance(one, dict):
            continue
        post, user = dict(one), names.get(str(one.get("author_id")), {})
        if user.get("name"):
            post.setdefault("author", user["name"])
        if user.get("username") and "id" in post:
            post.setdefault("url", f"https://x.com/{user['username']}/status/{post['id']}")
        found.append(post)
    return found
