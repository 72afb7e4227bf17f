"""Delivery in full: 10,000 alerts to 2,000 chats with faults and two kills. Run: python -m tests.bench.bench_delivery [SCALE].

SCALE times faster than Telegram's limits (4 unless told), in the worker as in the playground that watches it.
"""

import asyncio
import random
import sys
import tempfile
from pathlib import Path

from tests.delivery.delivering import Run, deliver


async def main(scale: float) -> None:
    """Run and print."""
    chance = random.Random(11)
    kills = tuple(sorted(chance.uniform(0.1, 0.9) for _ in range(2)))
    with tempfile.TemporaryDirectory() as folder:
        one = await deliver(Run(chats=2000, stories=5, kills=kills, scale=scale), Path(folder) / "store.db")
    print(f"10,000 alerts to 2,000 chats at {scale:g} times Telegram's limits, kills at {kills[0]:.0%} and {kills[1]:.0%}")
    print(f"lost {one.lost}, left waiting {one.waiting}, out of the limits {one.violations}, resting chats {one.resting}")
    print(f"repeated {len(one.repeated)}, of them not cut off by a kill {len(one.repeated - one.between)}")
    print(f"{one.seconds:.0f} s in all; CPU of the last worker {one.cpu_s:.1f} s")


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 4.0))
