"""Questions that the input field asks, so that the pad stays in reach, and those answered on the strip by yes or no."""

from collections.abc import Callable

from pos_app.ui.main_window import MainWindow
from pos_app.ui.texts import tr
from pos_app.views import ButtonView, Severity, StripView

YES, NO = "question.yes", "question.no"
"""The window's own ids of the two buttons under a question on the strip."""


class InputQuestions:
    """One question at a time; a new one takes the place of the one before, which is then not answered."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._then: Callable[[str], None] | None = None
        window.sale.question_answered.connect(self._answer)
        window.sale.question_left.connect(self._leave)

    def ask(self, prompt: str, then: Callable[[str], None]) -> None:
        """Put a question whose answer is a number."""
        self._then = then
        self._window.sale.close_sheets()
        self._window.sale.input.ask(prompt)
        self._window.say(Severity.INFO, tr("{question} Type it, then Enter.", question=prompt))

    def confirm(self, prompt: str, then: Callable[[], None]) -> None:
        """Ask on the strip for a yes: Enter or a tap gives it, Esc and everything else mean no."""
        self._then = lambda answer: then()
        self._window.sale.close_sheets()
        self._window.sale.input.confirm(prompt)
        actions = (ButtonView(tr("Yes"), YES), ButtonView(tr("No"), NO))
        self._window.sale.strip.show_message(StripView(Severity.WARNING, prompt, actions))

    def answer_on_strip(self, *, yes: bool) -> None:
        """One of the two buttons was pressed."""
        field = self._window.sale.input
        if field.confirms and yes:
            field.commit()
        elif field.confirms:
            field.step_back()

    def _answer(self, text: str) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(text)

    def _leave(self) -> None:
        self._then = None
        self._window.sale.strip.clear()
