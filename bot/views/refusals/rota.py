"""Refusals of a rota that cannot work as it was written."""

from bot.views.translate import mark

WORDS = {
    "RotaWithoutPeople": mark("A rota needs somebody who takes its leads. Name at least one."),
    "TooManyInRota": mark("A rota takes at most {limit} people. Leave some of them out."),
    "BadWeight": mark("“{weight}” is no weight for {name}. Write a whole number from 1 to {most}."),
    "CapBelowOne": mark(
        "A limit of {cap} would keep every lead from {name}. Write 1 or more, or leave them out."
    ),
    "CapTooLarge": mark("The limit of {name} is too large ({cap}). The most is {most}."),
    "TwiceInRota": mark("{name} is in this rota twice. Write them once, with one weight."),
    "OutsideSales": mark(
        "{name} is not of sales, so leads cannot go to them. Name someone who is."
    ),
    "ScoresReversed": mark(
        "No score is from {score_from} and to {score_to}. Put the smaller number first."
    ),
    "ScoreOutOfRange": mark(
        "No lead has a score of {score}. Write a number from {least} to {most}."
    ),
    "FilterTooLong": mark(
        "A rota takes at most {limit} segments and {limit} languages, of {length} characters each."
    ),
    "RotaNeverReached": mark(
        "No lead would ever come to {rota}: {before} takes all of them first. Change either."
    ),
    "RotaNameTaken": mark("There is a rota called {name} already. Choose another name."),
    "TooManyRotas": mark("An agreement takes at most {limit} rotas. Remove one first."),
    "NoSuchRota": mark("I can't find that rota. See them all with `/sla rota`."),
    "RotaChangedMeanwhile": mark(
        "Somebody changed this rota in the meantime, so nothing was saved. Open it again."
    ),
    "DefaultRotaStays": mark(
        "The default rota takes the leads no other does, so it stays. You can change its people."
    ),
    "UnclearRotaLine": mark(
        "I don't understand “{line}”. Write a line for each person, such as: Ana 2, 10 per day."
    ),
}
