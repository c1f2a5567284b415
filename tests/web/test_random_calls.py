"""The API called at random, as its description allows and as it does not."""

import pytest

pytestmark = pytest.mark.slow
schemathesis = pytest.importorskip("schemathesis")

from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402

from secondsource.store.story import open_story  # noqa: E402
from secondsource.web.api import ENDPOINTS  # noqa: E402
from secondsource.web.app import make_app  # noqa: E402
from secondsource.web.settings import Settings  # noqa: E402


@pytest.fixture(scope="module")
def described(pemba_story):
    app = make_app(open_story(pemba_story), Settings(hosts=("testserver",)))

    async def always_up(scope, receive, send):
        """The application, which the caller would else start and stop with every call."""
        if scope["type"] != "lifespan":
            await app(scope, receive, send)
            return
        while True:
            asked = (await receive())["type"]
            await send({"type": f"{asked}.complete"})
            if asked == "lifespan.shutdown":
                return

    return schemathesis.openapi.from_asgi("/api/openapi.json", always_up)


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.path)
@pytest.mark.parametrize("mode", ["POSITIVE", "NEGATIVE"])
def test_every_answer_is_as_described(described, endpoint, mode):
    operation = described[endpoint.path]["POST" if endpoint.takes else "GET"]
    has_choice = endpoint.queries or endpoint.is_list or endpoint.takes or "{" in endpoint.path
    if mode == "NEGATIVE" and not has_choice:
        pytest.skip("what has no parameter cannot be asked wrongly")
    cases = operation.as_strategy(generation_mode=schemathesis.GenerationMode[mode])

    @settings(
        max_examples=10 if endpoint.slow else 25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
        derandomize=True,
        database=None,
    )
    @given(case=cases)
    def called(case):
        case.call_and_validate()

    called()
