#include "engine/app/signing/signature.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>

#include <memory>

#include "engine/base/reject.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

/// Nobody is asked for a password.
extern "C" int no_password(char*, int, int, void*) { return -1; }

enum class Part { secret, open };

Key key_in(const std::filesystem::path& file, Part part) {
  constexpr std::size_t largest = std::size_t{1} << 16;
  const std::string text = read_file(file, largest);
  const Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free);
  const auto read = part == Part::secret ? PEM_read_bio_PrivateKey : PEM_read_bio_PUBKEY;
  Key key(read(bio.get(), nullptr, &no_password, nullptr), &EVP_PKEY_free);
  if (key && EVP_PKEY_id(key.get()) == EVP_PKEY_ED25519) return key;
  if (part == Part::secret)
    reject_option("--sign", "{} is no private key of Ed25519 without a password"_m(file.string()),
                  "the office signs with one"_m, "Make one: openssl genpkey -algorithm ed25519 -out key.pem"_m);
  reject_option("--key", "{} is no public key of Ed25519"_m(file.string()), "signatures are checked with it"_m,
                "Take it from the private key: openssl pkey -in key.pem -pubout -out public.pem"_m);
}

void check_privacy_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    reject_option("--sign", "{} can be read by others"_m(file.string()), "whoever has the key signs as the office"_m,
                  "Allow its owner alone: chmod 600 {}"_m(file.string()));
}

const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

std::string signed_by(const std::filesystem::path& private_key, std::string_view bytes) {
  check_privacy_of(private_key);
  const Key key = key_in(private_key, Part::secret);
  const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  constexpr std::size_t length = 64;
  std::string signature(length, '\0');
  std::size_t size = length;
  const bool done = context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                                   octets(bytes), bytes.size()) == 1 &&
                    size == length;
  if (!done) throw std::runtime_error("Ed25519 is not available in the cryptographic library");
  return signature;
}

bool is_signed_by(const std::filesystem::path& public_key, std::string_view bytes, std::string_view signature) {
  const Key key = key_in(public_key, Part::open);
  const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  return context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(bytes), bytes.size()) == 1;
}

}  // namespace disburse
