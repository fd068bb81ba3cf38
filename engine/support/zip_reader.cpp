#include "engine/support/zip_reader.hpp"

#include <zip.h>

#include <algorithm>

namespace disburse {
namespace {

/// Small letters and forward slashes: how archives of careless writers name one part.
std::string plain_name(std::string_view name) {
  std::string plain(name);
  for (char& c : plain) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return plain.starts_with('/') ? plain.substr(1) : plain;
}

}  // namespace

void ZipReader::Close::operator()(zip* archive) const { zip_discard(archive); }
void ZipPart::Close::operator()(zip_file* file) const { zip_fclose(file); }

ZipReader::ZipReader(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (opened == nullptr) {
    const std::string text = zip_error_strerror(&error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    throw ArchiveDamaged(Message::verbatim(text));
  }
  zip_error_fini(&error);
  archive_.reset(opened);
  if (zip_get_num_entries(opened, 0) > most_parts) throw ArchiveDamaged("it has more than {} parts"_m(most_parts));
  for (std::string& name : names()) by_plain_name_[plain_name(name)].push_back(std::move(name));
}

bool ZipReader::has(const std::string& name) const { return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0; }

std::vector<std::string> ZipReader::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr) names.emplace_back(name);
  }
  return names;
}

std::optional<std::string> ZipReader::meant(std::string_view name) const {
  const auto found = by_plain_name_.find(plain_name(name));
  if (found == by_plain_name_.end()) return std::nullopt;
  if (found->second.size() > 1) throw ArchiveDamaged("the part {} stands in it twice"_m(plain_name(name)));
  return found->second.front();
}

std::optional<ZipPart> ZipReader::open(const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return std::nullopt;
  if ((stat.valid & ZIP_STAT_SIZE) == 0 || stat.size > most_bytes - read_) {
    throw ArchiveDamaged("its parts unpack to more than {} MiB"_m(most_bytes >> 20));
  }
  if (stat.size > unsuspected_bytes && stat.size / most_ratio > std::max<zip_uint64_t>(stat.comp_size, 1)) {
    throw ArchiveDamaged("a part unpacks to {} times its size, as no real file does"_m(
        stat.size / std::max<zip_uint64_t>(stat.comp_size, 1)));
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    throw ArchiveDamaged("it is protected by a password"_m);
  }
  ZipPart part;
  part.file_.reset(zip_fopen_index(archive_.get(), stat.index, 0));
  if (!part.file_) throw ArchiveDamaged("the part {} cannot be opened"_m(name));
  part.name_ = name;
  part.left_ = stat.size;
  read_ += stat.size;
  return part;
}

std::size_t ZipPart::read(char* to, std::size_t room) {
  const zip_int64_t got = zip_fread(file_.get(), to, room);
  if (got < 0 || static_cast<std::uint64_t>(got) > left_ || (got == 0 && left_ > 0 && room > 0)) {
    throw ArchiveDamaged("the part {} is broken"_m(name_));
  }
  left_ -= static_cast<std::uint64_t>(got);
  return static_cast<std::size_t>(got);
}

std::optional<std::string> ZipReader::part(const std::string& name) {
  auto opened = open(name);
  if (!opened) return std::nullopt;
  std::string bytes(opened->left_, '\0');
  for (std::size_t at = 0; at < bytes.size();) at += opened->read(bytes.data() + at, bytes.size() - at);
  char beyond = 0;
  opened->read(&beyond, 1);  // tells a part that is longer, and checks its sum
  return bytes;
}

}  // namespace disburse
