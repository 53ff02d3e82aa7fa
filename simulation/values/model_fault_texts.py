"""What is said about data that do not fit the model."""

from simulation.values.wording import Catalogue, Entry, Wording

MODEL_FAULTS: Catalogue = {
    "unknown-key": Entry(
        en=Wording("unknown key '{key}'", advice="delete it, or use one that is known"),
        da=Wording("ukendt nøgle '{key}'", advice="slet den, eller brug en kendt"),
    ),
    "missing-key": Entry(
        en=Wording("the key '{key}' is missing", advice="add it; required here: {required}"),
        da=Wording("nøglen '{key}' mangler", advice="tilføj den; krævet her: {required}"),
    ),
    "wrong-type": Entry(
        en=Wording("{expected} belongs here, not {given}{shown}"),
        da=Wording("her hører {expected} til, ikke {given}{shown}"),
    ),
    "bare-number": Entry(
        en=Wording(
            "a number of the model stands with unit and evidence",
            "every number can be traced to what it rests on",
            "write {{value: {value}, unit: ..., kind: assumed, because: ...}}",
        ),
        da=Wording(
            "et tal i modellen står med enhed og belæg",
            "hvert tal kan følges til det, det hviler på",
            "skriv {{value: {value}, unit: ..., kind: assumed, because: ...}}",
        ),
    ),
    "decimal-comma": Entry(
        en=Wording("'{value}' is text", "decimals are written with a point", "write {number}"),
        da=Wording("'{value}' er tekst", "decimaler skrives med punktum", "skriv {number}"),
    ),
    "out-of-range": Entry(
        en=Wording("{value} is out of range: {bound} {limit}"),
        da=Wording("{value} er uden for det mulige: {bound} {limit}"),
    ),
    "wrong-length": Entry(
        en=Wording("wrong length {length}: {bound} {limit}"),
        da=Wording("forkert længde {length}: {bound} {limit}"),
    ),
    "not-one-of": Entry(
        en=Wording("'{value}' is not a value of '{key}'", advice="use one of the known"),
        da=Wording("'{value}' er ikke en værdi for '{key}'", advice="brug et af de kendte"),
    ),
    "wrong-form": Entry(
        en=Wording("'{value}' does not have the form {pattern}"),
        da=Wording("'{value}' har ikke formen {pattern}"),
    ),
    "wrong-quantity": Entry(
        en=Wording("wrong quantity: {problem}"),
        da=Wording("forkert størrelse: {problem}"),
    ),
    "wrong-value": Entry(
        en=Wording("wrong value: {problem}"),
        da=Wording("forkert værdi: {problem}"),
    ),
}
