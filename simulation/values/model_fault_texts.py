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
    "wrong-numbers": Entry(
        en=Wording(
            "these numbers make no quantity: {given}",
            advice="give value; value, low and high; low, mode and high; typical and at_most; or mean",
        ),
        da=Wording(
            "disse tal giver ingen størrelse: {given}",
            advice="giv value; value, low og high; low, mode og high; typical og at_most; eller mean",
        ),
    ),
    "wrong-order": Entry(
        en=Wording("{first} is {smaller} and above {second}, which is {larger}"),
        da=Wording("{first} er {smaller} og over {second}, som er {larger}"),
    ),
    "source-missing": Entry(
        en=Wording(
            "a number of kind {kind} stands without a source",
            "others must be able to look it up",
            "add source, or write kind: assumed with because",
        ),
        da=Wording(
            "et tal med kind {kind} står uden kilde",
            "andre skal kunne slå det op",
            "tilføj source, eller skriv kind: assumed med because",
        ),
    ),
    "reason-missing": Entry(
        en=Wording(
            "a number of kind {kind} stands without source and because",
            "every number can be traced to what it rests on",
            "add because, or a source",
        ),
        da=Wording(
            "et tal med kind {kind} står uden source og because",
            "hvert tal kan følges til det, det hviler på",
            "tilføj because eller en source",
        ),
    ),
    "wrong-value": Entry(
        en=Wording("wrong value: {problem}"),
        da=Wording("forkert værdi: {problem}"),
    ),
}
