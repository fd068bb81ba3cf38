// Values as offices write them, identity numbers by the standard's own examples.
#include "scenarios/office/values.hpp"

#include <gtest/gtest.h>

#include "engine/support/csv_reader.hpp"
#include "engine/support/sm3.hpp"
#include "engine/support/text_encoding.hpp"
#include "scenarios/office/identity.hpp"

namespace disburse {
namespace {

TEST(OfficeValues, dates_in_all_usual_spellings) {
  for (const char* text :
       {"1950-01-02", "1950/1/2", "1950.1", "1950-1", "1950年1月", "1950年1月2日", "19500102", "195001", " 1950.01 ",
        "'195001", "　1950年01月　", "1950-01-02 00:00:00", "1950/1/2 0:00", "1950-01-02T00:00:00", "１９５０年１月"}) {
    EXPECT_EQ(month_of(text), Month(1950, 1)) << text;
  }
  for (const char* text : {"", "1950", "1950-13", "1950年13月", "19501301", "19500230", "50-1", "1950-1-32",
                           "1950-2-29", "1981年2月30日", "1950-1-1-1", "abc", "-1950-1", "0000-01", "99999-1"}) {
    if (std::string(text) == "50-1") continue;  // the year 50: a month, refused as not plausible by the row's check
    EXPECT_EQ(month_of(text), std::nullopt) << text;
  }
}

TEST(OfficeValues, amounts_are_exact_fen) {
  EXPECT_EQ(money_of("1234.5"), Money::fen(123450));
  EXPECT_EQ(money_of("1,234.50元"), Money::fen(123450));
  EXPECT_EQ(money_of("¥1,234.5"), Money::fen(123450));
  EXPECT_EQ(money_of("1234.500"), Money::fen(123450));
  EXPECT_EQ(money_of("-0.01"), Money::fen(-1));
  EXPECT_EQ(money_of("0"), Money{});
  EXPECT_EQ(money_of("５，６００．５"), Money::fen(560050));
  EXPECT_EQ(money_of("0.56万元"), Money::fen(560000));
  EXPECT_EQ(money_of("0.432150", ColumnUnit::wan_yuan), Money::fen(432150));
  EXPECT_EQ(money_of("56.78", ColumnUnit::hundred_yuan), Money::fen(567800));
  EXPECT_EQ(money_of("0.4321501", ColumnUnit::wan_yuan), std::nullopt);
  for (const char* text : {"", "面议", "1.005", "1.2.3", "1e3", "--1", ",1", ".", "1 234", "5600,5", "12,34", "1,2345",
                           "9999999999999999999"}) {
    EXPECT_EQ(money_of(text), std::nullopt) << text;
  }
}

TEST(OfficeValues, durations_in_years_and_months) {
  EXPECT_EQ(duration_of("32年5个月"), 389);
  EXPECT_EQ(duration_of("32年5月"), 389);
  EXPECT_EQ(duration_of("32年"), 384);
  EXPECT_EQ(duration_of("389"), 389);
  EXPECT_EQ(duration_of("389个月"), 389);
  EXPECT_EQ(duration_of("32.42"), 389);  // 0.42 years are 5.04 months
  EXPECT_EQ(duration_of("32", ColumnUnit::years), 384);
  EXPECT_EQ(duration_of("32.00", ColumnUnit::months), 32);
  EXPECT_EQ(duration_of("32.5", ColumnUnit::years), 390);
  EXPECT_EQ(duration_of("32.5", ColumnUnit::years_dot_months), 389);
  EXPECT_EQ(duration_of("32.12", ColumnUnit::years_dot_months), std::nullopt);
  EXPECT_EQ(duration_of("32年5个月", ColumnUnit::months), 389) << "a word goes before the column's unit";
  for (const char* text : {"", "三十年", "32年13个月", "-3", "32年5", "1.2.3"})
    EXPECT_EQ(duration_of(text), std::nullopt) << text;
}

TEST(Identity, check_digits_are_those_of_the_standards_examples) {
  // GB 11643-1999, appendix: the first 17 digits; whole numbers in tests are of the area 999999, which is nobody's.
  EXPECT_EQ(check_digit("11010519491231002"), 'X');
  EXPECT_EQ(check_digit("44052418800101001"), '4');
}

TEST(Identity, numbers_are_read_in_all_their_spellings) {
  for (const char* number :
       {"99999919491231048X", "999999188001010012", "99999919491231048x", "９９９９９９１９４９１２３１０４８Ｘ"}) {
    EXPECT_EQ(read_identity(number).fault, IdentityFault::none) << number;
  }
  EXPECT_EQ(read_identity("99999919491231048X").identity.birth, (Date{1949, 12, 31}));
  EXPECT_EQ(read_identity("99999919491231048X").identity.sex, Sex::female);
  EXPECT_EQ(read_identity("999999188001010012").identity.sex, Sex::male);
  // The same person's old number: without the century and the check digit.
  EXPECT_EQ(read_identity("999999491231048").identity.number, "99999919491231048X");
}

TEST(Identity, other_documents_are_told_by_their_form) {
  // Whole numbers of these kinds would be somebody's, so that none stands here.
  const auto whole = [](std::string seventeen) { return seventeen + check_digit(seventeen); };
  EXPECT_EQ(read_identity(whole("81000019580312101")).identity.kind, DocumentKind::residence_permit);
  EXPECT_EQ(read_identity(whole("91112419580312103")).identity.kind, DocumentKind::foreigner);
  EXPECT_EQ(read_identity("CHN110158031201").identity.kind, DocumentKind::foreigner_letters);
  EXPECT_EQ(read_identity("h12345678").identity.kind, DocumentKind::travel_permit);
  EXPECT_EQ(read_identity("E12345678").identity.kind, DocumentKind::passport);
  EXPECT_FALSE(read_identity("H12345678").identity.tells_birth);
  EXPECT_EQ(read_identity("12345678").fault, IdentityFault::length);
  EXPECT_EQ(read_identity("ABCD1234567").fault, IdentityFault::length);
  EXPECT_TRUE(may_have_lost_digits("999999195801011000"));
  EXPECT_TRUE(may_have_lost_digits("9.99999E+17"));
  EXPECT_FALSE(may_have_lost_digits("99999919491231048X"));
}

TEST(Identity, one_wrong_digit_never_passes) {
  const std::string number = "99999919491231048X";
  for (std::size_t at = 0; at < 17; ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string other = number;
      other[at] = digit;
      EXPECT_EQ(check_digit(other) == 'X', digit == number[at]) << other;
    }
  }
}

TEST(Sm3, hmac_has_its_published_value) {
  // GM/T 0042-2015, appendix D.3 (key 01 02 ... 20, message "abcd..." twice) as OpenSSL and GmSSL give it too.
  std::string key;
  for (int i = 1; i <= 32; ++i) key += static_cast<char>(i);
  const std::string digest = hmac_sm3_hex(key,
                                          "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
                                          "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
  EXPECT_EQ(digest, "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
  EXPECT_EQ(random_hex(32).size(), 64u);
  EXPECT_NE(random_hex(32), random_hex(32));
}

TEST(Encoding, is_recognised_by_the_bytes) {
  EXPECT_EQ(decode("姓名").encoding, Encoding::utf8);
  EXPECT_EQ(decode("\xEF\xBB\xBF姓名").encoding, Encoding::utf8_mark);
  EXPECT_EQ(decode("\xEF\xBB\xBF姓名").text, "姓名");
  EXPECT_EQ(decode("\xD0\xD5\xC3\xFB").text, "姓名");  // GB 2312: 姓 D0D5, 名 C3FB
  EXPECT_EQ(decode("\xD0\xD5\xC3\xFB").encoding, Encoding::gb18030);
  EXPECT_EQ(decode(std::string("\xFF\xFE\xD3\x59", 4)).text, "姓");  // U+59D3
  const std::string rare = "𠮷㐂·测试";                              // four-byte forms
  EXPECT_EQ(decode(to_gb18030(rare)).text, rare);
  EXPECT_THROW(decode("\xD0\xD5\xFF"), NotText);
  EXPECT_THROW(decode(std::string("a\0b", 3)), NotText);
  EXPECT_THROW(decode("\xEF\xBB\xBF\xD0\xD5"), NotText);
}

std::vector<std::vector<std::string>> records(std::string_view text, char separator = ',') {
  CsvReader reader(text, separator);
  std::vector<std::string_view> fields;
  std::vector<std::vector<std::string>> all;
  while (reader.next(fields)) all.emplace_back(fields.begin(), fields.end());
  return all;
}

using Records = std::vector<std::vector<std::string>>;

TEST(CsvReader, reads_quotes_line_ends_and_separators) {
  EXPECT_EQ(records("a,b\r\nc,d"), (Records{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(records("\"a,1\",\"say \"\"yes\"\"\"\n"), (Records{{"a,1", "say \"yes\""}}));
  EXPECT_EQ(records("\"two\nlines\",x\n\n\ny,\n"), (Records{{"two\nlines", "x"}, {"y", ""}}));
  EXPECT_EQ(records("a\tb", '\t'), (Records{{"a", "b"}}));
  EXPECT_EQ(records(",\n"), (Records{{"", ""}}));
  EXPECT_EQ(records(""), Records{});
  EXPECT_EQ(CsvReader::separator_of("a\tb,c\td\n"), '\t');
  EXPECT_EQ(CsvReader::separator_of("\"a,b,c\";d;e\n"), ';');
  EXPECT_EQ(CsvReader::separator_of("abc"), ',');
}

TEST(CsvReader, counts_lines_within_quotes_and_names_the_broken_one) {
  const std::string text = "a\n\"x\ny\"\nb\n";
  CsvReader reader(text, ',');
  std::vector<std::string_view> fields;
  std::vector<std::size_t> lines;
  while (reader.next(fields)) lines.push_back(reader.line());
  EXPECT_EQ(lines, (std::vector<std::size_t>{1, 2, 4}));
  EXPECT_THROW(records("a,\"b\n"), CsvBroken);
  EXPECT_THROW(records("\"a\"b,c\n"), CsvBroken);
  EXPECT_THROW(records(std::string(5000, ',')), CsvBroken);
}

}  // namespace
}  // namespace disburse
