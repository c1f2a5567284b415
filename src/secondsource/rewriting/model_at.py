"""A language model behind an address that speaks the chat form of OpenAI (llama.cpp, vLLM, Ollama, ...)."""

from typing import Any

from ..errors import UsageError

INSTRUCTION = (
    "Shorten the sentence that the user gives. Use only words of the sentence, in their order. Keep every"
    " negation, every 'may', 'would', 'if', 'about', 'more than' and the like, and who says so. Answer with"
    " the sentence alone."
)
LONGEST_ANSWER = 600
"""Tokens; a shortened sentence has fewer."""


class ModelAt:
    """Asks one model at one address. Nothing is sent anywhere else."""

    def __init__(
        self, address: str, model: str, key: str | None = None, seconds: float = 60
    ) -> None:
        """`address` is the base of the service ("http://127.0.0.1:8080/v1"), `key` its key if it
        wants one, `seconds` the longest wait for an answer. Raises UsageError when httpx is missing."""
        try:
            import httpx
        except ImportError as error:
            raise UsageError(
                "asking a model needs httpx; install it with: pip install 'secondsource[formats]'"
            ) from error
        self._http: Any = httpx
        self._address = address.rstrip("/") + "/chat/completions"
        self._model = model
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._seconds = seconds

    def __call__(self, sentence: str) -> str:
        """The model's answer to one sentence. Raises UsageError when the address does not answer as
        such a service does."""
        try:
            answer = self._http.post(
                self._address,
                headers=self._headers,
                timeout=self._seconds,
                json={
                    "model": self._model,
                    "temperature": 0,
                    "max_tokens": LONGEST_ANSWER,
                    "messages": [
                        {"role": "system", "content": INSTRUCTION},
                        {"role": "user", "content": sentence},
                    ],
                },
            )
            answer.raise_for_status()
            return str(answer.json()["choices"][0]["message"]["content"])
        except (self._http.HTTPError, ValueError, KeyError, IndexError, TypeError) as error:
            raise UsageError(
                f"no model answers at {self._address} ({type(error).__name__}: {error}); it must speak the"
                " chat form of OpenAI; leave out --rewrite-with for the words of the reports"
            ) from error
