// Text with Telegram's entities into DOM nodes. Offsets are UTF-16 units, which is how JavaScript counts, too.

import { make } from "./dom.js";
import { WORDS } from "./words.js";

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };
const SAFE = /^(?:https?|tg|mailto):/i;

// `act.command(text)` is called when a command in the text is chosen.
export function render(text, entities, act) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, 0, text.length, sorted, act);
}

function nodes(text, start, end, entities, act) {
  const made = [];
  let at = start;
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < to) next++;
    if (from < to) {
      made.push(text.slice(at, from));
      made.push(element(entity, text.slice(from, to), nodes(text, from, to, entities.slice(i + 1, next), act), act));
      at = to;
      // one of the line ends around a block is the block's own
      if (BLOCKS.has(entity.type) && text[at] === "\n" && at < end) at++;
    }
    i = next;
  }
  made.push(text.slice(at, end));
  return made.filter((node) => node !== "");
}

function element(entity, words, children, act) {
  switch (entity.type) {
    case "text_link":
    case "url":
      return link(entity.url || words, children);
    case "pre":
      return make("pre", { dir: "ltr" }, make("code", {}, ...children));
    case "spoiler":
      return spoiler(children);
    case "blockquote":
      return make("blockquote", {}, ...children);
    case "expandable_blockquote":
      return expandable(children);
    case "bot_command":
      return make("button", { type: "button", class: "command", dir: "ltr", onclick: () => act.command(words) }, ...children);
    case "mention":
    case "hashtag":
      return make("span", { class: "tag" }, ...children);
    default:
      return make(TAGS[entity.type] || "span", {}, ...children);
  }
}

function link(address, children) {
  if (!SAFE.test(address)) return make("span", {}, ...children);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function spoiler(children) {
  const button = make("button", { type: "button", class: "spoiler", "aria-label": WORDS.spoiler }, ...children);
  button.addEventListener("click", () => {
    button.classList.add("open");
    button.removeAttribute("aria-label");
  });
  return button;
}

function expandable(children) {
  const inside = make("div", { class: "inside" }, ...children);
  const toggle = make("button", { type: "button", class: "expand", "aria-expanded": "false" }, WORDS.more);
  const quote = make("blockquote", { class: "expandable" }, inside, toggle);
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", open);
    toggle.textContent = open ? WORDS.less : WORDS.more;
  });
  return quote;
}

// Where the whole quotation fits, there is nothing to expand. To be called once the nodes stand in the page.
export function fitQuotes(root) {
  for (const quote of root.querySelectorAll("blockquote.expandable:not(.open)")) {
    const inside = quote.firstElementChild;
    quote.classList.toggle("short", inside.scrollHeight <= inside.clientHeight + 2);
  }
}
