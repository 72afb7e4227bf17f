"""Delivery in full: its speed, its share of a core, and 10,000 alerts with faults and kills.

Run: python -m tests.bench.bench_delivery [SCALE]. The last part goes SCALE times faster than Telegram's limits (4 unless told), in
the worker as in the playground that watches it; SCALE 0 leaves it out. The worker has its own process, the playground this one.
"""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.delivery.delivering import Outcome, Run, deliver

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)[-5:]
SMOOTH = {"blocked": 0.0, "rate_429": 0.0, "rate_500": 0.0, "rate_drop": 0.0}


@contextmanager
def store() -> Iterator[Path]:
    """A file that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "store.db"


async def speed() -> None:
    """Without a limit; each alert is of an article of usual length."""
    cpu_s = time.process_time()
    with store() as db:
        one = await deliver(Run(chats=600, stories=5, scale=0, texts=tuple(path.read_text() for path in SEEDS), **SMOOTH), db)
    here_s = time.process_time() - cpu_s
    print(f"without a limit: {one.rate:.0f} a second; CPU an alert {per_alert(one):.2f} ms", end=" ")
    print(f"({len(one.arrived_s)} alerts; setting up and the playground {here_s:.1f} s of CPU)")


async def pace() -> None:
    """With Telegram's limits, for most of a minute."""
    with store() as db:
        one = await deliver(Run(chats=400, stories=3, texts=tuple(path.read_text() for path in SEEDS[:3]), **SMOOTH), db)
    lasted_s = one.arrived_s[-1] - one.arrived_s[0]
    print(
        f"with Telegram's limits: {one.rate:.2f} a second over {lasted_s:.0f} s, at most {one.most_in_a_second} in any second,",
        end=" ",
    )
    print(f"out of the limits {one.violations}; {one.cpu_s / one.worked_s:.1%} of a core")


async def faults(scale: float) -> None:
    """10,000 alerts to 1,950 people and 50 groups; 5% 429, 2% 403, 5% 500, 2% of the connections dropped, two kills."""
    chance = random.Random(11)
    kills = tuple(sorted(chance.uniform(0.1, 0.9) for _ in range(2)))
    with store() as db:
        one = await deliver(Run(chats=1950, groups=50, stories=5, kills=kills, scale=scale), db)
    print(f"10,000 alerts to 2,000 chats at {scale:g} times Telegram's limits, kills at {kills[0]:.0%} and {kills[1]:.0%}")
    print(f"lost {one.lost}, left waiting {one.waiting}, out of the limits {one.violations}, resting chats {one.resting}")
    print(f"repeated {len(one.repeated)}, of them not cut off by a kill {len(one.repeated - one.between)}")
    print(f"{one.arrived_s[-1] - one.arrived_s[0]:.0f} s in all, {one.rate:.0f} a second")


def per_alert(one: Outcome) -> float:
    """What an alert takes of the CPU, in milliseconds."""
    return 1000 * one.cpu_s / len(one.arrived_s)


async def main(scale: float) -> None:
    """Run and print."""
    await speed()
    await pace()
    if scale:
        await faults(scale)


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 4.0))
