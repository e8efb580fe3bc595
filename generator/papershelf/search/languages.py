"""What is known of languages other than English: endings to strip from words, and words too common to search.

Stripping the longest ending that leaves LEAST letters is a light stemmer, which retrieves about as well as a
full one (Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", SAC
2006). The endings were chosen by how well they put together what Snowball's stemmers put together.
"""

from typing import Final

LEAST: Final = 3
"""Letters that stay of a word."""

NORWEGIAN: Final = ("nb", "nn")

ENDINGS: Final = {
    "da": """e en er et s n es erne ende ens ere else ene elsen elser eren ets eret erer erede
        eligt elig elige ers ligt lig lige erende hed heden heder igt ig ige ighed""",
    "de": """e en er es ern em n s et ete keit keiten heit heiten eten ens eren ere erer erers st
        sten ste est enen ene ster""",
    "es": """a o e as os es ar an ado ando en aron ada ados amos acion aciones aba adas arse
        amente ara er iendo aban ido ir ieron ida idos emos idad idades io idas i imos ia ian ias mente
        iera aria ante antes eria ad ios ismo""",
    "fr": """e s es er ee ees ement ements ant ants ante antes ez ait aient ais ation ations a era
        ir i is it ie ies as ateur ateurs isme ismes x al ale ales aux eau eaux""",
    "it": """a o e i are ato ano ata ati ate ando azione azioni amente iamo ere ono endo ita arsi
        ava amento amenti he ire ito iti ite hi ete eva era mente imento imenti isce ersi evo uto uta uti
        ute iere atore atori emente""",
    "nl": "e en s ing ingen heid heden end ende je jes baar sel nde",
    "no": "e en er et s a n ene es ende ens het heter elig elige else elsen elser ets lig lige ede as ar",
    "pt": """a o e as os es s ar ou ando am ado ada ados aram adas ei acao acoes ao oes em ava
        amos er endo eu ara ido ida idos idas i eram ia ir iu indo emos iam amente aria ais al iram imento
        imentos era ante antes idade idades mente""",
    "ru": """а я о е и ы у ю ь ам ом ах ов ей ой ого ая ых ое ые ый ым ую их им ем ий ами ому ыми
        ее его ся ими ях ят ить ит ите ил или ила ится ью иться ился ились илась ями ям ись ась ось ев ует
        ья ье ься ие ии яя юю ему""",
    "sv": """a e en ar er or et n na s ade at as ad erna ande are ades ens es aren arna arnas ligt
        liga lig ligen ets orna het heten heter igt iga ig ern aste ast ighet else""",
}
"""By language, the endings of words as they are indexed, without diacritics."""

COMMON: Final = {
    "da": """af alle andet at blev bliver da de dem den denne der deres det dette dig din disse
        dog du efter eller en end er et for fra få ham han hans har havde hende her hos hun hvad hvis hvor
        i ikke ind jeg jer kan kun man med meget men mere mig min mod må ned noget nogle nu når og også om
        op os over på samt se sig sin skal som sådan til ud under var ved vi vil være været""",
    "de": """aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim
        bis da dabei dadurch damit dann das dass daß dazu dem den denen der deren des dessen die dies
        diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er es etwa für
        gegen hat hatte hatten haben hier ich ihr ihre ihrem ihren ihrer im in ins ist jede jedem jeden
        jeder jedes jedoch kann kein keine können man mehr mit nach nicht noch nur ob oder ohne sehr sein
        seine seinen seiner seit sich sie sind so sondern sowie über um und uns unsere unter vom von vor
        war waren was weil welche welcher wenn werden wie wir wird wo worden wurde wurden während wegen zu
        zum zur zwischen""",
    "es": """a al algo algunas algunos ante antes aunque cada como con contra cual cuando de del
        desde donde dos durante e el ella ellas ellos en entre era es esa esas ese eso esos esta estas
        este esto estos está están ha han hasta hay la las le les lo los mas me mediante mi mientras muy
        más nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque
        que quien qué se sea según ser si sido sin sino sobre son su sus sí también tanto te tiene todo
        todos tras tu un una unas uno unos y ya yo él""",
    "fr": """afin ai ainsi alors au aucun aussi autre autres aux avec avoir ce ceci cela celle
        celles celui ces cet cette chaque comme comment dans de depuis des deux dont du elle elles en
        encore entre est et etc eu eux font il ils je la le les leur leurs lors lorsque lui là ma mais me
        mes moi moins même mêmes ne ni non nos notre nous on ont ou où par parmi pas peu peut peuvent plus
        plusieurs pour pourquoi puis qu quand que quel quelle quelles quels qui quoi sa sans se selon sera
        ses si soit son sont sous sur ta te tes toi ton tous tout toute toutes très tu un une vers vos
        votre vous y à été être""",
    "it": """a ad agli ai al alla alle allo altra altre altri altro anche ancora c che chi ci cioè
        come con contro cosa così cui da dagli dai dal dalla dalle dallo degli dei del della delle dello
        di dopo dove due e ed era essere fra già gli ha hanno i il in io la le lei lo loro lui ma me
        mentre mi mia mio molto ne negli nei nel nella nelle nello noi non nostra nostro o ogni oltre per
        perché però più poi può quale quali quando quanto quella quelle quelli quello questa queste questi
        questo qui se senza si sia sono sopra sotto stata stati stato su sua sue sugli sui sul sulla sulle
        sullo suo suoi tra tu tutti tutto un una uno vi voi è""",
    "nl": """aan al alle alleen als andere ben bij dan dat de deze die dit door dus een en er ge
        geen had hebben heeft hem het hier hij hoe hun ik in is ja je kan kunnen maar me meer men met mij
        mijn moet na naar niet nog nu of om omdat onder ons onze ook op over te tegen toch toen tot tussen
        u uit uw van vanuit veel via volgens voor waar was wat we wel welke werd werden wie wij wil worden
        wordt zal ze zich zij zijn zo zoals zonder zou""",
    "no": """alle at av begge ble bli blir da de dem den denne der deres det dette disse du eller
        en enn er et etter for fra få før ha han hans har hadde hun hva hvilken hvis hvor hvordan ikke inn
        jeg kan kun kunne man med meg mellom men mer mot må noe noen nå når og også om opp oss over på
        samt seg sin sine skal slik som så til ut under ved vi var vil være vært å""",
    "pt": """a ainda ao aos aquela aquele as assim até cada com como contra da das de dela dele
        depois desde do dos e ela elas ele eles em entre era essa essas esse esses esta estas este estes
        está estão eu foi for foram há isso isto já lhe mais mas me mesmo meu minha muito na nas nem no
        nos nossa nosso não nós num numa o onde os ou outra outras outro outros para pela pelas pelo pelos
        por porque pois qual quando que quem se seja sem ser seu seus sob sobre sua suas são só também te
        tem ter toda todas todo todos têm um uma umas uns você à às é""",
    "ru": """а без более больше будет бы был была были было быть в вам вас ведь во вот все всех
        всего вы где да даже для до его ее если есть еще же за здесь и из или им их к как когда которая
        которое которые который которых кто ли либо между меня мы на над нас не него нее нет ни них но ну
        о об однако он она они оно от очень по под после при с со себя так также такой там тем то того
        тоже только том ты у уже чего чем что чтобы эта эти это этого этой этом этот этих я""",
    "sv": """alla allt att av blev bli blir både de dem den denna deras dess dessa det detta dig
        din du där då efter eller en enligt er ett från för genom ha hade han hans har henne hon hos hur
        här i icke in inom inte jag kan kunde man med mellan men mer mig min mot mycket måste ni nu när
        någon något några och också om oss på samt sig sin sina ska skall som så till under upp ut utan
        vad var vara varit vi vid vilka vilken vilket vill än är även över""",
}
"""By language, the words that carry no topic."""


def language_of(tag: str) -> str:
    """Return the language of a BCP 47 tag: `pt` of `pt-BR`."""
    language = tag.partition("-")[0].lower()
    return "no" if language in NORWEGIAN else language
