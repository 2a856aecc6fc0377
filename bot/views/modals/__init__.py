"""Forms: each file holds pairs of ``build`` and ``parse``, so who writes a field also reads it.

``parse_…(values, t)`` takes ``view["state"]["values"]`` and returns a frozen form, or a sentence
for every block id that cannot be taken. Phrases of moments and amounts stay as they were typed
where only the use case knows the agreement's zone and country.
"""
