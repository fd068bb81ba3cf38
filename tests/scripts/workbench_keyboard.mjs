// The planner's Friday by the keyboard alone: nothing is clicked, everything is reached by Tab and done by keys.

export async function walkByKeyboard({ page, expect, fault, answer, total, pictures, files }) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.evaluate(() => { location.hash = ""; });
  await page.reload();
  await page.waitForSelector("tr[data-programme]");

  /// Tabs to the element that fits; false where the whole page has none that can be reached.
  async function reach(what, selector, words = "") {
    for (let i = 0; i < 600; ++i) {
      const there = await page.evaluate(([wanted, text]) => {
        const one = document.activeElement;
        return one !== null && one.matches(wanted) && (one.textContent ?? "").includes(text) && !one.disabled;
      }, [selector, words]);
      if (there) {
        const marked = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== "none" || document.activeElement.matches("input[type=file], input[type=checkbox]"));
        expect(marked, `by keyboard: ${what} does not show that it has the focus`);
        return true;
      }
      await page.keyboard.press("Tab");
    }
    fault(`by keyboard: ${what} is not reached`);
    return false;
  }
  const top = () => page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const go = async (name) => { await top(); if (await reach(`the tab ${name}`, "nav button", name)) await page.keyboard.press("Enter"); };
  const press = async (what, selector, words = "") => { if (await reach(what, selector, words)) await page.keyboard.press("Enter"); };
  const type = async (what, selector, text) => {
    if (!(await reach(what, selector))) return;
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
  };
  /// The browser opens no chooser while a page that was just opened still loads: a person presses Enter again.
  const choose = async (what, file) => {
    for (let i = 0; i < 5; ++i) {
      const opened = page.waitForEvent("filechooser", { timeout: 3000 }).catch(() => null);
      await page.keyboard.press("Enter");
      const chooser = await opened;
      if (chooser) return chooser.setFiles(file);
    }
    fault(`by keyboard: ${what} cannot be chosen`);
  };
  const wait = (selector) => page.waitForSelector(selector, { timeout: 60000 }).catch(() => fault(`by keyboard: ${selector} does not come`));

  // Overview: a slider, back again; the first programme explained.
  await top();
  const base = await total();
  if (await reach("a slider", ".levers input[type=range]")) await answer(() => page.keyboard.press("ArrowRight"));
  expect((await total()) !== base, "by keyboard: the slider moves nothing");
  await answer(() => page.keyboard.press("Control+z"));
  expect((await total()) === base, "by keyboard: undo does not give the base back");
  await top();
  await press("a programme", "tr[data-programme] button.link");
  await wait("dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog[open]", { state: "detached" });

  // Scenarios: found by search, changed, kept.
  await go("情景");
  await type("the search", "input[type=search]", "取暖费标准");
  if (await reach("the found box", "#p-heating_allowance-standard")) {
    await page.keyboard.press("Control+a");
    await page.keyboard.type("+5%");
    await answer(() => page.keyboard.press("Enter"));
  }
  await type("the name", "form.keep input", "键盘方案");
  await page.keyboard.press("Enter");
  await wait('[role=status]:has-text("已保存")');

  // Budget: a cell, the papers.
  await go("编制预算");
  await wait('[role=tab]:has-text("表2")');
  await press("table 2", "[role=tab]", "表2");
  await wait("td.enter input");
  await type("a cell", "td.enter input", "1.25");
  await page.keyboard.press("Enter");
  await wait("td.entered");
  await top();
  await press("draft", "button.main", "编制");
  await wait(".files a");

  // The year, risk.
  await go("年度执行");
  await press("the example", "button", "填入示例");
  await top();
  await press("the estimate", "button.main", "估计全年");
  await wait("tr.sum");
  await go("敏感性与风险");
  await press("the tornado", "button.main", "算敏感性");
  await wait(".chart svg");

  // Rosters, the ledger, a new agency.
  await go("花名册");
  if (await reach("the files", "input[type=file]")) {
    await choose("the files", `${files}/roster.csv`);
  }
  await wait("section table select");
  await press("remove all", "button", "全部清除");
  await go("台账");
  await wait("form.bar input");
  await type("the run's name", "form.bar input", "键盘存入");
  await page.keyboard.press("Enter");
  await wait('button[aria-label="校验 键盘存入"]');
  await top();
  await press("verify", 'button[aria-label="校验 键盘存入"]');
  await wait("text=与写入时一致");
  await go("新机构");
  if (await reach("the document", "input[type=file]")) {
    await choose("the document", `${files}/budget.txt`);
  }
  await wait("form.bar span");
  await type("the agency's name", 'input[placeholder="beishan"]', "typed");
  await page.keyboard.press("Enter");
  await wait("[role=tabpanel]");
  await page.screenshot({ path: `${pictures}/keyboard.png` });
}
