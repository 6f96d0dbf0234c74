"""One step on request, now and whatever the back-off says, with what it did in figures and in words."""

import json
from dataclasses import asdict, dataclass

from sync_agent.agent import Agent
from sync_agent.errors import HqFault, HqUnreachable, NewIncarnation, ReplyBroken

STEPS = ("push", "pull", "sync")


@dataclass(slots=True)
class Step:
    """What one step did; `complete` is False where something ended it early, and `words` say what."""

    step: str
    sent: int = 0
    refused: int = 0
    rows: int = 0
    skipped: int = 0
    reached: bool = True
    complete: bool = True
    words: str = ""

    def written(self) -> str:
        """As one line of JSON."""
        return json.dumps(asdict(self))


def take_step(agent: Agent, name: str) -> Step:
    """Push, pull, or both: documents go before anything is fetched."""
    done = Step(name)
    if name not in STEPS:
        done.reached = done.complete = False
        done.words = f"There is no step {name!r}; there are {', '.join(STEPS)}."
        return done
    if agent.offline_by:
        done.reached = done.complete = False
        done.words = f"{agent.offline_by} had this register work offline. Work online again first."
        return done
    words = []
    if name in ("push", "sync"):
        words.append(_push(agent, done))
    if name in ("pull", "sync") and done.reached:
        words.append(_pull(agent, done))
    if name == "sync" and done.complete:
        agent.probe()  # the cycle ends as it does by itself: both sides compare what they hold
    done.words = " ".join(words)
    return done


def _push(agent: Agent, done: Step) -> str:
    sent = agent.push_now()
    if isinstance(sent.fault, NewIncarnation):
        sent = agent.push_now()
    fault = sent.fault
    if fault is None and not sent.accepted and not sent.refused:
        fault = agent.probe()  # nothing was asked of headquarters yet
    done.sent, done.refused = sent.accepted, sent.refused
    done.reached = _is_reached(fault)
    done.complete = fault is None
    refused = f", {sent.refused} need attention" if sent.refused else ""
    return str(fault.message) if fault else f"{sent.accepted} sent{refused}."


def _pull(agent: Agent, done: Step) -> str:
    received = agent.pull_now()
    if isinstance(received.fault, NewIncarnation):
        received = agent.pull_now()
    done.rows, done.skipped = received.rows, received.skipped
    done.reached = _is_reached(received.fault)
    done.complete = done.complete and received.fault is None
    skipped = f", {received.skipped} skipped: the log names them" if received.skipped else ""
    return str(received.fault.message) if received.fault else f"{received.rows} received{skipped}."


def _is_reached(fault: HqFault | None) -> bool:
    return not isinstance(fault, HqUnreachable | ReplyBroken)
