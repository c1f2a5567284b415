"""The API called at random, as its description allows and as it does not."""

import pytest

pytestmark = pytest.mark.slow
schemathesis = pytest.importorskip("schemathesis")

from hypothesis import HealthCheck, settings  # noqa: E402

from secondsource.store.story import open_story  # noqa: E402
from secondsource.web.app import make_app  # noqa: E402
from secondsource.web.settings import Settings  # noqa: E402


@pytest.fixture(scope="module")
def described(pemba_story):
    app = make_app(open_story(pemba_story), Settings(hosts=("testserver",)))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case):
    case.call_and_validate()
