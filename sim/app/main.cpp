#include "app/cli.hpp"

int main(int argc, char** argv) {
  return doorstroom::run_program(argc, argv);
}
