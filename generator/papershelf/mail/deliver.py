"""Delivery by SMTP, one message per recipient, so that no address is shown to another."""

import smtplib
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage

from papershelf.lib.text import squeeze

TIMEOUT = 30.0
"""Seconds without an answer after which a server counts as gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where messages are handed in."""

    host: str
    port: int
    starttls: bool
    """Whether nothing is sent before the connection is encrypted and the server's certificate checked."""
    user: str
    """Empty: without login."""
    password: str


def deliver(
    messages: Iterable[tuple[str, EmailMessage]], server: Server, sender: str, accepted: Callable[[str], None]
) -> list[str]:
    """Hand in each ``(recipient, message)`` and return the failures, a line each.

    ``accepted`` is called with a recipient as soon as the server has taken responsibility for their message
    (RFC 5321, 4.2.5), and never otherwise. One refused recipient does not keep others from theirs; a broken
    connection does.
    """
    failures: list[str] = []
    place = f"{server.host}:{server.port}"
    try:
        smtp = _connect(server)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return [f"{place}: {_reason(error)}"]
    try:
        for recipient, message in messages:
            try:
                smtp.send_message(message, sender, [recipient])
            except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
                failures.append(f"{place}: {recipient}: {_reason(error)}")
                if smtp.sock is None:  # smtplib hangs up when the server says 421
                    break
            except (smtplib.SMTPException, OSError) as error:
                failures.append(f"{place}: {recipient}: {_reason(error)}")
                break
            else:
                accepted(recipient)
        with suppress(smtplib.SMTPException, OSError):
            smtp.quit()
    finally:
        smtp.close()
    return failures


def _connect(server: Server) -> smtplib.SMTP:
    smtp = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        if server.starttls:
            smtp.starttls(context=ssl.create_default_context())
        if server.user:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return _answer(code, text)
    if isinstance(error, smtplib.SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):  # smtplib wraps it
        return f"no answer for {TIMEOUT:g} seconds"
    return squeeze(getattr(error, "strerror", None) or str(error))


def _answer(code: int, text: bytes | str) -> str:
    said = text if isinstance(text, str) else text.decode("utf-8", "replace")
    return f"the server answered {code} {squeeze(said)}"
