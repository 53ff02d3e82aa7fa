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
            "'{name}' exists for this persona, but no actor that holds it is involved", advice="involve one of them"
        ),
        da=Wording(
            "'{name}' findes for personaen, men ingen aktør, der har det, er med", advice="lad en af dem være med"
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
        en=Wording("'{name}' has no answer '{answer}'"),
        da=Wording("'{name}' har ikke svaret '{answer}'"),
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
}
