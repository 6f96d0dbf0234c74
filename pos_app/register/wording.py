"""Outcomes for the window: every message, question and choice in them as a finished text of one language."""

from dataclasses import replace

from pos_app.language.language import Language
from pos_app.operations.registry import Ask, Asks, Choice, Done, NeedsApproval, Outcome, Refused


def worded(outcome: Outcome, language: Language) -> Outcome:
    """The same outcome in the words of a language."""
    match outcome:
        case Done(message, values):
            return Done(language.finished(message), values)
        case Refused(message):
            return Refused(language.finished(message))
        case Asks(questions):
            return Asks(tuple(_question(ask, language) for ask in questions))
        case NeedsApproval(permission, summary, also, within):
            return NeedsApproval(permission, language.finished(summary), also, within)


def _question(ask: Ask, language: Language) -> Ask:
    choices = tuple(_choice(choice, language) for choice in ask.choices)
    return replace(ask, prompt=language.finished(ask.prompt), choices=choices)


def _choice(choice: Choice, language: Language) -> Choice:
    return replace(choice, text=language.finished(choice.text), detail=language.finished(choice.detail))
