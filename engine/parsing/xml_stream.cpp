#include "engine/parsing/xml_stream.hpp"

#include <expat.h>

#include <exception>
#include <memory>

namespace disburse {
namespace {

constexpr int deepest = 64;
constexpr int chunk = 1 << 16;

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Free {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};

/// The parser's callbacks; no exception passes through the library, which is C.
class Reading {
 public:
  explicit Reading(XmlVisitor& visitor) : visitor_(visitor), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* own, const char* name, const char** attributes) {
          static_cast<Reading*>(own)->safely([&](Reading& self) {
            if (++self.depth_ > deepest) throw XmlBroken("its elements are nested too deeply"_m);
            self.visitor_.begin(local_name(name), XmlAttributes(attributes));
          });
        },
        [](void* own, const char* name) {
          static_cast<Reading*>(own)->safely([&](Reading& self) {
            --self.depth_;
            self.visitor_.end(local_name(name));
          });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* own, const char* text, int length) {
      static_cast<Reading*>(own)->safely([&](Reading& self) {
        self.visitor_.text({text, static_cast<std::size_t>(length)});
      });
    });
    XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* own, const char* /*name*/, const char* /*system*/,
                                                     const char* /*public*/, int /*internal*/) {
      static_cast<Reading*>(own)->safely(
          [](Reading&) { throw XmlBroken("it declares entities, which no workbook needs"_m); });
    });
  }

  void all_of(const ByteSource& source) {
    while (true) {
      void* buffer = XML_GetBuffer(parser_.get(), chunk);
      if (buffer == nullptr) throw std::bad_alloc();
      const std::size_t got = source(static_cast<char*>(buffer), chunk);
      const XML_Status status = XML_ParseBuffer(parser_.get(), static_cast<int>(got), got == 0 ? XML_TRUE : XML_FALSE);
      if (failure_) std::rethrow_exception(failure_);
      if (status != XML_STATUS_OK) {
        throw XmlBroken("it is no XML in line {}: {}"_m(XML_GetCurrentLineNumber(parser_.get()),
                                                        XML_ErrorString(XML_GetErrorCode(parser_.get()))));
      }
      if (got == 0) return;
    }
  }

 private:
  template <class Action>
  void safely(Action action) {
    if (failure_) return;
    try {
      action(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  XmlVisitor& visitor_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::exception_ptr failure_;
  int depth_ = 0;
};

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char* const* at = list_; *at != nullptr; at += 2) {
    if (local_name(at[0]) == name) return at[1];
  }
  return {};
}

void visit_xml(const ByteSource& source, XmlVisitor& visitor) { Reading(visitor).all_of(source); }

}  // namespace disburse
