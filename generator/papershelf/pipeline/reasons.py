"""Why a file is written: every reason with the sentence that ``--explain`` prints."""

from enum import StrEnum


class Reason(StrEnum):
    """Why an output is rendered in this build. The value is the sentence's end."""

    NEW = "it was not in the last build"
    CONTENT = "what it shows has changed"
    LAYOUT = "its layout, or a template that it uses, has changed"
    SETTINGS = "site.yaml or the site's menu has changed"
    CODE = "the generator, or a library it renders with, has changed"
    TOUCHED = "the file in the output folder is missing, or was changed since it was written"
    CLEAN = "a clean build was asked for"
