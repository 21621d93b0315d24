#include "workbook/words.hpp"

#include <algorithm>
#include <array>

namespace doorstroom {

namespace {

struct Word {
  std::string_view name;
  const char* nl;
  const char* en;
};

constexpr std::array columns{
    Word{"date", "Datum", "Date"},
    Word{"year", "Jaar", "Year"},
    Word{"period", "Periode", "Period"},
    Word{"cohort", "Cohorte", "Cohort"},
    Word{"indicator", "Indicator", "Indicator"},
    Word{"subject", "Onderwerp", "Subject"},
    Word{"breakdown", "Uitsplitsing", "Breakdown"},
    Word{"unit", "Eenheid", "Unit"},
    Word{"mean", "Gemiddelde", "Mean"},
    Word{"sd", "Standaardafwijking", "Standard deviation"},
    Word{"p05", "Percentiel 5", "Percentile 5"},
    Word{"p50", "Mediaan", "Median"},
    Word{"p95", "Percentiel 95", "Percentile 95"},
    Word{"replications", "Replicaties", "Replications"},
    Word{"measure", "Maatregel", "Measure"},
    Word{"statistic", "Kengetal", "Statistic"},
    Word{"held_by", "Tegengehouden door", "Held back by"},
    Word{"reason", "Reden", "Reason"},
    Word{"scope", "Alleen of mede", "Alone or among others"},
    Word{"resource", "Middel", "Resource"},
    Word{"payer", "Betaler", "Payer"},
    Word{"item", "Post", "Item"},
    Word{"from", "Van", "From"},
    Word{"to", "Naar", "To"},
    Word{"way", "Wijze van vertrek", "Way out"},
    Word{"after", "Na (dagen)", "After (days)"},
    Word{"state", "Toestand", "State"},
    Word{"figure", "Cijfer", "Figure"},
    Word{"by", "Door", "By"},
    Word{"truth", "Werkelijk", "Truth"},
    Word{"given", "Toegekend", "Given"},
    Word{"attribute", "Kenmerk", "Attribute"},
    Word{"value", "Waarde", "Value"},
    Word{"version", "Lezing", "Version"},
    Word{"reach", "Bereik", "Reach"},
    Word{"alternative", "Alternatief", "Alternative"},
    Word{"base", "Basis", "Base"},
    Word{"alternative_value", "Waarde van het alternatief", "Value of the alternative"},
    Word{"difference", "Verschil", "Difference"},
    Word{"low", "Laag", "Low"},
    Word{"high", "Hoog", "High"},
    Word{"verdict", "Oordeel", "Verdict"},
    Word{"variance_ratio", "Variantieverhouding", "Variance ratio"},
    Word{"path", "Pad", "Path"},
    Word{"as_written", "Zoals geschreven", "As written"},
    Word{"status", "Status", "Status"},
    Word{"group", "Groep", "Group"},
    Word{"source", "Bron", "Source"},
    Word{"note", "Opmerking", "Note"},
    Word{"where", "Bestand en regel", "File and line"},
    Word{"base_source", "Bron van de basis", "Source of the base"},
    Word{"alternative_source", "Bron van het alternatief", "Source of the alternative"},
    Word{"point", "Punt", "Point"},
    Word{"now", "Nu", "Now"},
    Word{"found", "Gevonden", "Found"},
    Word{"step", "Stap", "Step"},
    Word{"target", "Doel", "Target"},
    Word{"bound", "Grens", "Bound"},
    Word{"quantile", "Kwantiel", "Quantile"},
    Word{"quantile_low", "Kwantiel, laag", "Quantile, low"},
    Word{"quantile_high", "Kwantiel, hoog", "Quantile, high"},
    Word{"probability", "Kans", "Probability"},
    Word{"probability_low", "Kans, laag", "Probability, low"},
    Word{"probability_high", "Kans, hoog", "Probability, high"},
    Word{"raised_by", "Verhoogd met", "Raised by"},
    Word{"waiting_months_saved", "Bespaarde wachtmaanden", "Waiting months saved"},
    Word{"waiting_months_low", "Wachtmaanden, laag", "Waiting months, low"},
    Word{"waiting_months_high", "Wachtmaanden, hoog", "Waiting months, high"},
    Word{"euro", "Euro", "Euro"},
    Word{"euro_low", "Euro, laag", "Euro, low"},
    Word{"euro_high", "Euro, hoog", "Euro, high"},
    Word{"alone_enough", "Volstaat alleen", "Enough alone"},
    Word{"needed_mean", "Nodig, gemiddeld", "Needed, mean"},
    Word{"needed", "Nodig", "Needed"},
    Word{"label", "Naam", "Name"},
    Word{"editable", "Te wijzigen", "Can be changed"},
};

constexpr std::array values{
    Word{"people", "mensen", "people"},
    Word{"days", "dagen", "days"},
    Word{"share", "aandeel", "share"},
    Word{"ratio", "verhouding", "ratio"},
    Word{"places", "plaatsen", "places"},
    Word{"starts", "starten", "starts"},
    Word{"euro", "euro", "euro"},
    Word{"episodes", "episodes", "episodes"},
    Word{"cycles", "cycli", "cycles"},
    Word{"phases", "fasen", "phases"},
    Word{"per 100", "per 100", "per 100"},
    Word{"person-months", "persoonsmaanden", "person-months"},
    Word{"person-days", "persoonsdagen", "person-days"},
    Word{"years", "jaren", "years"},
    Word{"per month", "per maand", "per month"},
    Word{"a year", "per jaar", "a year"},
    Word{"euro per month", "euro per maand", "euro per month"},
    Word{"cited", "aangehaald", "cited"},
    Word{"public", "publiek", "public"},
    Word{"derived", "afgeleid", "derived"},
    Word{"assumption", "aanname", "assumption"},
    Word{"unstated", "niet vermeld", "unstated"},
    Word{"unit", "eenheid", "unit"},
    Word{"yes", "ja", "yes"},
    Word{"no", "nee", "no"},
};

std::vector<TableWords> tables_in_order() {
  return {
      {"headline",
       {"Jaarcijfers", "Figures of the year"},
       {"De cijfers van een jaar die planners aanhalen: lijsten, starten, wachttijden, gebruik.",
        "The figures of a year that planners quote: lists, starts, waits, use."}},
      {"sweep",
       {"Jaarcijfers per punt", "Figures by point"},
       {"De cijfers van elk jaar, voor elke waarde die werd geprobeerd.",
        "The figures of each year, for every value that was tried."}},
      {"path",
       {"Gevonden pad", "Path found"},
       {"Hoeveel er nu is en hoeveel er nodig is, jaar na jaar.",
        "How much there is now and how much is needed, year by year."}},
      {"targets",
       {"Doelen", "Targets"},
       {"Elk doel in elk jaar, op het huidige en op het gevonden pad.",
        "Every target in every year, on the present path and on the one found."}},
      {"prices",
       {"Wat één meer waard is", "What one more is worth"},
       {"Wat één eenheid meer in een jaar oplevert en kost.",
        "What one unit more in a year brings and costs."}},
      {"binding",
       {"Wat in de weg zit", "What is in the way"},
       {"Hoeveel er van een ander middel nodig zou zijn.",
        "How much of another resource would be needed."}},
      {"people",
       {"Voor wie het verschilt", "For whom it differs"},
       {"Wie eerder of later start, wie wint en wie wordt verdrongen.",
        "Who starts earlier or later, who gains and who is displaced."}},
      {"series",
       {"Maandcijfers", "Monthly figures"},
       {"Standen aan het einde van elke maand, stromen tijdens de maand.",
        "Stocks at the end of each month, flows during it."}},
      {"waiting",
       {"Wachttijden", "Waits"},
       {"Wat er werd van wie op een lijst kwam, per maand van aanmelding.",
        "What became of those who joined a list, by month of joining."}},
      {"held_back",
       {"Tegengehouden", "Held back"},
       {"Wat de wachtenden tegenhield aan het einde van elke maand.",
        "What held back those who were waiting at the end of each month."}},
      {"budget",
       {"Contingenten en budgetten", "Contingents and budgets"},
       {"Hoe elke periode van een contingent of budget eindigde.",
        "How each period of a contingent or budget ended."}},
      {"ledger",
       {"Grootboek", "Ledger"},
       {"Wie hoeveel waarvoor betaalde, maand na maand.",
        "Who paid how much for what, month by month."}},
      {"flows",
       {"Stromen", "Flows"},
       {"Hoe mensen tussen statuten en maatregelen bewegen, per jaar.",
        "How people move between statuses and measures, by year."}},
      {"outcomes",
       {"Uitkomsten", "Outcomes"},
       {"Waar mensen een tijd na een maatregel zijn.",
        "Where people are some time after a measure."}},
      {"trajectories",
       {"Trajecten", "Trajectories"},
       {"Hoe trajecten verliepen, per jaar waarin ze eindigden.",
        "How trajectories went, by year in which they ended."}},
      {"referral",
       {"Verwijzing", "Referral"},
       {"Hoe goed de screening ziet, en waar haar fouten mensen heen sturen.",
        "How well screening sees, and where its mistakes send people."}},
      {"equity",
       {"Bereik van groepen", "Reach of groups"},
       {"Welke groepen werkzoekenden de maatregelen bereiken.",
        "Which groups of jobseekers the measures reach."}},
      {"carousel",
       {"Carrousel", "Carousel"},
       {"Wie terugkomt naar activering, en hoe vaak mensen rondgaan.",
        "Who comes back to activation, and how often people go round."}},
      {"assumptions",
       {"Verschillen in aannames", "Differing assumptions"},
       {"De waarden waarin de scenario's verschillen.",
        "The values in which the scenarios differ."}},
  };
}

template <class List>
scenario::Text found_in(const List& list, const std::string& name) {
  const auto at = std::ranges::find(list, name, &Word::name);
  return at == list.end() ? scenario::Text{name, name} : scenario::Text{at->nl, at->en};
}

}  // namespace

const std::vector<TableWords>& known_tables() {
  static const std::vector<TableWords> tables = tables_in_order();
  return tables;
}

TableWords words_of_table(const std::string& table) {
  const auto at = std::ranges::find(known_tables(), table, &TableWords::table);
  if (at != known_tables().end()) return *at;
  const std::string file = "tables/" + table + ".csv";
  return {table, {table, table}, {file, file}};
}

scenario::Text words_of_column(const std::string& column) {
  return found_in(columns, column);
}

scenario::Text words_of_value(const std::string& value) {
  return found_in(values, value);
}

}  // namespace doorstroom
