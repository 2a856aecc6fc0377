"""Every refusal has words in both languages, and they say what to do."""

import pkgutil
import string
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from uuid import UUID

import pytest

import bot.intake
import bot.rules
from bot.intake.files.facts import ProblemKind
from bot.intake.files.refusals import UnreadableFile
from bot.notices.people import Reader
from bot.rules.refusals import NoSuchLead, NotAllowed, Refusal, WhichAgreement
from bot.rules.smart import Letter, NotSmart
from bot.views.refusals import WORDS, has_words, refusal_text
from bot.views.refusals.files import PROBLEMS, row_problem
from bot.views.translate import Translator

ENGLISH = Translator(Reader("en", "UTC", "US"))
SPANISH = Translator(Reader("es", "America/Bogota", "CO"))
AT = datetime(2026, 3, 13, 22, tzinfo=UTC)
SAMPLES = {
    "str": "Acme",
    "int": 3,
    "datetime": AT,
    "date": date(2026, 3, 13),
    "Decimal": Decimal("1.5"),
}


def _below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith(("bot.", "handlers.")):
            yield each
            yield from _below(each)


def refusals() -> list[type[Refusal]]:
    for package in (bot.rules, bot.intake):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(found.name)
    return sorted(set(_below(Refusal)) - {UnreadableFile}, key=lambda kind: kind.__qualname__)


def declared(kind: type[object]) -> dict[str, str]:
    """Return the fields of a refusal that is a dataclass, with their types as written."""
    return {each.name: str(each.type) for each in fields(kind)} if is_dataclass(kind) else {}


def wanted(kind: type[object]) -> set[str]:
    """Return the fields that a refusal's sentence names."""
    sentence = WORDS.get(kind.__name__, "")
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.__name__)
def test_a_refusal_has_words_whose_fields_it_knows(kind: type[Refusal]) -> None:
    assert has_words(kind), "add a sentence to bot/views/refusals"
    if declared(kind):
        assert wanted(kind) <= declared(kind).keys()


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.__name__)
def test_a_refusal_reads_as_a_sentence_in_both_languages(kind: type[Refusal]) -> None:
    refusal = _sample(kind)
    said = [refusal_text(refusal, t) for t in (ENGLISH, SPANISH)]

    assert all(text.rstrip().endswith((".", "`.", "…")) for text in said)
    assert said[0] != said[1]
    assert all("{" not in text and "<" not in text for text in said)


def test_a_kind_without_words_gets_a_calm_general_sentence() -> None:
    class Unheard(Refusal):
        pass

    assert refusal_text(Unheard(), ENGLISH).startswith("That is not possible right now")
    assert refusal_text(Unheard(), SPANISH).startswith("Eso no es posible ahora")


def test_what_somebody_typed_comes_back_as_data() -> None:
    assert "&lt;!channel&gt;" in refusal_text(NoSuchLead("<!channel>"), ENGLISH)


def test_a_role_that_is_too_low_hears_who_may() -> None:
    said = refusal_text(NotAllowed("reassign", ("sales_lead", "owner")), SPANISH)

    assert said == "No se cambió nada. Puede hacerlo: quien lidera ventas y su responsable."


def test_who_may_is_named_where_they_are_known() -> None:
    known = (("sales_lead", ("Carla Gil", "Iván Paz")), ("side_lead", ()))
    refusal = NotAllowed("reassign", ("sales_lead", "owner", "side_lead"), known)

    assert refusal_text(refusal, SPANISH) == (
        "No se cambió nada. Puede hacerlo: quien lidera ventas (Carla Gil o Iván Paz), "
        "su responsable y quien lidera el equipo al que corresponde."
    )


def test_a_right_under_a_condition_is_told_with_it() -> None:
    refusal = NotAllowed("claim_lead", ("sales_lead", "in_rota"))

    assert refusal_text(refusal, ENGLISH) == (
        "Nothing was changed. This can be done by: whoever leads sales and whoever is in the rota."
    )
    assert refusal_text(refusal, SPANISH) == (
        "No se cambió nada. Puede hacerlo: quien lidera ventas y quien esté en la rotación."
    )


def test_a_vague_promise_hears_which_letters_it_lacks() -> None:
    said = refusal_text(NotSmart((Letter.MEASURABLE, Letter.TIMED)), SPANISH)

    assert said == (
        "Falta: M (medible), un número o un resultado que se responda con sí o no;"
        " T (con plazo), una fecha que no haya pasado."
    )


def test_the_agreements_to_choose_from_are_named() -> None:
    assert "North o South" in refusal_text(WhichAgreement(("North", "South")), SPANISH)


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_of_a_row_has_words(kind: ProblemKind) -> None:
    said = [
        row_problem(kind, t, row=12, column="Correo", value="<!here>", hints=("won", "lost"))
        for t in (ENGLISH, SPANISH)
    ]

    assert kind in PROBLEMS
    assert said[0] != said[1]
    assert "12" in said[0]
    assert "&lt;!here&gt;" in said[0]


def _sample(kind: type[Refusal]) -> Refusal:
    refusal = kind.__new__(kind)
    for name in wanted(kind):
        setattr(refusal, name, "Acme")
    for name, hint in declared(kind).items():
        setattr(refusal, name, _value(hint))
    return refusal


def _value(declared: str) -> object:
    if "tuple[tuple" in declared:
        return ((UUID(int=1), "Acme"),)
    if "tuple" in declared:
        return ("Acme", "Umbrella")
    bare = declared.removeprefix("<class '").removesuffix("'>").split(".")[-1]
    return SAMPLES.get(bare, "Acme")
