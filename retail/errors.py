"""The one way a rule says no: in words that name the thing, the value and the rule."""

from typing import Any

from retail.messages import Message


class RuleBroken(Exception):
    """A step the rules do not allow; nothing was changed. Its message is fit for the cashier."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class CannotBe(ValueError):
    """Something is set up that cannot be, whoever says it. Its message is fit for who set it up."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))
