"""What is said about files that fit the model one by one but not together."""

from simulation.values.wording import Catalogue, Entry, Wording

WORLD_FAULTS: Catalogue = {
    "unknown-name": Entry(
        en=Wording("unknown {what} '{name}'", advice="use one that is there"),
        da=Wording("ukendt {what} '{name}'", advice="brug en, der findes"),
    ),
    "wrong-format": Entry(
        en=Wording("format {found} is not known here", "another format means other rules", "write format: 1 first"),
        da=Wording("format {found} kendes ikke her", "et andet format betyder andre regler", "skriv format: 1 først"),
    ),
    "no-personas": Entry(
        en=Wording("no personas in folder '{folder}'", "nobody would arrive", "add a file with a persona"),
        da=Wording("ingen personaer i mappen '{folder}'", "ingen ville komme", "læg en fil med en persona der"),
    ),
    "not-together": Entry(
        en=Wording("'{one}' cannot be combined with '{other}'", advice="take one of them away"),
        da=Wording("'{one}' kan ikke forenes med '{other}'", advice="tag en af dem væk"),
    ),
    "other-course": Entry(
        en=Wording("'{one}' does not fit the course '{course}'", advice="use it with a course it is made for"),
        da=Wording("'{one}' passer ikke til forløbet '{course}'", advice="brug det med et forløb, det er lavet til"),
    ),
    "unknown-reference": Entry(
        en=Wording("unknown {what} '{name}'", advice="use one that is there, or add it first"),
        da=Wording("ukendt {what} '{name}'", advice="brug en, der findes, eller tilføj den først"),
    ),
    "circle": Entry(
        en=Wording(
            "the steps wait for each other in a circle: {circle}",
            "none of them could ever start",
            "take one 'after' away",
        ),
        da=Wording("trinene venter på hinanden i ring: {circle}", "ingen af dem kunne begynde", "fjern ét 'after'"),
    ),
    "wrong-unit": Entry(
        en=Wording("unit '{unit}' does not fit here; {wanted} does", "the number would mean something else"),
        da=Wording("enheden '{unit}' passer ikke her; {wanted} gør", "tallet ville betyde noget andet"),
    ),
    "wrong-role": Entry(
        en=Wording("role '{role}' works as {works} and cannot do this; {wanted} can"),
        da=Wording("rollen '{role}' arbejder som {works} og kan ikke gøre dette; {wanted} kan"),
    ),
    "no-settings": Entry(
        en=Wording("step '{step}' gathers, but there is no gathering", advice="add the key gathering to the course"),
        da=Wording("trinet '{step}' indhenter, men gathering mangler", advice="tilføj nøglen gathering til forløbet"),
    ),
    "no-holders": Entry(
        en=Wording(
            "'{data_type}' exists for this persona, but no actor that holds it is involved",
            advice="involve one of them",
        ),
        da=Wording(
            "'{data_type}' findes for personaen, men ingen aktør, der har det, er med", advice="lad en af dem være med"
        ),
    ),
    "shares": Entry(
        en=Wording("the shares add up to {total}, not 1", advice="change one of them"),
        da=Wording("andelene giver {total} tilsammen, ikke 1", advice="ret en af dem"),
    ),
    "no-source": Entry(
        en=Wording("unknown source '{name}'", "a number must be traceable", "add it to sources"),
        da=Wording("ukendt kilde '{name}'", "et tal skal kunne følges til sin kilde", "tilføj den til sources"),
    ),
    "too-many": Entry(
        en=Wording("{count} {what} are more than the {limit} that a run can hold"),
        da=Wording("{count} {what} er flere end de {limit}, en kørsel kan rumme"),
    ),
    "back-not-before": Entry(
        en=Wording(
            "'{to}' does not come before '{step}'", "a way back leads to an earlier step, or to the step itself"
        ),
        da=Wording(
            "'{to}' kommer ikke før '{step}'", "en vej tilbage fører til et tidligere trin eller til trinet selv"
        ),
    ),
    "without-answers": Entry(
        en=Wording("'{step}' has no answer '{name}'"),
        da=Wording("'{step}' har ikke svaret '{name}'"),
    ),
    "overlap": Entry(
        en=Wording("the opening hours {first} and {second} overlap or end before they begin"),
        da=Wording("åbningstiderne {first} og {second} overlapper eller slutter, før de begynder"),
    ),
    "no-setting": Entry(
        en=Wording("'{text}' is no setting", advice="write PATH=VALUE, as in steps.write_summary.minutes=30"),
        da=Wording("'{text}' er ingen indstilling", advice="skriv STI=VÆRDI, som steps.write_summary.minutes=30"),
    ),
    "other-run": Entry(
        en=Wording(
            "this folder holds another run; different: {keys}", "runs are never mixed", "give another folder with --out"
        ),
        da=Wording(
            "mappen rummer en anden kørsel; forskelligt: {keys}",
            "kørsler blandes aldrig",
            "angiv en anden mappe med --out",
        ),
    ),
    "no-run": Entry(
        en=Wording("'{folder}' holds no run", advice="make one with: snebold run SCENARIO --out {folder}"),
        da=Wording("'{folder}' rummer ingen kørsel", advice="lav en med: snebold run SCENARIE --out {folder}"),
    ),
    "no-date": Entry(
        en=Wording("'{value}' is not a date of the calendar"),
        da=Wording("'{value}' er ikke en dato i kalenderen"),
    ),
    "named-twice": Entry(
        en=Wording(
            "'{name}' is named twice", "its changes can be made only once", "take one away; the first is at {first}"
        ),
        da=Wording(
            "'{name}' er nævnt to gange", "dets ændringer kan kun ske én gang", "tag én væk; den første er ved {first}"
        ),
    ),
    "wrong-distribution": Entry(
        en=Wording(
            "{given} does not fit here; {wanted} does", advice="low and high around a value say what is believed of it"
        ),
        da=Wording(
            "{given} passer ikke her; {wanted} gør", advice="low og high om en value siger, hvad man tror om den"
        ),
    ),
    "exactly-one": Entry(
        en=Wording("exactly one of {keys} belongs here; there is {given}"),
        da=Wording("netop én af {keys} hører til her; der står {given}"),
    ),
    "without-key": Entry(
        en=Wording("'{key}' says nothing without '{required}'", advice="add '{required}', or take '{key}' away"),
        da=Wording("'{key}' siger intet uden '{required}'", advice="tilføj '{required}', eller fjern '{key}'"),
    ),
    "wrong-kind": Entry(
        en=Wording("'{name}' is a step of kind {kind}; one of kind {wanted} belongs here"),
        da=Wording("'{name}' er et trin af typen {kind}; her hører et af typen {wanted} til"),
    ),
    "other-event": Entry(
        en=Wording(
            "'{step}' does not wait for '{event}'",
            "a reaction starts only steps whose 'on' names its event",
            "write on: {event} in the step, or take it away here",
        ),
        da=Wording(
            "'{step}' venter ikke på '{event}'",
            "en reaktion starter kun trin, hvis 'on' nævner dens hændelse",
            "skriv on: {event} i trinet, eller tag det væk her",
        ),
    ),
    "second-gathering": Entry(
        en=Wording(
            "'{step}' gathers, and so does '{first}'", "a course has one gathering", "use a way back to gather again"
        ),
        da=Wording(
            "'{step}' indhenter, og det gør '{first}' også",
            "et forløb har én indhentning",
            "brug en vej tilbage til at indhente igen",
        ),
    ),
    "no-slots": Entry(
        en=Wording(
            "the meeting never takes place: '{calendar}' is closed on {weekday} at {at}", advice="choose another time"
        ),
        da=Wording("mødet finder aldrig sted: '{calendar}' har lukket {weekday} kl. {at}", advice="vælg en anden tid"),
    ),
    "never-closes": Entry(
        en=Wording(
            "'{step}' cannot close the cases",
            "a case closes when this step is done",
            "name a step without 'on' that the personas come to",
        ),
        da=Wording(
            "'{step}' kan ikke afslutte sagerne",
            "en sag afsluttes, når dette trin er gjort",
            "nævn et trin uden 'on', som personaerne når til",
        ),
    ),
    "never-open": Entry(
        en=Wording(
            "the calendar '{name}' has no open minute", "work in it would never end", "give opening hours under week"
        ),
        da=Wording(
            "kalenderen '{name}' har intet åbent minut",
            "arbejde i den blev aldrig færdigt",
            "giv åbningstider under week",
        ),
    ),
    "dates-order": Entry(
        en=Wording("{first} comes after {last}", "nothing would be closed", "exchange them"),
        da=Wording("{first} kommer efter {last}", "intet ville være lukket", "byt dem om"),
    ),
    "not-involved": Entry(
        en=Wording(
            "'{persona}' is not involved with '{actor}'", "that actor has the case and gathers", "add it under involves"
        ),
        da=Wording(
            "'{persona}' har ikke med '{actor}' at gøre",
            "den aktør har sagen og indhenter",
            "tilføj den under involves",
        ),
    ),
    "nobody-arrives": Entry(
        en=Wording("no citizen arrives: every weight is 0", advice="give one persona a weight above 0"),
        da=Wording("ingen borger kommer: hver weight er 0", advice="giv en persona en weight over 0"),
    ),
    "no-answer-for": Entry(
        en=Wording(
            "'{step}' has no answer for the case type '{case_type}'", "'{persona}' comes to it", "add it under among"
        ),
        da=Wording(
            "'{step}' har intet svar for sagstypen '{case_type}'", "'{persona}' når til det", "tilføj den under among"
        ),
    ),
    "left-behind": Entry(
        en=Wording(
            "'{name}' is taken away, but still named here where nobody takes the proposals up",
            "what is removed is gone for all; other changes hold only where they are taken up",
            "keep it, and change what it does",
        ),
        da=Wording(
            "'{name}' er fjernet, men nævnes stadig her, hvor ingen tager forslagene i brug",
            "det fjernede er væk for alle; andre ændringer gælder kun, hvor de tages i brug",
            "behold det, og ændr, hvad det gør",
        ),
    ),
    "no-effect": Entry(
        en=Wording(
            "'{key}' has no effect together with {other}", "it would be passed over in silence", "take one of them away"
        ),
        da=Wording(
            "'{key}' virker ikke sammen med {other}", "det ville blive forbigået i tavshed", "tag én af dem væk"
        ),
    ),
}
