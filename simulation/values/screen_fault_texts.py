"""What is said about screens that would show what no log and no source says."""

from simulation.values.wording import Catalogue, Entry, Wording

SCREEN_FAULTS: Catalogue = {
    "painted-value": Entry(
        en=Wording(
            "'{value}' looks like a value of a case",
            "a screen shows only what the log or a sourced file says",
            "take it away, and let an element show it",
        ),
        da=Wording(
            "'{value}' ligner en oplysning om en sag",
            "en skærm viser kun, hvad loggen eller en fil med kilde siger",
            "fjern det, og lad et element vise det",
        ),
    ),
    "same-id": Entry(
        en=Wording(
            "'{name}' is the id of two parts",
            "what is typed and answered is kept by it",
            "give one of them another id; the first is at {first}",
        ),
        da=Wording(
            "'{name}' er id for to dele",
            "det, der skrives og svares, gemmes efter det",
            "giv den ene et andet id; den første er ved {first}",
        ),
    ),
    "real-system": Entry(
        en=Wording(
            "'{name}' is the name of a real system",
            "a mock-up must not be taken for a real system",
            "name the kind of system, or say it in 'about'",
        ),
        da=Wording(
            "'{name}' er navnet på et virkeligt it-system",
            "en øvelsesskærm må ikke forveksles med et virkeligt system",
            "nævn slagsen af system, eller skriv det i 'about'",
        ),
    ),
}
