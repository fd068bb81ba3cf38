#pragma once
// XML read as it streams by (expat): elements, attributes and text, and nothing kept of a file that may be endless.
#include <functional>
#include <string_view>

#include "engine/base/error.hpp"

namespace disburse {

/// What is wrong with the XML, in words that a message can hold; nothing of its content.
class XmlBroken : public Failure {
 public:
  using Failure::Failure;
};

/// The attributes of one element, by their names without a namespace's prefix.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* list) : list_(list) {}
  /// The value; empty where there is no such attribute.
  std::string_view operator[](std::string_view name) const;

 private:
  const char* const* list_;  // name, value, name, value, null
};

/// Called for everything in the order of the document; names come without a namespace's prefix.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view) {}
};

/// Fills the buffer with at most so many bytes and tells how many; 0 at the end.
using ByteSource = std::function<std::size_t(char* to, std::size_t room)>;

/// Reads the whole document. Errors: XmlBroken for what is no XML, a document type (entities could grow without end or
/// name files) and elements nested deeper than 64; whatever the visitor or the source throws.
void visit_xml(const ByteSource& source, XmlVisitor& visitor);

}  // namespace disburse
