// Texts of the pages of a sweep and of a study of drivers.
const both = (nl, en) => ({ nl, en });

const sweep = {
  'page.kind_sweep': both('Verkenning', 'Sweep'),
  'sweep.interval': both('95 %-interval van het gemiddelde', '95 % interval of the mean'),

  'sweep_findings.title': both('Wat dit zegt', 'What this says'),
  'sweep_findings.lead': both(
    'Wat meebeweegt met de getallen die gevarieerd zijn. Tussen haakjes staat het 95 %-interval van het gemiddelde.',
    'What moves with the numbers that were varied. In brackets: the 95 % interval of the mean.'),

  'sweep_moves.title': both('Wat meebeweegt', 'What moves'),
  'sweep_moves.lead': both(
    'Elk kerncijfer bij elke waarde. Dezelfde mensen met hetzelfde toeval leven in elk punt.',
    'Each headline figure at each value. The same people with the same luck live at every point.'),
  'sweep_moves.of': both('Een kerncijfer van {year} bij elke waarde', 'A headline figure of {year} at each value'),
  'sweep_moves.means': both(
    'De lijn is het gemiddelde van de replicaties, de band het 95 %-interval ervan. Staan er meer lijnen, dan verschilt een tweede getal; nog andere staan op hun eerste waarde.',
    'The line is the mean of the replications, the band its 95 % interval. Where there are more lines, a second number differs; any others stand at their first value.'),
  'sweep_moves.means_listed': both(
    'Elk teken is een punt van de lijst met zijn 95 %-interval. De andere getallen vari\u00ebren mee.',
    'Each sign is a point of the list with its 95 % interval. The other numbers vary along with it.'),
  'sweep_moves.caution': both(
    'Tussen twee waarden is niets gesimuleerd. Banden die overlappen, sluiten een verschil niet uit: de punten delen hun toeval.',
    'Between two values nothing was simulated. Bands that overlap do not rule out a difference: the points share their luck.'),
  'sweep_moves.figure': both('Cijfer', 'Figure'),
  'sweep_moves.along': both('Langs', 'Along'),
  'sweep_moves.none': both('Er zijn geen kerncijfers om te tonen.', 'There are no headline figures to show.'),

  'sweep_map.of': both('Twee getallen tegelijk, {year}', 'Two numbers at once, {year}'),
  'sweep_map.means': both(
    'Van boven naar onder: {rows}. Van links naar rechts: {columns}. Hoe donkerder, hoe meer.',
    'From top to bottom: {rows}. From left to right: {columns}. The darker, the more.'),
  'sweep_map.caution': both(
    'De kleuren lopen van het kleinste tot het grootste cijfer dat hier staat, hoe weinig die ook verschillen. Getallen die niet op een as staan, hebben hun eerste waarde.',
    'Colours run from the smallest to the largest figure shown, however little they differ. Numbers that are on neither axis have their first value.'),
  'sweep_map.said': both('{rows} tegenover {columns}: van {least} tot {most}.', '{rows} against {columns}: from {least} to {most}.'),

  'sweep_varied.title': both('Wat gevarieerd is', 'What was varied'),
  'sweep_varied.lead': both('De getallen, waar ze in het scenario staan en welke waarden ze kregen.',
    'The numbers, where they are in the scenario and which values they took.'),
  'sweep_varied.number': both('Getal', 'Number'),
  'sweep_varied.path': both('Pad', 'Path'),
  'sweep_varied.now': both('In het scenario', 'In the scenario'),
  'sweep_varied.values': both('Waarden', 'Values'),
  'sweep_varied.many': both('{count} waarden, van {first} tot {last}', '{count} values, from {first} to {last}'),
  'sweep_varied.grid': both('Elke combinatie is gesimuleerd: {count} punten. Alle cijfers staan in tables/sweep.csv.',
    'Every combination was simulated: {count} points. All figures are in tables/sweep.csv.'),
  'sweep_varied.listed': both('{count} punten, zoals ze gevraagd zijn. Alle cijfers staan in tables/sweep.csv.',
    '{count} points, as they were asked for. All figures are in tables/sweep.csv.'),
};

const drivers = {
  'page.kind_drivers': both('Oorzaken van de carrousel', 'Drivers of the carousel'),
  'drivers.interval': both('95 %-interval, voor alle oorzaken samen', '95 % interval, for all causes at once'),

  'drivers_findings.title': both('Wat dit zegt', 'What this says'),
  'drivers_findings.lead': both(
    'Wat de carrousel aandrijft: telkens leven dezelfde mensen nog eens, zonder \u00e9\u00e9n oorzaak.',
    'What drives the carousel: each time the same people live once more, without one cause.'),

  'drivers_causes.title': both('Hoeveel er met elke oorzaak verdwijnt', 'How much goes with each cause'),
  'drivers_causes.lead': both('De oorzaken in de volgorde van hun effect op de rondes.',
    'The causes in the order of their effect on the cycles.'),
  'drivers_causes.of': both('Deel dat verdwijnt zonder de oorzaak', 'Share that goes without the cause'),
  'drivers_causes.means': both(
    'Elk teken is het deel van het cijfer dat verdwijnt als de oorzaak wegvalt, de streep het interval. Links van nul is er zonder de oorzaak m\u00e9\u00e9r.',
    'Each sign is the share of the figure that goes when the cause is gone, the bar its interval. Left of zero there is more without the cause.'),
  'drivers_causes.caution': both(
    'Tel de delen niet op: oorzaken overlappen of versterken elkaar. Houdt het interval nul in, dan kan het toeval zijn.',
    'Do not add up the shares: causes overlap or reinforce each other. Where the interval holds zero, it may be chance.'),
  'drivers_causes.figure': both('Cijfer', 'Figure'),
  'drivers_causes.cause': both('Zonder', 'Without'),
  'drivers_causes.share': both('deel dat verdwijnt', 'share that goes'),
  'drivers_causes.unit': both('% van het cijfer zoals het is', '% of the figure as it is'),
  'drivers_causes.verdict': both('oordeel', 'verdict'),
  'drivers_verdict.more': both('er is meer zonder', 'there is more without'),
  'drivers_verdict.less': both('er is minder zonder', 'there is less without'),
  'drivers_verdict.same': both('geen verschil', 'no difference'),
  'drivers_verdict.noise': both('kan toeval zijn', 'may be chance'),
  'drivers_verdict.unknown': both('niet te zeggen', 'cannot be said'),

  'drivers_figures.of': both('Het cijfer zelf, zoals het is en zonder de oorzaak', 'The figure itself, as it is and without the cause'),
  'drivers_figures.means': both(
    'De zwarte streep is het cijfer zoals het is, het punt dat zonder de oorzaak, met het interval van het verschil.',
    'The black bar is the figure as it is, the dot that without the cause, with the interval of the difference.'),
  'drivers_figures.caution': both(
    'Zonder een oorzaak nemen soms andere mensen deel: lees het aantal eerste trajecten naast de andere cijfers.',
    'Without a cause other people may take part: read the number of first trajectories beside the other figures.'),
  'drivers_figures.base': both('zoals het is', 'as it is'),
  'drivers_figures.without': both('zonder de oorzaak', 'without the cause'),
  'drivers_figures.interval': both('95 %-interval van het verschil', '95 % interval of the difference'),

  'drivers_switched.title': both('Wat er afgezet is', 'What was switched off'),
  'drivers_switched.lead': both('Elke waarde van het scenario die voor een oorzaak veranderd is.',
    'Every value of the scenario that was changed for a cause.'),
  'drivers_switched.cause': both('Oorzaak', 'Cause'),
  'drivers_switched.what': both('Wat', 'What'),
  'drivers_switched.from': both('Was', 'Was'),
  'drivers_switched.to': both('Werd', 'Became'),
  'drivers_switched.gone': both('weg', 'gone'),
  'drivers_switched.left': both('{cause}: niet van toepassing ({why}).', '{cause}: not applicable ({why}).'),
  'drivers_switched.cohorts': both(
    'Gevolgd worden mensen die van {first} tot en met {last} een eerste traject be\u00ebindigden, elk 60 maanden.',
    'Followed are people who ended a first trajectory from {first} to {last}, each for 60 months.'),
};

export const sweepTexts = { ...sweep, ...drivers };
