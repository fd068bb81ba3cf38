// XML as it streams by, and what is refused in it.
#include "engine/parsing/xml_stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace disburse {
namespace {

/// Writes what it is told: <a k=v>text</a>.
class Echo final : public XmlVisitor {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    told += "<" + std::string(name) + " " + std::string(attributes["k"]) + ">";
    if (name == "throw") throw std::runtime_error("own");
  }
  void end(std::string_view name) override { told += "</" + std::string(name) + ">"; }
  void text(std::string_view text) override { told += text; }
  std::string told;
};

std::string echo(std::string_view xml, std::size_t piece = 3) {
  Echo visitor;
  visit_xml(
      [&](char* to, std::size_t room) {
        const std::size_t count = std::min({piece, room, xml.size()});
        std::copy_n(xml.data(), count, to);
        xml.remove_prefix(count);
        return count;
      },
      visitor);
  return visitor.told;
}

TEST(XmlStream, tells_elements_by_their_local_names) {
  EXPECT_EQ(echo("<x:a xmlns:x='u' x:k='1'>t&lt;<b k=\"2\"/>u</x:a>"), "<a 1>t<<b 2></b>u</a>");
}

TEST(XmlStream, refuses_entities_depth_and_what_is_no_xml) {
  EXPECT_THROW(echo("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"), XmlBroken);
  EXPECT_THROW(echo("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"), XmlBroken);
  std::string deep;
  for (int i = 0; i < 65; ++i) deep += "<a>";
  EXPECT_THROW(echo(deep), XmlBroken);
  for (const char* broken : {"", "<a>", "<a></b>", "text", "<a/><b/>", "<a k=1/>"})
    EXPECT_THROW(echo(broken), XmlBroken) << broken;
}

TEST(XmlStream, lets_the_visitors_own_exceptions_pass) { EXPECT_THROW(echo("<a><throw/></a>"), std::runtime_error); }

}  // namespace
}  // namespace disburse
