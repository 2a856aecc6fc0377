"""A question in anybody's words, in either language, finds the area it is about."""

import pytest

from bot.rules.mentions import Question, question_in
from bot.rules.responsibilities import STARTING_AREAS, find_area
from bot.rules.words import Word

AREAS = [area for _, area in STARTING_AREAS]

QUESTIONS = {
    "content": (
        "¿de quién es el blog?",
        "de quien es el blog",
        "quién escribe los artículos",
        "quien hace los articulos?",
        "¿Quién lleva el contenido?",
        "QUIÉN MANEJA EL BOLETÍN",
        "a quién le pregunto por los casos de éxito",
        "responsable de redacción",
        "doliente del newsletter",
        "who writes the blog?",
        "who owns content",
        "whose is the newsletter?",
        "who do I ask about the case studies?",
        "who's responsible for the articles?",
        "quien hace las guías",
    ),
    "seo": (
        "quién lleva SEO",
        "¿quién lleva SEO?",
        "quien ve el seo",
        "who does SEO?",
        "Who is in charge of S.E.O.?",
        "doliente seo",
        "quién se encarga del posicionamiento",
        "who handles the keywords?",
        "a quien le pido palabras clave",
        "responsable del tráfico orgánico",
        "who takes care of organic traffic",
        "quien maneja lo de Google",
    ),
    "social": (
        "a quien le pregunto por instagram?",
        "¿quién lleva las redes?",
        "quien publica en linkedin",
        "quién es responsable de redes sociales",
        "quién maneja la red social",
        "who runs social media?",
        "who runs our Facebook?",
        "who posts on TikTok",
        "whose is LinkedIn?",
        "¿Quién es el community manager?",
        "encargado de las publicaciones",
        "who looks after social networks, please?",
    ),
    "follow-up": (
        "¿quién hace el seguimiento?",
        "seguimiento: ¿quién?",
        "quien hace seguimiento a los MQLs",
        "who does the follow up",
        "who does follow-up?",
        "who is responsible for MQLs?",
        "who follows up with qualified leads?",
        "quién llama a los prospectos",
        "responsable de los leads",
        "doliente de los contactos calificados",
        "who handles MQL follow-up?",
        "¿A quién le toca el seguimiento de MQL?",
    ),
    "crm": (
        "who handles the CRM?",
        "¿quién lleva el CRM?",
        "quien actualiza el crm",
        "quién es el dueño de HubSpot",
        "who owns Salesforce",
        "a quién le pregunto por la base de datos",
        "encargada de los datos",
        "who keeps the database up to date?",
        "who do I talk to about Pipedrive?",
        "doliente de la actualización del CRM",
        "who is the owner of CRM upkeep",
    ),
    "urgent": (
        "quién atiende las urgencias",
        "¿Quién responde las solicitudes urgentes?",
        "quien atiende una emergencia de un cliente",
        "a quién le paso las quejas",
        "responsable de soporte",
        "who handles urgent client requests?",
        "who handles complaints?",
        "who takes emergencies",
        "who is on support?",
        "doliente de los reclamos",
        "quien ve lo urgente",
    ),
}
ASKED = [(question, slug) for slug, questions in QUESTIONS.items() for question in questions]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ASKED) >= 60


@pytest.mark.parametrize(("typed", "slug"), ASKED, ids=[typed for typed, _ in ASKED])
def test_a_question_finds_its_area(typed: str, slug: str) -> None:
    asked = question_in(f"<@U0BOT> {typed}")

    assert asked is not None
    assert asked.word is Word.WHO
    assert [area.slug for area in find_area(asked.rest, AREAS).hits] == [slug]


SLIPS = {
    "quien lleva el contnido": "content",
    "who handles folow up": "follow-up",
    "¿quién ve instagran?": "social",
    "a quién le pregunto por las urjencias": "urgent",
    "doliente de saleforce": "crm",
}


@pytest.mark.parametrize(("typed", "slug"), SLIPS.items(), ids=SLIPS)
def test_a_slip_of_the_finger_brings_the_nearest(typed: str, slug: str) -> None:
    asked = question_in(typed)

    assert asked is not None
    found = find_area(asked.rest, AREAS)
    assert found.hits == ()
    assert found.nearest[0].slug == slug


OTHERS = {
    "status": ("<@U0BOT> status", Question(Word.STATUS, "")),
    "status in Spanish": ("<@U0BOT>, ¿cómo vamos?", Question(Word.STATUS, "")),
    "help": ("<@U0BOT> ayuda", Question(Word.HELP, "")),
    "help after a colon": ("<@U0BOT>: help", Question(Word.HELP, "")),
    "everybody": ("<@U0BOT> who?", Question(Word.WHO, "")),
    "a name at the end": ("quién lleva SEO <@U0BOT>", Question(Word.WHO, "SEO")),
    "a question behind a word that is a command": (
        "ask <@U0BOT> who does seo",
        Question(Word.WHO, "ask who does seo"),
    ),
    "a command about leads": ("<@U0BOT> leads", None),
    "thanks": ("gracias <@U0BOT>", None),
    "nothing": ("<@U0BOT>", None),
}


@pytest.mark.parametrize(("typed", "question"), OTHERS.values(), ids=OTHERS)
def test_what_is_asked_by_name(typed: str, question: Question | None) -> None:
    assert question_in(typed) == question
