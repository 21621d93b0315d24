#include <cstdio>
#include <string>

#include "doorstroom/version.hpp"

int main() {
  std::printf("doorstroom %s\n", std::string(doorstroom::version()).c_str());
  return 0;
}
