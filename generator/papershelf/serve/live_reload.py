"""Live reload: what open pages are told after each build, as Server-Sent Events."""

import json
import threading
from collections.abc import Sequence

from papershelf.problems import Problem

HEARTBEAT = 15.0
"""Seconds of silence after which a stream says that it is alive, and so notices that its page is closed."""


class LastBuild:
    """The number of the last build and its problems; streams wait here for the next one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self.problems: tuple[Problem, ...] = ()

    def announce(self, problems: Sequence[Problem]) -> None:
        """Send every open page word that a build has ended."""
        with self._changed:
            self._number += 1
            self.problems = tuple(problems)
            self._changed.notify_all()

    def next_event(self, seen: int) -> tuple[int, bytes]:
        """Wait for a build after number ``seen``.

        Return its number and what the stream says: an event, or a comment once the heartbeat is due.
        """
        with self._changed:
            is_new = self._changed.wait_for(lambda: self._number != seen, timeout=HEARTBEAT)
            return self._number, self._event() if is_new else b": still here\n\n"

    def _event(self) -> bytes:
        """Return the last build as an event (WHATWG HTML, 9.2)."""
        rows = [
            {
                "place": str(problem.location),
                "message": problem.message,
                "advice": problem.advice,
                "excerpt": problem.excerpt,
            }
            for problem in self.problems
        ]
        return f"data: {json.dumps({'build': self._number, 'problems': rows})}\n\n".encode()
