"use strict";
(() => {
  const index = document.getElementById("index");
  const stage = document.getElementById("stage");
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const has = (element, name, id) => (element.dataset[name] || "").split(" ").includes(id);
  let report = null;
  let key = null;

  function start(root) {
    report = root;
    const form = root.querySelector(".filters");
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter, 0));
    root.addEventListener("click", click);
    if (matchMedia("(max-width: 40rem)").matches) root.querySelector(".fold").open = false;
    root.addEventListener("keydown", move);
    filter();
  }

  function filter() {
    const form = report.querySelector(".filters");
    const wanted = Object.fromEntries(
      ["search", "speaker", "kind", "directness", "confidence", "order"].map((name) => [name, form.elements[name].value]));
    const words = wanted.search.trim().toLowerCase();
    form.elements.least.value = wanted.confidence + "%";
    const shown = new Set();
    const cards = all(report, ".card");
    for (const card of cards) {
      const speakers = card.dataset.speakers.split(" ").filter(Boolean);
      const right =
        (!words || card.textContent.toLowerCase().includes(words)) &&
        (!wanted.speaker || (wanted.speaker === "-" ? !speakers.length : speakers.includes(wanted.speaker))) &&
        (!wanted.kind || card.dataset.kind === wanted.kind) &&
        (!wanted.directness || card.dataset.directness === wanted.directness) &&
        (wanted.confidence === "0" || Number(card.dataset.confidence || 0) * 100 >= Number(wanted.confidence));
      card.hidden = !right;
      if (right) shown.add(card.id);
    }
    for (const mark of all(report, ".text [data-c]")) {
      mark.classList.toggle("off", !mark.dataset.c.split(" ").some((id) => shown.has(id)));
    }
    for (const badge of all(report, ".text .n")) {
      badge.classList.toggle("off", !shown.has(badge.getAttribute("href").slice(1)));
    }
    for (const button of all(report, "[data-speaker]")) {
      button.setAttribute("aria-pressed", String(button.dataset.speaker === wanted.speaker));
    }
    sort(cards, wanted.order);
    form.querySelector(".count").textContent = shown.size + " of " + cards.length + " claims";
  }

  function sort(cards, order) {
    const number = (card) => Number(card.id.slice(1));
    const sure = (card) => (card.dataset.confidence === "" ? 1 : Number(card.dataset.confidence));
    cards.sort((a, b) => (order === "doubt" ? sure(a) - sure(b) : 0) || number(a) - number(b));
    if (cards.length) cards[0].parentNode.append(...cards);
  }

  function click(event) {
    const button = event.target.closest("[data-speaker]");
    if (button) {
      const select = report.querySelector(".filters").elements.speaker;
      select.value = select.value === button.dataset.speaker ? "" : button.dataset.speaker;
      filter();
      return;
    }
    const sorter = event.target.closest("[data-order]");
    if (sorter) {
      report.querySelector(".filters").elements.order.value = sorter.dataset.order;
      filter();
      report.querySelector(".cards").scrollIntoView();
      return;
    }
    if (event.target.closest(".shut")) {
      history.replaceState(null, "", key ? "#" + key : location.pathname + location.search);
      return close();
    }
    const link = event.target.closest("a");
    if (link) {
      const target = link.getAttribute("href");
      if ("jump" in link.dataset) {
        event.preventDefault();
        const place = report.querySelector(target);
        place.scrollIntoView();
        place.focus({ preventScroll: true });
        return;
      }
      if (/^#[CD]\d+$/.test(target)) {
        event.preventDefault();
        go(target.slice(1));
      }
      return;
    }
    if (String(getSelection())) return;
    const card = event.target.closest(".card");
    if (card) return go(card.id);
    const mark = event.target.closest("[data-c], [data-s], [data-q]");
    if (mark) {
      const ids = (mark.dataset.c || mark.dataset.s || mark.dataset.q).split(" ");
      go(ids[ids.length - 1]);
    }
  }

  function move(event) {
    const card = event.target.closest ? event.target.closest(".card") : null;
    if (event.key === "Escape") return close();
    if (!card || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const cards = all(report, ".card:not([hidden])");
    const next = cards[cards.indexOf(card) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      go(next.id);
    }
  }

  function go(id) {
    const hash = "#" + (key ? key + "/" : "") + id;
    if (location.hash === hash) show(id);
    else location.hash = hash;
  }

  function close() {
    for (const element of all(report, ".on-c, .on-s, .on-q, .on-a, .on-d, .open, [aria-current]")) {
      element.classList.remove("on-c", "on-s", "on-q", "on-a", "on-d", "open");
      element.removeAttribute("aria-current");
    }
    for (const element of all(report, ".text [data-who]")) delete element.dataset.who;
  }

  function show(id) {
    close();
    if (id[0] === "D") return showDate(id);
    const card = report.querySelector("#" + id);
    if (!card) return;
    if (card.hidden) {
      report.querySelector(".filters").reset();
      setTimeout(() => show(id), 0);
      return;
    }
    card.classList.add("open");
    for (const name of ["c", "s", "q", "a"]) {
      for (const mark of all(report, ".text [data-" + name + "]")) {
        if (has(mark, name, id)) mark.classList.add("on-" + name);
      }
    }
    const sources = all(report, ".text .on-s");
    if (card.dataset.who && sources.length) sources[sources.length - 1].dataset.who = card.dataset.who;
    for (const link of all(report, '.n[href="#' + id + '"]')) link.setAttribute("aria-current", "true");
    const mark = report.querySelector(".text .on-c");
    const away = (element) => {
      const box = element.getBoundingClientRect();
      return box.top < 60 || box.bottom > innerHeight * 0.55;
    };
    if (mark && away(mark)) mark.scrollIntoView({ block: "center" });
    card.focus({ preventScroll: true });
    const side = card.getBoundingClientRect();
    if (innerWidth > 960 && (side.top < 0 || side.bottom > innerHeight)) bringIntoView(card);
  }

  // The column of cards scrolls by itself, so that text and record are seen side by side.
  function bringIntoView(card) {
    const side = report.querySelector(".side");
    side.scrollTop += card.getBoundingClientRect().top - side.getBoundingClientRect().top - 40;
  }

  function showDate(id) {
    const marks = all(report, ".text [data-d]").filter((mark) => has(mark, "d", id));
    for (const mark of marks) mark.classList.add("on-d");
    if (marks.length) marks[0].scrollIntoView({ block: "center" });
  }

  function follow() {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (!index) {
      if (/^[CD]\d+$/.test(hash)) show(hash);
      else close();
      return;
    }
    const [article, id] = hash.split("/");
    const template = all(document, "template").find((one) => one.dataset.article === article);
    index.hidden = Boolean(template);
    document.querySelector(".back").hidden = !template;
    if (!template) {
      stage.replaceChildren();
      key = null;
      return;
    }
    if (article !== key) {
      stage.replaceChildren(template.content.cloneNode(true));
      key = article;
      start(stage.firstElementChild);
      scrollTo(0, 0);
    }
    if (id && /^[CD]\d+$/.test(id)) show(id);
  }

  function find(event) {
    const words = event.target.value.trim().toLowerCase();
    let shown = 0;
    for (const entry of all(index, ".entries > li")) {
      entry.hidden = Boolean(words) && !entry.textContent.toLowerCase().includes(words);
      if (!entry.hidden) shown += 1;
    }
    index.querySelector(".count").textContent = words ? shown + " found" : "";
  }

  if (index) {
    index.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    index.querySelector("input").addEventListener("input", find);
  } else {
    start(document.querySelector(".report"));
  }
  addEventListener("hashchange", follow);
  follow();
})();
