// A planner's walk through the workbench, by mouse and by keyboard. Prints a line of JSON with what it saw and measured.
// usage: workbench_walk.mjs MODULES CHROMIUM ADDRESS PICTURES
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, chromiumFile, address, pictures] = process.argv.slice(2);
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

// The budget and its papers.
await tab("编制预算");
await page.click('button:has-text("编制"):not(nav button)');
await page.waitForSelector(".files a", { timeout: 60000 });
const [download] = await Promise.all([page.waitForEvent("download"), page.click('.files a:has-text("xlsx")')]);
seen.workbook = await download.path();
await page.screenshot({ path: `${pictures}/drafting.png`, fullPage: true });

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
await page.screenshot({ path: `${pictures}/risk.png`, fullPage: true });

// By the keyboard alone: from the top to another tab and into its first box.
await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
let reached = false;
for (let i = 0; i < 30 && !reached; ++i) {
  await page.keyboard.press("Tab");
  reached = await page.evaluate(() => document.activeElement?.textContent === "总览");
}
expect(reached, "the tabs are not reached by the keyboard");
await page.keyboard.press("Enter");
await page.waitForSelector(".cards");

// Every screen in both languages, light and dark, wide and narrow.
for (const [width, height] of [[1366, 768], [390, 844]]) {
  await page.setViewportSize({ width, height });
  for (const language of ["zh", "en"]) {
    for (const theme of ["light", "dark"]) {
      for (const view of ["overview", "scenarios", "drafting", "year", "risk"]) {
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
await browser.close();
console.log(JSON.stringify(seen));
