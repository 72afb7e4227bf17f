// One message as an element: bubble, picture or document, buttons, time.

import { avatar, make } from "./dom.js";
import { render } from "./entities.js";
import { WORDS, clock, size } from "./words.js";

// `me`: the person whose page it is; `act`: what can be done: press, command, actions(message).
export function bubble(message, me, group, act) {
  const mine = message.from.id === me;
  const text = message.text ?? message.caption ?? "";
  const label = `${mine ? WORDS.you : message.from.first_name}، ${clock(message.date)}`;
  const body = make(
    "div",
    { class: "bubble" },
    group && !mine && make("b", { class: "sender" }, message.from.first_name),
    message.forward_origin && make("p", { class: "origin" }, WORDS.forwarded(message.forward_origin.sender_user_name)),
    message.via_bot && make("p", { class: "origin" }, WORDS.via(message.via_bot.username)),
    message.reply_to_message && quoted(message.reply_to_message),
    message.photo && picture(message.photo.at(-1)),
    message.document && paper(message.document),
    text && make("div", { class: "text" }, ...render(text, message.entities || message.caption_entities, act)),
    make("span", { class: "meta" }, message.edit_date ? `${WORDS.edited} ` : "", clock(message.date)),
  );
  const more = make(
    "button",
    { type: "button", class: "more plain", "aria-label": WORDS.actions, onclick: () => act.actions(message) },
    "⋯",
  );
  const line = make("div", { class: "line" }, body, more);
  const item = make(
    "article",
    { class: `message ${mine ? "mine" : "theirs"}`, "data-id": message.message_id, "aria-label": label },
    group && !mine && avatar(make("span", { class: "avatar small", "aria-hidden": "true" }), message.from.first_name, message.from.id),
    make("div", { class: "stack" }, line, keyboard(message, act)),
  );
  return item;
}

function quoted(message) {
  const text = message.text ?? message.caption ?? WORDS.photo;
  return make("div", { class: "quoted" }, make("b", {}, message.from.first_name), make("p", { dir: "auto" }, text.slice(0, 120)));
}

function picture(photo) {
  const image = make("img", {
    src: `/page-api/file/${encodeURIComponent(photo.file_id)}`,
    width: photo.width,
    height: photo.height,
    alt: WORDS.photo,
  });
  return make("div", { class: "picture" }, image);
}

function paper(document) {
  return make(
    "a",
    { class: "paper", href: `/page-api/file/${encodeURIComponent(document.file_id)}`, download: document.file_name },
    make("span", { class: "corner", "aria-hidden": "true" }, (document.file_name.split(".").pop() || "").slice(0, 4)),
    make("span", { class: "paper-name" }, make("bdi", {}, document.file_name), make("small", {}, size(document.file_size))),
  );
}

function keyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make(
    "div",
    { class: "buttons" },
    ...rows.map((row) => make("div", { class: "row" }, ...row.map((button) => inlineButton(message, button, act)))),
  );
}

function inlineButton(message, button, act) {
  const label = make("span", { dir: "auto" }, button.text);
  if (button.url && /^(?:https?|tg):/i.test(button.url)) {
    return make("a", { class: "button url", href: button.url, target: "_blank", rel: "noopener noreferrer" }, label);
  }
  const made = make("button", { type: "button", class: "button" }, label);
  made.addEventListener("click", () => {
    if (button.callback_data != null) act.press(message, button.callback_data, made);
    else if (button.switch_inline_query_current_chat != null) act.inline(button.switch_inline_query_current_chat);
    else if (button.copy_text) navigator.clipboard?.writeText(button.copy_text.text);
  });
  return made;
}
