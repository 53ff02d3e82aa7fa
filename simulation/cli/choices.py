"""What can be chosen on the command line."""

from enum import StrEnum


class Language(StrEnum):
    """Language of results."""

    DA = "da"
    EN = "en"


class Target(StrEnum):
    """What a run or a scenario is exported to."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    DELIVERABLES = "deliverables"
    BPMN = "bpmn"
    WORKSHOP_KIT = "workshop-kit"
    CLICKTHROUGH = "clickthrough"


class EngineName(StrEnum):
    """What plays: the readable engine, or the one made of it for this machine; auto takes the quickest there is."""

    AUTO = "auto"
    REFERENCE = "reference"
    COMPILED = "compiled"


class Format(StrEnum):
    """Formats that faults are told in."""

    TEXT = "text"
    JSON = "json"
