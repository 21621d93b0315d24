// The words of the report and what they mean in it, as in output/README.md and
// docs/background/model.md.
const both = (nl, en) => ({ nl, en });
const entry = (word, meaning) => ({ word, meaning });

export const glossary = [
  entry(both('replicatie', 'replication'), both(
    'E\u00e9n keer de hele simulatie, met eigen toeval. Cijfers zijn gemiddelden over de replicaties.',
    'The whole simulation once, with its own chance. Figures are means over the replications.')),
  entry(both('5\u201395 %', '5\u201395 %'), both(
    'Tussen deze grenzen ligt het cijfer in negen op tien replicaties. Dat toont alleen toeval, niet hoe onzeker de aannames zijn. Met minder dan 20 replicaties zijn er geen grenzen.',
    'Nine in ten replications lie between these two. It shows chance only, not how uncertain the assumptions are. With fewer than 20 replications there are none.')),
  entry(both('horizon', 'horizon'), both(
    'De periode die gesimuleerd wordt. Wat er daarna komt, is niet te zien.',
    'The period that is simulated. What comes after it cannot be seen.')),
  entry(both('schaal', 'scale'), both(
    'Het deel van de mensen dat gesimuleerd wordt. De cijfers staan altijd op ware grootte.',
    'The part of the people that is simulated. Figures are always given at full size.')),
  entry(both('maatregel', 'measure'), both(
    'Alles waarin iemand kan starten: een opleiding, een traject, een plaats, een screening.',
    'Anything somebody can start: a training, a trajectory, a place, a screening.')),
  entry(both('activeringsmaatregel', 'activation measure'), both(
    'Een maatregel van de tweede of derde lijn; screening en basisdiensten horen er niet bij.',
    'A measure of the second or third line; screening and basic services are not among them.')),
  entry(both('wachtlijst', 'waiting list'), both(
    'Mensen met een advies voor een maatregel die nog niet gestart zijn.',
    'People with an advice for a measure who have not started yet.')),
  entry(both('wachttijd van starters', 'wait of starters'), both(
    'Dagen die wie nu start, gewacht heeft. Kijkt terug; wie nog wacht of afhaakte, telt niet mee.',
    'Days that those who start now have waited. It looks back; who still waits or gave up is not counted.')),
  entry(both('wachttijd van wie op de lijst komt', 'wait of joiners'), both(
    'Hoe snel wie in een maand op de lijst komt, zal starten. Kijkt vooruit; wie afhaakt, telt als niet gestart.',
    'How soon those who join in a month will start. It looks ahead; who gives up counts as not started.')),
  entry(both('contingent', 'contingent'), both(
    'Hoeveel mensen er in een jaar (of kwartaal of maand) mogen starten.',
    'How many people may start in a year (or quarter, or month).')),
  entry(both('plaatsen', 'places'), both(
    'Wat bezet is zolang iemand in de maatregel is: werkposten, begeleiding, een loket.',
    'What is taken as long as somebody is in the measure: work posts, guidance, desks.')),
  entry(both('binden', 'to bind'), both(
    'Een contingent, plaats of budget bindt als het mensen tegenhoudt zodra het op is. Bindt het niet, dan wordt alleen geteld hoeveel er te kort is.',
    'A contingent, place or budget binds if it stops people once it is used up. If it does not, what is short is only counted.')),
  entry(both('vrijgave', 'release'), both(
    'Een contingent of budget komt in de loop van het jaar vrij, meestal gelijk per maand.',
    'A contingent or budget is released in the course of the year, usually evenly by month.')),
  entry(both('betaalbaar contingent', 'affordable contingent'), both(
    'Hoeveel starters een budget kan betalen aan de gemiddelde kost per start van dat jaar.',
    'How many starts a budget can pay at the mean cost per start of that year.')),
  entry(both('vervallen', 'lapsed'), both(
    'Geld of starters die op het einde van de periode over zijn en niet meegaan naar de volgende.',
    'Money or starts left at the end of a period that do not go on to the next one.')),
  entry(both('afstand tot de arbeidsmarkt', 'distance to the labour market'), both(
    'Hoe ver iemand van werk af staat, in klassen. De ware afstand bepaalt wat er gebeurt, de ingeschatte waar iemand naartoe geleid wordt.',
    'How far somebody is from work, in classes. The true distance decides what happens, the assessed one where somebody is referred to.')),
  entry(both('duurzame job', 'durable job'), both(
    'Betaald werk zonder een nacht erbuiten, minstens zo lang als het scenario zegt (gewoonlijk zes maanden).',
    'Paid work without a night outside it, at least as long as the scenario says (usually six months).')),
  entry(both('cyclus', 'cycle'), both(
    'Een activeringsmaatregel, dan werkloosheid of leefloon, dan opnieuw een maatregel op dezelfde of een lagere trap, zonder duurzame job ertussen.',
    'An activation measure, then unemployment or the living wage, then again a measure on the same or a lower rung, without a durable job between.')),
  entry(both('carrousel', 'carousel'), both(
    'Mensen met twee of meer cycli in de vijf jaar na hun eerste maatregel.',
    'People with two or more cycles in the five years after their first measure.')),
  entry(both('trap', 'rung'), both(
    'Hoe dicht een maatregel bij gewoon werk staat. Een stap omhoog is nooit een cyclus.',
    'How near a measure is to a regular job. A step upwards is never a cycle.')),
  entry(both('bereik', 'reach'), both(
    'Aandeel van een groep onder de starters, gedeeld door haar aandeel onder de werkzoekenden.',
    'Share of a group among the starts, divided by its share among the jobseekers.')),
  entry(both('aanname', 'assumption'), both(
    'Een getal dat de modelmaker koos omdat geen bron het geeft. De lijst hierboven zegt welke.',
    'A number that the modeller chose because no source gives it. The list above says which.')),
];
