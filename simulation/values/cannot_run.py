"""Why a valid scenario cannot be run as asked."""

from simulation.values.wording import Lang


class CannotRun(Exception):
    """A run that was asked for cannot be done; the message says why and what to look at."""

    def __init__(self, english: str, danish: str = "") -> None:
        """Take the sentence in both languages; both travel along where another process is told."""
        super().__init__(english, danish)

    def __str__(self) -> str:
        """Return the English sentence."""
        return str(self.args[0])

    def text(self, lang: Lang) -> str:
        """Return the sentence in a language, in English where nobody has written the Danish one."""
        return (self.args[1] if lang == "da" else "") or str(self)
