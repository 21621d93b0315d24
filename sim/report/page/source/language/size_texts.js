// Texts of the page of a sizing.
const both = (nl, en) => ({ nl, en });

export const sizeTexts = {
  'page.kind_size': both('Dimensionering', 'Sizing'),
  'size.interval': both('95 %-interval', '95 % interval'),
  'level.unit': both('{figure} ({unit}) tegenover: {level} ({level_unit})', '{figure} ({unit}) against: {level} ({level_unit})'),
  'level.said': both('Met {level}: {figure}.', 'With {level}: {figure}.'),

  'size_findings.title': both('Wat dit zegt', 'What this says'),
  'size_findings.lead': both(
    'Hoeveel er ten minste nodig is om het doel te halen, en met welke kans. Tussen haakjes staat telkens het 95 %-interval.',
    'How much it takes at the least to meet the target, and with what probability. In brackets: the 95 % interval.'),

  'size_path.title': both('Het pad', 'The path'),
  'size_path.lead': both(
    'Wat er in elk jaar nodig is, naast wat er nu voor dat jaar staat.',
    'What it takes in each year, beside what stands for that year now.'),
  'size_path.of': both('{resource}: nu en gevonden', '{resource}: now and found'),
  'size_path.means': both(
    'De balken zijn het goedkoopste pad dat gevonden is, de zwarte lijn is wat er nu is.',
    'The bars are the cheapest path that was found, the black line is what there is now.'),
  'size_path.caution': both(
    'Goedkoopst betekent: de kleinste som over de jaren. Een groot eerste jaar met een kleiner tweede wijst op een achterstand die weggewerkt moet worden.',
    'Cheapest means: the smallest sum over the years. A large first year and a smaller second one point to a backlog that has to be worked off.'),
  'size_path.means_none': both('Wat er in elk jaar nu is, volgens het scenario.', 'What there is in each year now, as the scenario says.'),
  'size_path.caution_none': both(
    'Dat er geen pad is, geldt voor deze jaren, dit doel en deze kans: een later jaar of een lagere kans kan wel haalbaar zijn.',
    'That there is no path holds for these years, this target and this probability: a later year or a lower probability may be within reach.'),
  'size_path.file': both('Als scenario: {file}.', 'As a scenario: {file}.'),
  'size_path.none': both(
    'Er is geen pad dat het doel haalt. De figuur toont wat er nu is.',
    'There is no path that meets the target. The figure shows what there is now.'),
  'size_path.now': both('nu', 'now'),
  'size_path.found': both('gevonden', 'found'),

  'size_targets.title': both('De doelen', 'The targets'),
  'size_targets.lead': both(
    'Hoe elk doel het in elk jaar doet, met wat er nu is en met het gevonden pad.',
    'How each target does in each year, with what there is now and with the path found.'),
  'size_targets.of': both('Doel: {target}', 'Target: {target}'),
  'size_targets.means': both(
    'Elk punt is het cijfer waar {probability} van de replicaties binnen blijft. Staat het aan de goede kant van de zwarte streep, dan is het doel in dat jaar gehaald.',
    'Each dot is the figure that {probability} of the replications stay within. On the right side of the black bar the target is met in that year.'),
  'size_targets.caution': both(
    'Beoordeeld op replicaties waarmee niet gezocht is. Het toeval van wie wanneer komt zit erin; de onzekerheid van de aannames niet.',
    'Judged on replications that were not searched with. The chance of who comes when is in it; the uncertainty of the assumptions is not.'),
  'size_targets.figure': both('cijfer met de gevraagde kans', 'figure with the probability asked for'),
  'size_targets.probability': both('kans dat het doel gehaald wordt', 'probability that the target is met'),
  'size_targets.bound': both('doel: {target}', 'target: {target}'),
  'size_targets.asked': both('gevraagd: {probability}', 'asked for: {probability}'),
  'size_targets.now': both('met wat er nu is', 'with what there is now'),
  'size_targets.found': both('met het gevonden pad', 'with the path found'),
  'size_targets.unlimited': both('zonder grens', 'without a limit'),
  'size_targets.all_years': both('alle jaren samen', 'all years together'),
  'size_targets.probabilities': both('Kans dat alle doelen gehaald worden', 'Probability that all targets are met'),
  'size_targets.probabilities_means': both(
    'Het deel van de replicaties waarin alle doelen gehaald worden: in elk jaar apart, en onderaan in alle jaren samen.',
    'The share of the replications in which all targets are met: in each year by itself, and at the bottom in all years together.'),
  'size_targets.probabilities_caution': both(
    'Negen op tien in elk jaar is niet negen op tien dat elk jaar goed gaat.',
    'Nine in ten in each year is not nine in ten that every year goes well.'),

  'size_frontier.title': both('Meer of minder dan het pad', 'More or less than the path'),
  'size_frontier.lead': both(
    'Wat een kleiner of groter pad met de doelen doet: hoeveel er op te geven of te winnen is.',
    'What a smaller or larger path does to the targets: how much there is to give up or to gain.'),
  'size_frontier.of': both('Het doel tegenover hoeveel er is', 'The target against how much there is'),
  'size_frontier.means': both(
    'Het gevonden pad is in alle jaren evenveel verkleind en vergroot. Waar de lijn steil is, telt elke plaats; waar ze vlak is, koopt meer weinig.',
    'The path found has been made smaller and larger in all years alike. Where the line is steep every place counts; where it is flat more buys little.'),
  'size_frontier.caution': both(
    'Uit {count} replicaties, dezelfde voor elk punt. Het is een doorsnede langs dit pad: met een andere verdeling over de jaren ligt de lijn anders.',
    'From {count} replications, the same for each point. It is a section along this path: spread over the years otherwise, the line lies elsewhere.'),
  'size_frontier.none': both(
    'Zonder gevonden pad, of met stappen die te groot zijn, is er niets om te verkleinen of te vergroten.',
    'Without a path, or with steps that are too large, there is nothing to make smaller or larger.'),
  'size_frontier.target': both('Doel', 'Target'),
  'size_frontier.mean': both('gemiddeld', 'mean'),
  'size_frontier.quantile': both('met kans {probability}', 'with probability {probability}'),
  'size_frontier.part': both('deel van het gevonden pad', 'part of the path found'),
  'size_frontier.now': both('wat er nu is', 'what there is now'),
  'size_frontier.found': both('gevonden', 'found'),

  'size_prices.title': both('Wat \u00e9\u00e9n meer waard is', 'What one more is worth'),
  'size_prices.lead': both(
    'Wat \u00e9\u00e9n meer in een jaar oplevert en kost over de rest van de horizon, op het gevonden pad.',
    'What one more in a year brings and costs over the rest of the horizon, at the path found.'),
  'size_prices.of': both('E\u00e9n {unit} meer, naar jaar', 'One more {unit}, by year'),
  'size_prices.one_places': both('plaats', 'place'),
  'size_prices.one_starts': both('start', 'start'),
  'size_prices.one_euro': both('euro', 'euro'),
  'size_prices.means': both(
    'Hoeveel maanden alle wachtenden samen minder wachten, of hoeveel euro budgetten meer uitgeven, als er in dat jaar \u00e9\u00e9n meer is.',
    'By how many months all those waiting together wait less, or how many euro more budgets spend, if there is one more in that year.'),
  'size_prices.caution': both(
    'Gemeten door het pad in dat jaar met ongeveer \u00e9\u00e9n procent te verhogen. Geldt dicht bij het gevonden pad, niet voor grote stappen.',
    'Measured by raising the path by about one per cent in that year. It holds close to the path found, not for large steps.'),
  'size_prices.none': both('Zonder gevonden pad is er geen prijs.', 'Without a path there is no price.'),
  'size_prices.waiting_months': both('wachtmaanden bespaard', 'months of waiting saved'),
  'size_prices.euro': both('euro meer uitgegeven', 'euro spent more'),
  'size_prices.raised': both('verhoogd met', 'raised by'),

  'size_binding.title': both('Wat nog in de weg staat', 'What else is in the way'),
  'size_binding.lead': both(
    'Andere middelen die beletten dat het doel gehaald wordt, hoeveel er ook van dit middel is.',
    'Other resources that keep the target from being met, however much there is of this one.'),
  'size_binding.of': both('{resource}: nu en nodig', '{resource}: now and needed'),
  'size_binding.means': both(
    'Hoeveel ervan gebruikt zou worden als niets te kort was, naast wat er nu is (zwarte lijn).',
    'How much of it would be used if nothing were short, beside what there is now (black line).'),
  'size_binding.caution': both(
    'Wat nodig is, geldt zonder grens op het gedimensioneerde middel: met minder daarvan is ook hier minder nodig.',
    'What is needed holds without a limit on the resource that is sized: with less of that, less is needed here too.'),
  'size_binding.alone': both('Meer hiervan alleen al is genoeg.', 'More of this one alone is enough.'),
  'size_binding.together': both('Alleen samen met de andere hieronder is meer hiervan genoeg.',
    'Only together with the others here is more of this one enough.'),
  'size_binding.none': both('Niets anders staat in de weg.', 'Nothing else is in the way.'),
  'size_binding.nothing_helps': both('Geen ander middel, hoeveel er ook van is, maakt het doel haalbaar.',
    'No other resource, however much there is of it, makes the target reachable.'),
  'size_binding.mean': both('nodig, gemiddeld', 'needed, mean'),
  'size_binding.high': both('nodig met kans {probability}', 'needed with probability {probability}'),
  'size_binding.now': both('nu', 'now'),

  'size_request.title': both('Wat gevraagd is', 'What was asked'),
  'size_request.lead': both(
    'De vraag, en hoe het antwoord gezocht en beoordeeld is.', 'The question, and how the answer was searched and judged.'),
  'size_request.resource': both('Middel', 'Resource'),
  'size_request.targets': both('Doelen', 'Targets'),
  'size_request.years': both('Jaren', 'Years'),
  'size_request.probability': both('Kans in elk jaar', 'Probability in each year'),
  'size_request.budgets': both('Budgetten', 'Budgets'),
  'size_request.budgets_bind': both('binden allemaal', 'all bind'),
  'size_request.no_budgets_bind': both('zoals in het scenario', 'as in the scenario'),
  'size_request.step': both('Stappen van', 'Steps of'),
  'size_request.searched': both('Replicaties om te zoeken', 'Replications to search with'),
  'size_request.judged': both('Andere replicaties om te beoordelen', 'Other replications to judge with'),
  'size_request.again': both('Keren opnieuw gedimensioneerd', 'Times sized again'),
};
