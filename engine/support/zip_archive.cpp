#include "engine/support/zip_archive.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace disburse {
namespace {

[[noreturn]] void fail(zip_error_t& error) {
  const std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  throw std::runtime_error("the archive cannot be made: " + text);
}

/// Bytes of a closed in-memory source.
std::string bytes_of(zip_source_t* source) {
  std::string bytes;
  if (zip_source_open(source) != 0) throw std::runtime_error("the archive cannot be read back");
  char buffer[1 << 14];
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, buffer, sizeof buffer)) > 0)
    bytes.append(buffer, static_cast<std::size_t>(got));
  if (got < 0) throw std::runtime_error("the archive cannot be read back");
  if (zip_source_close(source) != 0) throw std::runtime_error("the archive cannot be read back");
  return bytes;
}

void add_file(zip_t* archive, const std::string& name, const std::string& content) {
  // 2024-01-01 00:00 as the archive stores it: so that bytes depend neither on the day nor on the time zone.
  constexpr zip_uint16_t fixed_date = (2024 - 1980) << 9 | 1 << 5 | 1, fixed_time = 0;
  zip_source_t* part = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index = part == nullptr ? -1 : zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(part);
    fail(*zip_get_error(archive));
  }
  if (zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), fixed_time, fixed_date, 0) != 0)
    fail(*zip_get_error(archive));
}

}  // namespace

std::string zip_archive(const std::vector<std::pair<std::string, std::string>>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* made = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (made == nullptr) fail(error);
  const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> source(made, zip_source_free);
  zip_source_keep(made);  // the archive gives its own hold away when it is closed
  zip_t* archive = zip_open_from_source(made, ZIP_TRUNCATE, &error);
  if (archive == nullptr) fail(error);
  for (const auto& [name, content] : files) add_file(archive, name, content);
  if (zip_close(archive) != 0) throw std::runtime_error("the archive cannot be closed");
  return bytes_of(made);
}

}  // namespace disburse
