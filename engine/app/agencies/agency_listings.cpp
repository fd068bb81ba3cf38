#include "engine/app/agencies/agency_listings.hpp"

#include "outputs/text/labels.hpp"
#include "scenarios/agencies/agency_reader.hpp"

namespace disburse {
namespace {

/// The uppermost layer in whose folder `file` stands; what stands in none was said by a scenario or the command line.
std::string layer_of(const std::string& file, const std::vector<LawLayer>& layers, const std::string& origin) {
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    if (file.starts_with(layer->shown + "/") || file.starts_with(layer->folder.string() + "/")) return layer->name;
  }
  return origin;
}

/// As messages name it, also where the file was opened by its path.
std::string shown_place(Place place, const std::vector<LawLayer>& layers) {
  for (const LawLayer& layer : layers) {
    const std::string folder = layer.folder.string() + "/";
    if (layer.folder != layers.front().folder && place.file.starts_with(folder))
      place.file = layer.shown + "/" + place.file.substr(folder.size());
  }
  return to_string(place);
}

}  // namespace

Listing agencies_listing(const std::filesystem::path& root, Language language) {
  Listing listing = listing_of({"name", "level", "region", "schemes", "scenario", "title"},
                               {"名称", "级别", "地区", "险种", "基准情景", "全称"}, language);
  for (const std::filesystem::path& folder : agencies_below(root / "scenarios" / "agencies")) {
    const Agency agency = read_agency(folder);
    std::string schemes;
    for (const Scheme scheme : agency.schemes)
      schemes += (schemes.empty() ? "" : ", ") + std::string(to_string(scheme));
    listing.rows.push_back({agency.name, agency.level, agency.region, schemes, agency.scenario,
                            name_in(agency.title, agency.title_en, language)});
  }
  return listing;
}

Listing origins_listing(const ParameterTree& parameters, const DataPaths& paths, const std::string& prefix,
                        Language language) {
  Listing listing = listing_of({"path", "from", "value", "status", "layer", "place"},
                               {"参数", "自", "值", "状态", "来自", "文件和行"}, language);
  const std::vector<LawLayer> layers = paths.law();
  for (const auto& [path, parameter] : parameters.all()) {
    if (!path.starts_with(prefix)) continue;
    for (const DatedValue& value : values_in_force(parameter)) {
      listing.rows.push_back({path, to_string(value.from), value_text(value.value), to_string(value.status),
                              layer_of(value.place.file, layers, parameter.origin), shown_place(value.place, layers)});
    }
  }
  return listing;
}

}  // namespace disburse
