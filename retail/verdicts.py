"""Answers to "may this be done now?", found by walking a table of rules; the first that applies decides."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from retail.errors import RuleBroken
from retail.messages import Message

Facts = TypeVar("Facts")


class Answer(StrEnum):
    """Yes, yes if somebody else who has the right agrees, or no."""

    ALLOWED = "allowed"
    NEEDS_APPROVAL = "needs_approval"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. `words` say why not and what would help; with a yes they say what to mind, if anything.

    `rule` names the row that decided; `right` is what an approver needs.
    """

    answer: Answer
    words: Message | None = None
    rule: str = ""
    right: str = ""

    @property
    def is_possible(self) -> bool:
        """It can be done, be it with approval."""
        return self.answer is not Answer.REFUSED

    def check(self) -> None:
        """Let it be done, be it with approval.

        Raises:
            RuleBroken: it is refused; the words say why.
        """
        if self.answer is Answer.REFUSED and self.words is not None:
            raise RuleBroken(self.words.template, **self.words.values)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Facts]):
    """One row: when it applies, which actions it is about, and the words for it."""

    name: str
    applies: Callable[[Facts], bool]
    actions: Collection[str]
    words: str


def first_rule(rules: Iterable[Rule[Facts]], action: str, facts: Facts) -> Rule[Facts] | None:
    """The first row that is about this action and applies."""
    return next((rule for rule in rules if action in rule.actions and rule.applies(facts)), None)


def refusal(rule: Rule[Facts], values: Mapping[str, Any]) -> Verdict:
    """No, by this row."""
    return Verdict(Answer.REFUSED, Message(rule.words, values), rule.name)
