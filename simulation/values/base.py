"""The base of every frozen value of the project."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that is checked once and never changes; unknown keys are refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        use_attribute_docstrings=True,
        validate_default=True,
    )
