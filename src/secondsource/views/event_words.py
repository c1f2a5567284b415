"""What the PLOVER types and the statuses are called for people."""

EVENT_WORDS: dict[str, str] = {
    "agree": "agreement",
    "consult": "meeting or talks",
    "support": "support",
    "concede": "concession",
    "cooperate": "cooperation",
    "aid": "aid or delivery",
    "retreat": "withdrawal or release",
    "request": "request or demand",
    "accuse": "accusation",
    "reject": "refusal or denial",
    "threaten": "threat",
    "protest": "protest",
    "sanction": "sanction",
    "mobilize": "movement of forces",
    "coerce": "arrest, seizure or ban",
    "assault": "attack",
}


def status_words(status: str, kind: str | None = None) -> str:
    """A status for people: that something was said is "said", that a number is so is "stated"."""
    if status == "happened" and kind == "utterance":
        return "said"
    if status == "happened" and kind == "figure":
        return "stated"
    if status == "negated":
        return "said not to be so"
    return status
