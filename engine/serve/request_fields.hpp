#pragma once
// From Beast's message to the room's own request.
#include "engine/serve/beast.hpp"
#include "engine/serve/http_request.hpp"

namespace disburse {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;
using BeastParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// A parser with this room's limits.
void limit(BeastParser& parser);
/// The status that a parser's failure answers with.
unsigned status_of(const boost::beast::error_code& failure);
/// Checks the message and takes what is needed of it.
RequestRead request_of(const BeastRequest& message);

}  // namespace disburse
