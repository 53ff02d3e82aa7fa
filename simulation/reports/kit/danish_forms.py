"""Danish sentences of what participants are told and asked on paper."""

from collections.abc import Mapping
from typing import Final

INFORMATION: Final[Mapping[str, str]] = {
    "information.title": "Til dig, der er med i dag",
    "information.lead": "Vi prøver arbejdsgange og skærme af på opdigtede borgere. Det er dem, vi prøver af, ikke dig.",
    "information.written": "Det skriver vi ned",
    "information.written.1": "din rollegruppe og dit bordnummer",
    "information.written.2": "hvor lang tid en opgave tager, og om den blev løst eller opgivet",
    "information.written.3": "dine svar på spørgsmål før og efter, og dine forslag",
    "information.not_written": "Det skriver vi ikke ned",
    "information.not_written.1": "navn, personnummer, telefon eller mail",
    "information.not_written.2": "lyd, billeder eller video",
    "information.not_written.3": "noget om virkelige borgere: nævn aldrig en virkelig sag i en opgave eller et svar",
    "information.shown": "Sådan vises svarene",
    "information.shown.1": "Pr. rollegruppe, aldrig pr. person. Grupper med færre end {fewest} lægges sammen med en "
    "anden.",
    "information.shown.2": "Kunne en lille gruppe regnes ud af de andre, lægges endnu en gruppe til.",
    "information.shown.3": "Tiderne bruges ikke til at sammenligne medarbejdere eller arbejdspladser. Din "
    "arbejdsgiver får ikke tal om sine egne ansatte.",
    "information.rights": "Det må du altid",
    "information.rights.1": "springe et spørgsmål, en opgave eller en rolle over, uden at sige hvorfor",
    "information.rights.2": "holde en pause eller gå",
    "information.rights.3": "bede om at få dit ark tilbage, så længe det ligger på bordet",
    "information.practice": "Alt er øvelse",
    "information.practice.1": "Borgerne er opdigtede, skærmene er ikke rigtige systemer, og mange tal er antagelser.",
    "information.practice.2": "Emnet er tæt på virkelige menneskers liv. Bliver det for meget, så sig det til "
    "kontaktpersonen.",
    "information.field.1": "Kontaktperson i dag",
    "information.field.2": "Ansvarlig for det, der skrives ned",
    "information.field.3": "Det slettes senest den",
}

QUESTIONS: Final[Mapping[str, str]] = {
    "questions.title": "Spørgsmål om «{course}»",
    "questions.lead": "Sæt ét kryds pr. spørgsmål. Skriv ikke navn. Du må springe over. Svar vises pr. rollegruppe, "
    "og grupper med færre end {fewest} lægges sammen.",
    "questions.when": "Hvornår svarer du?",
    "questions.before": "Før",
    "questions.after": "Efter",
    "questions.table": "Bord",
    "questions.group": "Rollegruppe",
    "questions.from_work": "Svar ud fra dit arbejde, som det er før workshoppen. Efter workshoppen: som du tror, "
    "det ville være med det, du har set.",
    "questions.experienced": "Svar, som du oplever det før workshoppen. Efter workshoppen: som du tror, det ville "
    "være med det, du har set. Spørgsmål til en anden end dig springer du over.",
    "questions.attitude": "Svarene viser holdninger i rummet og er ikke en målt virkning.",
    "questions.skip": "springer over",
    "questions.remark": "Bemærkning",
    "questions.N1": "Hvor let eller svært er det at få overblik over, hvor der er data om borgeren?",
    "questions.N2": "Hvor let eller svært er det at vurdere, hvilke data der er relevante for sagen?",
    "questions.N3": "Hvor let eller svært er det at indsamle de relevante data?",
    "scale.ease.1": "meget svært",
    "scale.ease.2": "svært",
    "scale.ease.3": "hverken eller",
    "scale.ease.4": "let",
    "scale.ease.5": "meget let",
    "scale.degree.1": "slet ikke",
    "scale.degree.2": "i ringe grad",
    "scale.degree.3": "i nogen grad",
    "scale.degree.4": "i høj grad",
    "scale.degree.5": "helt",
}

FORMS: Final[Mapping[str, str]] = {**INFORMATION, **QUESTIONS}
