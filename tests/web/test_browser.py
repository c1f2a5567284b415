"""The pages in a real browser: no error, no serious barrier, and a second source in three clicks."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = Path("/usr/bin/chromium")
PAGES = (
    "/ /brief /timeline /agenda /figures /quotes /standing /conflicts /changes /threads /lineage"
    " /actors /articles /search?words=boats&standing=single /unsure /judgements /help"
    " /check /since /map /since?point=2023-10-10 /login"
).split()


@pytest.fixture(scope="module")
def address(pemba_story) -> Iterator[str]:
    """Where the example story is served."""
    with served(pemba_story) as found:
        yield found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where a story is served, by the command as people start it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "secondsource", "serve", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 90
        while True:
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except OSError:
                assert server.poll() is None, server.stderr.read().decode()
                assert time.monotonic() < deadline
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="module")
def browser() -> Iterator:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def page(browser, address) -> Iterator:
    """A page that must not log an error and must not ask any other host."""
    context = browser.new_context(base_url=address)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request",
        lambda asked: wrong.append(asked.url) if not asked.url.startswith(address) else None,
    )
    yield opened
    context.close()
    assert not wrong


def settle(page, path: str) -> None:
    """Opens a page and waits until what it shows is worked out."""
    page.goto(path)
    page.wait_for_selector("#working", state="detached", timeout=90_000)


def check_a_text(page) -> str:
    """Pastes a text and gives the address of the page with its verdicts."""
    page.goto("/check")
    page.get_by_label("Text").fill("The ministers met. Nobody counted the lorries of Chad.")
    page.get_by_role("button", name="Check it").click()
    page.wait_for_selector(".checked", timeout=90_000)
    return page.url.replace(page.evaluate("location.origin"), "")


def all_pages(page) -> list[str]:
    page.goto("/")
    claim = page.locator("ol.lines a.badge").first.get_attribute("href")
    page.goto(claim)
    article = page.locator("a.read").first.get_attribute("href")
    page.goto("/lineage")
    passage = page.locator("a[href^='/passage/']").first.get_attribute("href")
    page.goto("/actors")
    actor = page.locator("a[href^='/actor/']").first.get_attribute("href")
    return [*PAGES, check_a_text(page), claim, article, passage, actor]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier_in_any_page(page, scheme):
    page.emulate_media(color_scheme=scheme)
    checker = axe.Axe()
    found = []
    for path in all_pages(page):
        settle(page, path)
        for violation in checker.run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                nodes = [node["html"][:160] for node in violation["nodes"][:3]]
                found.append((path, violation["id"], nodes))
    assert not found


def test_a_newcomer_finds_the_second_source_in_three_clicks(page):
    page.goto("/")
    page.locator("ol.lines a.badge", has_text="Corroborated").first.click()
    assert page.locator(".verdict-label").inner_text().startswith("Corroborated")
    second = page.locator("ol.sources > li").nth(1)
    words = second.locator("q.words").inner_text()
    second.get_by_role("link", name="Read in the article").click()
    marked = page.locator("mark.asked")
    assert marked.count()
    assert "".join(marked.all_inner_texts()).strip()[:40] in words
    assert marked.first.is_visible()
    box = marked.first.bounding_box()
    assert 0 <= box["y"] <= page.viewport_size["height"]


def test_a_pasted_text_leads_from_each_sentence_to_its_words(page):
    page.goto(check_a_text(page))
    marked = page.locator("span.sentence")
    assert marked.count() == 2
    page.locator("a.nth-sentence").first.click()
    assert page.url.endswith("#sentence-1")
    assert page.locator("#sentence-1").is_visible()


def test_no_page_is_wider_than_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 780})
    for path in all_pages(page):
        settle(page, path)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, (path, wide)


def test_by_keyboard_one_skips_to_the_content(page):
    page.goto("/standing")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_layers_are_switched_without_a_script(browser, address):
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/articles")
    page.locator("tbody a.quiet").first.click()
    event = page.locator(".body .on-events").first
    line = "el => getComputedStyle(el).borderBottomColor"
    before = event.evaluate(line)
    page.locator("#show-events").uncheck()
    assert event.evaluate(line) != before
    context.close()


def test_a_bare_address_of_words_opens_them(page):
    page.goto("/articles")
    page.locator("tbody a.quiet").first.click()
    bare = page.url.partition("?")[0].partition("#")[0]
    page.goto("/help")
    page.goto(bare + "#text.0.12")
    page.wait_for_selector("mark.asked#span")


def test_it_prints_without_switches_and_forms(page):
    page.goto(all_pages(page)[-3])
    page.emulate_media(media="print")
    assert not page.locator("header.top nav").is_visible()
    assert page.locator(".switches").count() == 2
    assert not page.locator(".switches").first.is_visible()


def test_a_story_that_means_harm_is_shown_and_printed_as_words(browser, harmful_story):
    with served(harmful_story) as harmful:
        context = browser.new_context(base_url=harmful)
        page = context.new_page()
        happened: list[str] = []
        page.on("dialog", lambda dialog: happened.append(dialog.message) or dialog.dismiss())
        page.on(
            "request",
            lambda asked: happened.append(asked.url) if not asked.url.startswith(harmful) else None,
        )
        page.goto("/")
        claim = page.locator("ol.lines a.badge").first.get_attribute("href")
        for path in ("/", "/brief", "/quotes", "/search?words=boats", "/map", claim):
            settle(page, path)
            assert page.locator("img").count() == 0
            assert page.pdf().startswith(b"%PDF")
        context.close()
    assert not happened
