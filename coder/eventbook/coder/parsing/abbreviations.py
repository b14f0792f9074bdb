"""Words whose full stop is not, or need not be, the end of a sentence (lower case, without the stop)."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name follows: never the end.
TITLES = _words(
    "mr mrs ms messrs mme mlle dr drs prof gen brig col lt ltcol maj capt sgt cpl pvt pfc cmdr cdr adm radm "
    "comdt supt insp const asst det rev revd fr hon sen rep gov lieut amb msgr pres pm-elect sec-gen "
    "atty gens cols sens reps govs vs viz cf eg ie e.g i.e v"
)
# A number follows, or it is an ordinary word that ends a sentence.
BEFORE_NUMBERS = _words(
    "no nos art arts fig figs sec secs vol vols p pp para paras ch eq ref res tel ext nr approx ca c circa est "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Either: the next word decides.
MAY_END = _words(
    "inc ltd co corp bros jr sr etc ave blvd rd st mt ft dept univ assn bldg al jan feb mar apr jun jul aug sep sept "
    "oct nov dec mon tue tues wed thu thur thurs fri sat sun calif fla tex ariz colo conn ill ind kan mass mich minn "
    "miss mo mont neb nev okla ore pa tenn va vt wash wis wyo ala ark ga la md ky del esq ret hq km kg lb lbs hr hrs "
    "min mins sq approx est gov't govt int'l nat'l pvt ph.d m.d b.a m.a u.s u.n u.k e.u d.c u.s.a u.a.e u.s.s.r a.u"
)
# Words in capitals at the end of a trade name: "Yahoo! offices".
EXCLAIMED = _words("yahoo jeopardy oklahoma")

CLOCK = _words("a.m p.m am pm")
CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
AFTER_CLOCK = CALENDAR | _words(
    "gmt utc est edt cst cdt mst mdt pst pdt bst cet eat wat ist local"
)
# Words that open a sentence when they have a capital letter; a name does not begin with them.
OPENERS = _words(
    "the a an this that these those he she it they we i you his her its their our my there here in on at by for from "
    "with after before since during when while although though as if but and or so yet however meanwhile also earlier "
    "later then now one two three four five six seven eight nine ten some many most several no not both each all "
    "according what who why how where which nevertheless moreover despite another other under until among no-one "
    "nobody everyone once even only just still such more at-least hundreds dozens thousands"
)
# The few that tell in text without both cases, where any word may follow an abbreviation.
SURE_OPENERS = _words("the he she it they we but this these there according meanwhile however")
