// A planner's walk through the workbench, by mouse and by keyboard. Prints a line of JSON with what it saw and measured.
// usage: workbench_walk.mjs MODULES CHROMIUM ADDRESS PICTURES FILES: roster.csv, budget.txt and secrets.json, words of the
// roster that nobody may see
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, chromiumFile, address, pictures, files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const award = "unity_award.ordinary_per_payment";
const seen = { faults: [], slider_ms: [], figures: {} };
const fault = (text) => seen.faults.push(text);
const expect = (holds, text) => { if (!holds) fault(text); };

const browser = await chromium.launch({ executablePath: chromiumFile, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
const page = await context.newPage();
let awaited = false; // refusals are answers with a status that the console tells
page.on("console", (message) => { if (message.type() === "error" && !awaited) fault(`console: ${message.text()}`); });
page.on("pageerror", (error) => fault(`page: ${error.message}`));

// Whatever the server answers and the page shows or keeps, no word of a roster may be in it.
const secrets = JSON.parse(readFileSync(`${files}/secrets.json`, "utf-8"));
const tells = (text) => secrets.find((one) => text.includes(one));
page.on("response", async (response) => {
  if (!response.url().includes("/api/") || /\/(events|files)/.test(response.url())) return;
  const word = tells(await response.text().catch(() => ""));
  if (word) fault(`${new URL(response.url()).pathname} tells ${word}`);
});
async function tellsNobody(where) {
  const kept = await page.evaluate(() => JSON.stringify([document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }, location.href]));
  if (tells(kept)) fault(`${where}: the page tells ${tells(kept)}`);
}

/// By questions from outside: the page's own policy lets nobody wait inside it.
async function until(holds, wanted) {
  for (let i = 0; i < 600; ++i) {
    if (await page.evaluate(holds)) return;
    await page.waitForTimeout(25);
  }
  throw new Error(`waited in vain for ${wanted}`);
}
const answered = () => page.evaluate(() => document.documentElement.dataset.answered ?? "");
async function answer(act) {
  const before = await answered();
  await act();
  for (let i = 0; i < 600 && (await answered()) === before; ++i) await page.waitForTimeout(25);
  await page.waitForTimeout(60);
}
const total = () => page.textContent('[data-figure="projected"]');
const tab = (name) => page.click(`nav button:has-text("${name}")`);

// The first screen.
const begun = Date.now();
await page.goto(address);
await page.waitForSelector("tr[data-programme]");
seen.first_screen_ms = Date.now() - begun;
expect(!page.url().includes("token"), "the token stays in the address");
const figures = async () => Object.fromEntries(await page.$$eval("tr[data-programme]", (rows) =>
  rows.map((row) => [row.dataset.programme, row.querySelector("[data-figure]").textContent])));
seen.figures.base = { total: await total(), verdict: await page.textContent(".verdict"), programmes: await figures() };

// A slider by the keyboard, each step timed in the page from the key to the figures.
const range = page.locator(`#lever-b-${award.replace(/\./g, "-")} input[type=range]`);
await range.focus();
for (let i = 0; i < 20; ++i) {
  const spent = await page.evaluate((name) => new Promise((done) => {
    const slider = document.querySelector(`#lever-b-${name} input[type=range]`);
    const old = document.documentElement.dataset.answered;
    const since = performance.now();
    slider.stepUp();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const look = () => document.documentElement.dataset.answered !== old ? requestAnimationFrame(() => done(performance.now() - since)) : setTimeout(look, 1);
    look();
  }), award.replace(/\./g, "-"));
  seen.slider_ms.push(spent);
}
await answer(() => page.keyboard.press("ArrowRight"));
expect((await total()) !== seen.figures.base.total, "the slider moves nothing");

// A box takes what planners write; what it cannot take is told beside it.
const box = page.locator(`#b-${award.replace(/\./g, "-")}`);
await answer(async () => { await box.fill("+10%"); await box.press("Enter"); });
seen.figures.plus_ten = { total: await total(), programmes: await figures() };
awaited = true;
await box.fill("很多");
await box.press("Enter");
await page.waitForSelector(`#lever-b-${award.replace(/\./g, "-")} .wrong`, { timeout: 5000 }).catch(() => fault("nonsense in a box is not told beside it"));
await page.screenshot({ path: `${pictures}/wrong.png` });
awaited = false;
await answer(() => page.click(`#lever-b-${award.replace(/\./g, "-")} button`));
expect((await total()) === seen.figures.base.total, "reset does not give the base back");

// Where a figure comes from.
await page.click('tr[data-programme="unity_award"] button.link');
await page.waitForSelector("dialog[open] td button.link", { timeout: 30000 });
await page.click("dialog[open] td button.link");
await page.waitForSelector("dialog[open] h3 code", { timeout: 30000 });
await page.screenshot({ path: `${pictures}/explain.png` });
await page.evaluate(axe);
for (const one of (await page.evaluate(() => window.axe.run("dialog", { resultTypes: ["violations"] }))).violations) fault(`explanation: ${one.id}`);
await page.keyboard.press("Escape");
await page.waitForSelector("dialog[open]", { state: "detached" });

// Scenarios: search, two drafts, causes, undo, a file.
await tab("情景");
await page.fill("input[type=search]", "取暖费标准");
const heating = page.locator("#p-heating_allowance-standard");
await answer(async () => { await heating.fill("5000"); await heating.press("Enter"); });
await answer(() => page.click('button:has-text("复制本方案")'));
await page.fill("input[type=search]", "普通离退休人员");
const ordinary = page.locator(`#p-${award.replace(/\./g, "-")}`);
await answer(async () => { await ordinary.fill("660"); await ordinary.press("Enter"); });
await until(() => document.querySelectorAll("section table thead th").length >= 6, "two drafts beside the base");
await page.click('section >> button:has-text("为什么变了")');
await page.waitForSelector("text=各项改动的贡献");
await page.click('button:has-text("做成报告")');
await page.waitForSelector('.files a', { timeout: 90000 });
await page.screenshot({ path: `${pictures}/scenarios.png`, fullPage: true });
await page.click("h2 >> nth=0");
await answer(() => page.keyboard.press("Control+z"));
await answer(() => page.keyboard.press("Control+y"));
await page.fill('form.keep input >> nth=0', "周五方案");
await page.fill('form.keep input >> nth=1', "测试走查");
await page.click('form.keep button[type=submit]');
await page.waitForSelector('[role=status]:has-text("已保存")');
seen.figures.saved = { verdict: await page.textContent(".verdict") };
await page.reload();
await page.waitForSelector(".verdict");
await page.waitForTimeout(400);
expect((await page.textContent(".verdict")) === seen.figures.saved.verdict, "a reload loses the drafts");

// The budget: a figure is entered, the sums follow; a sentence is said otherwise; the papers.
await tab("编制预算");
await page.click('[role=tab]:has-text("表2")', { timeout: 60000 });
await page.waitForSelector("td.enter input");
const sum = () => page.locator("tr.sum td.n").nth(1).textContent();
const summed = await sum();
const cell = page.locator("td.enter input").nth(1);
seen.entered = { cell: await cell.getAttribute("aria-label"), before: await cell.inputValue(), sum_before: summed };
await cell.fill((Number(seen.entered.before) + 100).toFixed(2));
await cell.press("Enter");
for (let i = 0; i < 600 && (await sum()) === summed; ++i) await page.waitForTimeout(50);
seen.entered.sum_after = await sum();
await page.waitForSelector('h2 small:has-text("勾稽不符")', { timeout: 60000 });
expect(await page.isDisabled('button.main:has-text("编制")'), "papers of tables that do not tie");
await page.screenshot({ path: `${pictures}/drafting.png`, fullPage: true });
await page.click('[role=tab]:has-text("表3")');
const detail = page.locator('td.enter input[aria-label^="表3"]').first();
await detail.fill((Number(await detail.inputValue()) + 100).toFixed(2));
await detail.press("Enter");
await page.waitForSelector('h2 small:has-text("各表勾稽相符")', { timeout: 60000 });
await page.click('[role=tab]:has-text("情况说明")');
await page.fill(".prose >> nth=0", "本年收支由单位另行说明。");
await page.press(".prose >> nth=0", "Tab");
await page.waitForSelector(".proposed", { timeout: 60000 });
await page.screenshot({ path: `${pictures}/narrative.png` });
await page.click('[role=tab]:has-text("绩效目标")');
await page.click("details.group summary >> nth=0");
await page.screenshot({ path: `${pictures}/forms.png` });
await page.click('button.main:has-text("编制")');
await page.waitForSelector(".files a", { timeout: 60000 });
const [download] = await Promise.all([page.waitForEvent("download"), page.click('.files a:has-text("xlsx")')]);
seen.workbook = await download.path();
const [text] = await Promise.all([page.waitForEvent("download"), page.click('.files a:has-text("docx")')]);
seen.text = await text.path();

// The year in progress: an example, its estimate; a wrong row is told with its place.
await tab("年度执行");
await page.click('button:has-text("填入示例")');
await page.click('button.main:has-text("估计全年")');
await page.waitForSelector("td >> nth=0", { timeout: 60000 });
await page.screenshot({ path: `${pictures}/year.png`, fullPage: true });
awaited = true;
await page.fill("#actuals", "项目\t月份\t金额（元）\n没有这个项目\t2024-01\t1");
await page.click('button.main:has-text("估计全年")');
await page.waitForSelector(".wrong", { timeout: 60000 }).catch(() => fault("a wrong row of payments is not told"));
awaited = false;
await page.click('button.main:has-text("求解")');
await page.waitForSelector(".answer", { timeout: 60000 });
await page.click('button.main:has-text("列用款计划")');
await page.waitForSelector(".tall td", { timeout: 60000 });

// Risk: begun, cancelled, begun again.
await tab("敏感性与风险");
await page.click('button.main:has-text("算敏感性")');
await page.waitForSelector(".chart-440 svg, .chart-320 svg", { timeout: 60000 });
awaited = true; // a cancelled study has no answer
await page.click('button.main:has-text("算区间")');
await page.click('.progress button');
await page.waitForSelector(".progress", { state: "detached", timeout: 60000 });
awaited = false;
await page.click('button.main:has-text("算区间")');
await page.waitForSelector('section >> nth=2 >> tr.sum', { timeout: 90000 });
await page.click('button.main:has-text("算两项对照表")');
await page.waitForSelector('caption', { timeout: 60000 });
await page.click('button.main:has-text("算方差份额")');
await page.waitForSelector('th:has-text("单独作用")', { timeout: 120000 });
await page.screenshot({ path: `${pictures}/risk.png`, fullPage: true });

// Rosters: two faults, a column that is not known and is named by drop-down, control totals, the roster and the rows set aside.
await tab("花名册");
await page.setInputFiles("input[type=file]", `${files}/roster.csv`);
await page.waitForSelector("section table select", { timeout: 60000 });
await page.screenshot({ path: `${pictures}/roster-preview.png`, fullPage: true });
const unknown = page.locator("tr", { hasText: "（不认识，不显示）" });
expect((await unknown.count()) === 1, `${await unknown.count()} columns are not known instead of 1`);
await unknown.locator("select").first().selectOption("pension");
await page.click('button:has-text("再看一次")');
await until(() => !document.body.textContent.includes("（不认识，不显示）"), "the column to be known");
expect((await page.locator("details.finding").count()) > 0, "the planted faults are not found");
await page.locator("details.finding summary").first().click();
await page.fill('input[aria-label$="控制人数"] >> nth=0', "1");
await page.click('button:has-text("再看一次")');
await until(() => document.body.textContent.includes("控制数 1 人"), "the control total to be missed");
await page.fill('input[aria-label$="控制人数"] >> nth=0', "");
await page.screenshot({ path: `${pictures}/roster.png`, fullPage: true });
await tellsNobody("roster");
await page.click('button.main:has-text("导入")');
await page.waitForSelector('.files a:has-text("花名册.h5")', { timeout: 60000 });
seen.made = await page.$$eval(".files a", (list) => list.map((one) => one.textContent));
const [asideFile] = await Promise.all([page.waitForEvent("download"), page.click('.files a:has-text("待核.xlsx")')]);
expect(readFileSync(await asideFile.path()).subarray(0, 2).toString() === "PK", "the rows set aside are no workbook");
await tellsNobody("roster made");

// The ledger: two runs, what went in, held to what was written, made again, held against each other.
await tab("台账");
for (const [name, wait] of [["周五甲", 1], ["周五乙", 2]]) {
  await page.fill("form.bar input", name);
  await page.click('button:has-text("测算并存入")');
  for (let i = 0; i < 600 && (await page.locator("tbody button[aria-label^=校验]").count()) < wait; ++i) await page.waitForTimeout(50);
  if (wait === 1) {
    await tab("情景");
    await answer(() => page.click('button:has-text("全部复原")'));
    await tab("台账");
    await page.waitForSelector("form.bar input");
  }
}
await page.click('button[aria-label="校验 周五甲"]');
await page.waitForSelector("text=与写入时一致", { timeout: 60000 });
await page.click('button[aria-label="复算 周五甲"]');
await page.waitForSelector("text=逐字节相同", { timeout: 60000 });
await page.check('input[aria-label="选 周五甲"]');
await page.check('input[aria-label="选 周五乙"]');
await page.click('button:has-text("比较所选两项")');
await page.waitForSelector("text=参数不同", { timeout: 60000 });
await page.screenshot({ path: `${pictures}/ledger.png`, fullPage: true });

// A new agency from its document: read, a headcount filled in, checked, taken along.
await tab("新机构");
await page.setInputFiles("input[type=file]", `${files}/budget.txt`);
await page.fill('input[placeholder="beishan"]', "walked");
await page.click('button:has-text("读文件")');
await page.waitForSelector("td:has-text('各级规定中都没有')", { timeout: 60000 });
expect((await page.locator('button:has-text("填好再读")').count()) === 0, "a headcount is asked for that helps nothing");
await page.selectOption("form.bar select", "ningxia");
await page.click('button:has-text("读文件")');
await page.waitForSelector('button:has-text("填好再读")', { timeout: 60000 });
await page.fill("form.keep input", "12345");
await page.click('button:has-text("填好再读")');
await page.waitForSelector("td:has-text('按规则测算')", { timeout: 60000 });
await page.click('button.main:has-text("检查")');
await page.waitForSelector("h2:has-text('检查结果')", { timeout: 60000 });
await page.screenshot({ path: `${pictures}/agency.png`, fullPage: true });
await page.click('button:has-text("保存到工作文件夹")');
await page.waitForSelector('[role=status]:has-text("walked/")', { timeout: 60000 });

// Every screen in both languages, light and dark, wide and narrow.
for (const [width, height] of [[1366, 768], [390, 844]]) {
  await page.setViewportSize({ width, height });
  for (const language of ["zh", "en"]) {
    for (const theme of ["light", "dark"]) {
      for (const view of ["overview", "scenarios", "drafting", "year", "risk", "roster", "ledger", "agency"]) {
        const where = `${view} ${language} ${theme} ${width}`;
        await page.evaluate(([v, l, mode]) => {
          document.documentElement.dataset.theme = mode;
          document.dispatchEvent(new Event("theme"));
          const state = JSON.parse(decodeURIComponent(location.hash.slice(1)));
          location.hash = encodeURIComponent(JSON.stringify({ ...state, v, l }));
        }, [view, language, theme]);
        await page.waitForTimeout(250);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over <= 0, `${where}: ${over} px too wide`);
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        for (const one of found.violations) fault(`${where}: ${one.id}: ${one.nodes.slice(0, 2).map((node) => node.html.slice(0, 120)).join(" | ")}`);
        await page.screenshot({ path: `${pictures}/${view}-${language}-${theme}-${width}.png` });
      }
    }
  }
}
const { walkByKeyboard } = await import("./workbench_keyboard.mjs");
await walkByKeyboard({ page, expect, fault, answer, total, pictures, files });
seen.text_bytes = readFileSync(seen.text).toString("base64");
seen.workbook_begins = readFileSync(seen.workbook).subarray(0, 2).toString();
await browser.close();
console.log(JSON.stringify(seen));
