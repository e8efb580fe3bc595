"""Types of settings and record fields that any YAML file may have: how a scalar's text becomes a value.

Every scalar arrives as a string (nothing is guessed), so each type is a string with a rule. A rule raises
``ValueError`` with a sentence for the person who wrote the file.
"""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from papershelf.lib.paths import checked_path
from papershelf.lib.text import squeeze, without_control

LONGEST_LINE = 2_000
LONGEST_TEXT = 500_000
# Nearly every address; what does not match gets the close look.
_PLAIN_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?:/[A-Za-z0-9/._~%?=&;#+:,!()*$-]*)?"
)
# BCP 47 takes the shortest code of ISO 639; names, three-letter codes and countries are what people write instead.
_LANGUAGES = {
    word: tag
    for tag, words in {
        "ar": "arabic ara",
        "cs": "czech cze ces cz",
        "da": "danish dan dk",
        "de": "german deutsch ger deu",
        "el": "greek gre ell gr",
        "en": "english eng us gb",
        "es": "spanish español spa",
        "fa": "persian farsi per fas",
        "fi": "finnish fin",
        "fr": "french français fre fra",
        "he": "hebrew heb",
        "hi": "hindi hin",
        "hu": "hungarian hun",
        "id": "indonesian ind",
        "it": "italian italiano ita",
        "ja": "japanese jpn jp",
        "ko": "korean kor kr",
        "nl": "dutch dut nld",
        "no": "norwegian nor",
        "pl": "polish pol",
        "pt": "portuguese português por",
        "ro": "romanian rum ron",
        "ru": "russian rus",
        "sv": "swedish swe",
        "th": "thai tha",
        "tr": "turkish tur",
        "uk": "ukrainian ukr ua",
        "vi": "vietnamese vie",
        "zh": "chinese chi zho cn",
    }.items()
    for word in words.split()
}
_FLAGS = dict.fromkeys(("yes", "on", "y", "true"), "true") | dict.fromkeys(
    ("no", "off", "n", "false"), "false"
)
_BARE_ADDRESS = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")


class Meant(ValueError):
    """A value that is not right as it stands, though it is certain which was meant."""

    def __init__(self, message: str, value: str | list[str]) -> None:
        super().__init__(message)
        self.value = value
        """What to write instead."""


def one_line(value: str) -> str:
    """Return a text of one line; its white space is squeezed, its control characters dropped."""
    text = squeeze(value) if value.isascii() and value.isprintable() else squeeze(without_control(value))
    if not text:
        raise ValueError("is empty: write something, or leave the key out")
    if len(text) > LONGEST_LINE:
        raise ValueError(f"is {len(text):,} characters long (at most {LONGEST_LINE:,})")
    return text


def paragraphs(value: str) -> str:
    """Return a longer text in Markdown, control characters dropped."""
    text = without_control(value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"is {len(text):,} characters long (at most {LONGEST_TEXT:,})")
    return text


def web_address(value: str) -> str:
    """Check an ``http``, ``https`` or ``ftp`` address; nothing else may become a link.

    Spaces in its path are encoded. Refused too is what makes an address look like another: a user name, letters
    beyond ASCII in the host.
    """
    if len(value) > LONGEST_LINE:
        raise ValueError(f"is {len(value):,} characters long (at most {LONGEST_LINE:,})")
    if _PLAIN_ADDRESS.fullmatch(value):
        return value
    text = value.strip()
    path = text.partition("://")[2].partition("/")[2]
    text = text.removesuffix(path) + path.replace(" ", "%20")
    try:
        parts = urlsplit(text)
        _ = parts.port  # refused where it is none
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in ("http", "https", "ftp") or not parts.hostname:
        wanted = f"write https://{value}" if _BARE_ADDRESS.fullmatch(value) else "want https://..."
        raise ValueError(f"{value!r} is not a web address ({wanted})")
    if re.search(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]", text):
        raise ValueError(
            f"{value!r} holds a character that no web address may hold; write it percent-encoded"
        )
    if parts.username is not None:
        raise ValueError(f"{value!r} has a user name before its host {parts.hostname!r}; write it without")
    if ".." in parts.hostname or parts.hostname.startswith("."):
        raise ValueError(f"{value!r} has an empty part in its host")
    if not parts.hostname.isascii():
        raise ValueError(f"{value!r} has letters beyond ASCII in its host; write it in Punycode (xn--...)")
    return text


def file_or_address(value: str) -> str:
    """Check a web address, or the path of a file: beside the record, or below the archive's ``content/static/``."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", value.strip()):
        return web_address(value)
    try:
        return checked_path(one_line(value))
    except ValueError as error:
        raise ValueError(
            f"{error} (want a web address, or the path of a file inside content/static/)"
        ) from None


def language_tag(value: str) -> str:
    """Check a language tag of the usual form of BCP 47: ``en``, ``pt-BR``, ``zh-Hant-TW``."""
    if meant := _LANGUAGES.get(value.lower()):
        raise Meant(f"{value!r} is not the language's shortest tag", meant)
    if _LANGUAGE.fullmatch(hyphened := value.replace("_", "-")) and hyphened != value:
        raise Meant(f"{value!r} has underscores where BCP 47 has hyphens", hyphened)
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f"{value!r} is not a language tag (want BCP 47, as in en or pt-BR)")
    return value


def count(value: Any) -> int:
    """Read a whole number, zero or more."""
    if isinstance(value, int):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{1,12}", value, re.ASCII):
        raise ValueError(f"{value!r} is not a whole number (want 0 or more)")
    return int(value)


def flag(value: Any) -> bool:
    """Read ``true`` or ``false``; YAML's other spellings of them are not guessed at."""
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        message = f"{value!r} is neither true nor false"
        meant = _FLAGS.get(value.lower()) if isinstance(value, str) else None
        raise Meant(message, meant) if meant else ValueError(message)
    return bool(value == "true")


def as_list(value: Any) -> Any:
    """Return a lone scalar as a list of one, so that ``tags: vision`` works as ``tags: [vision]``."""
    return [value] if isinstance(value, str | dict) else value


Line = Annotated[str, AfterValidator(one_line)]
Paragraphs = Annotated[str, AfterValidator(paragraphs)]
Url = Annotated[str, AfterValidator(web_address)]
FileOrUrl = Annotated[str, AfterValidator(file_or_address)]
Language = Annotated[str, AfterValidator(language_tag)]
_COUNT_SCHEMA = {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\d{1,12}$"}
Count = Annotated[int, BeforeValidator(count), WithJsonSchema(_COUNT_SCHEMA)]
Flag = Annotated[bool, BeforeValidator(flag), WithJsonSchema({"type": "boolean"})]
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_list)]
