// The roster file: round trip, every refusal with its message, and damage that must never pass or crash.
#include "engine/storage/roster_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <random>
#include <set>

#include "engine/base/error.hpp"
#include "engine/storage/roster_writer.hpp"
#include "engine/support/hdf5.hpp"
#include "engine/support/publication.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string key_text(int i) { return "Z" + std::to_string(100'000 + i); }

Roster sample(int members) {
  Roster roster;
  roster.as_of = Month(2023, 12);
  roster.source = "recipe 中卫, seed 7";
  for (int i = 0; i < members; ++i) {
    Member member;
    member.scheme = static_cast<Scheme>(i % 3);
    member.role = i % 4 == 0 ? Role::active : Role::pensioner;
    member.sex = static_cast<Sex>(i % 2);
    member.birth = Month(1950, 1) + i % 120;
    member.joined = i % 5 == 0 ? Month::none() : Month(1975, 3);
    member.retired = i % 4 == 0 ? Month::none() : Month(2012, 6);
    member.service_months = 300 + i % 60;
    member.pension = Money::fen(312'345 + i);
    member.base = Money::fen(i % 4 == 0 ? 700'000 : 0);
    member.grade = 300;
    roster.add(MemberKey::from(key_text(i)), member);
  }
  roster.digest = digest_of(roster);
  return roster;
}

std::string image_of(const Roster& roster) { return roster_image(roster, {"baseline", 7, "0.1.0", "abc"}); }

class RosterFile : public ::testing::Test {
 protected:
  RosterFile() {
    std::string pattern = (fs::temp_directory_path() / "disburse-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error(pattern);
    base = pattern;
    path = base / "roster.h5";
  }
  ~RosterFile() override {
    std::error_code ignored;
    fs::remove_all(base, ignored);
  }
  Roster read(std::string_view bytes) {
    publish_file(path, bytes);
    return read_roster(path);
  }
  /// Every finding, one a line; empty when the file is taken.
  std::string complaint(std::string_view bytes) {
    try {
      read(bytes);
    } catch (const InputRejected& rejected) {
      EXPECT_EQ(rejected.door(), Door::roster);
      return rejected.what();
    }
    return {};
  }
  std::string complaint_after(const std::function<void(Roster&)>& change, int members = 12) {
    Roster roster = sample(members);
    change(roster);
    return complaint(image_of(roster));
  }

  fs::path base, path;
};

/// A roster file with other parts than the program writes: `without` is left out, `change` adds what it likes.
std::string forged(const std::string& without, const std::function<void(Hdf5Writer&)>& change) {
  const Roster roster = sample(2);
  const std::string right = image_of(roster);
  Hdf5Reader reader("right", right);
  Hdf5Writer writer;
  for (const char* name : {"filetype", "program_version", "commit", "scenario", "seed", "digest", "as_of", "source"}) {
    if (without != name) writer.attribute(name, reader.text_attribute(name));
  }
  if (without != "version") writer.attribute("version", reader.integer_attribute("version"));
  const std::set<std::string> bytes{"scheme", "role", "sex", "category", "hardship"};
  const std::set<std::string> longs{"pension", "account_pension", "base", "annuity_base"};
  for (const std::string& name : reader.data_sets()) {
    const Hdf5About about{name, reader.text_attribute("units", name), "as before"};
    if (name == without) continue;
    if (name == "key") {
      writer.add_fixed(about, reader.fixed_texts(name, 32), 32);
    } else if (bytes.contains(name)) {
      writer.add(about, reader.uint8_values(name));
    } else if (longs.contains(name)) {
      writer.add(about, reader.int64_values(name));
    } else {
      writer.add(about, reader.int32_values(name));
    }
  }
  change(writer);
  return writer.image();
}

TEST_F(RosterFile, keeps_the_chance_to_live_of_a_carried_roster) {
  Roster roster = sample(9);
  roster.evolves_from = roster.as_of + 1;
  for (std::size_t i = 0; i < roster.size(); ++i) roster.alive[i] -= static_cast<std::int64_t>(i) << 30;
  roster.digest = digest_of(roster);
  const Roster again = read(image_of(roster));
  EXPECT_TRUE(again.is_carried());
  EXPECT_EQ(again.alive, roster.alive);
  EXPECT_EQ(again.digest, roster.digest);
}

TEST_F(RosterFile, has_members_on_record_alive) {
  const Roster again = read(image_of(sample(3)));
  EXPECT_FALSE(again.is_carried());
  EXPECT_EQ(again.alive, std::vector<std::int64_t>(3, certain));
}

TEST_F(RosterFile, comes_back_as_it_was) {
  const Roster written = sample(1'000);
  const Roster back = read(image_of(written));
  EXPECT_EQ(back.size(), written.size());
  EXPECT_EQ(back.digest, written.digest);
  EXPECT_EQ(digest_of(back), written.digest);
  EXPECT_EQ(back.as_of, Month(2023, 12));
  EXPECT_EQ(back.source, written.source);
  EXPECT_EQ(back.key[999].view(), key_text(999));
  EXPECT_TRUE(back.member(0).joined.is_none());
}

TEST_F(RosterFile, equal_rosters_give_equal_bytes) { EXPECT_EQ(image_of(sample(50)), image_of(sample(50))); }

TEST_F(RosterFile, comes_back_larger_than_a_chunk) {
  const Roster written = sample(140'000);
  EXPECT_EQ(read(image_of(written)).digest, written.digest);
}

TEST_F(RosterFile, says_when_the_file_is_missing_or_no_roster_file) {
  EXPECT_THROW(
      {
        try {
          read_roster(base / "none.h5");
        } catch (const InputRejected& rejected) {
          EXPECT_EQ(rejected.door(), Door::roster);
          EXPECT_THAT(rejected.what(), HasSubstr("none.h5"));
          throw;
        }
      },
      InputRejected);
  EXPECT_THROW(read_roster(base), InputRejected);
  EXPECT_THAT(complaint(""), HasSubstr("it is empty"));
  EXPECT_THAT(complaint("id,name\n1,2\n"), HasSubstr("it is no HDF5 file"));
  EXPECT_THAT(complaint("id,name\n1,2\n"), HasSubstr("disburse import TABLE --out roster.h5"));
}

TEST_F(RosterFile, refuses_other_kinds_and_versions) {
  EXPECT_THAT(complaint(forged("filetype", [](Hdf5Writer& w) { w.attribute("filetype", "disburse/result"); })),
              HasSubstr("the file is a \"disburse/result\""));
  EXPECT_THAT(complaint(forged("filetype", [](Hdf5Writer&) {})), HasSubstr("filetype: the attribute is missing"));
  const std::string newer = complaint(forged("version", [](Hdf5Writer& w) {
    w.attribute("version", std::array<std::int64_t, 2>{3, 1});
  }));
  EXPECT_THAT(newer, HasSubstr("the file has format 3.1, written by disburse 0.1.0"));
  EXPECT_THAT(newer, HasSubstr("Read it with disburse 0.1.0"));
}

TEST_F(RosterFile, is_read_in_pieces_as_it_is_read_whole) {
  const Roster whole = sample(12);
  publish_file(path, image_of(whole));
  disburse::RosterFile file(path);
  EXPECT_EQ(members_in(path), 12u);
  ASSERT_EQ(file.size(), 12u);
  EXPECT_EQ(file.head().as_of, whole.as_of);
  EXPECT_EQ(file.head().size(), 0u);
  RosterDigest digest;
  for (std::size_t begin = 0; begin < 12; begin += 5) {
    const Roster piece = file.rows(begin, std::min<std::size_t>(begin + 5, 12));
    digest.add(piece);
    for (std::size_t i = 0; i < piece.size(); ++i) EXPECT_EQ(piece.key[i], whole.key[begin + i]);
  }
  EXPECT_EQ(digest.hex(whole), whole.digest);
  EXPECT_EQ(file.rows(3, 4).pension[0], whole.pension[3]);  // again, in any order
}

TEST_F(RosterFile, in_pieces_wants_ascending_keys_and_checks_the_digest_at_the_end) {
  Roster unordered = sample(12);
  std::swap(unordered.key[7], unordered.key[8]);
  publish_file(path, image_of(unordered));
  disburse::RosterFile file(path);
  file.rows(0, 8);
  try {
    file.rows(8, 12);
    ADD_FAILURE() << "taken";
  } catch (const InputRejected& rejected) {
    EXPECT_THAT(rejected.what(), HasSubstr("does not stand behind that of the member before"));
  }
  publish_file(path, forged("pension", [](Hdf5Writer& w) {
                 w.add({"pension", "fen", "as before"}, std::vector<std::int64_t>{312'346, 312'346});
               }));
  disburse::RosterFile changed(path);
  changed.rows(0, 1);
  EXPECT_THROW(changed.rows(1, 2), InputRejected);
}

TEST_F(RosterFile, notices_that_the_file_was_changed) {
  EXPECT_THAT(complaint(forged("pension",
                               [](Hdf5Writer& w) {
                                 w.add({"pension", "fen", "as before"}, std::vector<std::int64_t>{312'346, 312'346});
                               })),
              HasSubstr("the file was changed after it was written"));
}

TEST_F(RosterFile, names_missing_and_unknown_columns_and_lengths_at_once) {
  const std::string found = complaint(forged("grade", [](Hdf5Writer& w) {
    w.add({"grades", "yuan", "slip"}, std::vector<std::int32_t>{300, 300});
    w.add({"extra/notes", "text", "more"}, std::vector<std::string>{"a", "b"});
  }));
  EXPECT_THAT(found, HasSubstr("grade: the data set is missing"));
  EXPECT_THAT(found, HasSubstr("grades: the data set is unknown"));
  EXPECT_THAT(found, HasSubstr("Did you mean grade?"));
  EXPECT_THAT(found, HasSubstr("extra/notes: the data set is unknown"));
  EXPECT_THAT(complaint(forged("base",
                               [](Hdf5Writer& w) {
                                 w.add({"base", "fen", "short"}, std::vector<std::int64_t>{1});
                               })),
              HasSubstr("it has"));
}

TEST_F(RosterFile, refuses_columns_of_another_type_unit_or_shape) {
  EXPECT_THAT(complaint(forged("base",
                               [](Hdf5Writer& w) {
                                 w.add({"base", "fen", "d"}, std::vector<double>{1.0, 2.0});
                               })),
              HasSubstr("base: it holds a floating-point number of 8 bytes instead of a signed integer of 8 bytes"));
  EXPECT_THAT(complaint(forged("base",
                               [](Hdf5Writer& w) {
                                 w.add({"base", "yuan", "d"}, std::vector<std::int64_t>{1, 2});
                               })),
              HasSubstr("its units are \"yuan\" (wanted are \"fen\")"));
  EXPECT_THAT(complaint(forged("key",
                               [](Hdf5Writer& w) {
                                 w.add({"key", "text", "d"}, std::vector<std::string>{"Z1", "Z2"});
                               })),
              HasSubstr("key: its texts have 2 bytes instead of 32"));
  EXPECT_THAT(complaint(forged("grade",
                               [](Hdf5Writer& w) {
                                 w.add({"grade", "yuan", "d"}, std::vector<std::int32_t>{1, 2}, {2, 1});
                               })),
              HasSubstr("grade: it has two dimensions"));
}

TEST_F(RosterFile, refuses_codes_outside_their_lists) {
  const std::string found = complaint_after([](Roster& r) {
    r.scheme[3] = static_cast<Scheme>(3);
    r.role[4] = static_cast<Role>(200);
    r.sex[5] = static_cast<Sex>(2);
    r.category[6] = static_cast<Category>(4);
    r.hardship[7] = 2;
  });
  EXPECT_THAT(found, HasSubstr(path.string() + ": scheme[Z100003]: the code 3 is unknown (known are 0 "
                                               "civil_service, 1 enterprise, 2 resident). Correct the member"));
  EXPECT_THAT(found, HasSubstr("role[Z100004]: the code 200 is unknown"));
  EXPECT_THAT(found, HasSubstr("sex[Z100005]: the code 2 is unknown"));
  EXPECT_THAT(found, HasSubstr("category[Z100006]: the code 4 is unknown"));
  EXPECT_THAT(found, HasSubstr("hardship[Z100007]: the code 2 is unknown"));
}

TEST_F(RosterFile, refuses_months_that_cannot_be) {
  const std::string found = complaint_after([](Roster& r) {
    r.birth[1] = Month(1849, 12).index();
    r.joined[2] = Month(2031, 1).index();
    r.birth[3] = Month::none().index();
    r.retired[5] = (Month::from_index(r.birth[5]) + 179).index();
    r.retired[6] = (Month::from_index(r.birth[6]) + 180).index();
  });
  EXPECT_THAT(found, HasSubstr("birth[Z100001]: 1849-12 is out of range"));
  EXPECT_THAT(found, HasSubstr("joined[Z100002]: 2031-01 is out of range"));
  EXPECT_THAT(found, HasSubstr("birth[Z100003]: the month is missing (0)"));
  EXPECT_THAT(found, HasSubstr("retired[Z100005]: 1965-05 lies less than 15 years after the birth in 1950-06"));
  EXPECT_THAT(found, Not(HasSubstr("Z100006")));
  EXPECT_THAT(complaint(forged("birth",
                               [](Hdf5Writer& w) {
                                 w.add({"birth", "YYYYMM", "d"}, std::vector<std::int32_t>{195'013, -5});
                               })),
              AllOf(HasSubstr("[Z100000]: 195013 is no month"), HasSubstr("[Z100001]: -5 is no month"),
                    Not(HasSubstr("digest"))));
}

TEST_F(RosterFile, refuses_money_service_and_grades_out_of_range) {
  const std::string found = complaint_after([](Roster& r) {
    r.pension[0] = -5;
    r.base[1] = 1'000'000'000'001;
    r.account_pension[2] = 1'000'000'000'000;
    r.annuity_base[3] = -1;
    r.service_months[4] = -1;
    r.service_months[5] = 1'200;
    r.grade[6] = -300;
  });
  EXPECT_THAT(found, HasSubstr("pension[Z100000]: -5 fen is negative"));
  EXPECT_THAT(found, HasSubstr("base[Z100001]: 1000000000001 fen is too much"));
  EXPECT_THAT(found, Not(HasSubstr("member Z100002")));
  EXPECT_THAT(found, HasSubstr("annuity_base[Z100003]: -1 fen"));
  EXPECT_THAT(found, HasSubstr("service_months[Z100004]: -1 months of service are negative"));
  EXPECT_THAT(found, HasSubstr("service_months[Z100005]: 1200 months of service are more than the life"));
  EXPECT_THAT(found, HasSubstr("grade[Z100006]: the grade -300 is out of range"));
}

TEST_F(RosterFile, refuses_keys_that_cannot_name_a_member) {
  const std::string found = complaint_after([](Roster& r) {
    r.key[1] = r.key[0];
    r.key[2] = MemberKey{};
    r.key[3] = MemberKey::from(
        "A\xff"
        "B");
    r.key[4] = MemberKey::from("A\nB");
    r.key[5].text[20] = 'x';
  });
  EXPECT_THAT(found, HasSubstr("key[Z100000]: the key stands in row 1 and again in row 2"));
  EXPECT_THAT(found, HasSubstr("the key is empty in row 3"));
  EXPECT_THAT(found, HasSubstr("key[A\\xffB]: the key is no UTF-8 at byte 2 in row 4"));
  EXPECT_THAT(found, HasSubstr("key[A\\x0aB]: the key holds a control character in row 5"));
  EXPECT_THAT(found, HasSubstr("the key goes on after a zero byte in row 6"));
}

TEST_F(RosterFile, keeps_fifty_findings_and_counts_the_others) {
  Roster roster = sample(80);
  for (std::int64_t& pension : roster.pension) pension = -1;
  publish_file(path, image_of(roster));
  try {
    read_roster(path);
    ADD_FAILURE() << "taken";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().size(), 51U);
    EXPECT_THAT(rejected.what(), HasSubstr("30 more findings are not shown"));
  }
}

TEST_F(RosterFile, refuses_an_empty_roster) {
  EXPECT_THAT(complaint_after([](Roster&) {}, 0), HasSubstr("the roster has no members"));
}

TEST_F(RosterFile, truncated_files_are_refused) {
  const std::string whole = image_of(sample(20));
  for (std::size_t i = 0; i < 200; ++i) {
    EXPECT_FALSE(complaint(std::string_view(whole).substr(0, i * whole.size() / 200)).empty()) << i;
  }
}

TEST_F(RosterFile, flipped_bits_are_refused_or_harmless) {
  const Roster written = sample(20);
  const std::string whole = image_of(written);
  std::mt19937_64 random(20'240'101);
  int harmless = 0;
  constexpr int flips = 600;  // a child each; scripts/fuzz hdf5 goes on
  for (int i = 0; i < flips; ++i) {
    std::string damaged = whole;
    const std::size_t bit = random() % (whole.size() * 8);
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    try {
      const Roster back = read(damaged);
      EXPECT_EQ(digest_of(back), written.digest) << "bit " << bit;
      EXPECT_EQ(back.source, written.source) << "bit " << bit;
      ++harmless;
    } catch (const InputRejected&) {
    }
  }
  EXPECT_LT(harmless, flips);
}

}  // namespace
}  // namespace disburse
