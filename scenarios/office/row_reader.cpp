#include "scenarios/office/row_reader.hpp"

#include <cctype>

#include "engine/parameters.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr const char* const scheme_words[] = {"civil_service", "enterprise", "resident"};
constexpr int months_a_year = 12;

}  // namespace

CheckLimits read_limits(const std::filesystem::path& file) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = document.root();
  root.schema("disburse/office-checks/1");
  CheckLimits limits;
  TomlTable youngest = root.table("youngest");
  TomlTable largest = root.table("largest");
  for (std::size_t s = 0; s < scheme_count; ++s) {
    limits.youngest[s] = static_cast<int>(youngest.integer(scheme_words[s]));
    const auto amount = parse_value(Unit::yuan, largest.text(scheme_words[s]));
    if (!amount) {
      largest.reject(scheme_words[s], "is no amount", "amounts above it are faults", "Write \"50000\"");
    } else {
      limits.largest[s] = std::get<Money>(*amount);
    }
  }
  youngest.finish();
  largest.finish();
  TomlTable certification = root.table("certification");
  limits.certification_age = static_cast<int>(certification.integer("age"));
  limits.certification_months = static_cast<int>(certification.integer("months"));
  certification.finish();
  TomlTable outlier = root.table("outlier");
  limits.outlier_deviations = static_cast<int>(outlier.integer("deviations"));
  outlier.finish();
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return limits;
}

std::string_view RowReader::text(Field field) const {
  const std::size_t at = mapping_.at[static_cast<std::size_t>(field)];
  return at < row_->cells.size() ? trimmed(row_->cells[at]) : std::string_view{};
}

CellKind RowReader::kind(Field field) const {
  const std::size_t at = mapping_.at[static_cast<std::size_t>(field)];
  return at < row_->kinds.size() ? row_->kinds[at] : CellKind::text;
}

void RowReader::find(const char* rule, Severity severity, bool certain, Field field, std::string message) {
  const std::size_t at = mapping_.at[static_cast<std::size_t>(field)];
  const std::string heading = at < table_.headings.size() ? table_.headings[at] : to_string(field);
  findings_.push_back({rule, severity, certain, table_.name, row_->number, heading, std::move(message), {}});
  faulty_ = faulty_ || severity == Severity::error;
}

OfficePerson RowReader::read(const OfficeRow& row) {
  row_ = &row;
  faulty_ = false;
  first_finding_ = findings_.size();
  died_ = certified_ = Month::none();
  has_identity_birth_ = false;
  OfficePerson person;
  person.row = row.number;
  person.member.birth = person.member.joined = person.member.retired = Month::none();
  read_identity_of(person);
  read_codes(person);
  read_dates(person);
  read_amounts(person);
  if (!faulty_) check_whole(person);
  person.faulty = faulty_;
  const Money monthly = person.member.role == Role::pensioner ? person.member.pension : Money{};
  for (std::size_t i = first_finding_; i < findings_.size(); ++i) findings_[i].stake = monthly * months_a_year;
  return person;
}

void RowReader::read_identity_of(OfficePerson& person) {
  if (!mapping_.has(Field::identity)) return;
  const std::string_view given = text(Field::identity);
  if (given.empty()) return find("identity_missing", Severity::error, true, Field::identity, "没有公民身份号码。");
  if (kind(Field::identity) == CellKind::number) {
    return find("identity_lost_digits", Severity::error, true, Field::identity,
                "身份号码存成了数值，末几位已经丢失；须以文本重新导出。");
  }
  const ReadIdentity read = read_identity(given);
  switch (read.fault) {
    case IdentityFault::none: break;
    case IdentityFault::length:
      return find("identity_length", Severity::error, true, Field::identity,
                  "身份号码不是 18 位（或 15 位），共 " + std::to_string(read.identity.number.size()) + " 位。");
    case IdentityFault::character:
      return find("identity_character", Severity::error, true, Field::identity,
                  "身份号码中有数字和末位 X 以外的字符。");
    case IdentityFault::check_digit:
      return find("identity_check_digit", Severity::error, true, Field::identity, "身份号码的校验码不符（GB 11643）。");
    case IdentityFault::date:
      return find("identity_date", Severity::error, true, Field::identity, "身份号码中的出生日期不存在。");
  }
  person.identity = read.identity.number;
  person.member.birth = Month(read.identity.birth.year, read.identity.birth.month);
  person.member.sex = read.identity.sex;
  has_identity_birth_ = true;
}

void RowReader::read_codes(OfficePerson& person) {
  Member& member = person.member;
  const auto unknown = [&](Field field, const char* known) {
    find("unknown_code", Severity::error, true, field, std::string("不在代码表内；可用：") + known + "。");
  };
  if (mapping_.has(Field::sex) && !text(Field::sex).empty()) {
    const auto sex = sex_of(text(Field::sex));
    if (!sex)
      unknown(Field::sex, "男、女、1、2");
    else if (has_identity_birth_ && *sex != member.sex)
      find("sex_conflict", Severity::error, true, Field::sex, "性别与身份号码第 17 位不符。");
    else
      member.sex = *sex;
  }
  if (mapping_.has(Field::scheme)) {
    const auto scheme = scheme_of(text(Field::scheme));
    if (scheme)
      member.scheme = *scheme;
    else
      unknown(Field::scheme, "机关事业、企业职工、城乡居民");
  } else if (scheme_) {
    member.scheme = *scheme_;
  } else {
    find("scheme_missing", Severity::error, true, Field::scheme, "没有险种一列，也没有用 --scheme 指定。");
  }
  if (mapping_.has(Field::role)) {
    const auto role = role_of(text(Field::role));
    if (role)
      member.role = *role;
    else
      unknown(Field::role, "领取、在职、缴费、离职、转移");
  }
  if (mapping_.has(Field::category)) {
    const auto category = category_of(text(Field::category));
    if (category)
      member.category = *category;
    else
      unknown(Field::category, "普通、建国前老工人、国企退休教师、离休");
  }
  if (mapping_.has(Field::hardship)) {
    const auto hardship = yes_or_no(text(Field::hardship));
    if (hardship)
      member.hardship = *hardship;
    else
      unknown(Field::hardship, "是、否");
  }
}

Month RowReader::month(Field field, const char* what) {
  const std::string_view given = text(field);
  if (!mapping_.has(field) || given.empty()) return Month::none();
  const auto read = month_of(given);
  const bool plausible = read && *read >= Month(1850, 1) && *read <= Month(2100, 12);
  if (!plausible) {
    find("impossible_date", Severity::error, true, field, std::string(what) + "不是可能的年月。");
    return Month::none();
  }
  return *read;
}

void RowReader::read_dates(OfficePerson& person) {
  Member& member = person.member;
  const Month birth = month(Field::birth, "出生日期");
  if (has_identity_birth_ && !birth.is_none() && birth != member.birth) {
    find("birth_conflict", Severity::warning, false, Field::birth,
         "出生年月与身份号码不同（以档案为准的除外），按身份号码导入。");
  } else if (!has_identity_birth_) {
    member.birth = birth;
  }
  member.joined = month(Field::joined, "参加工作时间");
  member.retired = month(Field::retired, "退休时间");
  died_ = month(Field::died, "死亡日期");
  certified_ = month(Field::certified, "认证时间");
}

Money RowReader::money(Field field) {
  const std::string_view given = text(field);
  if (!mapping_.has(field) || given.empty()) return {};
  const auto read = money_of(given);
  if (!read) {
    find("impossible_amount", Severity::error, true, field, "不是到分的金额。");
    return {};
  }
  if (*read < Money{}) find("negative_amount", Severity::error, true, field, "金额为负。");
  return *read;
}

void RowReader::read_amounts(OfficePerson& person) {
  Member& member = person.member;
  member.pension = money(Field::pension);
  member.account_pension = money(Field::account_pension);
  member.base = money(Field::base);
  member.annuity_base = money(Field::annuity_base);
  member.grade = static_cast<std::int32_t>(money(Field::grade).fen() / 100);
  if (const std::string_view given = text(Field::service); mapping_.has(Field::service) && !given.empty()) {
    const auto months = duration_of(given);
    if (months)
      member.service_months = *months;
    else
      find("impossible_duration", Severity::error, true, Field::service, "不是年限；如 32年5个月、32.42 或 389。");
  }
  if (!mapping_.has(Field::part_basic)) return;
  const Money parts =
      money(Field::part_basic) + member.account_pension + money(Field::part_transitional) + money(Field::part_other);
  if (parts != member.pension) {
    find("parts_do_not_sum", Severity::error, true, Field::pension,
         "各组成之和为 " + yuan_text(parts) + " 元，与合计相差 " + yuan_text(member.pension - parts) + " 元。");
  }
}

/// What two columns say together.
void RowReader::check_whole(const OfficePerson& person) {
  const Member& member = person.member;
  const auto scheme = static_cast<std::size_t>(member.scheme);
  if (member.birth.is_none()) return find("birth_missing", Severity::error, true, Field::birth, "没有出生年月。");
  const bool paid = member.role == Role::pensioner;
  if (paid && member.retired.is_none())
    find("retirement_missing", Severity::error, true, Field::retired, "领取待遇而没有退休（领取）年月。");
  // Residents' base pension comes from the law and enterprise pensions are the pool's: only here is the amount needed.
  if (paid && member.scheme == Scheme::civil_service && member.pension == Money{})
    find("amount_missing", Severity::error, true, Field::pension, "领取待遇而没有月待遇。");
  if (member.pension > limits_.largest[scheme])
    find("amount_too_large", Severity::error, false, Field::pension,
         "月待遇超过 " + yuan_text(limits_.largest[scheme]) + " 元。");
  if (paid && !member.retired.is_none() && age_in(member.birth, member.retired) < limits_.youngest[scheme])
    find("drawing_before_age", Severity::error, false, Field::retired,
         "领取时 " + std::to_string(age_in(member.birth, member.retired)) + " 岁，低于 " +
             std::to_string(limits_.youngest[scheme]) + " 岁。");
  const bool waiting = text(Field::role) == "待领取";
  if (paid && !waiting && !member.retired.is_none() && member.retired > as_of_)
    find("drawing_before_retirement", Severity::error, true, Field::retired, "退休时间在名册月份之后，却已在领取。");
  if (!member.joined.is_none() && member.joined < member.birth)
    find("joined_before_birth", Severity::error, true, Field::joined, "参加工作时间早于出生。");
  if (!member.joined.is_none() && !member.retired.is_none() && member.retired < member.joined)
    find("retired_before_joining", Severity::error, true, Field::retired, "退休时间早于参加工作时间。");
  if (paid && !died_.is_none() && died_ <= as_of_)
    find("paid_after_death", Severity::error, true, Field::died, "已登记死亡，仍为领取状态。");
  if (paid && age_in(member.birth, as_of_) >= limits_.certification_age &&
      (certified_.is_none() || as_of_ - certified_ > limits_.certification_months))
    find("certification_missing", Severity::warning, false, Field::certified,
         "满 " + std::to_string(limits_.certification_age) + " 岁而没有近一年的资格认证。");
}

}  // namespace disburse
