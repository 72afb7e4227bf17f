// The sheet that comes up from below, and the toast: choosing who to be, what to do with a message, alerts.

import { avatar, byId, make } from "./dom.js";
import { WORDS } from "./words.js";

const sheet = byId("sheet");

function show(title, ...children) {
  byId("sheet-title").textContent = title;
  byId("sheet-body").replaceChildren(...children);
  if (!sheet.open) sheet.showModal();
}

sheet.addEventListener("click", (event) => {
  if (event.target === sheet) sheet.close();
});

const entry = (label, act, extra = {}) =>
  make("button", { type: "button", class: "entry", ...extra, onclick: () => (sheet.close(), act()) }, ...[label].flat());

export function alertSheet(text) {
  show("", make("p", { class: "alert", dir: "auto" }, text), entry(WORDS.fine, () => {}, { class: "entry main" }));
}

export function actionSheet(actions) {
  show(WORDS.actions, ...actions.map(([label, act]) => entry(label, act)), entry(WORDS.close, () => {}, { class: "entry quiet" }));
}

// `choose(person, chat)` and `block(person, blocked)` are called with ids.
export function whoSheet(state, now, choose, block) {
  const rows = state.people.map((person) => {
    const chats = state.chats.filter((chat) => chat.members.includes(person.id));
    return make(
      "section",
      { class: "persona" },
      make("h3", {}, avatar(make("span", { class: "avatar small", "aria-hidden": "true" }), person.name, person.id), person.name),
      ...chats.map((chat) => {
        const here = person.id === now.person && chat.id === now.chat;
        return entry(chat.type === "private" ? WORDS.privately : chat.name, () => choose(person.id, chat.id), {
          "aria-current": here ? "true" : null,
        });
      }),
    );
  });
  const chat = state.chats.find((one) => one.id === now.person);
  const foot = entry(chat?.blocked ? WORDS.unblock : WORDS.block, () => block(now.person, !chat?.blocked), { class: "entry quiet" });
  show(WORDS.whoTitle, ...rows, foot);
  sheet.querySelector("[aria-current]")?.focus();
}

let hide = 0;

export function toast(text) {
  const element = byId("toast");
  element.textContent = text;
  element.hidden = false;
  clearTimeout(hide);
  hide = setTimeout(() => (element.hidden = true), Math.min(7000, 2500 + 40 * text.length));
}
