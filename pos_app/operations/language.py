"""The operation that says in which language the register speaks, and what is kept of it for each person."""

from pos_app.language.glossary import LANGUAGES
from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Choice, Done, Kept, Kind, Outcome, Params, operation
from retail.messages import say

PREFERENCE = "language"
CHOICES = tuple(Choice(code, say("{name}", name=name)) for code, name in LANGUAGES.items())


@operation(
    "language.set",
    title="Language",
    asks=(Ask("language", prompt=say("Which language?"), kind=Kind.CHOICE, choices=CHOICES),),
)
def set_language(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Speak another language from now on; it is kept for the person at the register, or for who signs in next."""
    code = params["language"]
    context.chosen_language = code
    done = Done(say("Language: {name}.", name=LANGUAGES[code]), {"language": code})
    return done if context.user is None else keep_language(context.user.user, code, done)


def greet(context: RegisterContext, user: str, done: Done) -> Done | Kept:
    """Go on in the language of the person who came: the one chosen just before, else the one chosen earlier."""
    if context.chosen_language and context.user is None:
        return keep_language(user, context.chosen_language, done)
    context.chosen_language = context.preferences.preference(user, PREFERENCE)
    return done


def keep_language(user: str, code: str, done: Done) -> Kept:
    """Keep a person's language in the commit of this call."""

    def write(work: Work) -> Done:
        work.keep_preference(user, PREFERENCE, code)
        return done

    return Kept(write)
