// Knows the secret words of guests: easy to write down, to say on the phone and to type, hard to guess with few tries.

const words =
  'abend acker adler ampel anker apfel arche asche atlas bagger balkon ballon bambus banane bank bauer baum becher beere besen biene birke birne blatt blick blume boden bogen boje bote brief brille brot brunnen buch bucht burg busch clown dach dachs damm dampf daumen delfin diele docht donner dorf dose drachen echo eiche eimer eis elch ente erbse erde ernte esel eule fabel faden falke farbe farn feder feld fenster ferien feuer fichte figur film finger fisch flagge flaum flieder floh flug fluss form forst foto frost fuchs funke gabel garten gasse geige geist gesang giebel gipfel glanz glas glocke gold graben gras grille gurke hafen hafer hahn halle halm hammer hand harfe hase haus hecke heft heide helm hemd herbst herd hering herz hirsch hobel hof holz honig horn hose hotel huf hut idee igel imker insel jacke jahr jubel kabel kamel kamin kanal kanne karte kasten kater keks keller kerze kessel kette kiefer kiesel kino kirsche kissen klang klee koch koffer kohle komet korb korn kran kranz kreide kreis krone krug kuchen kugel kunst kupfer lachs lampe land laterne laub leder leiter lerche licht lied lilie linde linie linse locke luft lupe lurch made magnet mantel markt maske mauer maus meer mehl meise melone messe metall milch minute mohn mond moos morgen motor mulde muschel museum musik nacht nadel nagel nase natter nebel nelke nest netz nudel nuss oase obst ofen oktober onkel orgel palme papier park pause perle pfad pfanne pfeil pferd pilz pinsel pirat plakat platz pollen post pudel puls puppe quelle rabe rahmen rakete rampe rasen raupe regal regen reh reis rente rind ring roggen rose rubin ruder saal sahne salat salz samt sand sattel saum schaf schal schilf schirm schnee see segel seide seil senf silbe silber sofa sommer sonne spatz spiegel sport stein stern stiefel storch strand strom stuhl stunde suppe tafel tal tanne tante tasse tau teich teller tempel tiger tinte tisch tomate ton topf tor torte traube treppe truhe tuch tulpe turm ufer uhr ulme urlaub vase veilchen verein vogel wabe wagen wald wanne warte wasser watte weide weizen wels wespe wiese wind winter wolf wolke wolle wurzel zaun zebra zeder zeile zelt ziege zimt zirkus zitrone zucker zug zweig zwiebel'.split(
    ' ',
  )

/** Four words from as many random numbers below 2³². */
export function secretWords(random: readonly number[]): string {
  return random.map((number) => words[number % words.length]).join('-')
}

/** As it is compared: case, spaces and other joints do not matter. */
export function plainSecret(typed: string): string {
  return typed
    .toLowerCase()
    .trim()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
}
