from collections.abc import Mapping

from bot.notices.agreements import AgreementStarted, AgreementTerms, DayHours, WindowTerms
from bot.views.examples.cast import ANA, HOUR, INES, LUIS

TERMS = AgreementTerms(
    name="North region",
    kind="marketing_sales",
    celebration_channel_id="C0EQUIPO1",
    marketing_leads=(INES,),
    sales_leads=(LUIS,),
    reps=(ANA, LUIS),
    zone="America/Bogota",
    hours=tuple(DayHours(day, ("09:00-13:00", "14:00-18:00")) for day in range(5)),
    holidays=18,
    windows=(
        WindowTerms("accept", "sales", HOUR, around_the_clock=False),
        WindowTerms("first_touch", "sales", 4 * HOUR, around_the_clock=False),
    ),
)

EXAMPLES: Mapping[str, object] = {
    "agreement": TERMS,
    "agreement_started": AgreementStarted(TERMS, LUIS),
}
