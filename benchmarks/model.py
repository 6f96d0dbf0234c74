"""How many steps a second the model of the protocol plays, all invariants asked after each, beside empty steps."""

import argparse
import sys
import time
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.faults.model.quick import Quick
from tests.faults.model.test_protocol import STEPS, play

BOUND = 2000


class Nothing(RuleBasedStateMachine):
    """As many draws a step, and nothing done with them."""

    steps = 0

    @rule(
        one=st.integers(0, 20),
        two=st.integers(0, 2),
        three=st.integers(0, 2**16 - 1),
        four=st.integers(0, 16),
    )
    def step(self, one: int, two: int, three: int, four: int) -> None:
        type(self).steps += 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Play and say how fast; 0 if the bound is met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.model", description=__doc__)
    parser.add_argument("--scripts", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    rates: dict[str, float] = {}
    for name, machine in (("nothing", Nothing), ("protocol", Quick)):
        begun = time.process_time()
        play(machine, asked.seed, asked.scripts, STEPS)
        rates[name] = machine.steps / (time.process_time() - begun)
        print(f"{name}: {machine.steps} steps, {rates[name]:.0f} a second of one processor")
    return 0 if rates["protocol"] >= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
