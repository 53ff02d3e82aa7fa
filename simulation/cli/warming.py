"""The command that compiles the engine."""

from simulation.cli.output import out
from simulation.values.wording import Lang

WORDS: dict[Lang, tuple[str, str]] = {
    "en": (
        "Compiling the engine takes about a minute ...",
        "Done. All shipped scenarios gave the same logs, {ratio} times as quick; it is used from now on.",
    ),
    "da": (
        "Motoren oversættes; det tager omkring et minut ...",
        "Færdig. Alle medfølgende scenarier gav samme log, {ratio} gange så hurtigt; den bruges fra nu af.",
    ),
}


def compile_here(lang: Lang) -> None:
    """Compile the engine and tell what it gains."""
    from simulation.experiments.compiling import compile_engine

    begun, done = WORDS[lang]
    out.print(begun)
    ratio = f"{compile_engine():.1f}"
    out.print(done.format(ratio=ratio.replace(".", ",") if lang == "da" else ratio))
