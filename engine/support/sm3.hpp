#pragma once
// HMAC with SM3 (GB/T 32905-2016, GB/T 15852.2-2012), by OpenSSL.
#include <string>
#include <string_view>

namespace disburse {

/// 64 lower-case hexadecimal digits. Errors: std::runtime_error when this OpenSSL has no SM3.
std::string hmac_sm3_hex(std::string_view key, std::string_view message);

/// `count` random bytes of the operating system, as twice as many hexadecimal digits.
std::string random_hex(std::size_t count);

}  // namespace disburse
