# cmake -DPAGE=<html> -DINTO=<cpp> -P EmbedPage.cmake: a page as a C++ constant.
#
# In pieces, because compilers limit the length of one literal.
file(READ ${PAGE} content)
string(LENGTH "${content}" length)
set(code "#include <string_view>\n\nnamespace doorstroom {\n\nextern const std::string_view page_template;\nconst std::string_view page_template =\n")
set(at 0)
set(piece 15000)
while(at LESS length)
  string(SUBSTRING "${content}" ${at} ${piece} part)
  string(APPEND code "R\"~~page~~(${part})~~page~~\"\n")
  math(EXPR at "${at} + ${piece}")
endwhile()
string(APPEND code ";\n\n}  // namespace doorstroom\n")
file(WRITE ${INTO} "${code}")
