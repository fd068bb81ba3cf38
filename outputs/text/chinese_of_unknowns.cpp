// Chinese of what a source leaves open: questions, common causes, levers, years before the roster.
#include <array>

#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

constexpr auto words = std::to_array<Translation>({
    {"40000 may be yuan or ten thousands of them", "40000 可能是元，也可能是万元"},
    {"Ask a question with answers instead", "改用列出各种答案的 [[question]]"},
    {"Begin in {}, or run the expected value", "从 {} 开始，或用期望值测算"},
    {"Give the second one another id", "给第二个另取 id"},
    {"Leave --horizon out, or choose one that holds months of the year", "去掉 --horizon，或选一个包含该年月份的时段"},
    {"Make them sum to 1", "使合计为 1"},
    {"Name paths with low and high", "写出参数路径和高低值"},
    {"Name what it changes, or leave it out", "写出它改变什么，或去掉它"},
    {"Put the answer without changes first", "把不改变任何数值的答案放在第一个"},
    {"Write --limit 40000wan", "写 --limit 40000万元"},
    {"Write \"2025-01\"", "写 \"2025-01\""},
    {"Write value = \"660\", or scale = \"1.1\"", "写 value = \"660\"，或 scale = \"1.1\""},
    {"Write weight = \"0.5\"", "写 weight = \"0.5\""},
    {"a cause moves numbers between low and high", "共同原因使数值在高低之间变动"},
    {"a change begins and ends in months", "变更按月份开始和结束"},
    {"a lever's end has a value or a factor", "政策选择的一端应有数值或倍数"},
    {"a question has two answers or more, and the first changes nothing",
     "一个问题至少有两个答案，且第一个不改变任何数值"},
    {"it is a common one of numbers", "它应使几个数值一起变动"},
    {"it would be the base once more", "那就与基准相同"},
    {"it holds in the same months of each later year", "它在以后每年的同样月份有效"},
    {"one number of a cause has one low and one high", "共同原因的每个数值只有一个低值和一个高值"},
    {"by \"{}\" it {}", "按“{}”{}"},
    {"by \"{}\" {}", "按“{}”为 {}"},
    {"leaves {}", "结余 {}"},
    {"meets its budget", "与预算持平"},
    {"overspends by {}", "超支 {}"},
    {"the finding turns with the reading: {}", "结论随口径而变：{}"},
    {"the whole", "合计"},
    {"the whole of {} is another one by another reading: {} (10,000 yuan)", "{} 年合计随口径而不同：{}（万元）"},
    {"nothing would move", "不会有任何变动"},
    {"one of both says where it stands", "二者之一说明它取多少"},
    {"one of the answers is right", "答案中总有一个成立"},
    {"results name it", "结果中用它指称"},
    {"the cause moves nothing", "这个共同原因没有变动任何参数"},
    {"the first is what the data say, the base", "第一个是数据现有的取值，即基准"},
    {"the weights of a question sum to 1", "一个问题各答案的权重合计为 1"},
    {"the weights of {} sum to {}", "{} 的权重合计为 {}"},
    {"those who died before are expected by mortality; who moved or joined so long ago is not known",
     "此前死亡的人按死亡率推算；更早转移或新参保的人无从知道"},
    {"those who died before are known as an expected number alone, and a replicate draws persons",
     "此前死亡的只有期望人数，而随机模拟要逐人抽取"},
    {"what the horizon does not hold is no part of a sum", "时段之外的月份不计入合计"},
    {"{} = {} is assumed and has no range; {} (10,000 yuan) on {} were projected with it",
     "{}＝{} 是假定，没有范围；用到它的测算数 {} 万元，在科目 {}"},
    {"{} begins before the members were counted, at the end of {}", "{} 早于花名册的日期（{} 月末）"},
    {"{} begins more than {} months before the members were counted, at the end of {}",
     "{} 比花名册的日期早 {} 个月以上（{} 月末）"},
    {"{} changes nothing", "{} 不改变任何数值"},
    {"none of the inputs moves the output", "没有一个输入影响输出"},
    {"Set it in the scenario, or leave the correlation out", "在情景中给它定值，或去掉这个相关性"},
    {"a correlation of its own would have no effect", "单独写的相关性不会起作用"},
    {"{} moves with others for one reason", "{} 与别的数值同因变动"},
    {"{} is moved twice by {}", "{} 在共同原因 {} 中出现两次"},
    {"the change does not say its months within a year", "变更没有写明一年之内的起止月份"},
    {"Add from = \"2025-01\" and until = \"2025-12\"", "补上 from = \"2025-01\" 和 until = \"2025-12\""},
    {"{} is no number", "{} 不是数值"},
    {"{} is not within {}", "{} 年不在 {} 之内"},
    {"{} rests on amounts of the roster and is projected from {} on", "{} 用到花名册中的金额，从 {} 起才测算"},
    {"no roster and no law of this agency", "没有该机构的花名册和政策"},
    {"no record is named", "没有指明登记"},
    {"past estimates stand in it", "历次估计登记在其中"},
    {"Write --registry record.db, or --published", "写 --registry 登记.db，或 --published"},
});

}  // namespace

std::span<const Translation> chinese_of_unknowns() { return words; }

}  // namespace disburse
