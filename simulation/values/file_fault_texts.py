"""What is said about files that cannot be read."""

from simulation.values.wording import Catalogue, Entry, Wording

_PLAIN_NUMBER = "write the number with plain digits, or put it in quotes if it is a name or a code"
_RENT_TAL = "skriv tallet med almindelige cifre, eller sæt det i citationstegn, hvis det er et navn eller en kode"

FILE_FAULTS: Catalogue = {
    "missing-file": Entry(
        en=Wording("no file '{name}'; searched: {searched}", advice="check the name of the file and of the folder"),
        da=Wording("ingen fil '{name}'; søgt i: {searched}", advice="tjek navnet på filen og på mappen"),
    ),
    "not-a-file": Entry(
        en=Wording("this is a folder or a device, not a file", advice="name a file that ends in .yaml"),
        da=Wording("dette er en mappe eller en enhed, ikke en fil", advice="angiv en fil, der ender på .yaml"),
    ),
    "unreadable-file": Entry(
        en=Wording("the file cannot be read: {problem}", advice="check who may read it and that the disk is there"),
        da=Wording("filen kan ikke læses: {problem}", advice="tjek, hvem der må læse den, og at disken er der"),
    ),
    "too-large": Entry(
        en=Wording("the file is larger than {limit} bytes", advice="divide it into several files"),
        da=Wording("filen er større end {limit} bytes", advice="del den i flere filer"),
    ),
    "too-many-values": Entry(
        en=Wording("the file has more than {limit} values", advice="divide it into several files"),
        da=Wording("filen har mere end {limit} værdier", advice="del den i flere filer"),
    ),
    "not-utf-8": Entry(
        en=Wording("the file is not UTF-8 text", advice="save it again in your editor with the encoding UTF-8"),
        da=Wording("filen er ikke tekst i UTF-8", advice="gem den igen i din editor med tegnsættet UTF-8"),
    ),
    "byte-order-mark": Entry(
        en=Wording("the file begins with a byte order mark", advice='save it as "UTF-8", not "UTF-8 with BOM"'),
        da=Wording("filen begynder med et byte order mark", advice='gem den som "UTF-8", ikke "UTF-8 med BOM"'),
    ),
    "cr-line-end": Entry(
        en=Wording("a line ends with CR alone", advice="save the file with line ends LF or CRLF"),
        da=Wording("en linje slutter med CR alene", advice="gem filen med linjeskift LF eller CRLF"),
    ),
    "control-character": Entry(
        en=Wording("the character {character} is not allowed", "it cannot be seen and may hide something", "delete it"),
        da=Wording("tegnet {character} er ikke tilladt", "det kan ikke ses og kan skjule noget", "slet det"),
    ),
    "tab": Entry(
        en=Wording("tab character", "tabs have no agreed width", "use spaces"),
        da=Wording("tabulatortegn", "tabulatorer har ingen aftalt bredde", "brug mellemrum"),
    ),
    "long-line": Entry(
        en=Wording("the line is longer than {limit} characters", advice="divide it, with >- for running text"),
        da=Wording("linjen er længere end {limit} tegn", advice="del den, med >- for løbende tekst"),
    ),
    "cpr-number": Entry(
        en=Wording(
            "text that looks like a CPR number",
            "files hold fictitious people only",
            "remove it; a made-up number has 60 added to its day of birth",
        ),
        da=Wording(
            "tekst, der ligner et CPR-nummer",
            "filerne rummer kun opdigtede personer",
            "fjern det; et opdigtet nummer har 60 lagt til fødselsdagen",
        ),
    ),
    "empty-file": Entry(
        en=Wording("the file is empty", advice="begin it with format: 1"),
        da=Wording("filen er tom", advice="begynd den med format: 1"),
    ),
    "second-document": Entry(
        en=Wording("a second document begins here", "a file holds one document", "move it to a file of its own"),
        da=Wording("her begynder endnu et dokument", "en fil rummer ét dokument", "flyt det til sin egen fil"),
    ),
    "directive": Entry(
        en=Wording("a line that begins with % is a directive", "files are plain YAML 1.2", "delete the line"),
        da=Wording("en linje, der begynder med %, er et direktiv", "filer er ren YAML 1.2", "slet linjen"),
    ),
    "duplicate-key": Entry(
        en=Wording(
            "the key '{key}' is written twice", "only one of them could count", "keep one; the first is at {first}"
        ),
        da=Wording(
            "nøglen '{key}' står der to gange", "kun den ene kunne gælde", "behold én; den første er ved {first}"
        ),
    ),
    "non-string-key": Entry(
        en=Wording("a key must be text", advice="put the key in quotes, or give it a name"),
        da=Wording("en nøgle skal være tekst", advice="sæt nøglen i citationstegn, eller giv den et navn"),
    ),
    "merge-key": Entry(
        en=Wording("the merge key << is not used", "each number stands where it is meant", "write the keys out"),
        da=Wording("flettenøglen << bruges ikke", "hvert tal står, hvor det er ment", "skriv nøglerne ud"),
    ),
    "anchor": Entry(
        en=Wording("an anchor (&) is not used", "each number stands where it is meant", "delete the & and its name"),
        da=Wording("et anker (&) bruges ikke", "hvert tal står, hvor det er ment", "slet & og navnet efter"),
    ),
    "alias": Entry(
        en=Wording("an alias (*) is not used", "each number stands where it is meant", "write the value out"),
        da=Wording("et alias (*) bruges ikke", "hvert tal står, hvor det er ment", "skriv værdien ud"),
    ),
    "tag": Entry(
        en=Wording("a tag (!) is not used", "files hold plain values only", "delete the tag, or quote the text"),
        da=Wording("et tag (!) bruges ikke", "filer rummer kun rene værdier", "slet tagget, eller citer teksten"),
    ),
    "too-deep": Entry(
        en=Wording("more than {limit} levels inside each other", advice="check the indentation and the brackets"),
        da=Wording("mere end {limit} niveauer inden i hinanden", advice="tjek indrykning og parenteser"),
    ),
    "empty-value": Entry(
        en=Wording("nothing stands here", "it is unclear whether it was forgotten", "give a value, or delete the line"),
        da=Wording("her står ingenting", "det er uklart, om det er glemt", "giv en værdi, eller slet linjen"),
    ),
    "yes-no-word": Entry(
        en=Wording(
            "'{text}' is read differently by different programs",
            advice="write true or false, or put it in quotes if it is text",
        ),
        da=Wording(
            "'{text}' læses forskelligt af forskellige programmer",
            advice="skriv true eller false, eller sæt det i citationstegn, hvis det er tekst",
        ),
    ),
    "number-form": Entry(
        en=Wording("'{text}' is a number in an unusual form", "programs read it differently", _PLAIN_NUMBER),
        da=Wording("'{text}' er et tal i en usædvanlig form", "programmer læser det forskelligt", _RENT_TAL),
    ),
    "long-number": Entry(
        en=Wording("the number has more than {limit} digits", "the last of them would be lost", _PLAIN_NUMBER),
        da=Wording("tallet har mere end {limit} cifre", "de sidste af dem ville gå tabt", _RENT_TAL),
    ),
    "huge-exponent": Entry(
        en=Wording("the exponent of '{text}' is beyond {limit}", advice=_PLAIN_NUMBER),
        da=Wording("eksponenten i '{text}' er over {limit}", advice=_RENT_TAL),
    ),
    "not-finite": Entry(
        en=Wording("'{text}' is no number to calculate with", advice="give a number, or leave the key out"),
        da=Wording("'{text}' er ikke et tal at regne med", advice="giv et tal, eller udelad nøglen"),
    ),
    "negative-zero": Entry(
        en=Wording("'{text}' is a negative zero", advice="write 0"),
        da=Wording("'{text}' er et negativt nul", advice="skriv 0"),
    ),
    "unquoted-time": Entry(
        en=Wording("'{text}' must be quoted", "older programs read it as a number", 'write "{text}"'),
        da=Wording("'{text}' skal i citationstegn", "ældre programmer læser det som et tal", 'skriv "{text}"'),
    ),
    "unquoted-date": Entry(
        en=Wording("'{text}' must be quoted", "some programs read it as a date", 'write "{text}"'),
        da=Wording("'{text}' skal i citationstegn", "nogle programmer læser det som en dato", 'skriv "{text}"'),
    ),
    "stray-colon": Entry(
        en=Wording("a second ': ' on the line", advice="put the text in quotes"),
        da=Wording("endnu et ': ' på linjen", advice="sæt teksten i citationstegn"),
    ),
    "missing-colon": Entry(
        en=Wording("a key without ': '", advice="write 'key: value', with a space after the colon"),
        da=Wording("en nøgle uden ': '", advice="skriv 'nøgle: værdi', med mellemrum efter kolon"),
    ),
    "indentation": Entry(
        en=Wording(
            "this does not fit what stands before it", advice="check the indentation, the quotes and the commas"
        ),
        da=Wording("dette passer ikke til det, der står før", advice="tjek indrykning, citationstegn og kommaer"),
    ),
    "unclosed-quote": Entry(
        en=Wording("the quote that begins here is not closed", advice="close it, or check the quotes inside the text"),
        da=Wording("citatet, der begynder her, er ikke lukket", advice="luk det, eller tjek citationstegn i teksten"),
    ),
    "unclosed-bracket": Entry(
        en=Wording("the bracket that opens here is not closed", advice="close it, and put commas between the values"),
        da=Wording("parentesen, der åbner her, er ikke lukket", advice="luk den, og sæt komma mellem værdierne"),
    ),
    "stray-character": Entry(
        en=Wording("a value cannot begin like this", advice="put the text in quotes"),
        da=Wording("en værdi kan ikke begynde sådan", advice="sæt teksten i citationstegn"),
    ),
    "syntax": Entry(
        en=Wording("this is not YAML: {problem}", advice="put the text in quotes, or compare with a file that works"),
        da=Wording(
            "dette er ikke YAML: {problem}", advice="sæt teksten i citationstegn, eller se i en fil, der virker"
        ),
    ),
}
