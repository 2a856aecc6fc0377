"""What a person can do on the workspace's page, on a desk and on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.sandbox.page_world import SIZES, Screen, World, chromium, running

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with running() as started:
        yield started


@pytest.fixture(params=SIZES)
def screen(request: pytest.FixtureRequest, browser: Browser, world: World) -> Iterator[Screen]:
    yield from opened(browser, world, request.param)


@pytest.fixture
def desk(browser: Browser, world: World) -> Iterator[Screen]:
    yield from opened(browser, world, "desktop")


def opened(browser: Browser, world: World, size: str) -> Iterator[Screen]:
    world.no_forms_open()
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.set_default_timeout(8000)
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.on("dialog", lambda dialog: mistakes.append(dialog.message))
    yield Screen(page, world.url)
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()
    assert mistakes == []
    assert overflow <= 0


def test_a_typed_command_is_answered_for_this_person_alone(screen: Screen) -> None:
    screen.show("ana", "ventas")

    screen.type("/sla estado")

    expect(screen.newest()).to_contain_text("Estado: 12 abiertos & 2 fuera de plazo (estado)")
    expect(screen.newest()).to_contain_text("Visible solo para ti")
    expect(screen.newest().locator("strong", has_text="Estado")).to_be_visible()


def test_one_tap_on_a_button_changes_the_message(screen: Screen) -> None:
    screen.show("bruno", "ventas")
    screen.type("/sla card")
    expect(screen.newest()).to_contain_text("Acme vence 2026-01-01 14:00")

    screen.newest().get_by_role("button", name="WhatsApp · contestó").click()

    expect(screen.newest()).to_contain_text("Acme: contactado")
    expect(screen.newest().get_by_role("button", name="WhatsApp")).to_have_count(0)


def test_a_form_shows_errors_beside_its_fields_and_sends_slacks_own_values(
    screen: Screen, world: World
) -> None:
    world.submitted.clear()
    screen.show("ana", "ventas")
    screen.type("/sla form")
    note = screen.dialog().get_by_label("Nota")
    note.fill("no")
    screen.dialog().get_by_label("Canal").select_option("WhatsApp")
    screen.dialog().get_by_label("@Bruno Díaz").check()

    screen.dialog().get_by_role("button", name="Guardar").click()
    expect(screen.dialog().locator("[data-block=note]")).to_contain_text("Una frase más larga.")
    note.fill("Llamé y contestó")
    screen.dialog().get_by_role("button", name="Guardar").click()

    expect(screen.dialog()).to_have_count(0)
    option = {
        "text": {"type": "plain_text", "text": "WhatsApp"},
        "value": "whatsapp",
    }
    assert world.submitted[-1] == {
        "note": {"text": {"type": "plain_text_input", "value": "Llamé y contestó"}},
        "way": {"pick": {"type": "static_select", "selected_option": option}},
        "who": {"pick": {"type": "multi_users_select", "selected_users": ["U0BRUNO"]}},
        "day": {"pick": {"type": "datepicker", "selected_date": "2026-01-31"}},
    }


def test_winding_the_clock_brings_what_falls_due_on_the_way(screen: Screen, world: World) -> None:
    world.remind_in(30, "Falta 1 h para contactar a Acme")
    screen.show("ana", "dm")

    screen.page.get_by_role("button", name="+1 h").click()

    expect(screen.newest()).to_contain_text("Falta 1 h para contactar a Acme")
    expect(screen.page.locator(".clockbar")).to_contain_text("Nada pendiente")


def test_another_person_has_their_own_language_and_zone(screen: Screen) -> None:
    screen.show("ana", "ventas")
    expect(screen.page.locator(".clockbar .zone")).to_have_text("Bogotá")

    screen.drawer()
    screen.page.get_by_role("button", name="Actúas como").click()
    screen.page.get_by_role("button", name="Bruno Díaz").click()

    expect(screen.page.locator(".clockbar .zone")).to_have_text("Madrid")
    expect(screen.page.get_by_placeholder("Message #ventas")).to_be_visible()
    expect(screen.page.locator("html")).to_have_attribute("lang", "en")


def test_markup_in_messages_stays_text(desk: Screen) -> None:
    desk.page.add_init_script("window.boom = () => alert('markup ran')")
    desk.show("ana", "ventas")

    desk.type("/sla hostile")

    expect(desk.newest()).to_contain_text("<img src=x onerror=boom()>")
    said = desk.page.locator(".conversation .message", has_text="<script>boom()</script>").last
    expect(said).to_contain_text("<javascript:boom()|clic> <b>negrita</b> &amp;")
    expect(said.locator("script, a, b")).to_have_count(0)


def test_a_command_nobody_answers_is_reported_as_slack_does(desk: Screen) -> None:
    desk.show("ana", "ventas")

    desk.type("/sla sleep")

    expect(desk.page.locator(".waiting .spinner")).to_be_visible()
    expect(desk.newest()).to_contain_text("operation_timeout", timeout=8000)


def test_a_second_form_stacks_on_the_first_and_gives_it_back_as_it_was(desk: Screen) -> None:
    desk.show("bruno", "ventas")
    desk.page.get_by_role("button", name="Shortcuts").click()
    desk.page.get_by_role("menuitem", name="Register an MQL").click()
    desk.dialog().get_by_label("Nota").fill("a medias")

    desk.dialog().get_by_role("button", name="Otro paso").click()
    expect(desk.dialog().get_by_role("heading", name="Segundo paso")).to_be_visible()
    desk.page.keyboard.press("Escape")

    expect(desk.dialog().get_by_role("heading", name="Segundo paso")).to_have_count(0)
    expect(desk.dialog().get_by_label("Nota")).to_have_value("a medias")


def test_a_message_opens_its_shortcuts_and_its_thread(desk: Screen) -> None:
    desk.show("bruno", "marketing")
    desk.type("¿quién llama a *Acme*?")
    expect(desk.newest()).to_contain_text("¿quién llama a Acme?")

    desk.newest().hover()
    desk.newest().get_by_role("button", name="More actions").click()
    desk.page.get_by_role("menuitem", name="Reply in thread").click()
    reply = desk.page.get_by_placeholder("Reply…")
    reply.fill("yo")
    reply.press("Enter")

    expect(desk.page.locator(".panel .message").last).to_contain_text("yo")
    expect(desk.newest().get_by_role("button", name="1 reply")).to_be_visible()
    desk.newest().get_by_role("button", name="More actions").click()
    desk.page.get_by_role("menuitem", name="Log follow-up").click()
    expect(desk.dialog().get_by_label("Nota")).to_be_visible()


def test_the_bot_is_mentioned_by_its_name_and_an_id_is_not_broken(desk: Screen) -> None:
    desk.show("ana", "marketing")

    desk.type("@SLA ¿quién lleva *L-7K3F*?")

    expect(desk.newest().locator(".mention")).to_have_text("@SLA")
    expect(desk.newest()).to_contain_text("@SLA ¿quién lleva L-7K3F?")
    expect(desk.newest().get_by_text("L-7K3F", exact=True)).to_have_css("white-space", "nowrap")


def test_what_arrives_elsewhere_is_counted_and_home_is_shown(desk: Screen, world: World) -> None:
    desk.show("ana", "home")
    expect(desk.page.get_by_role("heading", name="Mis leads")).to_be_visible()

    world.client.chat_postMessage(channel="C0MARKETING", text="uno")

    place = desk.page.get_by_role("button", name="marketing")
    expect(place.locator(".count")).to_be_visible()
    place.click()
    expect(desk.newest()).to_contain_text("uno")
    expect(place.locator(".count")).to_have_count(0)


def test_hints_and_history_help_typing(desk: Screen) -> None:
    desk.show("ana", "ventas")
    box = desk.page.locator(".composer textarea")
    box.fill("/")
    expect(desk.page.locator(".hints")).to_contain_text("status | leads")
    box.press("Tab")
    expect(box).to_have_value("/sla ")

    desk.type("/sla leads")
    expect(box).to_have_value("")
    box.press("ArrowUp")

    expect(box).to_have_value("/sla leads")
