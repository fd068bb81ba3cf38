#include "engine/support/zip_archive.hpp"

#include <zip.h>

#include <ctime>
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
  for (zip_int64_t got = zip_source_read(source, buffer, sizeof buffer); got > 0;
       got = zip_source_read(source, buffer, sizeof buffer)) {
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
  zip_source_close(source);
  return bytes;
}

void add_file(zip_t* archive, const std::string& name, const std::string& content) {
  constexpr std::time_t fixed_date = 1'704'067'200;  // 2024-01-01, so that bytes do not depend on the day
  zip_source_t* part = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index = part == nullptr ? -1 : zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(part);
    fail(*zip_get_error(archive));
  }
  zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), fixed_date, 0);
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
