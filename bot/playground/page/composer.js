// Where one writes: Enter sends, «/» offers commands, «@bot words» asks inline, the bot's keyboard stands below.

import { byId, make } from "./dom.js";
import { WORDS } from "./words.js";

const text = byId("text");
const choices = byId("choices");
const INLINE_WAIT_MS = 350;

// `hooks`: menu() the commands, username(), send(text, replyTo), inline(words) the results, choose(result)
export function composer(hooks) {
  let replyTo = null;
  let offered = [];
  let marked = -1;
  let asking = 0;

  function grow() {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
    byId("composer").classList.toggle("ready", text.value.trim() !== "");
  }

  async function send(words = text.value) {
    if (!words.trim()) return;
    const kept = { value: text.value, replyTo };
    text.value = "";
    reply(null);
    offer([]);
    grow();
    if (!(await hooks.send(words, kept.replyTo?.message_id)) && !text.value) {
      text.value = kept.value;
      grow();
    }
  }

  // each of `entries`: {title, detail, act}
  function offer(entries) {
    offered = entries;
    marked = -1;
    choices.replaceChildren(
      ...entries.map((one, place) =>
        make(
          "div",
          { role: "option", id: `choice-${place}`, class: "choice", "aria-selected": "false", onclick: () => take(place) },
          make("b", { dir: "auto" }, one.title),
          make("span", { dir: "auto" }, one.detail || ""),
        ),
      ),
    );
    choices.hidden = !entries.length;
    byId("menu").setAttribute("aria-expanded", String(!choices.hidden));
    text.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    marked = (place + offered.length) % offered.length;
    for (const [at, element] of [...choices.children].entries()) element.setAttribute("aria-selected", at === marked);
    choices.children[marked].scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", `choice-${marked}`);
  }

  function take(place) {
    const one = offered[place];
    offer([]);
    one.act();
    text.focus();
  }

  const commands = (prefix = "") =>
    hooks
      .menu()
      .filter((one) => one.command.startsWith(prefix))
      .map((one) => ({ title: `/${one.command}`, detail: one.description, act: () => send(`/${one.command}`) }));

  async function suggest() {
    const words = text.value;
    clearTimeout(asking);
    const bot = `@${hooks.username()} `;
    if (/^\/\w*$/.test(words)) return offer(commands(words.slice(1)));
    if (!words.startsWith(bot)) return offer([]);
    asking = setTimeout(async () => {
      const results = await hooks.inline(words.slice(bot.length));
      if (text.value !== words) return;
      offer(results.map((one) => ({ title: one.title, detail: one.description, act: () => chosen(one) })));
    }, INLINE_WAIT_MS);
  }

  function chosen(result) {
    text.value = "";
    grow();
    hooks.choose(result);
  }

  function key(event) {
    if (event.isComposing) return;
    const open = !choices.hidden;
    if (open && event.key === "ArrowDown") mark(marked + 1);
    else if (open && event.key === "ArrowUp") mark(marked < 0 ? -1 : marked - 1);
    else if (open && event.key === "Escape") offer([]);
    else if (event.key === "Enter" && !event.shiftKey) open && marked >= 0 ? take(marked) : send();
    else return;
    event.preventDefault();
  }

  function reply(message) {
    replyTo = message;
    byId("reply-bar").hidden = !message;
    if (!message) return;
    byId("reply-name").textContent = message.from.first_name;
    byId("reply-text").textContent = (message.text ?? message.caption ?? WORDS.photo).slice(0, 120);
    text.focus();
  }

  function write(words) {
    text.value = words;
    text.focus();
    grow();
    suggest();
  }

  byId("composer").addEventListener("submit", (event) => (event.preventDefault(), send()));
  byId("menu").addEventListener("click", () => {
    offer(choices.hidden ? commands() : []);
    text.focus();
  });
  byId("reply-cancel").addEventListener("click", () => reply(null));
  text.addEventListener("keydown", key);
  text.addEventListener("input", () => (grow(), suggest()));
  return { reply, write, send, close: () => offer([]) };
}

// The bot's own keyboard: of the newest message that brings or removes one.
export function botKeys(messages, send) {
  const last = messages.findLast((one) => one.reply_markup?.keyboard || one.reply_markup?.remove_keyboard);
  const rows = last?.reply_markup.keyboard || [];
  const keys = byId("keys");
  const toggle = byId("keys-toggle");
  const news = keys.dataset.of !== String(rows.length ? last.message_id : "");
  keys.dataset.of = rows.length ? last.message_id : "";
  keys.replaceChildren(
    ...rows.map((row) =>
      make("div", { class: "row" }, ...row.map((one) => make("button", { type: "button", class: "key", onclick: () => send(one.text) }, one.text))),
    ),
  );
  toggle.hidden = !rows.length;
  if (news) showKeys(rows.length > 0);
}

export function showKeys(shown) {
  byId("keys").hidden = !shown;
  byId("keys-toggle").setAttribute("aria-expanded", String(shown));
}
