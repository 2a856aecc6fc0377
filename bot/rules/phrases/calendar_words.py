"""The names of days and months in both languages, short and long, without accents."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "lunes lun monday mon",
            "martes mar tuesday tues tue",
            "miercoles mie wednesday wed",
            "jueves jue thursday thurs thur thu",
            "viernes vie friday fri",
            "sabado sab saturday sat",
            "domingo dom sunday sun",
        ]
    )
    for name in names.split()
}
MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "enero ene january jan",
            "febrero feb february",
            "marzo mar march",
            "abril abr april apr",
            "mayo may",
            "junio jun june",
            "julio jul july",
            "agosto ago august aug",
            "septiembre setiembre sep sept set september",
            "octubre oct october",
            "noviembre nov november",
            "diciembre dic december dec",
        ],
        start=1,
    )
    for name in names.split()
}
ORDINALS = frozenset({"st", "nd", "rd", "th", "º", "°"})
DAY_OR_MONTH = "mar"
"""Martes and March: before a bare number it can be either."""
