// Every text of the page itself, in Dutch and English. {names} are replaced.
import { chartTexts } from './chart_texts.js';
import { compareTexts } from './compare_texts.js';
import { sectionTexts } from './section_texts.js';
import { sizeTexts } from './size_texts.js';
import { sweepTexts } from './sweep_texts.js';

const both = (nl, en) => ({ nl, en });

export const texts = {
  ...chartTexts,
  ...sectionTexts,
  ...compareTexts,
  ...sizeTexts,
  ...sweepTexts,

  'page.kind_run': both('Simulatierapport', 'Simulation report'),
  'page.language': both('Taal', 'Language'),
  'page.print': both('Afdrukken', 'Print'),
  'page.skip': both('Naar de inhoud', 'Skip to the content'),
  'page.contents': both('Inhoud', 'Contents'),
  'page.horizon': both('Periode', 'Period'),
  'page.from_until': both('{start} tot en met {end}', '{start} to {end}'),
  'page.replications': both('Doorgerekend', 'Simulated'),
  'page.times': both('{count} keer (replicaties), telkens met ander toeval',
    '{count} times (replications), each with other chance'),
  'page.once': both('\u00e9\u00e9n keer: toeval is niet van beleid te onderscheiden',
    'once: chance cannot be told from policy'),
  'page.scale': both('Schaal', 'Scale'),
  'page.scenario': both('Scenario', 'Scenario'),
  'page.foot': both(
    'Gemaakt met Doorstroom {version}. De pagina bevat alle gegevens zelf en werkt zonder netwerk. Projecties zijn geen voorspellingen: ze zeggen wat er gebeurt als de aannames kloppen.',
    'Made with Doorstroom {version}. The page holds all of its data and works without a network. Projections are not predictions: they say what happens if the assumptions hold.'),
  'page.licences': both('Software in deze pagina en haar licenties', 'Software in this page and its licences'),
  'page.unknown_format': both(
    'Deze pagina kan gegevens van formaat {format} niet lezen. Maak het rapport opnieuw met dezelfde versie van Doorstroom.',
    'This page cannot read data of format {format}. Make the report again with one and the same version of Doorstroom.'),

  'findings.title': both('Wat dit zegt', 'What this says'),
  'findings.lead': both(
    'De belangrijkste uitkomsten in woorden. Tussen haakjes staat waarbinnen 90 % van de replicaties valt.',
    'The main results in words. In brackets: the range that holds 90 % of the replications.'),
  'findings.warnings': both('Lees dit eerst', 'Read this first'),
  'findings.others': both('Nog {count} vaststellingen', '{count} more findings'),
  'findings.on_screen': both('staan in het rapport op een scherm.', 'are in the report on a screen.'),
  'findings.see': both('Bekijk de figuur', 'See the figure'),
  'findings.see_table': both('Bekijk de lijst', 'See the list'),

  'lists.title': both('Wachtlijsten', 'Waiting lists'),
  'lists.lead': both(
    'Hoeveel mensen op een plaats wachten, wat hen tegenhoudt, hoelang ze wachten en wie ze zijn.',
    'How many people wait for a place, what holds them back, how long they wait and who they are.'),
  'capacity.title': both('Capaciteit en contingenten', 'Capacity and contingents'),
  'capacity.lead': both(
    'Hoeveel mensen er starten naast wat het contingent toelaat, hoeveel plaatsen er bezet zijn, en wat leeg staat terwijl mensen wachten.',
    'How many people start beside what the contingent allows, how many places are taken, and what stands empty while people wait.'),
  'money.title': both('Geld', 'Money'),
  'money.lead': both(
    'Wat er per jaar beschikbaar is, wat er gebruikt wordt, wat er vervalt en wat er te kort komt; wie betaalt en wat dat oplevert.',
    'What is available each year, what is used, what lapses and what is short; who pays and what comes of it.'),
  'flows.title': both('Stromen', 'Flows'),
  'flows.lead': both(
    'Van waar naar waar mensen gaan, waar ze een tijd na een maatregel zijn, en of ze toegeleid worden naar wat bij hen past.',
    'From where to where people go, where they are some time after a measure, and whether they are referred to what suits them.'),
  'carousel.title': both('Carrousel', 'Carousel'),
  'carousel.lead': both(
    'Wie van maatregel naar uitkering en terug naar een maatregel gaat: hoeveel mensen, hoe vaak, langs welke weg.',
    'Who goes from measure to benefit and back to a measure: how many people, how often, by which route.'),
  'who.title': both('Wie bereikt wordt', 'Who is reached'),
  'who.lead': both(
    'Of groepen zo vaak starten als hun aandeel onder de werkzoekenden, en of ze even lang wachten.',
    'Whether groups start as often as their share among jobseekers, and whether they wait as long.'),
  'definitions.title': both('Woorden in dit rapport', 'Words in this report'),
  'definitions.lead': both('Wat elk woord hier betekent.', 'What each word means here.'),
  'assumptions.title': both('Aannames en bronnen', 'Assumptions and sources'),
  'assumptions.lead': both(
    'Elk getal waarop dit rapport rust, met waar het vandaan komt. Wie een uitkomst betwist, begint hier.',
    'Every number this report rests on, and where it comes from. Whoever doubts a result starts here.'),
  'reproduce.title': both('Dit rapport opnieuw maken', 'How to reproduce this report'),
  'reproduce.lead': both(
    'Met dezelfde versie, hetzelfde scenario en dezelfde startwaarde (seed) komen dezelfde cijfers uit, tot op het laatste cijfer.',
    'The same version, the same scenario and the same seed give the same figures, to the last digit.'),

  'assumptions.count': both('{all} getallen, naar hoe goed ze onderbouwd zijn:',
    '{all} numbers, by how well they are founded:'),
  'assumptions.status': both('Status', 'Status'),
  'assumptions.search': both('Zoek', 'Search'),
  'assumptions.all': both('alle', 'all'),
  'assumptions.table': both('Getallen van het scenario', 'Numbers of the scenario'),
  'assumptions.shown': both('{shown} van de {all} getallen', '{shown} of {all} numbers'),
  'assumptions.nothing': both('Geen enkel getal past bij deze keuze.', 'No number fits this choice.'),
  'assumptions.what': both('Wat', 'What'),
  'assumptions.value': both('Waarde', 'Value'),
  'assumptions.range': both('Marge', 'Range'),
  'assumptions.status_of': both('Status', 'Status'),
  'assumptions.source': both('Bron', 'Source'),
  'assumptions.path': both('pad', 'path'),
  'assumptions.group': both('deel', 'part'),
  'assumptions.number': both('waarde', 'value'),
  'assumptions.unit_of': both('eenheid', 'unit'),
  'assumptions.low': both('laag', 'low'),
  'assumptions.high': both('hoog', 'high'),
  'assumptions.note': both('opmerking', 'note'),
  'assumptions.where': both('bestand en regel', 'file and line'),
  'status.cited': both('brondocument', 'source document'),
  'status.cited_means': both('staat in een van de brondocumenten', 'stands in one of the source documents'),
  'status.public': both('openbaar', 'public'),
  'status.public_means': both('staat in een openbare bron', 'stands in a public source'),
  'status.derived': both('afgeleid', 'derived'),
  'status.derived_means': both('volgt uit zulke cijfers door te rekenen', 'follows from such figures by arithmetic'),
  'status.assumption': both('aanname', 'assumption'),
  'status.assumption_means': both('gekozen door de modelmaker', 'chosen by the modeller'),
  'status.unstated': both('zonder bron', 'no source'),
  'status.unstated_means': both('het scenario zegt er niets over', 'the scenario says nothing about it'),

  'observed.title': both('Waargenomen cijfers naast de projectie', 'Observed figures beside the projection'),
  'observed.means': both(
    'Een streepje betekent dat de simulatie van die dag geen cijfer geeft, bijvoorbeeld omdat hij voor het begin valt.',
    'A dash means that the simulation has no figure for that day, for instance because it is before the start.'),
  'observed.date': both('Datum', 'Date'),
  'observed.what': both('Wat', 'What'),
  'observed.value': both('Waargenomen', 'Observed'),
  'observed.simulated': both('Gesimuleerd', 'Simulated'),
  'observed.band': both('5\u201395 %', '5\u201395 %'),

  'reproduce.means': both('De opdracht waarmee dit rapport gemaakt is:', 'The command that made this report:'),
  'reproduce.command': both('Opdracht', 'Command'),
  'reproduce.version': both('Versie', 'Version'),
  'reproduce.commit': both('Broncode (commit)', 'Source code (commit)'),
  'reproduce.seed': both('Startwaarde (seed)', 'Seed'),
  'reproduce.replications': both('Replicaties', 'Replications'),
  'reproduce.inputs': both('Invoer (SHA-256)', 'Inputs (SHA-256)'),
  'reproduce.audit': both('Boekhoudkundige controle', 'Audit'),
  'reproduce.audit_said': both(
    'geslaagd: {checks} controles van mensen, plaatsen, contingenten en euro\u2019s kloppen precies',
    'passed: {checks} checks of people, places, contingents and euro are exact'),

  'unit.people': both('mensen', 'people'),
  'unit.starts': both('starters', 'starts'),
  'unit.places': both('plaatsen', 'places'),
  'unit.days': both('dagen', 'days'),
  'unit.euro': both('euro', 'euro'),
  'unit.thousand_euro': both('duizend euro', 'thousand euro'),
  'unit.million_euro': both('miljoen euro', 'million euro'),
  'unit.percent': both('%', '%'),
  'unit.ratio': both('verhouding', 'ratio'),
  'unit.episodes': both('keer', 'times'),
  'unit.cycles': both('cycli', 'cycles'),
  'unit.share': both('aandeel', 'share'),
};
