"""What is said about To-Be changes that do not fit, and about files that do not fit together."""

from simulation.values.wording import Catalogue, Entry, Wording

CHANGE_FAULTS: Catalogue = {
    "one-verb": Entry(
        en=Wording("a change has exactly one of set, add, remove and scale; this has {given}"),
        da=Wording("en ændring har netop én af set, add, remove og scale; denne har {given}"),
    ),
    "wrong-path": Entry(
        en=Wording("'{path}' is not a path", advice="write names with dots between, as in steps.write_summary.minutes"),
        da=Wording(
            "'{path}' er ikke en sti", advice="skriv navne med punktum imellem, som steps.write_summary.minutes"
        ),
    ),
    "unknown-path": Entry(
        en=Wording("unknown name '{name}'", advice="use add for what is not there"),
        da=Wording("ukendt navn '{name}'", advice="brug add til det, der ikke findes"),
    ),
    "already-there": Entry(
        en=Wording("'{path}' is there already", advice="use set to change it"),
        da=Wording("'{path}' findes allerede", advice="brug set til at ændre det"),
    ),
    "no-parts": Entry(
        en=Wording("'{path}' is {given} and has no parts that a path can name", advice="set it as a whole"),
        da=Wording("'{path}' er {given} og har ingen dele, en sti kan nævne", advice="sæt det som helhed"),
    ),
    "not-scalable": Entry(
        en=Wording("'{path}' is {given}; only a number or a quantity is scaled", advice="use set"),
        da=Wording("'{path}' er {given}; kun et tal eller en størrelse skaleres", advice="brug set"),
    ),
    "wrong-factor": Entry(
        en=Wording("a factor is a number of at least 0, or a quantity with unit factor and value"),
        da=Wording("en faktor er et tal på mindst 0, eller en størrelse med unit factor og value"),
    ),
    "path-twice": Entry(
        en=Wording(
            "{origin} has '{verb}' on '{path}', but {other_origin} has '{other_verb}' on it at {other}",
            "changes give the same result in any order",
            "keep one of them; only one set and any scales may meet",
        ),
        da=Wording(
            "{origin} har '{verb}' på '{path}', men {other_origin} har '{other_verb}' på den ved {other}",
            "ændringer giver det samme i enhver rækkefølge",
            "behold én af dem; kun ét set og flere scale må mødes",
        ),
    ),
    "path-inside-path": Entry(
        en=Wording(
            "{origin} has '{verb}' on '{path}', but {other_origin} has '{other_verb}' on '{outer}' at {other}",
            "changes give the same result in any order",
            "keep one of them, or change parts that do not lie inside each other",
        ),
        da=Wording(
            "{origin} har '{verb}' på '{path}', men {other_origin} har '{other_verb}' på '{outer}' ved {other}",
            "ændringer giver det samme i enhver rækkefølge",
            "behold én af dem, eller ændr dele, der ikke ligger inden i hinanden",
        ),
    ),
    "defined-twice": Entry(
        en=Wording("'{key}' is defined twice", "only one of them could count", "rename one; the first is at {first}"),
        da=Wording("'{key}' er defineret to gange", "kun den ene kunne gælde", "omdøb én; den første er ved {first}"),
    ),
}
