#include "base/printable.hpp"

#include <gtest/gtest.h>

#include "doorstroom/diagnostics.hpp"

namespace doorstroom {
namespace {

TEST(Printable, LeavesOrdinaryTextAlone) {
  for (const char* text : {"", "places", "één € – ∑ 😀", "a/b~c \"d\" \\"}) {
    EXPECT_EQ(printable(text), text);
  }
}

TEST(Printable, ShowsControlCharacters) {
  EXPECT_EQ(printable("a\nb\tc\r"), "a\\nb\\tc\\r");
  EXPECT_EQ(printable(std::string("a\0b", 3)), "a\\u0000b");
  EXPECT_EQ(printable("\x1b[31mred\x7f"), "\\u001b[31mred\\u007f");
  EXPECT_EQ(printable("\u0085\u009b"), "\\u0085\\u009b");
}

TEST(Printable, ShowsWhatTurnsTextAround) {
  EXPECT_EQ(printable("a\u202eb\u2066c"), "a\\u202eb\\u2066c");
  EXPECT_EQ(printable("a\u2028b"), "a\\u2028b");
}

TEST(Printable, ShowsBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("Li\xe8ge"), "Li\\xe8ge");
  EXPECT_EQ(printable("\xc0\x80\xed\xa0\x80\xf5"), "\\xc0\\x80\\xed\\xa0\\x80\\xf5");
  EXPECT_EQ(printable("\xe2\x82"), "\\xe2\\x82");
}

TEST(Utf8Length, CountsTheBytesOfACharacter) {
  EXPECT_EQ(utf8_length("a"), 1U);
  EXPECT_EQ(utf8_length("é"), 2U);
  EXPECT_EQ(utf8_length("€uro"), 3U);
  EXPECT_EQ(utf8_length("😀"), 4U);
  EXPECT_EQ(utf8_length(""), 0U);
  EXPECT_EQ(utf8_length("\xf4\x90\x80\x80"), 0U);
  EXPECT_EQ(utf8_length("\xf0\x8f\xbf\xbf"), 0U);
}

TEST(DiagnosticText, IsOneLineWhateverTheFileHolds) {
  const Diagnostic hostile{"a.json", 1, 2, "/a\nb", "\x1b[2J is wrong", "did you mean \"\r\"?"};
  EXPECT_EQ(to_text(hostile), "a.json:1:2: /a\\nb: \\u001b[2J is wrong; did you mean \"\\r\"?");
  const Diagnostic plain{"a.json", 1, 2, "", "wrong", ""};
  EXPECT_EQ(to_text(plain), "a.json:1:2: (top level): wrong");
}

}  // namespace
}  // namespace doorstroom
