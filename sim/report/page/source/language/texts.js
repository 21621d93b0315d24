// Every text of the page itself, in Dutch and English. {names} are replaced.
import { chartTexts } from './chart_texts.js';
import { compareTexts } from './compare_texts.js';
import { sizeTexts } from './size_texts.js';

const both = (nl, en) => ({ nl, en });

export const texts = {
  ...chartTexts,
  ...compareTexts,
  ...sizeTexts,

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
  'findings.see': both('Bekijk de figuur', 'See the figure'),
  'findings.see_table': both('Bekijk de lijst', 'See the list'),

  'lists.title': both('Wachtlijsten', 'Waiting lists'),
  'lists.lead': both(
    'Hoeveel mensen op een plaats wachten, hoelang wie start gewacht heeft, en wie er wacht.',
    'How many people wait for a place, how long those who start have waited, and who is waiting.'),
  'starts.title': both('Starters en contingenten', 'Starts and contingents'),
  'starts.lead': both(
    'Hoeveel mensen er per jaar starten, naast wat het contingent toelaat.',
    'How many people start each year, beside what the contingent allows.'),
  'capacity.title': both('Bezetting van de plaatsen', 'Use of the places'),
  'capacity.lead': both(
    'Hoeveel plaatsen er zijn en hoeveel er bezet zijn.',
    'How many places there are, and how many are taken.'),
  'money.title': both('Budgetten', 'Money'),
  'money.lead': both(
    'Wat er per jaar beschikbaar is, wat er gebruikt wordt, wat er vervalt en wat er te kort komt.',
    'What is available each year, what is used, what lapses and what is short.'),
  'held_back.title': both('Wat de lijsten tegenhoudt', 'What holds the lists back'),
  'held_back.lead': both(
    'Waarom wie wacht, op het einde van de maand nog niet gestart is.',
    'Why those who wait have not started by the end of the month.'),
  'cohorts.title': both('Wat er wordt van wie op de lijst komt', 'What becomes of those who join'),
  'cohorts.lead': both(
    'Per jaar waarin mensen op de lijst kwamen: welk deel na een tijd gestart is, de lijst verliet zonder plaats, of nog wacht.',
    'By year of joining the list: which share has started after a time, left the list without a place, or is still waiting.'),
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
  'unit.share': both('aandeel', 'share'),
};
