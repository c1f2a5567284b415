"""What the PLOVER types are called for people."""

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
