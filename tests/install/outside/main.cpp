#include <iostream>

#include <doorstroom/calendar.hpp>
#include <doorstroom/version.hpp>

int main() {
  std::cout << "doorstroom " << doorstroom::version() << '\n'
            << doorstroom::iso_date(doorstroom::day_of(2017, 1, 1)) << '\n';
}
