#include "engine/app/workbench/page_files.hpp"

#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{4} << 20;
constexpr unsigned not_found = 404;
const char* const html = "text/html; charset=utf-8";

const std::map<std::string, const char*> kinds{{".html", html},
                                               {".js", "text/javascript; charset=utf-8"},
                                               {".css", "text/css; charset=utf-8"},
                                               {".svg", "image/svg+xml"},
                                               {".txt", "text/plain; charset=utf-8"}};

const char* const page_is_missing =
    "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>disburse</title>"
    "<h1>工作台的网页还没有生成</h1><p>在源代码目录执行 <code>scripts/workbench</code>（需要 npm），再打开本页；"
    "安装包里已带网页。接口照常可用：<a href=\"/api/openapi.json\">/api/openapi.json</a>。</p>"
    "<h1 lang=\"en\">The page has not been built</h1><p lang=\"en\">Run <code>scripts/workbench</code> in the source "
    "tree "
    "(it needs npm) and reload; an installed package has it. The interface works all the same.</p></html>\n";

}  // namespace

PageFiles::PageFiles(const fs::path& folder) {
  std::error_code missing;
  for (const auto& entry : fs::recursive_directory_iterator(folder, missing)) {
    const auto kind = kinds.find(entry.path().extension().string());
    if (!entry.is_regular_file() || kind == kinds.end()) continue;
    HttpReply file;
    file.type = kind->second;
    file.body = read_file(entry.path(), largest_file);
    files_.emplace("/" + fs::relative(entry.path(), folder).generic_string(), std::move(file));
  }
  const auto index = files_.find("/index.html");
  whole_ = index != files_.end();
  HttpReply first;
  if (whole_) {
    first = index->second;
  } else {
    first.type = html;
    first.body = page_is_missing;
  }
  files_.insert_or_assign("/", std::move(first));
}

HttpReply PageFiles::answer(const std::string& path) const {
  const auto found = files_.find(path);
  if (found != files_.end()) return found->second;
  HttpReply reply;
  reply.status = not_found;
  reply.type = "text/plain; charset=utf-8";
  reply.body = "没有这个地址。There is no such address.\n";
  return reply;
}

}  // namespace disburse
