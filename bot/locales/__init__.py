"""Gettext catalogues. English is the source; ``python -m bot.locales`` brings es up to date."""
