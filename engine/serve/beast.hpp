#pragma once
// Boost.Beast and Boost.Asio as this room uses them: headers alone, callbacks alone. Other rooms see none of them.
#include <utility>  // Asio 1.74 uses std::exchange without it

#define BOOST_ASIO_DISABLE_CO_AWAIT
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
