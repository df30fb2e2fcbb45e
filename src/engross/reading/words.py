"""The words by which a heading block is recognised, a table for each language.

Only words that stand in headings are here. The tables are looked up together, whatever the language
of the text: no word of one contradicts a word of another.
"""

from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_KIND = "document"


@dataclass(frozen=True, slots=True)
class Words:
    """One language: kinds by their template key, months from January, and the small words around them.

    ``qualifiers`` may stand before a kind, ``cities`` stand alone as a place, ``city_marks`` before any
    place, ``sections`` head a part of the body and are never a place, ``about`` begins a title,
    ``kind_ends_title`` tells of a language in which the kind is its last word. All are in lower case.
    """

    kinds: Mapping[str, str]
    months: str
    qualifiers: str = ""
    cities: str = ""
    city_marks: tuple[str, ...] = ()
    sections: str = ""
    about: str = ""
    kind_ends_title: bool = False


RUSSIAN = Words(
    kinds={
        "statement": "заявление",
        "declaration": "декларация",
        "communique": "коммюнике",
        "resolution": "резолюция",
        "decision": "решение",
        "order": "приказ",
        "decree": "постановление указ",
        "directive": "распоряжение",
        "agreement": "соглашение",
        "treaty": "договор",
        "convention": "конвенция",
        "charter": "устав хартия",
        "protocol": "протокол",
        "memorandum": "меморандум",
        "appeal": "обращение призыв",
        "letter": "письмо",
        "note": "нота",
        "regulation": "положение регламент",
    },
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    qualifiers="совместное совместная совместный итоговое итоговая итоговый политическое политическая"
    " специальное специальная межправительственное межправительственный дополнительное дополнительный"
    " рамочное рамочная рамочный временное временный вербальная всеобщая международная"
    " заключительное заключительный общее",
    cities="минск москва ереван астана нур-султан бишкек душанбе ташкент санкт-петербург сочи алма-ата алматы"
    " киев кишинев кишинёв баку ашхабад тбилиси самарканд чолпон-ата казань уфа циндао шанхай пекин женева"
    " нью-йорк вена париж лондон берлин брюссель хельсинки стамбул анкара тегеран дели белград будапешт",
    city_marks=("город", "г.", "гор.", "поселок", "посёлок", "пос.", "село"),
    sections="преамбула введение приложение содержание",
    about="о об обо",
)

BELARUSIAN = Words(
    kinds={
        "statement": "заява",
        "declaration": "дэкларацыя",
        "communique": "камюніке",
        "resolution": "рэзалюцыя",
        "decision": "рашэнне",
        "order": "загад",
        "decree": "пастанова указ",
        "directive": "распараджэнне",
        "agreement": "пагадненне",
        "treaty": "дагавор",
        "protocol": "пратакол",
        "memorandum": "мемарандум",
    },
    months="студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка"
    " лістапада снежня",
    qualifiers="сумесная сумеснае сумесны выніковая выніковае",
    cities="мінск масква ерэван",
    city_marks=("горад", "г."),
    sections="прэамбула уводзіны дадатак",
    about="аб аба",
)

UKRAINIAN = Words(
    kinds={
        "statement": "заява",
        "declaration": "декларація",
        "communique": "комюніке",
        "resolution": "резолюція",
        "decision": "рішення",
        "order": "наказ",
        "decree": "постанова указ",
        "directive": "розпорядження",
        "agreement": "угода",
        "treaty": "договір",
        "protocol": "протокол",
        "memorandum": "меморандум",
    },
    months="січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    qualifiers="спільна спільне спільний підсумкова підсумкове",
    cities="київ львів мінськ відень",
    city_marks=("місто", "м."),
    sections="преамбула вступ додаток",
    about="про",
)

KAZAKH = Words(
    kinds={
        "statement": "мәлімдеме мәлімдемесі",
        "declaration": "декларация декларациясы",
        "communique": "коммюнике",
        "resolution": "қарар",
        "decision": "шешім шешімі",
        "order": "бұйрық бұйрығы",
        "decree": "қаулы қаулысы жарлық",
        "agreement": "келісім",
        "treaty": "шарт",
        "protocol": "хаттама",
        "memorandum": "меморандум",
    },
    months="қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    qualifiers="бірлескен",
    kind_ends_title=True,
    cities="астана алматы шымкент минск мәскеу бішкек душанбе",
    sections="преамбула кіріспе",
)

ENGLISH = Words(
    kinds={
        "statement": "statement",
        "declaration": "declaration",
        "communique": "communiqué communique",
        "resolution": "resolution",
        "decision": "decision",
        "order": "order",
        "decree": "decree",
        "directive": "directive",
        "agreement": "agreement",
        "treaty": "treaty",
        "convention": "convention",
        "charter": "charter",
        "protocol": "protocol",
        "memorandum": "memorandum",
        "appeal": "appeal",
        "letter": "letter",
        "regulation": "regulation",
    },
    months="january february march april may june july august september october november december",
    qualifiers="joint final political special interim ministerial presidential universal general executive"
    " framework additional supplementary intergovernmental common draft press summit leaders’ leaders'",
    cities="minsk moscow yerevan astana nur-sultan bishkek dushanbe tashkent almaty geneva vienna brussels"
    " paris london berlin washington helsinki istanbul ankara beijing shanghai samarkand baku tbilisi"
    " chisinau kyiv kiev budapest prague rome madrid tokyo",
    city_marks=("city of", "the city of"),
    sections="preamble introduction annex contents",
    about="on concerning regarding",
)

FRENCH = Words(
    kinds={
        "statement": "déclaration",
        "communique": "communiqué",
        "resolution": "résolution",
        "decision": "décision",
        "decree": "décret arrêté",
        "agreement": "accord",
        "treaty": "traité",
        "convention": "convention",
        "protocol": "protocole",
        "memorandum": "mémorandum",
    },
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    qualifiers="commune conjointe finale universelle",
    cities="genève vienne bruxelles minsk moscou erevan",
    sections="préambule introduction annexe",
)

SPANISH = Words(
    kinds={
        "statement": "declaración",
        "communique": "comunicado",
        "resolution": "resolución",
        "decision": "decisión",
        "decree": "decreto",
        "agreement": "acuerdo",
        "treaty": "tratado",
        "protocol": "protocolo",
        "memorandum": "memorando memorándum",
    },
    months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    qualifiers="conjunta conjunto final universal",
    cities="ginebra viena bruselas minsk moscú",
    sections="preámbulo introducción anexo",
)

GERMAN = Words(
    kinds={
        "statement": "erklärung",
        "communique": "kommuniqué",
        "resolution": "resolution",
        "decision": "beschluss entscheidung",
        "order": "anordnung",
        "decree": "verordnung erlass",
        "agreement": "abkommen vereinbarung",
        "treaty": "vertrag",
        "protocol": "protokoll",
        "memorandum": "memorandum",
    },
    months="januar februar märz april mai juni juli august september oktober november dezember",
    qualifiers="gemeinsame gemeinsames allgemeine",
    cities="genf wien brüssel minsk moskau eriwan",
    sections="präambel einleitung anhang",
)

ARMENIAN = Words(
    kinds={
        "statement": "հայտարարություն",
        "declaration": "հռչակագիր",
        "resolution": "բանաձև",
        "decision": "որոշում",
        "order": "հրաման",
        "agreement": "համաձայնագիր",
        "treaty": "պայմանագիր",
        "protocol": "արձանագրություն",
        "memorandum": "հուշագիր",
    },
    months="հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի"
    " նոյեմբերի դեկտեմբերի",
    qualifiers="համատեղ",
    cities="երևան մինսկ մոսկվա",
    city_marks=("քաղաք", "ք."),
)

KYRGYZ = Words(
    kinds={
        "statement": "билдирүү билдирүүсү",
        "declaration": "декларация декларациясы",
        "decision": "чечим чечими",
        "order": "буйрук буйругу",
        "decree": "токтом токтому",
        "agreement": "макулдашуу",
        "treaty": "келишим",
    },
    months="январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры",
    qualifiers="биргелешкен",
    kind_ends_title=True,
    city_marks=("шаар",),
)

TAJIK = Words(
    kinds={
        "statement": "изҳорот изҳороти баёнот баёноти",
        "declaration": "эъломия эъломияи",
        "decision": "қарор қарори",
        "order": "фармоиш фармоиши",
        "decree": "фармон",
        "agreement": "созишнома",
        "treaty": "шартнома",
    },
    months="январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    qualifiers="муштарак",
    city_marks=("шаҳри", "ш."),
)

ARABIC = Words(
    kinds={
        "statement": "بيان",
        "declaration": "إعلان",
        "decision": "قرار",
        "agreement": "اتفاق اتفاقية",
        "treaty": "معاهدة",
        "protocol": "بروتوكول",
    },
    months="يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    qualifiers="مشترك مشتركة",
    cities="مينسك موسكو جنيف",
)

# Chinese has no spaces, so that the words before a kind are part of it, and numbers for months.
CHINESE = Words(
    kinds={
        "statement": "声明 联合声明 共同声明",
        "declaration": "宣言 联合宣言",
        "communique": "公报 联合公报",
        "resolution": "决议",
        "decision": "决定",
        "agreement": "协定",
        "treaty": "条约",
        "protocol": "议定书",
    },
    months="",
    kind_ends_title=True,
    cities="明斯克 莫斯科 北京 上海 日内瓦 阿斯塔纳",
)

LANGUAGES = (
    RUSSIAN,
    BELARUSIAN,
    UKRAINIAN,
    KAZAKH,
    KYRGYZ,
    TAJIK,
    ARMENIAN,
    ENGLISH,
    FRENCH,
    SPANISH,
    GERMAN,
    ARABIC,
    CHINESE,
)

KIND_OF = {word: kind for words in LANGUAGES for kind, forms in words.kinds.items() for word in forms.split()}
KIND_AT_END = {
    form: kind
    for words in LANGUAGES
    if words.kind_ends_title
    for kind, forms in words.kinds.items()
    for form in forms.split()
}
KINDS = (DEFAULT_KIND, *sorted({kind for words in LANGUAGES for kind in words.kinds}))
MONTH_OF = {
    month: number for words in LANGUAGES for number, month in enumerate(words.months.split(), start=1)
}
QUALIFIERS = frozenset(word for words in LANGUAGES for word in words.qualifiers.split())
CITIES = frozenset(word for words in LANGUAGES for word in words.cities.split()) | {
    "new york",
    "saint petersburg",
}
CITY_MARKS = tuple(sorted({mark for words in LANGUAGES for mark in words.city_marks}, key=len, reverse=True))
SECTIONS = frozenset(word for words in LANGUAGES for word in words.sections.split())
ABOUT = frozenset(word for words in LANGUAGES for word in words.about.split())

# A kind with its complement on the same line is still only the kind.
KIND_PHRASES = {
    "меморандум о взаимопонимании": "memorandum",
    "memorandum of understanding": "memorandum",
    "note verbale": "note",
}
