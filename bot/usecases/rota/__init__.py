"""Rotas: kept by the sales lead, shown with what each person got and why."""

from bot.usecases.rota.keeping import add_rota, change_rota, remove_rota
from bot.usecases.rota.opening import OpenedRota, open_new_rota, open_rota, rota_named
from bot.usecases.rota.showing import show_rotas

__all__ = [
    "OpenedRota",
    "add_rota",
    "change_rota",
    "open_new_rota",
    "open_rota",
    "remove_rota",
    "rota_named",
    "show_rotas",
]
