"""Posts updates to the bot's own server, one after the other, when it has set a webhook; tries again until it is told 2xx."""

import asyncio
import time
from typing import TYPE_CHECKING

from aiohttp import ClientError, ClientSession, ClientTimeout

if TYPE_CHECKING:
    from bot.playground.updates import Updates

_PATIENCE = ClientTimeout(total=10)
_AGAIN_AFTER_S = (0.05, 0.2, 1.0, 5.0)
_IDLE_S = 0.02


class Webhook:
    """Where updates are posted to, and the task that posts them."""

    def __init__(self, updates: "Updates") -> None:
        self.url = ""
        self.max_connections = 40
        self.last_error: tuple[int, str] | None = None
        self._secret = ""
        self._updates = updates
        self._task: asyncio.Task[None] | None = None

    def set(self, url: str, secret: str, max_connections: int) -> None:
        """Post to this address from now on; '' stops it."""
        self.close()
        self.url, self._secret, self.max_connections, self.last_error = url, secret, max_connections, None
        if url:
            self._task = asyncio.get_running_loop().create_task(self._post_all())

    def close(self) -> None:
        """Stop posting."""
        if self._task:
            self._task.cancel()
        self._task = None

    async def _post_all(self) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        async with ClientSession(headers=headers, timeout=_PATIENCE, trust_env=False) as session:
            failures = 0
            while True:
                if not self._updates.pending:
                    await asyncio.sleep(_IDLE_S)
                    continue
                update_id, update = next(iter(self._updates.pending.items()))
                if await self._posted(session, update):
                    failures = 0
                    self._updates.confirm(update_id)
                    continue
                await asyncio.sleep(_AGAIN_AFTER_S[min(failures, len(_AGAIN_AFTER_S) - 1)])
                failures += 1

    async def _posted(self, session: ClientSession, update: dict[str, object]) -> bool:
        """Post one; whether it was taken."""
        try:
            async with session.post(self.url, json=update) as response:
                if response.status < 300:
                    return True
                reason = f"Wrong response from the webhook: {response.status} {response.reason}"
        except (ClientError, TimeoutError, OSError) as error:
            reason = f"Connection failed: {error}"
        self.last_error = (int(time.time()), reason)
        return False
