// Text into nodes that know their place.
#include "scenario/source.hpp"

#include <gmock/gmock.h>

#include "scenario/parse.hpp"

namespace doorstroom::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SourceText : public testing::Test {
 protected:
  Node parse(const std::string& text) { return sources.parse("a.json", text, problems); }
  /// "line:column pointer" of a node.
  std::string place(const Node* node) const {
    const Diagnostic d = sources.problem_at(*node, "");
    return std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.pointer;
  }
  std::vector<std::string> said() const {
    std::vector<std::string> lines;
    for (const Diagnostic& d : problems) lines.push_back(to_text(d));
    return lines;
  }
  /// What is said about a text that is not JSON.
  std::string fault(const std::string& text) {
    problems.clear();
    parse(text);
    return problems.size() == 1 ? to_text(problems.front()).substr(7) : "";
  }

  Sources sources;
  std::vector<Diagnostic> problems;
};

TEST_F(SourceText, GivesEveryKindOfValue) {
  const Node root = parse(R"({"n": null, "t": true, "f": false, "i": -3, "d": 1.50, "e": 2e3,
                              "s": "text", "l": [1, "b"], "o": {"x": 0}})");
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_TRUE(root.find("n")->is(Node::Kind::null));
  EXPECT_TRUE(root.find("t")->boolean);
  EXPECT_FALSE(root.find("f")->boolean);
  EXPECT_EQ(root.find("i")->integer, -3);
  EXPECT_EQ(root.find("i")->number, -3.0);
  EXPECT_TRUE(root.find("d")->is(Node::Kind::number));
  EXPECT_EQ(root.find("d")->text, "1.50");
  EXPECT_EQ(root.find("e")->number, 2000.0);
  EXPECT_EQ(root.find("s")->text, "text");
  EXPECT_EQ(root.find("l")->items.size(), 2U);
  EXPECT_EQ(root.find("o")->find("x")->integer, 0);
  EXPECT_EQ(root.find("none"), nullptr);
}

TEST_F(SourceText, KnowsLinesAndColumnsOfEveryValue) {
  const Node root = parse("{\n  \"a\": [10, true,\n    {\"b\" : \"x\"}],\n\"c\":null}");
  EXPECT_EQ(place(&root), "1:1 ");
  const Node* a = root.find("a");
  EXPECT_EQ(place(a), "2:8 /a");
  EXPECT_EQ(place(&a->items[0]), "2:9 /a/0");
  EXPECT_EQ(place(&a->items[1]), "2:13 /a/1");
  EXPECT_EQ(place(&a->items[2]), "3:5 /a/2");
  EXPECT_EQ(place(a->items[2].find("b")), "3:12 /a/2/b");
  EXPECT_EQ(place(root.find("c")), "4:5 /c");
}

TEST_F(SourceText, CountsATabAndACharacterOfManyBytesAsOneColumn) {
  const Node root = parse("{\t\"één €\":\t\"😀é\", \"b\": 1}");
  EXPECT_EQ(place(root.find("één €")), "1:12 /één €");
  EXPECT_EQ(place(root.find("b")), "1:23 /b");
}

TEST_F(SourceText, CountsLinesThatEndAsOnWindows) {
  const Node root = parse("{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n");
  EXPECT_EQ(place(root.find("a")), "2:8 /a");
  EXPECT_EQ(place(root.find("b")), "3:8 /b");
}

TEST_F(SourceText, DoesNotCountAByteOrderMark) {
  const Node root = parse("\xEF\xBB\xBF{ \"a\": 1 }");
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_EQ(place(&root), "1:1 ");
  EXPECT_EQ(place(root.find("a")), "1:8 /a");
}

TEST_F(SourceText, EscapesPointers) {
  const Node root = parse(R"({"a/b": {"c~d": [0]}, "\u0065": 1, "": 2})");
  EXPECT_EQ(root.find("a/b")->find("c~d")->items[0].pointer, "/a~1b/c~0d/0");
  EXPECT_EQ(root.find("e")->pointer, "/e");
  EXPECT_EQ(root.find("")->pointer, "/");
  EXPECT_EQ(pointer_part("~/"), "~0~1");
}

TEST_F(SourceText, KeepsNumbersThatAreTooLargeApart) {
  const Node root = parse(R"([9223372036854775807, 9223372036854775808, 1e18,
                              123456789012345678901234567890, -9223372036854775809])");
  EXPECT_FALSE(root.items[0].too_large);
  EXPECT_EQ(root.items[0].integer, 9223372036854775807);
  EXPECT_TRUE(root.items[1].too_large);
  EXPECT_TRUE(root.items[1].is(Node::Kind::integer));
  EXPECT_TRUE(root.items[2].is(Node::Kind::number));
  EXPECT_TRUE(root.items[3].too_large);
  EXPECT_EQ(root.items[3].text, "123456789012345678901234567890");
  EXPECT_TRUE(root.items[4].too_large);
}

TEST_F(SourceText, ReportsKeysThatStandTwiceAndKeepsTheFirst) {
  const Node root = parse(R"({"a": 1, "b": {"c": 1, "\u0063": 2, "c": 3}, "a": 4})");
  EXPECT_THAT(said(),
              ElementsAre("a.json:1:24: /b/c: the key \"c\" stands here twice; keep one of them",
                          "a.json:1:37: /b/c: the key \"c\" stands here twice; keep one of them",
                          "a.json:1:46: /a: the key \"a\" stands here twice; keep one of them"));
  EXPECT_EQ(root.find("a")->integer, 1);
  EXPECT_EQ(root.find("b")->members.size(), 1U);
}

TEST_F(SourceText, FindsRepeatedKeysAmongManyInNoTime) {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i) text += "\"k" + std::to_string(i) + "\": 0,";
  parse(text + "\"k7\": 1}");
  EXPECT_EQ(problems.size(), 1U);
}

TEST_F(SourceText, LocatesEveryOneOfManyProblemsInNoTime) {
  std::string text = "[";
  for (int i = 1; i < 20'000; ++i) text += "0,\n";
  const Node root = parse(text + "0]");
  ASSERT_EQ(root.items.size(), 20'000U);
  for (std::size_t i = 0; i < root.items.size(); ++i) {
    EXPECT_EQ(sources.where(root.items[i]), "a.json:" + std::to_string(i + 1));
  }
}

TEST_F(SourceText, RefusesWhatIsTooMuch) {
  EXPECT_EQ(fault(std::string(64, '[') + std::string(64, ']')), "");
  EXPECT_THAT(fault(std::string(65, '[') + std::string(65, ']')),
              testing::EndsWith("nested deeper than 64 levels"));
  std::string list = "{\"a\": [0";
  for (int i = 0; i < 20'000; ++i) list += ",0";
  EXPECT_EQ(fault(list + "]}"), "1:7: /a: more than 20000 items in a list");
}

TEST_F(SourceText, SaysWhatIsWrongWithTextsThatAreNotJson) {
  EXPECT_EQ(fault(""), "1:1: (top level): this file is empty; a scenario begins with {");
  EXPECT_EQ(fault("\xEF\xBB\xBF \n"),
            "1:1: (top level): this file is empty; a scenario begins with {");
  EXPECT_EQ(fault("{\"a\": [1, 2"),
            "1:7: /a: this is not JSON (the [ is never closed); close it with ]");
  EXPECT_EQ(fault("{\"a\": 1"),
            "1:1: (top level): this is not JSON (the { is never closed); close it with }");
  EXPECT_EQ(fault("{\"a\" 1}"),
            "1:6: /a: this is not JSON (something is missing before this, a comma or a closing "
            "quotation mark)");
  EXPECT_EQ(fault("[1 2]"),
            "1:4: /1: this is not JSON (a blank inside a number, or no comma between two); "
            "thousands are written without a blank: 1320");
  EXPECT_EQ(fault("{\"a\": }"),
            "1:7: /a: this is not JSON (a } that closes nothing here); count the brackets");
  EXPECT_EQ(fault("[,1]"),
            "1:2: /0: this is not JSON (a comma with nothing before it); leave the comma out");
  EXPECT_EQ(fault("[1,]"),
            "1:4: /1: this is not JSON (a comma before the closing ]); leave the comma out");
  EXPECT_EQ(fault("[+1]"),
            "1:2: /0: this is not JSON (a number begins with a digit or a minus); write 0.5");
  EXPECT_EQ(fault("{1: 2}"),
            "1:2: (top level): this is not JSON (a key without quotation marks); write texts and "
            "keys between \"...\"");
  EXPECT_EQ(fault("[1e400]"),
            "1:2: /0: this number is too large; nothing a scenario counts goes beyond 1e308");
  EXPECT_EQ(fault("[\"a\xff\"]"), "1:4: /0: this is not UTF-8 text; save it as UTF-8");
  EXPECT_EQ(fault("[ \xff ]"), "1:3: /0: this is not UTF-8 text; save it as UTF-8");
  EXPECT_EQ(fault(std::string("[1,2,3]\0x", 9)),
            "1:1: (top level): this file is not a text (it has a zero byte); save it as UTF-8");
}

TEST_F(SourceText, SaysWhatIsWrongWithFilesThatCannotBeRead) {
  sources.read("no/such/file.json", problems);
  sources.read("/", problems);
  EXPECT_THAT(
      said(),
      ElementsAre(
          "no/such/file.json:1:1: (top level): cannot read this file (there is no such file)",
          "/:1:1: (top level): cannot read this file (it is not a file)"));
}

TEST(InQuotes, CutsLongTextsBetweenCharacters) {
  EXPECT_EQ(in_quotes("short"), "\"short\"");
  EXPECT_EQ(in_quotes(std::string(60, 'a')), '"' + std::string(60, 'a') + '"');
  EXPECT_EQ(in_quotes(std::string(61, 'a')), '"' + std::string(60, 'a') + "...\"");
  EXPECT_EQ(in_quotes(std::string(59, 'a') + "éé"), '"' + std::string(59, 'a') + "...\"");
}

TEST(Shown, DescribesValues) {
  Sources sources;
  std::vector<Diagnostic> problems;
  const Node root =
      sources.parse("a", R"([null, true, 1.50, "x", [], [1], {}, {"a": 1}])", problems);
  std::vector<std::string> all;
  for (const Node& item : root.items) all.push_back(shown(item));
  EXPECT_THAT(all, ElementsAre("null", "true", "1.50", "\"x\"", "an empty list", "a list of 1",
                               "an empty object", "an object"));
}

}  // namespace
}  // namespace doorstroom::scenario
