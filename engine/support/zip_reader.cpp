#include "engine/support/zip_reader.hpp"

#include <zip.h>

namespace disburse {

void ZipReader::Close::operator()(zip* archive) const { zip_discard(archive); }

ZipReader::ZipReader(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (opened == nullptr) {
    const std::string text = zip_error_strerror(&error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    throw ArchiveDamaged(text);
  }
  zip_error_fini(&error);
  archive_.reset(opened);
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

std::optional<std::string> ZipReader::part(const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return std::nullopt;
  if ((stat.valid & ZIP_STAT_SIZE) == 0 || stat.size > most_bytes - read_) {
    throw ArchiveDamaged("its parts unpack to more than " + std::to_string(most_bytes >> 20) + " MiB");
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    throw ArchiveDamaged("it is protected by a password");
  }
  zip_file_t* file = zip_fopen_index(archive_.get(), stat.index, 0);
  if (file == nullptr) throw ArchiveDamaged("the part " + name + " cannot be opened");
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_fread(file, bytes.data(), bytes.size());
  char beyond = 0;
  const bool longer = zip_fread(file, &beyond, 1) > 0;
  const bool sound = zip_fclose(file) == 0;
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size() || longer || !sound) {
    throw ArchiveDamaged("the part " + name + " is broken");
  }
  read_ += bytes.size();
  return bytes;
}

}  // namespace disburse
