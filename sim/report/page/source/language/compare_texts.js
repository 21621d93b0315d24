// Texts of the page of a comparison.
const both = (nl, en) => ({ nl, en });

const sections = {
  'page.kind_compare': both('Vergelijking', 'Comparison'),
  'compare.base': both('basis', 'base'),
  'compare.alternative': both('Alternatief', 'Alternative'),

  'compare_findings.title': both('Wat dit zegt', 'What this says'),
  'compare_findings.lead': both(
    'Wat het alternatief verandert tegenover de basis, in woorden. Dezelfde mensen met hetzelfde toeval leven in beide: wat overblijft na aftrekking, is het beleid. Tussen haakjes staat het 95 %-interval van het verschil.',
    'What the alternative changes against the base, in words. The same people with the same luck live in both: what is left after subtraction is the policy. In brackets: the 95 % interval of the difference.'),
  'differing.title': both('Waarin de scenario\u2019s verschillen', 'In what the scenarios differ'),
  'differing.lead': both(
    'Elke waarde die niet dezelfde is, met haar bron. Staat hier iets wat u niet wilde veranderen, dan beantwoordt de rest een andere vraag.',
    'Every value that is not the same, with its source. If something stands here that you did not mean to change, the rest answers another question.'),
  'differing.what': both('Wat', 'What'),
  'differing.base': both('Basis', 'Base'),
  'differing.alternative': both('Alternatief', 'Alternative'),
  'differing.source': both('Bron', 'Source'),
  'differing.base_source': both('Bron van de basis', 'Source of the base'),
  'differing.alternative_source': both('Bron van het alternatief', 'Source of the alternative'),
  'differing.true': both('ja', 'yes'),
  'differing.false': both('nee', 'no'),
  'differing.path': both('pad', 'path'),
  'differing.one': both('{count} waarde', '{count} value'),
  'differing.count': both('{count} waarden', '{count} values'),
  'differing.none_there': both('geen', 'none'),
  'differing.nothing': both('Geen enkele waarde verschilt van de basis.', 'No value differs from the base.'),

  'compare_headline.title': both('Wat er verandert', 'What changes'),
  'compare_headline.lead': both(
    'De kerncijfers van een jaar: het verschil met de basis, in paren, met het interval waarin het gemiddelde verschil ligt.',
    'The headline figures of a year: the difference from the base, in pairs, with the interval that holds the mean difference.'),
  'compare_headline.nothing': both(
    'Geen enkel kerncijfer verschilt meer dan toeval.', 'No headline figure differs by more than chance.'),
  'compare_headline.once': both(
    'Met \u00e9\u00e9n replicatie is van geen enkel verschil te zeggen of het meer is dan toeval.',
    'With one replication of no difference can be said whether it is more than chance.'),
  'compare_headline.largest': both('De grootste verschillen, als deel van de basis', 'The largest differences, as a share of the base'),
  'compare_headline.largest_means': both(
    'Elk punt is het gemiddelde verschil met de basis, in procent van de basis; het streepje is het interval ervan. Alleen cijfers waarvan het interval nul niet bevat; de tabel en het kader bij de muis geven de aantallen zelf.',
    'Each dot is the mean difference from the base, in per cent of the base; the bar is its interval. Only figures whose interval does not hold zero; the table and the box by the pointer give the numbers themselves.'),
  'compare_headline.largest_caution': both(
    'Een groot verschil in procent kan een klein aantal zijn. Van veel cijfers samen ligt \u00e9\u00e9n op twintig door toeval buiten nul: let op cijfers die hetzelfde verhaal vertellen.',
    'A large difference in per cent may be a small number. Of many figures one in twenty misses zero by chance: look for figures that tell the same story.'),
  'compare_headline.of_base': both('verschil in % van de basis', 'difference in % of the base'),
  'compare_headline.figure': both('Cijfer', 'Figure'),
  'compare_headline.year': both('Jaar', 'Year'),
  'compare_headline.measure': both('Maatregel', 'Measure'),
  'compare_headline.by_measure': both('Een cijfer naar maatregel', 'One figure by measure'),
  'compare_headline.by_measure_means': both(
    'Kies een cijfer en een jaar: het verschil met de basis voor elke maatregel, het grootste eerst. Rechts van nul heeft het alternatief meer.',
    'Choose a figure and a year: the difference from the base of each measure, the largest first. To the right of zero the alternative has more.'),
  'compare_headline.caution': both(
    'Bevat het interval nul, dan is het verschil niet van toeval te onderscheiden. Maatregelen zonder rij zijn in elke replicatie precies gelijk, of geven dit cijfer niet.',
    'If the interval holds zero, the difference cannot be told from chance. Measures without a row are exactly the same in every replication, or do not give this figure.'),

  'compare_lists.title': both('Wachtlijsten', 'Waiting lists'),
  'compare_lists.lead': both(
    'Hoe lang de lijsten worden in de basis en in elk alternatief, en hoelang wie start gewacht heeft.',
    'How long the lists get in the base and in each alternative, and how long those who start have waited.'),
  'compare_lists.none': both('In geen van de scenario\u2019s heeft ooit iemand op een lijst gewacht.',
    'Nobody ever waited on a list in any of the scenarios.'),
  'compare_lists.same': both('Precies even lang, in elke maand en elke replicatie: {lists}.',
    'Exactly as long, in every month and every replication: {lists}.'),
  'compare_lists.length': both('{list}: wachtenden in basis en alternatief', '{list}: people waiting in the base and the alternative'),
  'compare_lists.length_means': both('Mensen op de lijst op het einde van elke maand: gemiddelden van de replicaties.',
    'People on the list at the end of each month: means of the replications.'),
  'compare_lists.length_caution': both(
    'Lijnen die uit elkaar lopen, zijn nog geen verschil dat zeker is; de figuur hieronder toont hoe zeker.',
    'Lines that part are not yet a difference that is certain; the figure below shows how certain.'),
  'compare_lists.difference': both('{list}: hoeveel langer of korter de lijst is', '{list}: how much longer or shorter the list is'),
  'compare_lists.difference_means': both(
    'Het verschil met de basis binnen elke replicatie, gemiddeld. Boven nul is de lijst in het alternatief langer. De band is het interval van het gemiddelde verschil.',
    'The difference from the base within each replication, averaged. Above zero the list is longer in the alternative. The band is the interval of the mean difference.'),
  'compare_lists.difference_caution': both(
    'De band zegt hoe zeker het verschil is als alle aannames kloppen, niet hoeveel het van jaar tot jaar kan schommelen.',
    'The band says how sure the difference is if all assumptions hold, not how much it may swing from year to year.'),
  'compare_lists.waits': both('{list}: wachttijden tegenover de basis', '{list}: waiting times against the base'),
  'compare_lists.waits_means': both(
    'Verschil met de basis per jaar: hoelang wie start gewacht heeft, of welk deel van wie dat jaar op de lijst kwam binnen een termijn start of nog wacht.',
    'Difference from the base by year: how long those who start have waited, or which share of those who joined in that year starts within a term or still waits.'),
  'compare_lists.waits_caution': both(
    'Wachttijden van starters kijken terug, kansen van wie op de lijst komt kijken vooruit: bij een groeiende lijst zijn de eerste kleiner.',
    'Waits of starters look back, probabilities of joiners look forward: when a list grows the former are smaller.'),

  'compare_people.title': both('Wie wint en wie verliest', 'Who gains and who loses'),
  'compare_people.lead': both(
    'Ieder mens is in beide scenario\u2019s gevolgd. Wie raakt het beleid zelf, en wie alleen doordat iemand anders een plaats kreeg of er een vrijliet?',
    'Every person has been followed in both scenarios. Whom does the policy reach, and whom only because somebody else got a place or left one free?'),
  'compare_people.nobody': both('Niemands leven loopt anders.', 'Nobody\u2019s life is different.'),
  'compare_people.same': both('Voor {count} anderen verandert er niets, tot op de dag.', 'For {count} others nothing changes, to the day.'),
  'compare_people.reached': both('Hoe het beleid hen bereikt', 'How the policy reaches them'),
  'compare_people.people': both('mensen', 'people'),
  'compare_people.starts_earlier': both('start eerder', 'starts earlier'),
  'compare_people.starts_later': both('start later', 'starts later'),
  'compare_people.starts_newly': both('start erbij', 'new starts'),
  'compare_people.starts_no_longer': both('start valt weg', 'start falls away'),
  'compare_people.days_earlier': both('dagen eerder, samen', 'days earlier, together'),
  'compare_people.days_later': both('dagen later, samen', 'days later, together'),
  'compare_people.in_job': both('maanden werk, gewone economie', 'months in a job, regular economy'),
  'compare_people.in_social_job': both('maanden werk, sociale economie', 'months in a job, social economy'),
  'compare_people.jobseeker': both('maanden werkzoekend', 'months as a jobseeker'),
  'compare_people.waiting': both('maanden wachten', 'months waiting'),
  'compare_people.cost': both('kosten voor {payer}', 'cost to {payer}'),
  'compare_people.of': both('van', 'of'),
  'compare_people.by_starts': both('hoeveel starts', 'how many starts'),
  'compare_people.by_days': both('hoeveel dagen', 'how many days'),
  'compare_people.everybody': both('iedereen', 'everybody'),
  'compare_people.displaced': both('alleen via de wachtrij (verdringing)', 'only through the queue (displacement)'),
  'compare_people.reached_themselves': both('wie zelf geraakt is', 'who is reached themselves'),
  'compare_people.moved': both('Starts die verschuiven', 'Starts that move'),
  'compare_people.moved_means': both(
    'Rechts wat mensen winnen: een start die er zonder het alternatief niet was, of vroeger komt. Links wat ze verliezen: een start die wegvalt of later komt.',
    'To the right what people gain: a start that was not there without the alternative, or comes earlier. To the left what they lose: a start that falls away or comes later.'),
  'compare_people.moved_caution': both(
    'Een start die later komt, kan voorbij het einde van de horizon vallen en telt dan als weggevallen. Gemiddelden van de replicaties.',
    'A start that comes later may fall behind the end of the horizon, and then counts as fallen away. Means of the replications.'),
  'compare_people.by_group': both('Winst en verlies naar groep', 'Gains and losses by group'),
  'compare_people.by_group_means': both(
    'Samen over de hele horizon: het verschil met de basis voor wie het beleid bereikt, naar wie ze zijn op de eerste dag waarop hun leven anders loopt.',
    'Together over the whole horizon: the difference from the base of those the policy reaches, by who they are on the first day on which their life is different.'),
  'compare_people.by_group_caution': both(
    'Groepen van enkele mensen springen; een interval dat nul bevat zegt dat winst en verlies niet te onderscheiden zijn. Groepen zonder rij: niemand.',
    'Groups of a few people jump; an interval that holds zero says that gain and loss cannot be told apart. Groups without a row: nobody.'),
  'compare_people.group': both('Groep', 'Group'),
  'compare_reach.direct': both('zelf geraakt', 'reached themselves'),
  'compare_reach.indirect': both('alleen via de wachtrij (verdringing)', 'only through the queue (displacement)'),
  'compare_reach.base_only': both('bestaan alleen in de basis', 'exist only in the base'),
  'compare_reach.alternative_only': both('bestaan alleen in het alternatief', 'exist only in the alternative'),
  'compare_group.under_25': both('jonger dan 25', 'under 25'),
  'compare_group.25_to_39': both('25 tot 39', '25 to 39'),
  'compare_group.40_to_54': both('40 tot 54', '40 to 54'),
  'compare_group.55_and_over': both('55 en ouder', '55 and over'),
  'compare_group.under_12': both('minder dan 1 jaar werkloos', 'unemployed under 1 year'),
  'compare_group.12_to_24': both('1 tot 2 jaar werkloos', 'unemployed 1 to 2 years'),
  'compare_group.over_24': both('2 jaar of langer werkloos', 'unemployed 2 years or more'),
  'compare_group.class': both('voorrang {name}', 'priority {name}'),

  'compare_cost.title': both('Wie betaalt', 'Who pays'),
  'compare_cost.lead': both(
    'Welke betaler meer of minder uitgeeft, en wat er van contingenten en budgetten wordt.',
    'Which payer spends more or less, and what becomes of contingents and budgets.'),
  'compare_cost.none': both('In deze scenario\u2019s betaalt niemand: ze hebben geen uitkeringen en geen budgetten met een betaler.',
    'Nobody pays in these scenarios: they have no benefits and no budgets with a payer.'),
  'compare_cost.totals': both('Betaald over de hele horizon, in euro', 'Paid over the whole horizon, in euro'),
  'compare_cost.payer': both('Betaler', 'Payer'),
  'compare_cost.paid': both('Verschuiving van kosten', 'Shift of costs'),
  'compare_cost.paid_means': both(
    'Wat elke betaler in een jaar meer (rechts) of minder (links) betaalt dan in de basis: uitkeringen en budgetten samen.',
    'What each payer pays more (right) or less (left) in a year than in the base: benefits and budgets together.'),
  'compare_cost.paid_caution': both(
    'Bedragen rusten op prijzen en gemiddelde uitkeringen uit het scenario. Wat de ene betaler spaart, kan bij een ander terugkomen: kijk naar allemaal samen.',
    'Amounts rest on prices and mean benefits of the scenario. What one payer saves may come back with another: look at all of them together.'),
  'compare_cost.each_in': both('elke betaler, {year}', 'each payer, {year}'),
  'compare_cost.by_year': both('{payer}, jaar na jaar', '{payer}, year by year'),
  'compare_cost.resources': both('Contingenten en budgetten, jaar na jaar', 'Contingents and budgets, year by year'),
  'compare_cost.resources_means': both(
    'Verschil met de basis in wat er is, gebruikt wordt, overblijft of vervalt.',
    'Difference from the base in what there is, is used, is left or lapses.'),
  'compare_cost.resources_caution': both(
    'Alleen wat verschilt, kan gekozen worden. Meer gebruik is geen winst op zich: kijk naar de wachtlijsten.',
    'Only what differs can be chosen. More use is no gain by itself: look at the waiting lists.'),

  'compare_carousel.title': both('De carrousel', 'The carousel'),
  'compare_carousel.lead': both(
    'Of mensen vaker of minder vaak terugkomen in activering zonder duurzaam werk ertussen.',
    'Whether people come back to activation more or less often without a durable job between.'),
  'compare_carousel.none': both(
    'De horizon is te kort om mensen na een traject lang genoeg te volgen.',
    'The horizon is too short to follow people for long enough after a trajectory.'),
  'compare_carousel.of': both('Terugkeer tegenover de basis', 'Returns against the base'),
  'compare_carousel.means': both(
    'Verschil met de basis, naar het jaar waarin trajecten eindigen (bij terugkeerders: beginnen), of voor elke maatregel in het laatste jaar dat lang genoeg gevolgd kon worden.',
    'Difference from the base, by the year in which trajectories end (of returners: begin), or for each measure in the last year that could be followed for long enough.'),
  'compare_carousel.caution': both(
    'Terugkeer is op zich geen mislukking, en wie terugkeert is anders dan wie dat niet doet. Jaren die niet lang genoeg gevolgd konden worden, ontbreken.',
    'A return is no failure by itself, and people who return differ from those who do not. Years that could not be followed for long enough are missing.'),
  'compare_carousel.by': both('naar', 'by'),
  'compare_carousel.by_year': both('jaar, alle maatregelen samen', 'year, all measures together'),
  'compare_carousel.by_measure': both('maatregel, in het laatste bekende jaar', 'measure, in the last known year'),
  'compare_carousel.cycles_per_100_episodes': both('cycli per 100 trajecten die eindigen', 'cycles per 100 trajectories that end'),
  'compare_carousel.returned_within_365': both('opnieuw gestart binnen 1 jaar (aandeel)', 'started again within 1 year (share)'),
  'compare_carousel.returned_within_730': both('opnieuw gestart binnen 2 jaar (aandeel)', 'started again within 2 years (share)'),
  'compare_carousel.returner_share': both('starts door terugkeerders (aandeel)', 'starts by returners (share)'),
  'compare_carousel.carousel_rate': both('mensen met twee cycli of meer (aandeel)', 'people with two cycles or more (share)'),
  'compare_carousel.reentry_within_365': both('uit werk terug binnen 1 jaar (aandeel)', 'back from work within 1 year (share)'),
  'compare_carousel.cycles': both('cycli', 'cycles'),
  'compare_carousel.ended': both('trajecten die eindigen', 'trajectories that end'),

  'compare_who.title': both('Wie bereikt wordt', 'Who is reached'),
  'compare_who.lead': both(
    'Of groepen een groter of kleiner deel van de starters zijn dan in de basis.',
    'Whether groups are a larger or smaller part of those who start than in the base.'),
  'compare_who.none': both(
    'Dit scenario vraagt geen cijfers naar groep (output.equity).', 'This scenario asks for no figures by group (output.equity).'),
  'compare_who.of': both('Groepen tegenover de basis', 'Groups against the base'),
  'compare_who.means': both(
    'Verschil met de basis in {year}: het aandeel van elke groep onder wie start, of haar bereik (aandeel onder starters gedeeld door aandeel onder werkzoekenden).',
    'Difference from the base in {year}: the share of each group among those who start, or its reach (share of starters divided by share of jobseekers).'),
  'compare_who.caution': both(
    'Behoefte is die van alle werkzoekenden, niet van de doelgroep van een maatregel. Cijfers van kleine groepen springen.',
    'Need is that of all jobseekers, not of a measure\u2019s target group. Figures of small groups jump.'),
  'compare_who.start_share': both('aandeel onder starters', 'share of those who start'),
  'compare_who.reach': both('bereik', 'reach'),
  'compare_who.all': both('alle maatregelen', 'all measures'),

  'compare_assumptions.title': both('Aannames van de basis', 'Assumptions of the base'),
  'compare_assumptions.lead': both(
    'Elk getal van de basis, met waar het vandaan komt. Waarin alternatieven ervan verschillen, staat bovenaan.',
    'Every number of the base, and where it comes from. In what alternatives differ stands at the top.'),
};

const figures = {
  'interval.legend': both('{confidence}-interval van het gemiddelde verschil', '{confidence} interval of the mean difference'),
  'interval.nothing': both('Hier is geen verschil.', 'There is no difference here.'),
  'interval.from_to': both('{low} tot {high}', '{low} to {high}'),
  'interval.instead': both('alternatief tegenover basis', 'alternative against base'),
  'interval.against': both('{alternative} tegenover {base}', '{alternative} against {base}'),
  'interval.difference_in': both('verschil met de basis, {unit}', 'difference from the base, {unit}'),
  'interval.points': both('verschil met de basis, procentpunt', 'difference from the base, percentage points'),
  'interval.series': both('alternatief', 'alternative'),
  'interval.base': both('basis', 'base'),
  'interval.alternative': both('alternatief', 'alternative'),
  'interval.difference': both('verschil', 'difference'),
  'interval.low': both('interval van', 'interval from'),
  'interval.high': both('tot', 'to'),
  'interval.verdict': both('oordeel', 'verdict'),
  'interval.unit': both('eenheid', 'unit'),
  'interval.summary': both(
    '{what}: het grootste verschil is {most}, in {when}; op {until} is het {last}.',
    '{what}: the largest difference is {most}, in {when}; on {until} it is {last}.'),
  'verdict.more': both('meer', 'more'),
  'verdict.less': both('minder', 'less'),
  'verdict.noise': both('niet van toeval te onderscheiden', 'not to be told from chance'),
  'verdict.same': both('precies gelijk', 'exactly the same'),
  'verdict.unknown': both('\u00e9\u00e9n replicatie zegt niets over toeval', 'one replication says nothing of chance'),

  'compare_indicator.jobseekers': both('werkzoekenden, einde jaar', 'jobseekers, end of the year'),
  'compare_indicator.in_paid_work': both('aan het werk, einde jaar', 'in paid work, end of the year'),
  'compare_indicator.waiting': both('wachtenden, einde jaar', 'people waiting, end of the year'),
  'compare_indicator.in_trajectory': both('in traject, einde jaar', 'in trajectory, end of the year'),
  'compare_indicator.joins': both('nieuw op de lijst', 'joined the list'),
  'compare_indicator.starts': both('starters', 'starts'),
  'compare_indicator.completions': both('afgerond', 'completed'),
  'compare_indicator.dropouts': both('uitgevallen', 'dropped out'),
  'compare_indicator.wait_of_starters_p50': both('wachtdagen van starters, mediaan', 'days waited by starters, median'),
  'compare_indicator.wait_of_starters_p90': both('wachtdagen van starters, 90 %', 'days waited by starters, 90 %'),
  'compare_indicator.started_within_90': both('gestart binnen 90 dagen (kans)', 'started within 90 days (probability)'),
  'compare_indicator.started_within_365': both('gestart binnen een jaar (kans)', 'started within a year (probability)'),
  'compare_indicator.waiting_after_90': both('wacht nog na 90 dagen (kans)', 'still waiting after 90 days (probability)'),
  'compare_indicator.waiting_after_365': both('wacht nog na een jaar (kans)', 'still waiting after a year (probability)'),
  'compare_indicator.amount': both('beschikbaar', 'available'),
  'compare_indicator.used': both('gebruikt', 'used'),
  'compare_indicator.unspent': both('niet besteed', 'unspent'),
  'compare_indicator.lapsed': both('vervallen', 'lapsed'),
  'compare_indicator.paid': both('betaald', 'paid'),

  'unit.percent': both('%', '%'),
  'unit.number': both('aantal', 'number'),
  'unit.ratio': both('verhouding', 'ratio'),
  'unit.episodes': both('trajecten', 'trajectories'),
  'unit.cycles': both('cycli', 'cycles'),
  'unit.per 100': both('per 100', 'per 100'),
  'unit.person-months': both('maanden', 'months'),
  'unit.person-days': both('dagen', 'days'),
};

export const compareTexts = { ...sections, ...figures };
