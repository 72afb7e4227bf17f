"""What Telegram lets a bot send, kept once for answers and alerts together. Pure data; times are seconds of the caller's clock.

About 30 messages a second in all, one a second in a chat (short bursts pass), 20 a minute in a group. Each limit is kept exactly:
in no stretch of its period do more arrive than it allows; ``windows`` says how that is known. Both kinds of sends stand in it:

    answers    a person waits: they take any place that there is, in a chat up to a burst
    alerts     give way: one a second in a chat, in a group some places are left to the answers, and answers that wait go first

Who is next of many is decided in ``pace``.
"""

from collections.abc import Callable, Sequence
from math import inf

from bot.delivery.windows import Limit, Trips, Window

OVERALL = Limit(30, 1.0)
A_CHAT = Limit(1, 1.0)
A_GROUP = Limit(20, 60.0)
NO_CHAT = 0  # for what counts in all and in no chat
_BURST = 5  # so many messages may come at once in a chat, if no more come in as many seconds
_SPARE_SHARE = 4  # alerts leave one in so many of a group's places to answers
_SWEEP_AT = 4096


class _Chat:
    """The windows of one chat.

    Args:
        limits: one message after the other, a burst of them, and where it is a group, its own.
    """

    __slots__ = ("not_before", "windows")

    def __init__(self, limits: Sequence[Limit]) -> None:
        self.windows = tuple(Window(limit) for limit in limits)
        self.not_before = -inf

    def is_over(self, now_s: float) -> bool:
        return self.not_before <= now_s and all(one.is_over(now_s) for one in self.windows)


class Budget:
    """The places that there are.

    Args:
        overall: the limit of all sends together.
        a_chat: the limit of each chat.
        a_group: a further limit of each group (a chat whose id is negative, as Telegram numbers them).
        burst: how many may come at once in a chat, and within which time no more; five times ``a_chat`` where nothing is said.
    """

    def __init__(
        self, overall: Limit = OVERALL, a_chat: Limit = A_CHAT, a_group: Limit = A_GROUP, *, burst: Limit | None = None
    ) -> None:
        self.overall = Window(overall)
        self.spare = a_group.count // _SPARE_SHARE
        self._limits = a_chat, burst or Limit(_BURST * a_chat.count, _BURST * a_chat.period_s), a_group
        self._chats: dict[int, _Chat] = {}
        self._sweep_at = _SWEEP_AT
        self._now_s = -inf
        self._watching: list[Callable[[int], None]] = []
        self._pump: Callable[[], None] = lambda: None
        self.answers = Side(self)
        self.alerts = Side(self, gives_way=True)

    def watch(self, freed: Callable[[int], None]) -> None:
        """Be told when a send is over, and may have left a place.

        Args:
            freed: called with the chat.
        """
        self._watching.append(freed)

    def freed(self, chat_id: int) -> None:
        """Tell those who watch."""
        for one in self._watching:
            one(chat_id)

    def past(self, chat_id: int, times_s: Sequence[float]) -> None:
        """Count what went to a chat and was not sent from here, as before a restart.

        Args:
            chat_id: the chat.
            times_s: when, rising.
        """
        for window in self.chat(chat_id).windows:
            for one in times_s:
                window.past(one)

    def hold(self, chat_id: int, until_s: float) -> None:
        """Send nothing to a chat before a time: Telegram said so for this chat."""
        chat = self.chat(chat_id)
        chat.not_before = max(chat.not_before, until_s)

    def chat(self, chat_id: int) -> _Chat:
        """A chat's windows; now and then those in which nothing counts any more are forgotten, so that old chats take no memory."""
        found = self._chats.get(chat_id)
        if found is None:
            if len(self._chats) >= self._sweep_at:
                self._chats = {one: chat for one, chat in self._chats.items() if not chat.is_over(self._now_s)}
                self._sweep_at = 2 * len(self._chats) + _SWEEP_AT
            limits = () if chat_id == NO_CHAT else self._limits if chat_id < 0 else self._limits[:2]
            found = self._chats[chat_id] = _Chat(limits)
        return found

    def answers_go(self, pump: Callable[[], None]) -> None:
        """Say how answers that wait are let go; done each time before an alert is.

        Args:
            pump: lets those go for which there is a place.
        """
        self._pump = pump

    def passes(self, now_s: float, *, let_first: bool) -> None:
        """Time passes.

        Args:
            now_s: the time.
            let_first: whether answers that wait are to be let go first.
        """
        self._now_s = max(self._now_s, now_s)
        if let_first:
            self._pump()


class Side:
    """The answers' or the alerts' share of a budget.

    Args:
        budget: the places.
        gives_way: whether the other side goes before.
    """

    def __init__(self, budget: Budget, *, gives_way: bool = False) -> None:
        self._budget, self._gives_way = budget, gives_way
        self._trips = Trips() if gives_way else None  # the answers' client is slower: what its trips took says nothing of the way

    def passes(self, now_s: float) -> None:
        """Time passes, and who goes first may go."""
        self._budget.passes(now_s, let_first=self._gives_way)

    @property
    def free_at(self) -> float:
        """When the next send may start, wherever it goes; infinity when one under way must be over first."""
        return self._budget.overall.free_at()

    def chat_free_at(self, chat_id: int) -> float:
        """The same for a chat."""
        chat = self._budget.chat(chat_id)
        if not chat.windows:
            return chat.not_before
        one, burst, *group = chat.windows
        spare = self._budget.spare if self._gives_way else 0
        free = [chat.not_before, burst.free_at(), *(window.free_at(spare) for window in group)]
        return max(*free, one.free_at()) if self._gives_way else max(free)

    def watch(self, freed: Callable[[int], None]) -> None:
        """Be told when a send of either side is over; see ``Budget.watch``."""
        self._budget.watch(freed)

    def start(self, chat_id: int) -> None:
        """A send starts."""
        for window in self._windows(chat_id):
            window.start()

    def undo(self, chat_id: int) -> None:
        """A send that was started was none."""
        for window in self._windows(chat_id):
            window.undo()
        self._budget.freed(chat_id)

    def end(self, chat_id: int, started_s: float, now_s: float) -> None:
        """A send is over, whatever came of it.

        Args:
            chat_id: where it went.
            started_s: when it started.
            now_s: the time.
        """
        arrived_s = self._trips.arrived(started_s, now_s) if self._trips else now_s
        for window in self._windows(chat_id):
            window.end(arrived_s)
        self._budget.freed(chat_id)

    def _windows(self, chat_id: int) -> tuple[Window, ...]:
        return self._budget.overall, *self._budget.chat(chat_id).windows
