"""Words in the two languages of the product, and the shape of an id."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from simulation.values.base import Frozen

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Times = Annotated[StrictInt, Field(ge=0, le=100)]
YesNo = StrictBool
SomeIds = Annotated[tuple[Id, ...], Field(min_length=1)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class Text(Frozen):
    """The same words in Danish and English."""

    da: Words
    """Danish, as a participant reads it."""
    en: Words
    """English."""

    def in_language(self, lang: str) -> str:
        """Return the words in `da` or `en`."""
        return self.en if lang == "en" else self.da
